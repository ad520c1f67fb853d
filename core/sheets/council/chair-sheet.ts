/**
 * The first sheet of the results: an A4 page for the chair. Which unit is where, and where it is weak (units ×
 * criteria), how far places can still move, the targets that need attention, which units have not reported, and what to
 * decide today.
 */

import { periodName } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { shownFigure } from '../../base/quantity/shown-figure.ts';
import { bulletOf } from '../../commune/result/bullet.ts';
import {
  type CommuneResult,
  countedStates,
  figureWords,
  ownTargets,
  signedName,
  TARGET_STATE_SIGN,
  type TargetResult,
} from '../../commune/result/commune-result.ts';
import { linesOf } from '../../form/row-heights.ts';
import type { AwardCandidate } from '../../judge/award/candidate.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import { unconfirmedText } from '../../movement/unconfirmed-text.ts';
import type { Range } from '../../sheet/grid/sheet.ts';
import type { CellStyle, NewCell, NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { HEAT_FILL, HEAT_NAME, HEAT_SIGN, type HeatMap, type HeatRow, heatMaps, SIGN_WORDS } from '../heat-map.ts';
import { completeness, toDecide } from '../standing.ts';
import { cell, HEADER, TITLE, textValue } from './look.ts';
import { HEADING_ROWS, officeHeading, type SheetOffice } from './office-frame.ts';

export const CHAIR_SHEET = 'Tóm tắt';

const SIZE = 13;
const ROW_HEIGHT = 16;
/** Letters that drawn lines are made of stand under each other only in a type of one width. */
const DRAWN = { fontName: 'Courier New', fontSize: 11 } as const;
/** Steps of a drawn line: 0 … 100 % of the points, or of a target's level. */
const STEPS = 10;
/** Targets that are named; the others are counted. */
const TARGETS = 5;
/** Of the units' names. */
const NAME_WIDTH = 25.5;
/** Place, name, percent, drawn line. */
const LEFT = 4;
/** `8`, `10 (10–11)` are shown whole. */
const PLACE_WIDTHS = { least: 8, margin: 0.5, character: 0.9 } as const;
const SHARE_WIDTH = 4;
const DRAWN_WIDTH = 10;
/** Where the right half of the heading begins. */
const SPLIT = 3;
/** `92!`. */
const CELL_WIDTH = 2;
/** A code that runs upwards: points for each letter of it, and around it. */
const CODE_LETTER = 7;
const CODE_MARGIN = 6;
/** The page's width is shared by at least so many criteria, however few the movement has. */
const LEAST_CRITERIA = 12;
/** Beyond so many rows a page would be too small to read: it goes on over further pages. */
const ONE_PAGE = 72;

interface ChairPage {
  readonly result: RunResult;
  readonly commune: CommuneResult;
  readonly candidates?: readonly AwardCandidate[];
  readonly office: SheetOffice;
}

const body = (style: CellStyle = {}): CellStyle => ({
  fontName: 'Times New Roman',
  fontSize: SIZE,
  vertical: 'center',
  ...style,
});
const BORDERED = body({ border: true });
const CENTRED = body({ border: true, horizontal: 'center' });
const HEAD: CellStyle = { ...HEADER, fontSize: SIZE, wrap: false };
const SECTION = body({ bold: true });

/** Rows of the page, in order. */
interface Page {
  readonly cells: NewCell[];
  readonly merges: Range[];
  /** Of rows that are not one line tall, points. */
  readonly heights: Map<number, number>;
  row: number;
}

export function chairSheet({ result, commune, candidates = [], office }: ChairPage): NewSheet {
  const maps = heatMaps(result);
  const longest = Math.max(0, ...maps.flatMap(({ rows }) => rows.map(({ place }) => placeText(place).length)));
  const { least, margin, character } = PLACE_WIDTHS;
  const leftWidths = [Math.max(least, margin + character * longest), NAME_WIDTH, SHARE_WIDTH, DRAWN_WIDTH];
  const criteria = Math.max(LEAST_CRITERIA, ...maps.map((map) => map.criteria.length));
  const last = LEFT + criteria - 1;
  const heading = officeHeading(office, SPLIT, last);
  const page: Page = {
    cells: [...heading.cells],
    merges: [...heading.merges],
    heights: new Map(),
    row: HEADING_ROWS - 1,
  };
  const wide = (text: string, style: CellStyle) => {
    page.cells.push(cell(page.row, 0, textValue(text), style));
    page.merges.push({ top: page.row, bottom: page.row, left: 0, right: last });
    page.row += 1;
  };
  const { heights } = page;
  const paragraph = (text: string, style: CellStyle = {}) => {
    const width = leftWidths.reduce((sum, number) => sum + number, 0) + criteria * CELL_WIDTH;
    heights.set(page.row, ROW_HEIGHT * linesOf(text, width, SIZE, style.bold));
    wide(text, body({ wrap: true, vertical: 'top', ...style }));
  };

  const period = result.period ? `, ${periodName(result.period)}` : '';
  wide(`TÓM TẮT KẾT QUẢ PHONG TRÀO THI ĐUA${period}`.toLocaleUpperCase('vi'), { ...TITLE, horizontal: 'center' });
  paragraph(result.movement.title, { italic: true, horizontal: 'center' });
  const provisional = unconfirmedText(result.movement);
  if (provisional !== null) paragraph(provisional, { bold: true });
  paragraph(completeness(result));
  const decisions = toDecide(result, candidates);
  wide(decisions.length > 0 ? 'Cần quyết định hôm nay' : 'Không còn nội dung nào chờ quyết định.', SECTION);
  for (const decision of decisions) paragraph(`• ${decision}`);
  wide('Xếp hạng trong từng đối tượng theo tỷ lệ điểm; tỷ lệ điểm từng tiêu chí (%)', SECTION);
  for (const map of maps) {
    const sets = result.movement.criteriaSets.filter(({ audience }) => audience === map.audience);
    const bounds = sets.flatMap(({ classification }) => classification.map(({ from }) => from));
    mapRows(map, criteria, page, bounds);
  }
  for (const text of LEGEND) paragraph(text);
  paragraph(`Chỉ tiêu: ${countsOf(commune)}`, { bold: true });
  targetRows(commune.targets, page, last);

  for (let row = 0; row < page.row; row += 1) if (!heights.has(row)) heights.set(row, ROW_HEIGHT);
  return {
    name: CHAIR_SHEET,
    cells: page.cells,
    merges: page.merges,
    columnWidths: new Map(
      [...leftWidths, ...Array.from({ length: criteria }, () => CELL_WIDTH)].map((width, at) => [at, width]),
    ),
    rowHeights: heights,
    print: {
      orientation: 'portrait',
      area: { top: 0, left: 0, bottom: page.row - 1, right: last },
      fitWidth: 1,
      ...(page.row <= ONE_PAGE ? { fitHeight: 1 } : {}),
      margins: { top: 0.3, bottom: 0.3, left: 0.4, right: 0.35 },
    },
  };
}

const LEGEND: readonly string[] = [
  `● ${HEAT_NAME.full}; xanh ${HEAT_NAME.high}; vàng ${HEAT_NAME.middle}; đỏ ${HEAT_NAME.low}; – ${HEAT_NAME.none}; ${(
    ['error', 'warning', 'to-grade'] as const
  )
    .map((sign) => `${HEAT_SIGN[sign]} ${SIGN_WORDS[sign]}`)
    .join(', ')}. Khoảng (0–100 %): ● hiện tính, ├ ┤ còn có thể.`,
];

/** `bounds` = percents where a class begins. */
function mapRows({ name, criteria, rows }: HeatMap, width: number, page: Page, bounds: readonly number[]): void {
  const put = (column: number, value: NewValue, style: CellStyle) =>
    page.cells.push(cell(page.row, column, value, style));
  const empty: NewValue = { kind: 'empty' };
  put(0, textValue('Hạng'), HEAD);
  put(1, textValue(name), { ...HEAD, horizontal: 'left', wrap: true });
  put(2, textValue('%'), HEAD);
  put(3, textValue('Khoảng'), HEAD);
  for (let at = 0; at < width; at += 1) {
    const code = criteria[at]?.code ?? null;
    // A code is a label (1.10 is not the number 1.1); upright it would not stand in a narrow column.
    put(LEFT + at, textValue(code), { ...HEAD, bold: false, vertical: 'center', rotated: true });
  }
  const longest = Math.max(0, ...criteria.map(({ code }) => code.length));
  const named = ROW_HEIGHT * linesOf(name, NAME_WIDTH, SIZE, true);
  page.heights.set(page.row, Math.max(named, CODE_MARGIN + longest * CODE_LETTER));
  page.row += 1;
  for (const { place, low, high, cells } of rows) {
    put(0, textValue(placeText(place)), CENTRED);
    put(1, textValue(place.unit), { ...BORDERED, wrap: true });
    page.heights.set(page.row, ROW_HEIGHT * linesOf(place.unit, NAME_WIDTH, SIZE));
    put(2, textValue(formatNumber(shownFigure({ n: place.share, d: 100 }, bounds, 0), 0)), CENTRED);
    put(3, textValue(whisker(low, place.share, high)), { ...CENTRED, ...DRAWN });
    for (let at = 0; at < width; at += 1) {
      const heatCell = cells[at] ?? null;
      const fill = heatCell && HEAT_FILL[heatCell.level];
      put(LEFT + at, heatCell ? textValue(heatCell.text) : empty, { ...CENTRED, ...(fill ? { fill } : {}) });
    }
    page.row += 1;
  }
}

/** `2`, `2 (1–4)`. */
function placeText({ rank, best, worst }: HeatRow['place']): string {
  return best === worst ? String(rank) : `${rank} (${best}–${worst})`;
}

/** `·····├──●┤·`: shares in hundredths of a percent on 0 … 100 %. */
function whisker(low: HeatRow['low'], value: number, high: HeatRow['high']): string {
  const at = (share: number) => Math.min(STEPS - 1, Math.max(0, Math.floor((share * STEPS) / 10_000)));
  const [from, now, to] = [at(low), at(value), at(high)];
  return Array.from({ length: STEPS }, (_, step) => {
    if (step === now) return '●';
    if (step === from) return '├';
    if (step === to) return '┤';
    return step > from && step < to ? '─' : '·';
  }).join('');
}

function countsOf(commune: CommuneResult): string {
  const counts = countedStates(commune);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const parts = counts.map(([state, count]) => `${signedName(state).toLowerCase()} ${count}`);
  return `${all} (${parts.join('; ')})`;
}

const URGENCY: Readonly<Record<TargetResult['state'], number>> = {
  'not-met': 0,
  'not-enough-data': 1,
  'no-source': 2,
  'not-due': 3,
  met: 4,
};

/** First the targets that are not met, then those without enough data: the chair has to ask about both. */
function targetRows(targets: readonly TargetResult[], page: Page, last: number): void {
  const shown = ownTargets(targets)
    .filter(({ state }) => state === 'not-met' || state === 'not-enough-data')
    .toSorted((x, y) => URGENCY[x.state] - URGENCY[y.state])
    .slice(0, TARGETS);
  const width = (last - LEFT + 1) * CELL_WIDTH;
  for (const target of shown) {
    const bullet = bulletOf(target);
    const figure = figureWords(target.figure.value, target) ?? '…';
    page.cells.push(
      cell(page.row, 0, textValue(TARGET_STATE_SIGN[target.state]), CENTRED),
      cell(page.row, 1, textValue(`${figure} (${target.level})`), BORDERED),
      cell(page.row, 3, textValue(bullet ? bulletLine(bullet.value, bullet.required) : ''), { ...CENTRED, ...DRAWN }),
      cell(page.row, LEFT, textValue(shortened(target.text, width)), BORDERED),
    );
    page.merges.push(
      { top: page.row, bottom: page.row, left: 1, right: 2 },
      { top: page.row, bottom: page.row, left: LEFT, right: last },
    );
    page.row += 1;
  }
}

/** As many whole words as one line holds; the whole text stands in the sheet of the commune. */
function shortened(text: string, width: number): string {
  const fits = (line: string) => linesOf(line, width, SIZE) === 1;
  if (fits(text)) return text;
  const words = text.split(' ');
  const most = words.findLastIndex((_, at) => fits(`${words.slice(0, at + 1).join(' ')}…`));
  return `${words.slice(0, Math.max(0, most) + 1).join(' ')}…`;
}

/** `▬▬▬▬····|·`: shares 0 … 1; the bar is the required level. */
function bulletLine(value: number, required: number): string {
  const level = Math.min(STEPS - 1, Math.floor(required * STEPS));
  const reached = Math.floor(value * STEPS);
  return Array.from({ length: STEPS }, (_, step) => (step === level ? '|' : step < reached ? '▬' : '·')).join('');
}

/**
 * The scored copy of a unit's own file, as actions: points, range and reason in three columns beside the table, a note
 * and a mark on every flagged cell, the sheets "Cảnh báo" and "Xếp hạng". No cell the unit filled is ever overwritten.
 */

import type { Flag } from '../flag/flag.ts';
import { SCORE_HEADERS, SCORE_WIDTHS } from '../form/score-columns.ts';
import { fromA1, MAX_COLUMNS } from '../grid/address.ts';
import type { Book, Range, Sheet } from '../grid/sheet.ts';
import { formatNumber, formatPoints, fromPoints } from '../quantity/points.ts';
import type { Report } from '../report/report.ts';
import type { ReportResult, RunResult } from '../run/run-result.ts';
import type { CriterionScore, ScoreSheet } from '../score/score-sheet.ts';
import { groupedBy } from '../workbook/grouped-by.ts';
import type { Action, CellStyle, NewValue } from '../workbook/port.ts';
import { bySeverity, flagSheet } from './council/flag-sheet.ts';
import { SEVERITY_NAME, textValue } from './council/look.ts';
import { rankingSheet, unitKey } from './council/ranking-sheet.ts';
import { scoredSubtitle } from './council/scored-subtitle.ts';

/**
 * Where the three columns go on one sheet of a report. Found while the book is at hand; small enough to keep for every
 * file.
 */
export interface CopyPlace {
  readonly sheet: string;
  /** First of three neighbouring free columns. */
  readonly column: number;
  readonly headerRow: number;
  /** Row for the total, when the report has none of its own. */
  readonly totalRow: number | null;
  /** Font of the table's header. */
  readonly font: string;
  /** The columns hold nothing on the whole sheet, so their width may be set. */
  readonly empty: boolean;
}

/** How far right of the table a free place is looked for. */
const SEARCH = 200;

/** Places for the columns of a report, one for each of its sheets that has room. */
export function copyPlaces(book: Book, report: Report): CopyPlace[] {
  const { layout } = report;
  const rowsBySheet = new Map<string, number[]>([[layout.sheet, []]]);
  for (const { sheet, row } of layout.rows.values()) rowsBySheet.set(sheet, [...(rowsBySheet.get(sheet) ?? []), row]);
  return [...rowsBySheet].flatMap(([name, rows]) => {
    const sheet = book.sheets.find((candidate) => candidate.name === name);
    if (!sheet) return [];
    const main = name === layout.sheet;
    const headerRow = main ? layout.headerTop : Math.max(0, Math.min(...rows) - 1);
    const lastRow = main ? layout.lastRow : Math.max(headerRow, ...rows);
    // One row below the table is kept free too: the total may stand there.
    const bottom = lastRow + 1;
    const column = freeColumns(sheet, { top: headerRow, bottom, left: layout.lastColumn + 1, right: MAX_COLUMNS - 1 });
    if (column === null) return [];
    const headerCell = sheet.rows.get(headerRow)?.find((cell) => cell.value !== null);
    return [
      {
        sheet: name,
        column,
        headerRow,
        totalRow: main ? bottom : null,
        font: unicodeFont(book.styles[headerCell?.style ?? 0]?.font),
        empty:
          freeColumns(sheet, { top: 0, bottom: Number.POSITIVE_INFINITY, left: column, right: column + 2 }) === column,
      },
    ];
  });
}

/** The table's own font, unless it is one of TCVN3 or VNI: our letters are Unicode and would not be readable in it. */
function unicodeFont(font = ''): string {
  return font === '' || /^(?:\.vn|vni)/i.test(font) ? 'Times New Roman' : font;
}

/**
 * First column from `left` on that begins three visible columns without a value or merge within the rows; null when
 * none is near.
 */
function freeColumns(sheet: Sheet, within: Range): number | null {
  const last = Math.min(within.left + SEARCH, within.right);
  const taken = new Set<number>(sheet.hiddenColumns);
  for (const [row, cells] of sheet.rows) {
    if (row < within.top || row > within.bottom) continue;
    for (const cell of cells) if (cell.value !== null || cell.formula !== undefined) taken.add(cell.column);
  }
  for (const merge of sheet.merges) {
    if (merge.bottom < within.top || merge.top > within.bottom) continue;
    for (let column = Math.max(merge.left, within.left); column <= Math.min(merge.right, last); column += 1)
      taken.add(column);
  }
  for (let column = within.left; column + SCORE_HEADERS.length - 1 <= last; column += 1) {
    if (SCORE_HEADERS.every((_, offset) => !taken.has(column + offset))) return column;
  }
  return null;
}

/** A report with the places its columns go to. */
export interface PlacedReport {
  readonly result: ReportResult;
  readonly places: readonly CopyPlace[];
}

/**
 * Makes the actions of one file after another; what a run has of flags and places is sorted by file and unit once, not
 * for each copy.
 */
export function scoredCopies(result: RunResult): (file: string, reports: readonly PlacedReport[]) => Action[] {
  const flagsOf = groupedBy(result.flags, (flag) => flag.file);
  const placesOf = groupedBy(result.rankings, ({ unit, audience }) => unitKey(unit, audience));
  const order = new Map(result.rankings.map((place, index) => [place, index]));
  const rankedOf = groupedBy(result.reports, ({ unit, report }) => unitKey(unit, report.audience));
  return (file, reports) => {
    const flags = flagsOf.get(file) ?? [];
    const units = [...new Set(reports.map(({ result: { unit, report } }) => unitKey(unit, report.audience)))];
    const own = reports.map((one) => one.result);
    const names = { table: null, subtitle: scoredSubtitle(result, own) };
    const rankings = units.flatMap((key) => placesOf.get(key) ?? []);
    const placed = {
      movement: result.movement,
      reports: units.flatMap((key) => rankedOf.get(key) ?? []),
      rankings: rankings.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    };
    return [
      ...reports.flatMap(({ result: { report, score }, places }) => (score ? scoreColumns(report, score, places) : [])),
      ...markActions(flags),
      { kind: 'add-sheet', sheet: flagSheet(flags, names, null) },
      { kind: 'add-sheet', sheet: rankingSheet(placed, names) },
    ];
  };
}

/** All actions for one file. */
export function scoredCopy(result: RunResult, file: string, reports: readonly PlacedReport[]): Action[] {
  return scoredCopies(result)(file, reports);
}

/** The three columns of a report at their places; `remark` is put behind a criterion's reason. */
export function scoreColumns(
  report: Report,
  score: ScoreSheet,
  places: readonly CopyPlace[],
  remark: (point: CriterionScore) => string = () => '',
): Action[] {
  const points = new Map(score.points.map((point) => [point.criterion, point]));
  const ownTotal = report.total && fromA1(report.total.cell.address);
  return places.flatMap((place) => {
    const styles = tripleStyles(place);
    const rows = [...report.layout.rows].flatMap(([code, at]): readonly Action[] => {
      const point = points.get(code);
      return point && at.sheet === place.sheet ? triple(place, at.row, pointCells(point, remark(point)), styles) : [];
    });
    const totalHere = report.total?.cell.sheet === place.sheet ? ownTotal?.row : undefined;
    const totalRow = totalHere ?? (report.total ? null : place.totalRow);
    return [
      ...headerActions(place),
      ...rows,
      ...(totalRow === null ? [] : triple(place, totalRow, totalCells(score), tripleStyles(place, { bold: true }))),
    ];
  });
}

function headerActions(place: CopyPlace): Action[] {
  const style: CellStyle = {
    fontName: place.font,
    bold: true,
    border: true,
    wrap: true,
    horizontal: 'center',
    vertical: 'center',
  };
  const { sheet, headerRow: row } = place;
  return SCORE_HEADERS.flatMap((text, offset): Action[] => {
    const column = place.column + offset;
    const width: Action = { kind: 'column-width', sheet, column, width: SCORE_WIDTHS[offset] ?? 12 };
    return [{ kind: 'write', sheet, row, column, value: textValue(text), style }, ...(place.empty ? [width] : [])];
  });
}

/**
 * The table's look for the three cells of a row: one object for all rows, so that the patcher derives each format once.
 */
function tripleStyles(place: CopyPlace, look: CellStyle = {}): readonly CellStyle[] {
  const base: CellStyle = { fontName: place.font, border: true, vertical: 'top', ...look };
  return [
    { ...base, horizontal: 'right', numberFormat: '#,##0.00' },
    { ...base, horizontal: 'center' },
    { ...base, horizontal: 'left', wrap: true },
  ];
}

function triple(
  place: CopyPlace,
  row: number,
  values: readonly NewValue[],
  styles: readonly CellStyle[],
): readonly Action[] {
  return values.map((value, offset) => ({
    kind: 'write',
    sheet: place.sheet,
    row,
    column: place.column + offset,
    value,
    style: styles[offset] ?? {},
  }));
}

function pointCells(point: CriterionScore, remark: string): NewValue[] {
  const open = point.status === 'to-grade' && point.points === 0;
  const points: NewValue = open ? { kind: 'empty' } : { kind: 'number', number: fromPoints(point.points) };
  return [points, textValue(rangeText(point.low, point.high)), textValue(point.reason + remark)];
}

function totalCells(score: ScoreSheet): NewValue[] {
  const share = `${formatPoints(score.total)}/${formatPoints(score.max)} = ${formatNumber(score.share / 100)} %`;
  const standing = [share, score.classification?.name].filter(Boolean).join('; ');
  const conclusion = [standing, score.classReasons.join(' ')].filter((text) => text !== '').join('. ');
  return [
    { kind: 'number', number: fromPoints(score.total) },
    textValue(rangeText(score.low, score.high)),
    textValue(conclusion),
  ];
}

/** `5 – 7,5` while points are open, '' when they are settled. */
export function rangeText(low: number, high: number): string {
  return low === high ? '' : `${formatPoints(low)} – ${formatPoints(high)}`;
}

/** One mark for each flagged cell, of its worst flag, with a note of all its flags. */
function markActions(flags: readonly Flag[]): Action[] {
  const byCell = new Map<string, Flag[]>();
  for (const flag of bySeverity(flags)) {
    if (!flag.cell) continue;
    const key = JSON.stringify([flag.cell.sheet, flag.cell.address]);
    byCell.set(key, [...(byCell.get(key) ?? []), flag]);
  }
  return [...byCell.values()].flatMap((list): Action[] => {
    const [worst] = list;
    const at = worst?.cell && fromA1(worst.cell.address);
    if (!worst?.cell || !at) return [];
    const range = { top: at.row, left: at.column, bottom: at.row, right: at.column };
    const texts = [{ ...at, text: list.map(noteText).join('\n\n') }];
    return [{ kind: 'mark', sheet: worst.cell.sheet, ranges: [range], severity: worst.severity, texts }];
  });
}

/** Two lines, whatever line breaks the message quotes: by its form a note of ours is known again. */
function noteText(flag: Flag): string {
  const [message, suggestion] = [flag.message, flag.suggestion].map((text) => text.replace(/\s*\n\s*/g, ' '));
  return `[${SEVERITY_NAME[flag.severity]}: ${flag.code}] ${message}\n→ ${suggestion}`;
}

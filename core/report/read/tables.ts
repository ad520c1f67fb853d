/**
 * Cuts a page into report-like tables: for each header the lines above it, the body rows, the total and the lines
 * below.
 */

import type { Period } from '../../base/period/period.ts';
import { foldKey } from '../../base/text/text.ts';
import { columnTime, matchTime } from './column-time.ts';
import { type HeaderColumn, type ReportColumns, resolveColumns } from './columns.ts';
import { halvesOf } from './halves.ts';
import { findHeaders, type Header, type HeaderPlace, type Sense } from './header.ts';
import { headerWord } from './header-words.ts';
import { type Identity, namesItsUnit, type TextInCell } from './identity.ts';
import { joinTitles, namesCriterion } from './join-titles.ts';
import { readNumbering } from './numbering.ts';
import { cellKey, type Page, type PageCell, type PageRow } from './page.ts';
import { periodIn } from './period-text.ts';
import { proveColumns } from './prove-columns.ts';
import { type BodyRow, isSignatureRow, readRow, totalKind, valueColumns } from './rows.ts';
import { samplesOf } from './samples.ts';
import { splitByUnit } from './unit-columns.ts';
import { splitByRows, type UnitRows } from './unit-rows.ts';

export interface ReportTable {
  readonly page: Page;
  readonly header: Header;
  /** Rows between the table before (or the top of the sheet) and this header. */
  readonly above: readonly PageRow[];
  readonly body: readonly BodyRow[];
  /** Rows under the table: place and date, signatures. */
  readonly below: readonly PageRow[];
  /** The last total row that is not of one group. */
  readonly total: BodyRow | null;
  /** 0-based last row of the table. */
  readonly lastRow: number;
  /**
   * The unit whose columns these are, where one table holds several units side by side, and how many stand before it.
   */
  readonly ofUnit?: TextInCell;
  readonly unitsBefore?: number;
  /** The table has another half beside it, with columns of its own. */
  readonly isHalf?: boolean;
  /** Columns of figures that stand between the units' columns without a name above them. */
  readonly nobodys?: readonly HeaderColumn[];
  /** Who reports, where the table's own row says it. */
  readonly ownIdentity?: Identity;
  /** One row of answers: all criteria stand in it. */
  readonly answers?: boolean;
  /** Assembled from pieces of text: it has only what the unit wrote. */
  readonly isMade?: boolean;
}

/** What the tables of a page are read with. */
export interface Sight extends Sense {
  /** Under review. */
  readonly period: Period | null;
  /** Rows under the same headings anywhere in the book: the columns are proved by all of them together. */
  readonly rowsUnder?: (place: HeaderPlace) => readonly PageRow[];
  /** Of the movement: a year in them is none of the report. */
  readonly movementTitles?: readonly string[];
  /** Printed above a table. */
  readonly periodAbove: (page: Page, above: readonly PageRow[]) => Period | null;
}

/** Rows read of one table: far more than any criteria set has, few enough to compare each with every title. */
const MAX_BODY = 1_500;

function regionsOf(page: Page, places: readonly HeaderPlace[]): readonly (readonly PageRow[])[] {
  return places.map((place, at) => {
    const end = places[at + 1]?.top ?? Number.POSITIVE_INFINITY;
    return page.rows.filter((row) => row.row >= place.bodyTop && row.row < end);
  });
}

/** A header printed again, on the next page or sheet, stands over the same columns: by their headings. */
export function rowsByHeadings(pages: readonly Page[], sense: Sense): (place: HeaderPlace) => readonly PageRow[] {
  const known = new Map<string, PageRow[]>();
  // Where only one of two merged headings survived, the heading cannot tell the columns apart: compare their lowest words.
  const keyOf = ({ texts }: HeaderPlace): string =>
    texts
      .filter(({ texts: own }, at) => own.join() !== texts[at - 1]?.texts.join())
      .map(({ column, texts: own }) => `${column} ${own.at(-1)}`)
      .join('|');
  let isLooked = false;
  // Looks only on first use, because most tables leave no doubt.
  const look = (): void => {
    isLooked = true;
    for (const page of pages) {
      const places = findHeaders(page, sense);
      regionsOf(page, places).forEach((region, at) => {
        const place = places[at];
        if (place) known.set(keyOf(place), [...(known.get(keyOf(place)) ?? []), ...region]);
      });
    }
  };
  return (place) => {
    if (!isLooked) look();
    return known.get(keyOf(place)) ?? [];
  };
}

/** All tables of a page, in order; a table with columns for several units becomes a table for each unit. */
export function findTables(page: Page, sight: Sight): readonly ReportTable[] {
  const places = findHeaders(page, sight);
  let above = page.rows.filter((row) => row.row < (places[0]?.top ?? 0));
  const regions = regionsOf(page, places);
  return places.flatMap((place, at): readonly ReportTable[] => {
    const region = regions[at] ?? [];
    const lines = above;
    const headers = headersOf(page, place, lines, region, sight);
    const [first] = headers;
    if (!first) return [];
    const bodyLength = Math.max(
      ...headers
        .filter((ownHeader) => ownHeader === first || ownHeader.isHalf)
        .map(({ header }) => lengthOfBody(page, header, region, at + 1 < places.length, sight)),
    );
    const rest = region.slice(bodyLength);
    // Signatures belong to this table, the headings behind them to the next table.
    const heading = rest.findIndex((row) => isHeading(row) && !isSignatureRow(row));
    const split = heading < 0 || at + 1 === places.length ? rest.length : heading;
    above = rest.slice(heading < 0 ? 0 : split);
    const rows = region.slice(0, Math.min(bodyLength, MAX_BODY));
    return headers.flatMap(({ header, ofUnit, isHalf, nobodys }, order): readonly ReportTable[] => {
      const body = joinTitles(
        rows.flatMap((row) => readRow(page, header, row) ?? []),
        sight,
      );
      const table = {
        page,
        header,
        above: lines,
        body,
        below: rest.slice(0, split),
        total: body.filter((row) => totalKind(row) === 'whole').at(-1) ?? null,
        lastRow: body.at(-1)?.row ?? header.bottom,
        ...(isHalf ? { isHalf } : {}),
        ...(nobodys ? { nobodys } : {}),
      };
      if (ofUnit) return [{ ...table, ofUnit, unitsBefore: order }];
      const byUnit = header.isKept ? null : splitByRows(page, header, body, sight, labelsUnit(lines));
      return byUnit?.map((rowsOf) => ofRows(table, rowsOf)) ?? [table];
    });
  });
}

/** The table of one unit in a long table: its rows, read without the column of names. */
function ofRows(table: ReportTable, { ofUnit, body, column }: UnitRows): ReportTable {
  const { header } = table;
  const { columns } = header;
  const own =
    column === null
      ? columns
      : {
          ...columns,
          titles: columns.titles.filter((title) => title !== column),
          unit: columns.unit === column ? undefined : columns.unit,
          open: columns.open.filter((number) => number !== column),
          apart: new Map([...columns.apart, [column, 'word'] as const]),
        };
  return {
    ...table,
    header: { ...header, columns: own },
    body: body.map((row) => ({ ...row, header: { ...header, columns: own } })),
    total: body.filter((row) => totalKind(row) === 'whole').at(-1) ?? null,
    ofUnit,
  };
}

/** Columns of the header that belong to a group. */
interface Part extends Pick<OwnHeader, 'ofUnit' | 'isHalf' | 'nobodys'> {
  readonly texts: readonly HeaderColumn[];
}

interface OwnHeader {
  readonly header: Header;
  readonly ofUnit?: TextInCell;
  readonly isHalf?: boolean;
  readonly nobodys?: readonly HeaderColumn[];
}

/** The header with its columns decided; several for units side by side, two for a table folded in two. */
function headersOf(
  page: Page,
  place: HeaderPlace,
  above: readonly PageRow[],
  region: readonly PageRow[],
  sight: Sight,
): readonly OwnHeader[] {
  const period = periodOfColumns(place, sight.period, () => sight.periodAbove(page, above));
  const isOneUnits = labelsUnit(above);
  const own = sight.answeredColumns?.(place.texts)
    ? null
    : (splitByUnit(page, place, sight, isOneUnits) ??
      halvesOf(place.texts)?.map((texts): Part => ({ texts, isHalf: true })));
  const parts: readonly Part[] = own ?? [{ texts: place.texts }];
  return parts.flatMap(({ texts, ofUnit, isHalf = false, nobodys }): readonly OwnHeader[] => {
    const answered = sight.answeredColumns?.(texts);
    const named = answered?.columns ?? resolveColumns(texts, period);
    if (named.titles.length === 0) return [];
    const titled = { ...named, titles: byContent(named.titles, region, sight) };
    const columns = answered
      ? titled
      : proveColumns(
          titled,
          () => samplesOf(sight.rowsUnder?.(place) ?? region, titled.titles, sight.criterionOf),
          texts,
          headlessIn(page, place, region),
          (decided) => isBlankResult(decided, region),
        );
    const edges = isHalf ? { left: texts[0]?.column ?? place.left, right: texts.at(-1)?.column ?? place.right } : {};
    const header = { ...place, ...edges, texts, columns, isKept: answered?.isKept === true };
    return [{ header, ...(isHalf ? { isHalf } : {}), ...(ofUnit ? { ofUnit } : {}), ...(nobodys ? { nobodys } : {}) }];
  });
}

/** Lines over the whole table, whose merges were filled in, stand in its columns too. */
const NEARLY_NONE = 0.2;

/** The table has a single column of results, and that column is almost empty. */
function isBlankResult(
  { titles, value, rivals, figure, numerator, yes }: ReportColumns,
  region: readonly PageRow[],
): boolean {
  if (value === undefined || rivals.length > 0 || figure !== undefined || numerator !== undefined || yes !== undefined)
    return false;
  // Behind the signatures another table may have its own figures here.
  const signed = region.findIndex(isSignatureRow);
  const rows = signed < 0 ? region : region.slice(0, signed);
  const titled = rows.filter(({ cells }) => cells.some(({ column }) => titles.includes(column)));
  const filled = titled.filter(({ cells }) => cells.some(({ column }) => column === value));
  return filled.length <= NEARLY_NONE * titled.length;
}

/** A line above the table, with its label, says whose it is. */
export function labelsUnit(above: readonly PageRow[]): boolean {
  return above.some(({ cells }) =>
    cells.some(({ text, isText }) => isText && namesItsUnit(text) && !ISSUER.test(text)),
  );
}

/** Behind the label: the commune that puts its units together. */
const ISSUER = /[:：]\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|xã|phường|thị trấn)(?![\p{L}])/iu;

const LEAST_HEADLESS = 3;

/** ReportColumns inside the table under no word and no merge in which figures stand. */
function headlessIn(page: Page, { texts, left, right }: HeaderPlace, region: readonly PageRow[]): readonly number[] {
  const headed = new Set(texts.map(({ column }) => column));
  const counts = new Map<number, number>();
  const signs = new Set<number>();
  for (const { row, cells } of region.slice(0, ROWS_TO_LOOK_AT))
    for (const { column, text } of cells) {
      if (text === '/') signs.add(column);
      if (column <= left || column >= right || headed.has(column) || page.spans.has(cellKey(row, column))) continue;
      if (/\d/.test(text) && text.length < LONGEST_FIGURE) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  return [...counts].flatMap(([column, count]) => (count >= LEAST_HEADLESS || signs.has(column - 1) ? [column] : []));
}

const LONGEST_FIGURE = 60;
const ROWS_TO_LOOK_AT = 60;

/** Of several columns that could name the criteria, the column with most criteria comes first. */
function byContent(titles: readonly number[], region: readonly PageRow[], sight: Sight): readonly number[] {
  if (titles.length < 2) return titles;
  const rows = region.slice(0, ROWS_TO_LOOK_AT);
  const found = (column: number): number =>
    rows.filter(({ cells }, at) =>
      cells.some((cell) => cell.column === column && namesCriterion(cell, rows[at + 1], sight)),
    ).length;
  const counts = new Map(titles.map((column) => [column, found(column)]));
  return [...titles].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/**
 * The period under review or that printed above, whichever a column speaks of; where none does, the first that is known.
 */
function periodOfColumns({ texts }: HeaderPlace, reviewed: Period | null, above: () => Period | null): Period | null {
  const times = texts.flatMap((column) => columnTime(column.texts) ?? []);
  const isNamed = (period: Period | null): boolean =>
    period !== null && times.some((time) => matchTime(time, period) === 'same');
  if (reviewed !== null && (times.length === 0 || isNamed(reviewed))) return reviewed;
  const printed = above();
  return isNamed(printed) ? printed : (reviewed ?? printed);
}

/** Spelt as foldKey spells. */
const HEADING =
  /^(?:[ab]\. ?)?(?:tên )?(?:đơn vị|cơ quan|phiếu|báo cáo|biểu|bảng|bản |cộng hoà|độc lập|uỷ ban|ubnd|đảng|kì|đối tượng|khối|phụ lục|mẫu|trường|thôn|xóm|trạm|hội |đoàn|số:|năm )/;
const BARE_FIGURE = /^\d[\d., ]*%?$/;

/**
 * Rows of the region that belong to the table: up to the signature block, without the headings of a table that follows.
 */
function lengthOfBody(page: Page, header: Header, region: readonly PageRow[], another: boolean, sight: Sight): number {
  const signed = region.findIndex(isSignatureRow);
  const isIn = (row: PageRow, at: number): boolean =>
    holdsCriterion(row, header, sight, region[at + 1]) ||
    (isOfCriterion(page, header, row, sight) && (signed < 0 || at < signed));
  const next = anotherTable(region, header, sight);
  const last = Math.min(region.findLastIndex(isIn), next - 1);
  // A line of notes under the last group may still have the total below it.
  const isLastNote = (row: PageRow, at: number): boolean => isNote(row) && !holdsPoints(region[at + 1], row, header);
  // "Mẫu số: Tổng số hộ | 1863" is a figure of the criterion above, though its words may head a form ("Mẫu số 02").
  const fills = new Set(valueColumns(header));
  const isAbove = (row: PageRow): boolean =>
    isHeading(row) && !row.cells.some(({ column, text }) => fills.has(column) && BARE_FIGURE.test(text));
  const ends = [isSignatureRow, isLastNote, ...(another ? [isAbove] : [])];
  const end = region.findIndex((row, at) => at > last && ends.some((isEnd) => isEnd(row, at)));
  const body = Math.min(end < 0 ? region.length : end, next);
  return Math.min(body, proseFrom(region, last + 1, body, sight));
}

/** Directly below a line points stand under their headings, or behind the word for their sum. */
function holdsPoints(row: PageRow | undefined, above: PageRow, { columns: { max, self } }: Header): boolean {
  if (row?.row !== above.row + 1) return false;
  const isPoints = ({ column, text }: PageCell): boolean => (column === max || column === self) && /\d/.test(text);
  return (
    row.cells.some(isPoints) || /^(?:tổng|cộng)(?![\p{L}]).*\d/u.test(foldKey(row.cells[0]?.text.slice(0, 80) ?? ''))
  );
}

/** A criterion beyond doubt stands where titles do. */
function holdsCriterion({ cells }: PageRow, { columns }: Header, sight: Sight, next?: PageRow): boolean {
  return cells.some((cell) => columns.titles.includes(cell.column) && namesCriterion(cell, next, sight));
}

/**
 * Behind the last criterion a row of words that opens with "STT" heads another table, though not of criteria: where that
 * table begins, its title line counted.
 */
function anotherTable(region: readonly PageRow[], header: Header, sight: Sight): number {
  const last = region.findLastIndex((row, order) => holdsCriterion(row, header, sight, region[order + 1]));
  const isHead = ({ cells }: PageRow): boolean =>
    cells.length > 2 && cells.every(({ isText }) => isText) && headerWord(cells[0]?.text ?? '')?.role === 'index';
  let at = last < 0 ? -1 : region.findIndex((row, order) => order > last && isHead(row));
  if (at < 0) return region.length;
  const isTitle = (order: number): boolean => {
    const [row, below] = [region[order], region[order + 1]];
    return row?.cells.length === 1 && row.cells[0]?.isText === true && row.row === (below?.row ?? 0) - 1;
  };
  while (at > last + 1 && isTitle(at - 1)) at -= 1;
  return at;
}

/** `III. KIẾN NGHỊ, ĐỀ XUẤT` and nothing but lines of text below it: where such lines begin behind the criteria. */
function proseFrom(region: readonly PageRow[], from: number, end: number, sight: Sight): number {
  const isLine = ({ cells }: PageRow): boolean => cells.length === 1 && cells[0]?.isText === true;
  const signed = region.findIndex((row, at) => at >= from && at < end && isSignatureRow(row));
  const to = signed < 0 ? end : signed;
  let first = to;
  while (first > from && region[first - 1] !== undefined && isLine(region[first - 1] as PageRow)) first -= 1;
  const isTitle = (text: string): boolean =>
    /^\s*(?:[IVX]{1,5}|[A-H])\s*[.)]\s*\p{L}/u.test(text) || (/\p{L}{4}/u.test(text) && text === text.toUpperCase());
  const title = region.findIndex((row, at) => at >= first && at < to - 1 && isTitle(row.cells[0]?.text ?? ''));
  // A criterion left blank, its title mistyped, is a line of text as well.
  const isCriterion = ({ cells }: PageRow): boolean => cells.some(({ text }) => sight.criterionOf(text) !== undefined);
  return title < 0 || region.slice(title, to).some(isCriterion) ? end : title;
}

/** `Ghi chú: …`, `Lưu ý: …` under a table. */
function isNote({ cells }: PageRow): boolean {
  return cells.length === 1 && cells[0]?.isText === true && NOTE.test(foldKey(cells[0].text.slice(0, 40)));
}

const NOTE = /^[*(\s-]*(?:ghi chú|lưu ý|chú thích|hướng dẫn|nơi nhận)(?![\p{L}])/u;

function isHeading(row: PageRow): boolean {
  const text = (row.cells[0]?.text ?? '').slice(0, 120);
  // What goes on from the row above opens with a small letter.
  if (row.cells.length > 3 || row.cells.some((cell) => !cell.isText) || /^\s*\p{Ll}[^:]*$/u.test(text)) return false;
  return HEADING.test(foldKey(text)) || namesItsUnit(text) || (row.cells.length === 1 && periodIn(text) !== null);
}

/**
 * A row of a criterion beyond doubt: its title, or numbered, titled, and with something the form prints or the unit
 * filled in.
 */
function isOfCriterion(page: Page, header: Header, row: PageRow, sight: Sight): boolean {
  const body = readRow(page, header, row);
  if (body === undefined || body.titles.length === 0) return false;
  const { index, code, max } = header.columns;
  const isCounted =
    (index !== undefined && body.numbering !== undefined) ||
    (code !== undefined && readNumbering(body.code) !== undefined);
  const holdsMax = max !== undefined && body.at.has(max) && body.at.get(max) !== body.titleCell;
  if (isCounted && (body.filled || holdsMax || body.at.size > 2)) return true;
  return body.titles.some((title) => sight.isCriterion(title));
}

/**
 * Where a table begins: finds header rows by their words, joins merged headers of several rows, and steps over the row
 * of letters or numbers under them. A header may start in any row and column; a column of criteria that no word names
 * is known by what stands in it.
 */

import { withoutTableBeside } from './beside.ts';
import { isTimeText } from './column-time.ts';
import type { HeaderColumn, ReportColumns } from './columns.ts';
import { headerTexts, isHint, isYear } from './header-texts.ts';
import { type HeaderRole, type HeaderWord, headerWord, isTitleRole } from './header-words.ts';
import { isBroken, namesCriterion } from './join-titles.ts';
import { afterLetters, isMark } from './letters-row.ts';
import { cellKey, type Page, type PageCell, type PageRow } from './page.ts';
import type { CriterionFacts } from './samples.ts';
import { saysAll } from './says-whole.ts';

/** A header before anybody decided what its columns are for. */
export interface HeaderPlace {
  /** 0-based rows of the header's words. */
  readonly top: number;
  readonly bottom: number;
  /** First row below, the row of letters or numbers stepped over. */
  readonly bodyTop: number;
  readonly left: number;
  readonly right: number;
  readonly texts: readonly HeaderColumn[];
  /** The two figures stand under nothing but "a" and "b". */
  readonly bareFigures: boolean;
}

export interface Header extends HeaderPlace {
  readonly columns: ReportColumns;
  /** The columns come from the officer's answer. */
  readonly isKept?: boolean;
}

/** What the texts of a sheet are known to be. */
export interface Sense {
  /** A criterion of the movement, word by word. */
  readonly isCriterion: (text: string) => boolean;
  /** Whether a text is the name of a unit, as far as it can be known. */
  readonly isUnit: (text: string) => boolean;
  /** The register of units knows it. */
  readonly isRegistered: (text: string) => boolean;
  /** There is a register: whoever is not in it is no unit. */
  readonly hasRegister: boolean;
  /** What the movement's sets say of the criterion with this title; undefined = there is none. */
  readonly criterionOf: (text: string) => CriterionFacts | undefined;
  /** The officer's answers on columns under exactly these headings. */
  readonly answeredColumns?: AnsweredColumns | undefined;
}

/** undefined = no answer for these headings; `isKept` false = a guess for the officer to look at. */
export type AnsweredColumns = (
  headings: readonly HeaderColumn[],
) => { readonly columns: ReportColumns; readonly isKept: boolean } | undefined;

/** More tables than any workbook of a commune has on one sheet. */
const MAX_HEADERS = 300;
const MAX_DEPTH = 5;
const SIDE_ROLES: ReadonlySet<HeaderRole> = new Set(['index', 'other', 'unit', 'foreign']);

/** All headers of the page, from the top. */
export function findHeaders(page: Page, sense: Sense): readonly HeaderPlace[] {
  const before = found.get(page);
  if (before?.sense === sense.isCriterion && before.answeredColumns === sense.answeredColumns) return before.headers;
  const headers = searchHeaders(page, sense);
  found.set(page, { sense: sense.isCriterion, answeredColumns: sense.answeredColumns, headers });
  return headers;
}

/** A page is searched once for each way of looking at it. */
const found = new WeakMap<
  Page,
  {
    readonly sense: Sense['isCriterion'];
    readonly answeredColumns: Sense['answeredColumns'];
    readonly headers: readonly HeaderPlace[];
  }
>();

function searchHeaders(page: Page, sense: Sense): readonly HeaderPlace[] {
  const headers: HeaderPlace[] = [];
  let next = 0;
  while (next < page.rows.length && headers.length < MAX_HEADERS) {
    const whole = page.rows[next];
    const isOfCriterion = whole !== undefined && holdsCriterion(page.rows[next - 1], whole, page.rows[next + 1], sense);
    const own = isOfCriterion ? page : withoutTableBeside(page, next, sense.isCriterion);
    const row = own.rows[next];
    const isTold =
      row !== undefined &&
      !isOfCriterion &&
      (isHeaderRow(row) || isOverRow(own, next) || isNamesRow(own, next, sense) || isAboveCriteria(own, next, sense));
    const mayBeKept = sense.answeredColumns !== undefined && row?.cells.every((cell) => cell.isText || isYear(cell));
    const notAbove = headers.at(-1)?.bodyTop ?? 0;
    const header = isTold || mayBeKept ? readHeader(own, next, notAbove, sense, isTold) : undefined;
    if (header) headers.push(header);
    do next += 1;
    while (header && (page.rows[next]?.row ?? Number.POSITIVE_INFINITY) < header.bodyTop);
  }
  return headers;
}

/** Far cheaper to know than that the words of a row head nothing. */
function holdsCriterion(above: PageRow | undefined, row: PageRow, below: PageRow | undefined, sense: Sense): boolean {
  return (
    row.cells.some(({ isText, text }) => isText && text.length >= LEAST_TITLE && sense.isCriterion(text)) ||
    isBroken(row, below, sense) ||
    isBroken(above, row, sense)
  );
}

/** Shorter texts may be a word of a header. */
const LEAST_TITLE = 20;

/** Words of a row by column; cells that are no header words are left out. */
function wordsOf(row: PageRow): readonly { readonly cell: PageCell; readonly word: HeaderWord }[] {
  return row.cells.flatMap((cell) => {
    const word = cell.isText ? headerWord(cell.text) : undefined;
    return word ? [{ cell, word }] : [];
  });
}

/** Roles that tell a header where no word names the criteria. */
const MANY_ROLES = 3;

/**
 * A title column and at least one column that can hold a result, or many columns of a report; known words must outweigh
 * the rest.
 */
function isHeaderRow(row: PageRow): boolean {
  const texts = row.cells.filter((cell) => cell.isText);
  if (row.cells.length < 2 || 2 * texts.length < row.cells.length) return false;
  const words = wordsOf(row).filter(({ cell }) => cell.text.length > 1);
  if (words.length < 2 || 2 * words.length < row.cells.length) return false;
  const others = words.filter(({ word }) => !isTitleRole(word.role) && !SIDE_ROLES.has(word.role));
  if (words.some(({ word }) => isTitleRole(word.role))) return others.length > 0 || titlesIn(words) > 1;
  const roles = new Set(others.filter(({ word }) => word.exact && TELLING.has(word.role)).map(({ word }) => word.role));
  const index = words.some(({ word }) => word.role === 'index');
  return roles.size + (index ? 1 : 0) >= MANY_ROLES;
}

/** A row of nothing but short texts. */
function isWords(row: PageRow | undefined, least: number, longest: number): row is PageRow {
  return (
    row !== undefined &&
    row.cells.length >= least &&
    row.cells.every((cell) => cell.isText && cell.text.length <= longest)
  );
}

/** A word for criteria directly above criteria, in a row of short texts: a header, whatever its other words. */
function isAboveCriteria(page: Page, at: number, sense: Sense): boolean {
  const row = page.rows[at];
  if (!isWords(row, 2, 60)) return false;
  if (row.cells.some((cell) => sense.isCriterion(cell.text))) return false;
  // Rows of words beside a merged title are the header's own.
  const below = page.rows.slice(at + 1, at + 1 + MAX_DEPTH + ROWS_BELOW);
  // "Tiêu chí số" stands over numbers, the criteria under the word beside it.
  return wordsOf(row).some(({ cell: { column }, word }) => {
    if (!word.exact || !isTitleRole(word.role)) return false;
    // Two words alone are a header where further words stand below the one beside the criteria.
    if (row.cells.length === 2 && !below[0]?.cells.every((cell) => cell.isText && cell.column !== column)) return false;
    const under = below.flatMap(({ cells }, order) => {
      const cell = cells.find((pageCell) => pageCell.column === column);
      return cell ? [namesCriterion(cell, below[order + 1], sense)] : [];
    });
    return under.slice(0, ROWS_BELOW).includes(true);
  });
}

const ROWS_BELOW = 5;

/** What the form prints beside the criteria. */
const PRINTED: ReadonlySet<HeaderRole> = new Set(['max', 'points', 'target', 'plan', 'method']);

/** Criteria beside one word over all that the row below tells: `Nội dung | Đơn vị báo cáo ▸ Kết quả, Minh chứng`. */
function isOverRow(page: Page, at: number): boolean {
  const row = page.rows[at];
  if (!isWords(row, 2, 80)) return false;
  const own = wordsOf(row).filter(({ word }) => isTitleRole(word.role) || word.role === 'index');
  if (!own.some(({ word }) => isTitleRole(word.role))) return false;
  // A further row of words may stand above them all.
  for (let depth = 1; depth <= MOST_OVER; depth += 1) {
    const below = page.rows[at + depth];
    if (below?.row !== row.row + depth) return false;
    if (below.cells.some((cell) => !cell.isText || own.some((item) => item.cell.column === cell.column))) return false;
    const roles = wordsOf(below).filter(
      ({ word }) => word.exact && (TELLING.has(word.role) || word.role === 'numerator' || word.role === 'denominator'),
    );
    if (roles.length >= 2 && roles.length === below.cells.length) return true;
  }
  return false;
}

const MOST_OVER = 3;

/** Criteria beside the names of several units; what each column holds stands in the row below. */
function isNamesRow(page: Page, at: number, sense: Sense): boolean {
  const [row, below] = [page.rows[at], page.rows[at + 1]];
  if (!isWords(row, 3, 80)) return false;
  // "Bộ phận Thi đua" over columns of its own reads like a header and is a name; "Tổng hợp chung" stands beside names.
  const mayName = (cell: PageCell, { role }: HeaderWord): boolean =>
    saysAll(cell.text) ||
    (SIDE_ROLES.has(role) && role !== 'index' && (sense.isUnit(cell.text) || spansColumns(page, cell)));
  const words = wordsOf(row).filter(({ cell, word }) => !mayName(cell, word));
  const title = words.find(({ word }) => isTitleRole(word.role));
  if (
    !title ||
    !words.every(({ word }) => isTitleRole(word.role) || SIDE_ROLES.has(word.role) || PRINTED.has(word.role))
  )
    return false;
  const names = row.cells.filter((cell) => !words.some((word) => word.cell === cell));
  if (names.length < 2) return false;
  const others = names.filter((cell) => !sense.isUnit(cell.text));
  if (names.length > others.length + 1 && others.every((cell) => saysAll(cell.text))) return true;
  if (!below || below.row !== row.row + 1) return false;
  const roles = wordsOf(below).filter(({ cell, word }) => cell.column !== title.cell.column && TELLING.has(word.role));
  return roles.length >= names.length && 2 * roles.length >= below.cells.length;
}

function spansColumns(page: Page, { row, column }: PageCell): boolean {
  return (page.spans.get(cellKey(row, column))?.right ?? column) > column;
}

/** Words that stand over a report's columns and nowhere else. */
const TELLING: ReadonlySet<HeaderRole> = new Set([
  'max',
  'self',
  'appraised',
  'evidence',
  'method',
  'value',
  'ratio',
  'explanation',
  'own-result',
  'figure',
]);

/** Words that stand in the body of any report as well. */
const TICKS: ReadonlySet<HeaderRole> = new Set(['yes', 'no', 'group']);

function titlesIn(words: readonly { readonly word: HeaderWord }[]): number {
  return words.filter(({ word }) => isTitleRole(word.role)).length;
}

/** `isTold` = the words alone prove a header; otherwise only an answer for these headings does. */
function readHeader(page: Page, at: number, notAbove: number, sense: Sense, isTold: boolean): HeaderPlace | undefined {
  const first = page.rows[at];
  if (!first) return undefined;
  const { top, bottom, bodyTop, printed } = headingsAt(page, at, notAbove, sense);
  const isKept = sense.answeredColumns?.(printed) !== undefined;
  const texts = isKept ? printed : isTold ? withTitle(page, printed, bodyTop, sense) : undefined;
  if (!texts) return undefined;
  const left = texts[0]?.column ?? 0;
  const right = texts.at(-1)?.column ?? 0;
  const lowest = texts.map((column) => column.texts.at(-1)?.toLowerCase());
  const bareFigures = lowest.includes('a') && lowest.includes('b');
  return { top, bottom, bodyTop, left, right, texts, bareFigures };
}

/** What is printed over the columns of a header that begins in a row or just above it. */
export function headingsAt(page: Page, at: number, notAbove: number, sense: Sense) {
  const top = groupRowAbove(page, at, notAbove) ?? page.rows[at]?.row ?? 0;
  const bottom = headerBottom(page, at, sense);
  return {
    top,
    bottom,
    bodyTop: afterLetters(page, bottom),
    printed: headerTexts(page, top, bottom),
  };
}

/** Rows looked at to find the criteria among columns no word tells. */
const ROWS_TO_LOOK_AT = 60;
const LEAST_CRITERIA = 2;
const CRITERIA = 'Tiêu chí';

/** Adds a column that names the criteria; undefined when there is none. */
function withTitle(
  page: Page,
  texts: readonly HeaderColumn[],
  bodyTop: number,
  sense: Sense,
): readonly HeaderColumn[] | undefined {
  const isTitled = texts.some((column) => column.texts.some((text) => isTitleRole(headerWord(text)?.role ?? 'other')));
  if (isTitled) return texts;
  const from = page.rows.findIndex(({ row }) => row >= bodyTop);
  const rows = from < 0 ? [] : page.rows.slice(from, from + ROWS_TO_LOOK_AT);
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.isText && sense.isCriterion(cell.text)) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < LEAST_CRITERIA) return undefined;
  const rest = texts.filter(({ column }) => column !== best[0]);
  return [...rest, { column: best[0], texts: [CRITERIA] }].sort((a, b) => a.column - b.column);
}

/**
 * The row above holds only words over several columns ("TỰ ĐÁNH GIÁ"): the header begins there. One word over the
 * criteria themselves is the table's heading.
 */
function groupRowAbove(page: Page, at: number, notAbove: number): number | undefined {
  const above = page.rows[at - 1];
  const first = page.rows[at];
  if (!above || !first || above.row !== first.row - 1 || above.row < notAbove) return undefined;
  const own = new Set(first.cells.map((cell) => cell.column));
  const isWord = (cell: PageCell): boolean =>
    isYear(cell) ||
    (cell.isText && (headerWord(cell.text)?.exact === true || isTimeText(cell.text)) && !/[:：]/.test(cell.text));
  const criteria =
    wordsOf(first).find(({ word }) => isTitleRole(word.role))?.cell.column ?? first.cells[0]?.column ?? 0;
  const isHeading = above.cells.length === 1 && (above.cells[0]?.column ?? 0) <= criteria;
  const overOwn = above.cells.some((cell) => own.has(cell.column));
  return above.cells.every(isWord) && overOwn && !isHeading ? above.row : undefined;
}

/** Last row of the header: as deep as its merges go, and the row of sub-headers under a word over several columns. */
function headerBottom(page: Page, at: number, sense: Sense): number {
  const first = page.rows[at];
  if (!first) return 0;
  const { row } = first;
  const titleColumns = new Set<number>();
  const headed = new Set(first.cells.map(({ column }) => column));
  let bottom = row;
  for (const { cell, word } of wordsOf(first)) {
    if (isTitleRole(word.role) || word.role === 'index') titleColumns.add(cell.column);
    const span = page.spans.get(cellKey(row, cell.column));
    if (span) bottom = Math.max(bottom, Math.min(span.bottom, row + MAX_DEPTH - 1));
  }
  for (let below = bottom + 1; below < row + MAX_DEPTH; below += 1) {
    const candidate = page.byRow.get(below);
    if (!candidate || !mayBeSubHeader(page, candidate, titleColumns, sense)) break;
    // Names of parts and units ("Đợt 1 | Đợt 2") stand between the words over and under them.
    const next = page.byRow.get(below + 1);
    const isBetween = next !== undefined && mayBeSubHeader(page, next, titleColumns, sense) && saysHeader(next, sense);
    const isHinted = candidate.cells.every(({ text, column }) => isHint(text) || isRepeated(page, below, column));
    if (!saysHeader(candidate, sense) && !isHinted && !isBetween && !fillsGaps(candidate, headed, titleColumns)) break;
    bottom = below;
    for (const { column } of candidate.cells) headed.add(column);
  }
  return bottom;
}

/** Text and years only, nothing under the title. */
function mayBeSubHeader(page: Page, row: PageRow, titleColumns: ReadonlySet<number>, sense: Sense): boolean {
  if (row.cells.some((cell) => !(cell.isText || isYear(cell)) || sense.isCriterion(cell.text))) return false;
  // A group's name merged over the whole table stands under the title as well.
  const isUnderTitle = ({ column }: PageCell): boolean => {
    const last = page.spans.get(cellKey(row.row, column))?.right ?? column;
    return (
      [...titleColumns].some((titleColumn) => titleColumn >= column && titleColumn <= last) &&
      !isRepeated(page, row.row, column)
    );
  };
  if (row.cells.some(isUnderTitle)) return false;
  return !row.cells.every((cell) => isMark(cell.text) && !isYear(cell));
}

/** The word above once more, as programs leave it that fill in what was merged. */
function isRepeated(page: Page, row: number, column: number): boolean {
  const [own, above] = [row, row - 1].map((at) => page.byRow.get(at)?.cells.find((cell) => cell.column === column));
  return own !== undefined && above !== undefined && own.text === above.text;
}

/** Several names under one word whose merge was lost: the rows above have nothing over all but the first. */
function fillsGaps({ cells }: PageRow, headed: ReadonlySet<number>, titleColumns: ReadonlySet<number>): boolean {
  const isInside = ({ column, text }: PageCell): boolean =>
    text.length <= LONGEST_NAME && [...titleColumns].every((titleColumn) => titleColumn < column);
  const loose = cells.filter(({ column }) => !headed.has(column));
  return cells.length > 1 && loose.length > 0 && loose.length === cells.length - 1 && cells.every(isInside);
}

const LONGEST_NAME = 40;

/** At least half of it is header words, times, units or a/b; one name alone stands over the rows of its unit. */
function saysHeader(row: PageRow, sense: Sense): boolean {
  const words = new Set(wordsOf(row).map(({ cell, word }) => (TICKS.has(word.role) ? word.role : cell)));
  const others = row.cells.filter(
    (cell) =>
      !words.has(cell) && (isYear(cell) || isTimeText(cell.text) || (row.cells.length > 1 && sense.isUnit(cell.text))),
  );
  return 2 * (words.size + others.length) >= row.cells.length;
}

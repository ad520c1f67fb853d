/**
 * A report without a header of columns: rows under no headings, sentences, parts of a line between separators, blocks of
 * labelled lines. The criteria are known, so a piece of text that names a criterion begins a row, whatever follows it up
 * to the next name belongs to it, and the columns of this table are decided like those of any other: words propose,
 * figures decide.
 */

import { groupBy } from '../../base/group-by.ts';
import type { Period } from '../../base/period/period.ts';
import { foldKey } from '../../base/text/text.ts';
import { columnTime } from './column-time.ts';
import { type HeaderColumn, type ReportColumns, resolveColumns } from './columns.ts';
import type { Header } from './header.ts';
import { headerWord } from './header-words.ts';
import { type NameLength, type Piece, type PieceLine, pieceLines } from './named-pieces.ts';
import { bareTitle, readNumbering } from './numbering.ts';
import { cellKey, MADE_ROW, type Page, type PageCell, type PageRow } from './page.ts';
import { proveColumns } from './prove-columns.ts';
import { type BodyRow, isSignatureRow, valueColumns } from './rows.ts';
import { figureIn, isFigure as isFilled, type Sample, samplesOf } from './samples.ts';
import type { KnownCriteria } from './set-index.ts';
import type { ReportTable, Sight } from './tables.ts';
import type { TitleIndex } from './title-index.ts';

/** Fewer criteria named on a page are mentioned there, not reported. */
const LEAST_CRITERIA = 3;
const MAX_ROWS = 2_000;
const LONGEST_LINE = 1_000;
const LONGEST_NAME = 300;
const SHORTEST_NAME = 8;
const ALIKE = 0.85;
const LEAST_ALIKE = 20;

/** The table; null where the page names too few criteria, or no figures that could be their results stand beside them. */
export function unheadedTable(page: Page, { titles }: KnownCriteria, sight: Sight): ReportTable | null {
  const nameLength = nameLengths(titles);
  const lines = page.rows.slice(0, MAX_ROWS).flatMap((row) => pieceLines(row, nameLength));
  const found = recordsIn(lines);
  if (new Set(found.map(({ title }) => bareTitle(title.text))).size < LEAST_CRITERIA) return null;
  return tableOf(page, found, lines, sight);
}

/** The longest beginning of a text that is the name of a criterion, word by word; else the mistyped name before its figures. */
function nameLengths(titles: TitleIndex<string>): NameLength {
  const known = new Map<string, number | undefined>();
  const lengthOf = (text: string): number | undefined => {
    if (text.length < SHORTEST_NAME || text.length > LONGEST_LINE) return undefined;
    if (titles.equal(text).length > 0) return text.length;
    const ends = [...text.slice(0, LONGEST_NAME).matchAll(/(?<=\))|[\s:：;,.|(–—-]+/gu)]
      .map(({ index }) => index)
      .reverse();
    const end = ends.find((at) => at >= SHORTEST_NAME && titles.equal(text.slice(0, at)).length > 0);
    if (end !== undefined) return end;
    const bare = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]?\s+)?[^\d:：;|]*/u.exec(text)?.[0] ?? '';
    const near = bare.length < LEAST_ALIKE ? null : titles.nearest(bare);
    return near !== null && near.similarity >= ALIKE ? bare.trimEnd().length : undefined;
  };
  return (text) => {
    if (!known.has(text)) known.set(text, lengthOf(text));
    return known.get(text);
  };
}

interface Found {
  readonly title: PageCell;
  readonly row: PageRow;
  /** From its line and the lines below it, up to the next name. */
  readonly pieces: (Piece & { readonly below: number })[];
}

/** A line of a report's rows that names nothing belongs to the criterion above it, where it has a label or a figure. */
function recordsIn(lines: readonly PieceLine[]): readonly Found[] {
  const found: Found[] = [];
  let below = 0;
  for (const { row, title, pieces } of lines) {
    const last = found.at(-1);
    if (title === undefined && last && row !== last.row && isSignatureRow(row)) break;
    if (title !== undefined) {
      below = 0;
      found.push({ title, row, pieces: pieces.map((piece) => ({ ...piece, below: 0 })) });
    } else if (last && !isTotal(row)) {
      const own = pieces.filter(({ cell, label }) => label !== undefined || isFigure(cell));
      if (own.length > 0) below += 1;
      last.pieces.push(...own.map((piece) => ({ ...piece, below })));
    }
  }
  return withoutLoose(found);
}

function isFigure({ isText, text }: PageCell): boolean {
  return !isText || /^\D{0,20}\d/u.test(text);
}

function isTotal({ cells: [first] }: PageRow): boolean {
  return /^(?:tổng (?:cộng|(?:số )?điểm)|cộng)(?!\p{L})/u.test(foldKey(first?.text.slice(0, 40) ?? ''));
}

/** After the last criterion, drops notes and totals: pieces whose label no other criterion has. */
function withoutLoose(found: readonly Found[]): readonly Found[] {
  const others = new Set(found.slice(0, -1).flatMap(({ pieces }) => pieces.map(keyOf)));
  return found.map((item, at) =>
    at < found.length - 1
      ? item
      : { ...item, pieces: item.pieces.filter((piece) => piece.below === 0 || others.has(keyOf(piece))) },
  );
}

/** Pieces with the same key share a column. */
function keyOf({ label, place, below }: Found['pieces'][number]): string {
  if (label === undefined) return `place ${below} ${place}`;
  // "Kết quả năm 2024" and "Kết quả năm 2025" are two columns, "Tự chấm" and "Điểm tự chấm" the same column.
  return `label ${label.role} ${JSON.stringify(columnTime([label.text]))}`;
}

function tableOf(page: Page, found: readonly Found[], lines: readonly PieceLine[], sight: Sight): ReportTable | null {
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return null;
  const columns = columnsOf(found, headOf(first, lines));
  const lastRow = Math.max(last.row.row, ...last.pieces.map(({ cell }) => cell.row));
  const above = page.rows.filter(({ row }) => row < first.row.row);
  const below = page.rows.filter(({ row }) => row > lastRow);
  const shared = groupBy(found, ({ row }) => row.row);
  const made = found.map((item, order) =>
    rowOf(item, shared.get(item.row.row)?.length === 1 ? item.row.row : MADE_ROW + order, columns),
  );
  const origin = new Map(
    made.flatMap(({ cells, own }) => cells.map((cell, at) => [cellKey(cell.row, cell.column), own[at]] as const)),
  );
  const titles = new Map(made.map(({ row, title }) => [row, title]));
  const rows = made.map(({ row, cells }): PageRow => ({ row, cells }));
  const all = [...above, ...rows, ...below];
  const side: Page = {
    ...page,
    rows: all,
    byRow: new Map(all.map((row) => [row.row, row])),
    originOf: (row, column) => origin.get(cellKey(row, column)) ?? titles.get(row),
  };
  const period = sight.period ?? sight.periodAbove(page, above);
  const proved = provedColumns(columns, samplesOf(rows, [0], sight.criterionOf), period);
  // Criteria with only targets or maxima are a plan's list, not a report.
  const results = [proved.value, proved.figure, proved.numerator, proved.self].filter((column) => column !== undefined);
  const answered = rows.filter(({ cells }) => cells.some((cell) => results.includes(cell.column) && isAnswer(cell)));
  if (answered.length < LEAST_CRITERIA || 2 * answered.length < rows.length) return null;
  // The row above the first criterion has room for headings beside what stands there.
  const top = Math.max(0, first.row.row - 1);
  const header: Header = {
    top,
    bottom: top,
    bodyTop: top,
    left: 0,
    right: Math.max(columns.texts.length, ...found.flatMap(({ row }) => row.cells.map(({ column }) => column))),
    texts: columns.texts,
    bareFigures: false,
    columns: proved,
  };
  return {
    page: side,
    header,
    above,
    body: rows.map((row, at) => bodyRow(side, header, row, made[at]?.title.text ?? '')),
    below,
    total: totalOf(side, header, below),
    lastRow,
    isMade: true,
  };
}

/** Without a header no column is known to hold only shares: `mixed`. */
function provedColumns(
  { texts, index }: MadeColumns,
  samples: readonly Sample[],
  period: Period | null,
): ReportColumns {
  const proposed = resolveColumns(texts, period);
  const open = proposed.open.filter((column) => column !== index);
  return proveColumns({ ...proposed, index, open, mixed: true }, () => samples, texts);
}

function isAnswer(cell: PageCell): boolean {
  return !cell.isText || /\d/.test(cell.text) || isFilled(figureIn(cell));
}

interface MadeColumns {
  readonly byKey: ReadonlyMap<string, number>;
  readonly texts: readonly HeaderColumn[];
  readonly index: number | undefined;
}

/** Column 0 names the criteria. */
function columnsOf(found: readonly Found[], head: ReadonlyMap<number, string>): MadeColumns {
  const byKey = new Map<string, number>();
  const texts: HeaderColumn[] = [{ column: 0, texts: ['Tiêu chí'] }];
  let index: number | undefined;
  for (const { pieces } of found)
    for (const piece of pieces) {
      const key = keyOf(piece);
      if (byKey.has(key)) continue;
      const column = texts.length;
      byKey.set(key, column);
      const word = piece.label?.text ?? (piece.below === 0 ? head.get(piece.place) : undefined);
      texts.push({ column, texts: word === undefined ? [] : [word] });
      if (piece.label === undefined && piece.below === 0 && piece.place < 0 && readNumbering(piece.cell.text))
        index ??= column;
    }
  return { byKey, texts, index };
}

/** Words for columns in the parts of the line above the first criterion, by their places. */
function headOf(first: Found, lines: readonly PieceLine[]): ReadonlyMap<number, string> {
  const at = lines.findIndex(({ title }) => title !== undefined);
  const above = lines[at - 1]?.row.cells[0];
  const parts = above?.isText ? above.text.split(/[;|\t]/).map((text) => text.trim()) : [];
  const words = parts.map((text) => headerWord(text));
  const title = words.findIndex(
    (word) => word !== undefined && ['title', 'content', 'target-or-title'].includes(word.role),
  );
  if (parts.length < 2 || title < 0 || first.row.cells.length > 1) return new Map();
  return new Map(parts.map((text, part) => [part - title, text]));
}

interface MadeRow {
  readonly row: number;
  readonly title: PageCell;
  readonly cells: readonly PageCell[];
  /** The cells of the sheet they come from. */
  readonly own: readonly PageCell[];
}

/**
 * `row` = the row of the sheet, or a number beyond its rows where several criteria share that row. Pieces under the same
 * key go into the same cell.
 */
function rowOf({ title, pieces }: Found, row: number, { byKey }: MadeColumns): MadeRow {
  const byColumn = new Map<number, PageCell>([[0, title]]);
  for (const piece of pieces) {
    const column = byKey.get(keyOf(piece)) ?? 0;
    const known = byColumn.get(column);
    byColumn.set(column, known ? { ...known, isText: true, text: `${known.text}; ${piece.cell.text}` } : piece.cell);
  }
  const sorted = [...byColumn].sort((a, b) => a[0] - b[0]);
  return {
    row,
    title,
    cells: sorted.map(([column, cell]) => ({ ...cell, row, column })),
    own: sorted.map(([, cell]) => cell),
  };
}

/** `Tổng điểm tự chấm: 85`, `Tổng cộng | 85` below the criteria. */
function totalOf(page: Page, header: Header, below: readonly PageRow[]): BodyRow | null {
  const row = below.find(isTotal);
  const self = header.columns.self;
  if (row === undefined || self === undefined) return null;
  const points = row.cells.slice(1).find((cell) => /^\s*\d/.test(cell.text));
  const made: PageRow = {
    row: row.row,
    cells: row.cells.map((cell) => (cell === points ? { ...cell, column: self } : cell)),
  };
  return { ...bodyRow(page, header, made, ''), label: row.cells[0]?.text ?? '' };
}

function bodyRow(page: Page, header: Header, { row, cells }: PageRow, title: string): BodyRow {
  const at = new Map(cells.map((cell) => [cell.column, cell]));
  const index = header.columns.index === undefined ? undefined : at.get(header.columns.index);
  const number = index?.text ?? /^\s*\(?(\d{1,3}(?:\.\d{1,3}){1,4})[.):]?\s/.exec(title)?.[1] ?? '';
  return {
    row,
    page,
    header,
    at,
    numbering: readNumbering(number),
    code: /^\s*(\d{1,3}(?:\.\d{1,3}){1,4}\.[a-zđ])[.):]?\s/u.exec(title)?.[1] ?? '',
    titles: [title],
    titleCell: at.get(0),
    label: title,
    filled: valueColumns(header).some((column) => at.has(column)),
  };
}

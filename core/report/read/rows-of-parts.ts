/**
 * Rows below a criterion that hold its parts: `Cụm 1`, `Cụm 2`, `Cụm 3` with figures that add up to its own. Where they
 * come to another figure both are reported.
 */
import type { UnreadRemark } from '../report.ts';
import { codeOf } from './code-of.ts';
import type { RowMeaning } from './match-rows.ts';
import { type PageCell, refTo } from './page.ts';
import { type BodyRow, totalKind } from './rows.ts';
import { figureIn } from './samples.ts';

/** A single row may be only some of the whole. */
const LEAST_PARTS = 2;

/** Gives unknown rows to the criterion above them if they are its parts. */
export function withPartRows(rows: readonly BodyRow[], meanings: readonly RowMeaning[]): readonly RowMeaning[] {
  const found = [...meanings];
  const isLoose = (row: BodyRow, { kind }: RowMeaning): boolean =>
    kind === 'unknown' && !row.numbering && row.code === '';
  for (const { at, criterion, parts } of partsIn(rows, meanings, isLoose))
    for (let part = at + 1; part <= at + parts.length; part += 1) found[part] = { kind: 'below', criterion };
  return found;
}

/** Criteria with their parts: the rows right below them that are as wanted. */
function partsIn(
  rows: readonly BodyRow[],
  meanings: readonly RowMeaning[],
  isPart: (row: BodyRow, meaning: RowMeaning) => boolean,
) {
  return rows.flatMap((whole, at) => {
    const meaning = meanings[at];
    if (meaning?.kind !== 'criterion') return [];
    let end = at + 1;
    for (let row = rows[end], own = meanings[end]; row && own && isPart(row, own); row = rows[end], own = meanings[end])
      end += 1;
    const columns = figureColumns(whole);
    const isTotal = (row: BodyRow): boolean => row.titles.length === 0 || totalKind(row) !== null;
    const parts = rows
      .slice(at + 1, end)
      .filter((row) => !isTotal(row) && columns.some((column) => row.at.has(column)));
    const { criterion } = meaning;
    const code = codeOf(meaning);
    return parts.length >= LEAST_PARTS && areParts(whole, parts)
      ? [{ at, whole, criterion, code, columns, parts }]
      : [];
  });
}

/** Their figures add up in some column, or they are numbered pieces of one thing: `Tổ 1`, `Tổ 2`. */
function areParts(whole: BodyRow, parts: readonly BodyRow[]): boolean {
  const isSummed = figureColumns(whole).some((column) => {
    const { own, sum } = sumAt(column, whole, parts);
    return own !== null && own > 0 && own === sum;
  });
  return isSummed || parts.every((_, at) => isNumberedPiece(parts, at));
}

/** `Cụm 1` → Cụm and 1; null for any other name. */
function pieceOf({ titles: [title = ''] }: BodyRow): { readonly of: string; readonly number: string } | null {
  const [, of = '', number = ''] =
    /^[\s+*•–-]*(\p{L}[\p{L} ]{0,40}?)\s*(\d{1,3}|[IVX]{1,5})$/u.exec(title.slice(0, 60)) ?? [];
  return of === '' ? null : { of, number };
}

/** The row above or below it is another piece of the same thing, and it has no number as criteria have. */
export function isNumberedPiece(rows: readonly BodyRow[], at: number): boolean {
  const row = rows[at];
  const own = row === undefined || row.numbering !== undefined || row.code !== '' ? null : pieceOf(row);
  return (
    own !== null &&
    [rows[at - 1], rows[at + 1]].some((beside) => {
      const other = beside && pieceOf(beside);
      return other?.of === own.of && other.number !== own.number;
    })
  );
}

function figureColumns({ header: { columns } }: BodyRow): readonly number[] {
  const { numerator, denominator, value, figure } = columns;
  const counted = [numerator, denominator].filter((column) => column !== undefined);
  return counted.length > 0 ? counted : [figure, value].filter((column) => column !== undefined);
}

/** `sum` is null where a part has no figure there. */
function sumAt(column: number, whole: BodyRow, parts: readonly BodyRow[]) {
  const numberIn = (cell: PageCell | undefined): number | null => {
    const figure = cell && figureIn(cell);
    return figure?.kind === 'number' && figure.isPercent !== true && Number.isFinite(figure.value)
      ? figure.value
      : null;
  };
  const figures = parts.map(({ at }) => numberIn(at.get(column)));
  const isWhole = figures.every((figure) => figure !== null);
  return {
    own: numberIn(whole.at.get(column)),
    sum: isWhole ? figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0) : null,
  };
}

interface Sums {
  readonly remarks: readonly UnreadRemark[];
  /** Cells of parts that were added up, as `sheet!address`. */
  readonly used: readonly string[];
}

/** Parts that come to another figure than their criterion, and the cells that were added. */
export function sumsOfParts(rows: readonly BodyRow[], meanings: readonly RowMeaning[]): Sums {
  const remarks: UnreadRemark[] = [];
  const used: string[] = [];
  for (const { whole, code, columns, parts } of partsIn(rows, meanings, (_, { kind }) => kind === 'below'))
    for (const column of new Set([...columns, whole.header.columns.value ?? -1])) {
      const { own, sum } = sumAt(column, whole, parts);
      // The shares of the parts are those of their own figures.
      const isShare = !columns.includes(column);
      if (!isShare && (own === null || sum === null)) continue;
      used.push(...parts.map(({ page, row }) => keyOf(page, row, column)));
      if (isShare || own === sum) continue;
      const cell = refTo(whole.page, whole.row, column);
      remarks.push({ kind: 'unread', why: 'sum', text: `${sum}`, of: `${own}`, cell, criterion: code });
    }
  return { remarks, used };
}

function keyOf(page: BodyRow['page'], row: number, column: number): string {
  const { sheet, address } = refTo(page, row, column);
  return `${sheet}!${address}`;
}

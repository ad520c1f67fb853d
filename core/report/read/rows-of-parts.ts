/**
 * Rows below a criterion that hold its parts: `Cụm 1`, `Cụm 2`, `Cụm 3` with figures that add up to its own. Where they
 * come to another figure both are told.
 */
import type { UnreadRemark } from '../report.ts';
import type { RowMeaning } from './match-rows.ts';
import { type PageCell, refTo } from './page.ts';
import { type BodyRow, totalKind } from './rows.ts';
import { figureIn } from './samples.ts';

/** A single row is said to be some of the whole. */
const LEAST_PARTS = 2;

/** Meanings with rows nobody knows given to the criterion above, where they are its parts. */
export function withPartRows(rows: readonly BodyRow[], meanings: readonly RowMeaning[]): readonly RowMeaning[] {
  const found = [...meanings];
  for (const [at, meaning] of meanings.entries()) {
    const whole = rows[at];
    if (whole === undefined || meaning.kind !== 'criterion') continue;
    let end = at + 1;
    while (isLoose(rows[end], meanings[end])) end += 1;
    const parts = rows.slice(at + 1, end);
    if (parts.length < LEAST_PARTS || !areParts(whole, parts)) continue;
    for (let part = at + 1; part < end; part += 1) found[part] = { kind: 'below', criterion: meaning.criterion };
  }
  return found;
}

function isLoose(row: BodyRow | undefined, meaning: RowMeaning | undefined): boolean {
  return row !== undefined && meaning?.kind === 'unknown' && row.numbering === undefined && row.code === '';
}

/** Their figures add up in some column, or they are numbered pieces of one thing: `Tổ 1`, `Tổ 2`. */
function areParts(whole: BodyRow, parts: readonly BodyRow[]): boolean {
  const isSummed = figureColumns(whole).some((column) => {
    const { own, sum } = sumAt(column, whole, parts);
    return own !== null && own > 0 && own === sum;
  });
  return isSummed || areNumbered(parts);
}

function areNumbered(parts: readonly BodyRow[]): boolean {
  const names = parts.map(pieceOf);
  const [first] = names;
  return (
    first !== null &&
    first !== undefined &&
    names.every((name) => name?.of === first.of) &&
    new Set(names.map((name) => name?.number)).size === names.length
  );
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
  for (const [at, meaning] of meanings.entries()) {
    const whole = rows[at];
    if (whole === undefined || meaning.kind !== 'criterion') continue;
    let end = at + 1;
    while (meanings[end]?.kind === 'below') end += 1;
    const filled = rows.slice(at + 1, end).filter((row) => row.titles.length > 0 && totalKind(row) === null);
    const columns = figureColumns(whole);
    const parts = filled.filter((row) => columns.some((column) => row.at.has(column)));
    if (parts.length < LEAST_PARTS || !areParts(whole, parts)) continue;
    const code = meaning.part ? `${meaning.criterion.code}.${meaning.part.code}` : meaning.criterion.code;
    for (const column of columns) {
      const { own, sum } = sumAt(column, whole, parts);
      if (own === null || sum === null) continue;
      used.push(...parts.map(({ page, row }) => keyOf(page, row, column)));
      const cell = refTo(whole.page, whole.row, column);
      if (own !== sum)
        remarks.push({ kind: 'unread', why: 'sum', text: `${sum}`, of: `${own}`, cell, criterion: code });
    }
    const { value } = whole.header.columns;
    // The shares of the parts are those of their own figures.
    if (value !== undefined && !columns.includes(value))
      used.push(...parts.map(({ page, row }) => keyOf(page, row, value)));
  }
  return { remarks, used };
}

function keyOf(page: BodyRow['page'], row: number, column: number): string {
  const { sheet, address } = refTo(page, row, column);
  return `${sheet}!${address}`;
}

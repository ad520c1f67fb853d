/**
 * Rows under the titles of a table: found by the titles' words, wherever the table stands on its sheet and in whatever
 * order its columns are.
 */

import { bareKey } from '../base/text/text.ts';
import { type CellValue, isCellError, type Sheet } from '../sheet/grid/sheet.ts';

const HEADER_ROWS = 20;

export interface TitledRow<F extends string> {
  /** From 1, as the sheet counts. */
  readonly number: number;
  /** null = empty, an error, or no such column. */
  readonly value: (field: F) => CellValue | null;
  /** Index into the book's styles. */
  readonly style: (field: F) => number;
  /** Tidied; '' = nothing. */
  readonly text: (field: F) => string;
}

/** `titles` = what each column may be called; null when no row of the sheet names every field of `needed`. */
export function titledRows<F extends string>(
  { rows }: Pick<Sheet, 'rows'>,
  titles: Readonly<Record<F, readonly string[]>>,
  needed: readonly NoInfer<F>[],
): readonly TitledRow<F>[] | null {
  const fieldOf = new Map(
    (Object.keys(titles) as F[]).flatMap((field) => titles[field].map((title) => [bareKey(title), field] as const)),
  );
  const inOrder = [...rows].sort(([x], [y]) => x - y);
  for (const [header, cells] of inOrder) {
    if (header >= HEADER_ROWS) return null;
    const columns = new Map<F, number>();
    for (const { column, value } of cells) {
      const field = typeof value === 'string' ? fieldOf.get(bareKey(value)) : undefined;
      if (field && !columns.has(field)) columns.set(field, column);
    }
    if (!needed.every((field) => columns.has(field))) continue;
    return inOrder
      .filter(([row]) => row > header)
      .map(([row, below]) => {
        const cellOf = (field: F) => below.find(({ column }) => column === columns.get(field));
        const value = (field: F) => {
          const found = cellOf(field)?.value ?? null;
          return isCellError(found) ? null : found;
        };
        const style = (field: F) => cellOf(field)?.style ?? 0;
        return { number: row + 1, value, style, text: (field: F) => textOf(value(field)) };
      })
      .filter(({ text }) => [...columns.keys()].some((field) => text(field) !== ''));
  }
  return null;
}

function textOf(value: CellValue | null): string {
  return value === null ? '' : String(value).normalize('NFC').replace(/\s+/g, ' ').trim();
}

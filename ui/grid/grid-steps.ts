/** Where a key leads from a cell of the grid; null for a key that does not walk. Pure. */
import { type GridLayout, mergeAt } from './grid-layout.ts';

interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}
interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * `page` = rows a page. A merge is one cell: stepped over whole, stood on by its first. Tab is left to the browser: the
 * grid is no trap.
 */
export function steppedBy(keys: Keys, from: Cell, layout: GridLayout, page: number): Cell | null {
  if (keys.altKey || keys.metaKey) return null;
  const step = stepOf(keys, from, layout, page);
  if (step === null) return null;
  const row = Math.min(layout.rows - 1, Math.max(0, step.row));
  const column = Math.min(layout.columns - 1, Math.max(0, step.column));
  const merge = mergeAt(layout, row, column);
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

function stepOf({ key, ctrlKey }: Keys, { row, column }: Cell, layout: GridLayout, page: number): Cell | null {
  const merge = mergeAt(layout, row, column);
  switch (key) {
    case 'ArrowDown':
      return { row: (merge?.bottom ?? row) + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: (merge?.right ?? column) + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return { row, column: layout.columns - 1 };
  }
  return null;
}

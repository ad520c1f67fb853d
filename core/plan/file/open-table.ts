/** A table while its rows are read one cell behind the other, as Word files have them. */
import type { Block, GridBlock, GridCell } from '../document/plan-document.ts';

interface OpenCell {
  readonly blocks: Block[];
  across: number;
  /** It belongs to the cell above it. */
  goesOn: boolean;
}

interface OpenRow {
  readonly cells: { readonly column: number; across: number; readonly goesOn: boolean; blocks: Block[] }[];
  column: number;
  deleted: boolean;
}

export class OpenTable {
  private readonly rows: OpenRow[] = [];
  private row: OpenRow = { cells: [], column: 0, deleted: false };
  cell: OpenCell | null = null;

  startRow(): void {
    this.row = { cells: [], column: 0, deleted: false };
  }

  deleteRow(): void {
    this.row.deleted = true;
  }

  /** Columns the row leaves free before its first cell. */
  skip(columns: number): void {
    this.row.column += Math.min(columns, MOST_COLUMNS);
  }

  startCell(): void {
    this.cell = { blocks: [], across: 1, goesOn: false };
  }

  endCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || row.column >= MOST_COLUMNS) return;
    const across = Math.min(cell.across, MOST_COLUMNS - row.column);
    row.cells.push({ column: row.column, across, goesOn: cell.goesOn, blocks: cell.blocks });
    row.column += across;
  }

  /** The last cell of the row reaches further; false = there is none. */
  widen(columns: number): boolean {
    const last = this.row.cells.at(-1);
    if (!last) return false;
    last.across += columns;
    this.row.column += columns;
    return true;
  }

  endRow(): void {
    if (!this.row.deleted) this.rows.push(this.row);
  }

  grid(): GridBlock {
    const rows: { -readonly [key in keyof GridCell]: GridCell[key] }[][] = [];
    /** The cell that reaches down from above, by its first column. */
    const reaching = new Map<number, { down: number; blocks: readonly Block[]; across: number }>();
    for (const { cells } of this.rows) {
      const own: (typeof rows)[number] = [];
      for (const { column, across, goesOn, blocks } of cells) {
        const above = reaching.get(column);
        if (goesOn && above && above.across === across) {
          above.down += 1;
          above.blocks = [...above.blocks, ...blocks];
          continue;
        }
        const cell = { column, across, down: 1, blocks };
        reaching.set(column, cell);
        own.push(cell);
      }
      rows.push(own);
    }
    return { kind: 'grid', rows };
  }
}

/** No table of a page is wider. */
const MOST_COLUMNS = 64;

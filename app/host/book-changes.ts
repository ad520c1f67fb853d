/** The cells that differ between two readings of a workbook: the content of a run's undo record. */
import type { Book, Cell, CellValue, Sheet } from '../../core/sheet/grid/sheet.ts';
import type { UndoRecord } from '../../session/host/port.ts';

type ChangedCell = UndoRecord['cells'][number];

/** Cells of the sheets both books have, by what they hold before and after. */
export function bookChanges(before: Book, after: Book, idOf: (sheet: string) => string | undefined): ChangedCell[] {
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  return after.sheets.flatMap((sheet) => {
    const was = old.get(sheet.name);
    const sheetId = idOf(sheet.name);
    return was && was !== sheet && sheetId !== undefined ? sheetChanges(was, sheet, sheetId) : [];
  });
}

function sheetChanges(before: Sheet, after: Sheet, sheetId: string): ChangedCell[] {
  const rows = [...new Set([...before.rows.keys(), ...after.rows.keys()])].sort((x, y) => x - y);
  return rows.flatMap((row) => {
    const old = byColumn(before.rows.get(row));
    const now = byColumn(after.rows.get(row));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((column): ChangedCell[] => {
      const was = old.get(column);
      const is = now.get(column);
      if (sameValue(was?.value ?? null, is?.value ?? null) && was?.formula === is?.formula) return [];
      return [
        {
          sheetId,
          row,
          column,
          before: was?.value ?? null,
          formulaBefore: was?.formula ?? null,
          after: is?.value ?? null,
        },
      ];
    });
  });
}

function byColumn(cells: readonly Cell[] = []): ReadonlyMap<number, Cell> {
  return new Map(cells.map((cell) => [cell.column, cell]));
}

/** Equal values; two error values are equal when they spell the same error. */
export function sameValue(x: CellValue | null, y: CellValue | null): boolean {
  if (typeof x === 'object' && typeof y === 'object' && x !== null && y !== null) return x.error === y.error;
  return x === y;
}

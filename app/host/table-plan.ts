/**
 * A table of ours as the core's own actions: made with its sheet, rewritten where it differs, or made longer. Pure;
 * knows no bytes.
 */

import { type Refusal, refuse } from '../../core/base/result.ts';
import { type CellValue, cellAt, type Range, type Sheet } from '../../core/sheet/grid/sheet.ts';
import type { Action, CellStyle, NewCell, NewSheet, NewValue } from '../../core/sheet/workbook/port.ts';
import { COUNT, HEADER, printSetup, SUBTITLE, TEXT, TITLE } from '../../core/sheets/council/look.ts';
import { holds } from '../../session/host/holds.ts';
import type { HostTable, TablePlan } from '../../session/host/port.ts';

interface TableChange {
  readonly actions: readonly Action[];
  /** The range the table takes on. */
  readonly range: Range;
}

export type Planned =
  | { readonly ok: true; readonly value: TableChange }
  | { readonly ok: false; readonly refusal: Refusal };

const EMPTY: NewValue = { kind: 'empty' };

/** The sheet for a new table of ours. A table needs a body row, so without rows it gets an empty row. */
export function newTableSheet({ sheet, table, heading, columns, rows }: TablePlan): NewSheet {
  const headerRow = heading.length;
  const body = rows.length > 0 ? rows : [columns.map(() => EMPTY)];
  const cells: NewCell[] = [
    ...heading.map((text, row) => cellOf(row, 0, { kind: 'text', text }, row === 0 ? TITLE : SUBTITLE)),
    ...columns.map(({ name }, column) => cellOf(headerRow, column, { kind: 'text', text: name }, HEADER)),
    ...body.flatMap((values, index) =>
      columns.map((look, column) => cellOf(headerRow + 1 + index, column, values[column] ?? EMPTY, styleOf(look))),
    ),
  ];
  const range = { top: headerRow, left: 0, bottom: headerRow + body.length, right: columns.length - 1 };
  return {
    name: sheet,
    cells,
    columnWidths: new Map(columns.map(({ width }, column) => [column, width])),
    freeze: { rows: headerRow + 1, columns: 0 },
    tables: [{ name: table, range, columns: columns.map(({ name }) => name) }],
    print: printSetup(headerRow),
  };
}

function cellOf(row: number, column: number, value: NewValue, style: CellStyle): NewCell {
  return { row, column, value, style };
}

function styleOf({ numberFormat }: TablePlan['columns'][number]): CellStyle {
  return numberFormat === undefined ? TEXT : { ...COUNT, numberFormat };
}

/**
 * Changes that bring an existing table to the plan. Columns are found by name, so that a column the office added is
 * left alone.
 */
export function tableChange(standing: HostTable, sheet: Sheet, plan: TablePlan): Planned {
  const places = plan.columns.map(({ name }) => standing.columns.indexOf(name));
  const missing = plan.columns.filter((_, index) => places[index] === -1).map(({ name }) => `"${name}"`);
  if (missing.length > 0)
    return refuse('table-columns', `Bảng ở trang "${standing.sheet}" thiếu cột ${missing.join(', ')}.`);
  const { top, left } = standing.range;
  const range = { ...standing.range, bottom: top + Math.max(1, plan.rows.length) };
  const blocked = blockedBelow(standing, sheet, range);
  if (blocked) return blocked;
  const actions: Action[] = [];
  for (let index = 0; index < Math.max(plan.rows.length, standing.rows.length); index += 1) {
    for (const [at, place] of places.entries()) {
      const value = plan.rows[index]?.[at] ?? EMPTY;
      const held = standing.rows[index]?.[place] ?? null;
      if (holds(held, value)) continue;
      const look = plan.columns[at];
      const isNew = index >= standing.rows.length && look !== undefined;
      const [row, column] = [top + 1 + index, left + place];
      const style = isNew ? { style: styleOf(look) } : {};
      actions.push({ kind: 'write', sheet: standing.sheet, row, column, value, ...style });
    }
  }
  return { ok: true, value: { actions, range } };
}

/** Rows put below the last row of the table that holds something, with the columns it gets at its right. */
export function appendedRows(
  standing: HostTable,
  sheet: Sheet,
  rows: readonly (readonly NewValue[])[],
  added: readonly string[] = [],
): Planned {
  const filled = standing.rows.findLastIndex((row) => row.some((value) => value !== null)) + 1;
  const { top, left } = standing.range;
  const right = standing.range.right + added.length;
  const range = { ...standing.range, bottom: Math.max(standing.range.bottom, top + filled + rows.length), right };
  const blocked = blockedBelow(standing, sheet, range);
  if (blocked) return blocked;
  const titles = added.map((text, at): Action => {
    const column = standing.range.right + 1 + at;
    return { kind: 'write', sheet: standing.sheet, row: top, column, value: { kind: 'text', text }, style: HEADER };
  });
  const actions = rows.flatMap((values, index) =>
    values.map((value, at): Action => {
      const [row, column] = [top + 1 + filled + index, left + at];
      return { kind: 'write', sheet: standing.sheet, row, column, value, style: TEXT };
    }),
  );
  return { ok: true, value: { actions: [...titles, ...actions], range } };
}

/** A table never grows over what the office wrote below it. */
function blockedBelow({ range: old, sheet: name }: HostTable, sheet: Sheet, range: Range): Planned | undefined {
  for (let row = old.bottom + 1; row <= range.bottom; row += 1) {
    const cells = sheet.rows.get(row) ?? [];
    const taken = cells.some(({ column, value }) => value !== null && column >= range.left && column <= range.right);
    if (taken)
      return refuse('table-blocked', `Dưới bảng ở trang "${name}" có nội dung khác; hãy chuyển nội dung đó đi.`);
  }
  return undefined;
}

/** The value at a place of a sheet, null when empty. */
export function valueAt(sheet: Sheet | undefined, row: number, column: number): CellValue | null {
  return (sheet && cellAt(sheet, row, column)?.value) ?? null;
}

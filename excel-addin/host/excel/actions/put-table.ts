/**
 * `put-table`: a table of ours. Absent: made with its sheet. There: only the cells that differ are written, columns are
 * found by their
 * header (the office may have moved them or added its own), and it is made longer or shorter.
 */

import type { NewSheet } from '../../../../core/sheet/workbook/port.ts';
import { actionRefusal } from '../../../../core/sheet/workbook/xlsx/action-refusal.ts';
import { foldName } from '../../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { sheetProblem } from '../../../../core/sheet/workbook/xlsx/sheet-problem.ts';
import { cell, HEADER, printSetup, SUBTITLE, TEXT, TITLE, textValue } from '../../../../core/sheets/council/look.ts';
import { hostRefusal } from '../../../../session/host/errors.ts';
import type { HostAction, TablePlan } from '../../../../session/host/port.ts';
import { isWritable, sameValue, valueAfter } from '../cell-value.ts';
import { planSheet } from '../new-sheet.ts';
import { type Plan, protectedSheet, refuse } from '../plan.ts';
import type { CellNow, TableNow } from '../survey-answer.ts';
import { blockedBelow, EMPTY, newRowsLook, resizeOp } from '../table-rows.ts';
import { type CellChange, writeOps } from '../write-block.ts';

type PutTable = Extract<HostAction, { kind: 'put-table' }>;

export function planTables(actions: readonly PutTable[], plan: Plan): void {
  for (const action of actions) {
    const now = plan.survey.tables.get(foldName(action.plan.table));
    if (now) rewrite(action, now, plan);
    else make(action, plan);
  }
}

function make(action: PutTable, plan: Plan): void {
  const sheet = sheetOf(action.plan);
  const problem = sheetProblem(sheet);
  if (problem) refuse(plan, [action], actionRefusal(problem));
  else planSheet(plan, sheet, action);
}

/** Heading, an empty row, the header, the rows: the look of the council's workbook. */
function sheetOf({ sheet, table, heading, columns, rows }: TablePlan): NewSheet {
  const header = heading.length === 0 ? 0 : heading.length + 1;
  // A table needs a row below its header.
  const body = rows.length > 0 ? rows : [columns.map(() => EMPTY)];
  const looks = columns.map(({ numberFormat }) => (numberFormat === undefined ? TEXT : { ...TEXT, numberFormat }));
  return {
    name: sheet,
    cells: [
      ...heading.map((text, row) => cell(row, 0, textValue(text), row === 0 ? TITLE : SUBTITLE)),
      ...columns.map(({ name }, column) => cell(header, column, textValue(name), HEADER)),
      ...body.flatMap((line, row) =>
        looks.map((look, column) => cell(header + 1 + row, column, line[column] ?? EMPTY, look)),
      ),
    ],
    columnWidths: new Map(columns.map(({ width }, column) => [column, width])),
    freeze: { rows: header + 1, columns: 0 },
    tables: [
      {
        name: table,
        range: { top: header, left: 0, bottom: header + body.length, right: columns.length - 1 },
        columns: columns.map(({ name }) => name),
      },
    ],
    print: printSetup(header),
  };
}

function rewrite(action: PutTable, now: TableNow, plan: Plan): void {
  const { table, columns, rows } = action.plan;
  const { sheet, range } = now;
  if (sheet.protected) {
    refuse(plan, [action], protectedSheet(sheet.ref.name));
    return;
  }
  const headers = (now.cells[0] ?? []).map(({ value }) => keyOf(String(value ?? '')));
  const places = columns.map(({ name }) => headers.indexOf(keyOf(name)));
  if (places.includes(-1)) {
    const lost = columns.filter((_, index) => places[index] === -1).map(({ name }) => `“${name}”`);
    refuse(plan, [action], {
      ...hostRefusal('conflict'),
      message: `Bảng “${table}” thiếu cột ${lost.join(', ')} nên không cập nhật được. Đặt lại đúng tên cột rồi chạy lại.`,
    });
    return;
  }
  if (!rows.every((line) => line.every(isWritable))) {
    refuse(plan, [action], hostRefusal('bad-value'));
    return;
  }
  const old = range.bottom - range.top;
  const wanted = Math.max(1, rows.length);
  if (now.blockedAt !== null && now.blockedAt < wanted - old) {
    refuse(plan, [action], blockedBelow(table));
    return;
  }

  const after = { ...range, bottom: range.top + wanted };
  plan.tables.set(foldName(table), { sheet: sheet.ref, range: after, columns: textsOf(now) });
  const changes: CellChange[] = [];
  for (let index = 0; index < Math.max(old, wanted); index += 1) {
    for (const [column, place] of places.entries()) {
      const value = rows[index]?.[column] ?? EMPTY;
      const cellNow = now.cells[index + 1]?.[place] ?? NOTHING;
      if (cellNow.formula === null && value.kind !== 'formula' && sameValue(cellNow.value, valueAfter(value))) continue;
      if (value.kind === 'formula' && cellNow.formula === value.formula) continue;
      changes.push({ row: range.top + 1 + index, column: range.left + place, value, now: cellNow, action });
    }
  }
  plan.ops.push(...writeOps(sheet.ref, changes));
  if (after.bottom === range.bottom) return;
  plan.ops.push(resizeOp(plan.context, table, sheet.ref, { before: range, after }, action));
  if (after.bottom < range.bottom) return;
  const added = { ...after, top: range.bottom + 1 };
  plan.ops.push(newRowsLook(sheet.ref, added, now.lookBelow, action));
  for (const [index, { numberFormat }] of columns.entries()) {
    if (numberFormat === undefined) continue;
    const column = range.left + (places[index] ?? 0);
    plan.ops.push(newRowsLook(sheet.ref, { ...added, left: column, right: column }, null, action, { numberFormat }));
  }
}

const NOTHING: CellNow = { value: null, formula: null };

/** The header texts of a table as it stands. */
export function textsOf(now: TableNow): string[] {
  return (now.cells[0] ?? []).map(({ value }) => String(value ?? ''));
}

function keyOf(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

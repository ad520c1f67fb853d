/**
 * `append-rows`: rows below a table of ours, then the table is stretched over them; rows that stand are never touched.
 * Rows added
 * through the table's own collection would conflict when two people do it.
 */

import { foldName } from '../../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { textValue } from '../../../../core/sheets/council/look.ts';
import { hostRefusal } from '../../../../session/host/errors.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { isWritable } from '../cell-value.ts';
import type { TableRef } from '../op.ts';
import { type Plan, protectedSheet, refuse } from '../plan.ts';
import type { TableNow } from '../survey-answer.ts';
import { blockedBelow, missingTable, newRowsLook, resizeOp } from '../table-rows.ts';
import { writeOps } from '../write-block.ts';
import { textsOf } from './put-table.ts';

type AppendRows = Extract<HostAction, { kind: 'append-rows' }>;

export function planRows(actions: readonly AppendRows[], plan: Plan): void {
  for (const action of actions) append(action, plan);
}

function append(action: AppendRows, plan: Plan): void {
  const { table, rows, added = [] } = action;
  const now = plan.survey.tables.get(foldName(table));
  const ref = plan.tables.get(foldName(table)) ?? (now && asRef(now));
  if (!ref) {
    refuse(plan, [action], missingTable(table));
    return;
  }
  if (now?.sheet.protected) {
    refuse(plan, [action], protectedSheet(ref.sheet.name));
    return;
  }
  const columns = [...ref.columns, ...added];
  if (!rows.every((line) => line.length <= columns.length && line.every(isWritable))) {
    refuse(plan, [action], hostRefusal('bad-value'));
    return;
  }
  if (rows.length === 0) return;

  const { range } = ref;
  const first = now && isBlank(now, ref) ? range.bottom : range.bottom + 1;
  const after = { ...range, bottom: first + rows.length - 1, right: range.right + added.length };
  const reach = now ? after.bottom - now.range.bottom : 0;
  if (now && now.blockedAt !== null && now.blockedAt < reach) {
    refuse(plan, [action], blockedBelow(table));
    return;
  }
  plan.tables.set(foldName(table), { ...ref, range: after, columns });
  plan.ops.push(
    ...writeOps(ref.sheet, [
      ...added.map((name, at) => ({ row: range.top, column: range.right + 1 + at, value: textValue(name), action })),
      ...rows.flatMap((line, index) =>
        line.map((value, column) => ({ row: first + index, column: range.left + column, value, action })),
      ),
    ]),
  );
  if (after.bottom === range.bottom && added.length === 0) return;
  plan.ops.push(resizeOp(plan.context, table, ref.sheet, { before: range, after }, action));
  if (after.bottom === range.bottom) return;
  plan.ops.push(newRowsLook(ref.sheet, { ...after, top: range.bottom + 1 }, now?.lookBelow ?? null, action));
}

function asRef(now: TableNow): TableRef {
  return { sheet: now.sheet.ref, range: now.range, columns: textsOf(now) };
}

/** A table made without rows has one empty row: the first new row goes there. */
function isBlank(now: TableNow, { range }: TableRef): boolean {
  const [, only, more] = now.cells;
  const same = range.bottom === now.range.bottom && only !== undefined && more === undefined;
  return same && only.every(({ value, formula }) => value === null && formula === null);
}

/**
 * `write`: values into cells. A cell that holds something else than `expected`, or holds the value already, is not
 * written. A protected
 * sheet takes values, but no looks, in the cells its office left unlocked.
 */

import type { Refusal } from '../../../../core/base/result.ts';
import { toA1 } from '../../../../core/sheet/grid/address.ts';
import type { CellValue } from '../../../../core/sheet/grid/sheet.ts';
import { hostRefusal } from '../../../../session/host/errors.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { placeKey } from '../blocks.ts';
import { isWritable, sameValue, shownValue, valueAfter } from '../cell-value.ts';
import { bySheet, type Plan, protectedSheet, refuse, standingTarget } from '../plan.ts';
import { GAP } from '../survey.ts';
import type { CellNow, SheetNow } from '../survey-answer.ts';
import { type CellChange, writeOps } from '../write-block.ts';

type Write = Extract<HostAction, { kind: 'write' }>;

export function planWrites(actions: readonly Write[], plan: Plan): void {
  for (const [name, list] of bySheet(actions)) {
    const target = standingTarget(plan, name, list);
    if (!target) continue;
    const closed = new Set(list.filter((action) => isClosed(action, target.now)));
    refuse(plan, [...closed], protectedSheet(name));
    const open = list.filter((action) => !closed.has(action));
    const changes = open.flatMap((action): CellChange[] => {
      const now = target.now?.cells.get(placeKey(action.row, action.column));
      const refusal = refusalOf(action, now);
      if (refusal) refuse(plan, [action], refusal);
      const { row, column, value } = action;
      return refusal || isThere(action, now) ? [] : [{ row, column, value, now, action }];
    });
    plan.ops.push(...writeOps(target.ref, changes, target.now?.protected ? 0 : GAP));
  }
}

function isClosed({ row, column, style }: Write, now: SheetNow | undefined): boolean {
  return now?.protected === true && (style !== undefined || !now.unlocked.has(placeKey(row, column)));
}

/** Refused writes get no look either: the style actions ask this too. */
function refusalOf(action: Write, now: CellNow | undefined): Refusal | undefined {
  if (!isWritable(action.value)) return hostRefusal('bad-value');
  if (action.expected === undefined) return undefined;
  const value = now?.value ?? null;
  return sameValue(value, action.expected) ? undefined : changed(action, action.expected, value);
}

function changed({ sheet, row, column }: Write, expected: CellValue | null, value: CellValue | null): Refusal {
  const cell = `Ô ${toA1(row, column)} của trang “${sheet}”`;
  return {
    code: 'changed',
    message: `${cell} đã thay đổi từ lúc đọc: trước là ${shownValue(expected)}, nay là ${shownValue(value)}; chưa ghi gì vào ô này. Hãy chạy lại để tính theo giá trị mới.`,
  };
}

function isThere({ value }: Write, now: CellNow | undefined): boolean {
  if (!now) return false;
  if (value.kind === 'formula') return now.formula === value.formula;
  return now.formula === null && sameValue(now.value, valueAfter(value));
}

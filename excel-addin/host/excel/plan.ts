/**
 * The run while it is being planned: the present workbook (survey), the operations to send (ops), the refusals. Filled
 * by the files in actions/.
 */

import type { Refusal } from '../../../core/base/result.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { hostRefusal } from '../../../session/host/errors.ts';
import type { HostAction, HostApplied } from '../../../session/host/port.ts';
import type { Op, SheetRef, TableRef } from './op.ts';
import type { Survey } from './survey.ts';
import type { SheetNow } from './survey-answer.ts';

export interface Plan {
  readonly context: Excel.RequestContext;
  readonly survey: Survey;
  readonly ops: Op[];
  readonly refused: HostApplied['refused'][number][];
  /** Sheets this run adds, by folded name. */
  readonly added: Map<string, SheetRef>;
  /** Tables as they will be, by folded name, where this run makes or changes them. */
  readonly tables: Map<string, TableRef>;
}

/** A sheet to work on; `now` is undefined for a sheet that this run adds. */
interface Target {
  readonly ref: SheetRef;
  readonly now: SheetNow | undefined;
}

export function newPlan(context: Excel.RequestContext, survey: Survey): Plan {
  return { context, survey, ops: [], refused: [], added: new Map(), tables: new Map() };
}

export function refuse(plan: Plan, actions: readonly HostAction[], refusal: Refusal): void {
  for (const action of actions) plan.refused.push({ action, refusal });
}

/** The sheet of the actions; when it is missing or protected they are refused. */
export function targetOf(plan: Plan, name: string, actions: readonly HostAction[]): Target | undefined {
  const target = standingTarget(plan, name, actions);
  if (!target?.now?.protected) return target;
  refuse(plan, actions, protectedSheet(name));
  return undefined;
}

/** The sheet of the actions, protected or not; when it is missing they are refused. */
export function standingTarget(plan: Plan, name: string, actions: readonly HostAction[]): Target | undefined {
  const key = foldName(name);
  const now = plan.survey.sheets.get(key);
  const ref = now?.ref ?? plan.added.get(key);
  if (!ref) {
    refuse(plan, actions, {
      ...hostRefusal('not-found'),
      message: `Không còn trang “${name}”; trang có thể đã bị đổi tên hoặc xóa. Hãy kiểm tra rồi chạy lại.`,
    });
    return undefined;
  }
  return { ref, now };
}

export function protectedSheet(name: string): Refusal {
  return {
    ...hostRefusal('protected'),
    message: `Trang “${name}” đang được bảo vệ nên không ghi vào được. Vào Xem lại > Bỏ bảo vệ trang tính rồi chạy lại.`,
  };
}

/** Actions by the sheet they are for, in order. */
export function bySheet<A extends HostAction & { readonly sheet: string }>(actions: readonly A[]): [string, A[]][] {
  const groups = new Map<string, { readonly name: string; readonly list: A[] }>();
  for (const action of actions) {
    const key = foldName(action.sheet);
    const group = groups.get(key) ?? { name: action.sheet, list: [] };
    group.list.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, list }) => [name, list]);
}

/** The actions of some kinds, in order. */
export function ofKind<K extends HostAction['kind']>(
  actions: readonly HostAction[],
  ...kinds: readonly K[]
): Extract<HostAction, { readonly kind: K }>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return actions.filter((action): action is Extract<HostAction, { readonly kind: K }> => wanted.has(action.kind));
}

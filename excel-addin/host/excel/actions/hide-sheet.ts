/** `hide-sheet`: a sheet that stays in the workbook, out of sight.  */

import type { HostAction } from '../../../../session/host/port.ts';
import { CALL } from '../op.ts';
import { bySheet, type Plan, standingTarget } from '../plan.ts';

type Hide = Extract<HostAction, { kind: 'hide-sheet' }>;

export function planHiding(actions: readonly Hide[], plan: Plan): void {
  for (const [name, list] of bySheet(actions)) {
    const target = standingTarget(plan, name, list);
    const id = target?.ref.id;
    if (!target || id == null) continue;
    plan.ops.push({
      bytes: CALL,
      actions: list,
      send: () => {
        target.ref.proxy().visibility = 'Hidden';
      },
      undo: { hidden: [id] },
    });
  }
}

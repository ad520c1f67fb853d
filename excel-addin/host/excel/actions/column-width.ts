/** `column-width`: characters of the default font → Excel's points. */

import type { HostAction } from '../../../../session/host/port.ts';
import { CALL } from '../op.ts';
import { bySheet, type Plan, targetOf } from '../plan.ts';
import { widthPoints } from '../width.ts';

type Width = Extract<HostAction, { kind: 'column-width' }>;

export function planWidths(actions: readonly Width[], plan: Plan): void {
  for (const [name, list] of bySheet(actions)) {
    const target = targetOf(plan, name, list);
    if (!target) continue;
    const { ref, now } = target;
    for (const action of list) {
      const { column } = action;
      const points = widthPoints(action.width);
      const before = now?.widths.get(column);
      if (before === points) continue;
      plan.ops.push({
        bytes: CALL,
        actions: [action],
        send: () => {
          ref.proxy().getRangeByIndexes(0, column, 1, 1).format.columnWidth = points;
        },
        ...(ref.id !== null && before !== undefined
          ? { undo: { widths: [{ sheetId: ref.id, column, width: before }] } }
          : {}),
      });
    }
  }
}

/** Looks: of `style` actions and those that come with a `write`. Equal looks go out together through getRanges. */

import type { HostAction } from '../../../../session/host/port.ts';
import { bySheet, type Plan, targetOf } from '../plan.ts';
import { sendStyle, styleBytes } from '../style.ts';
import { type StyleGroup, styleGroups } from '../wishes.ts';

type Styled = Extract<HostAction, { kind: 'style' | 'write' }>;

/**
 * `actions`: all that can carry a look, after the writes are planned: a refused write leaves the look of its cell too.
 */
export function planStyles(actions: readonly Styled[], plan: Plan): void {
  const refused = new Set(plan.refused.map(({ action }) => action));
  for (const [name, list] of bySheet(actions)) {
    const open = list.filter((action) => action.style && !refused.has(action));
    const target = open.length > 0 ? targetOf(plan, name, open) : undefined;
    if (!target) continue;
    // Grouped as the survey did, so that the number of the group finds the look it had.
    for (const [number, whole] of styleGroups(list).entries()) {
      const group = without(whole, refused);
      if (!group) continue;
      const { ref, now } = target;
      const look = now?.looks[number];
      plan.ops.push({
        bytes: styleBytes(group.ranges, group.style),
        actions: group.actions,
        send: () => sendStyle(ref.proxy(), group.ranges, group.style),
        ...(ref.id !== null && look ? { undo: { looks: [{ sheetId: ref.id, ranges: group.ranges, look }] } } : {}),
      });
    }
  }
}

function without(group: StyleGroup, refused: ReadonlySet<HostAction>): StyleGroup | undefined {
  if (!group.actions.some((action) => refused.has(action))) return group;
  return styleGroups(group.actions.filter((action) => !refused.has(action)))[0];
}

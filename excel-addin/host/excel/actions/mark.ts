/**
 * `mark`: severities on cells as conditional formats of ours (marks.ts). All marks of a sheet are exchanged together,
 * or left.
 */

import type { HostAction } from '../../../../session/host/port.ts';
import { placeOf, rectanglesOf } from '../blocks.ts';
import { markBytes, marked, rangesOf, sameMarks, sendMarks } from '../marks.ts';
import { bySheet, type Plan, targetOf } from '../plan.ts';

type Mark = Extract<HostAction, { kind: 'mark' }>;

export function planMarks(actions: readonly Mark[], plan: Plan): void {
  for (const [name, list] of bySheet(actions)) {
    const target = targetOf(plan, name, list);
    if (!target) continue;
    const { ref, now } = target;
    const before = now?.marks ?? new Map();
    const after = list.reduce((marks, { ranges, severity }) => marked(marks, ranges, severity), before);
    if (sameMarks(before, after)) continue;
    const own = now?.own ?? [];
    const touched = rectanglesOf([...new Set([...before.keys(), ...after.keys()])].map(placeOf));
    plan.ops.push({
      bytes: markBytes(own, after),
      actions: list,
      send: () => sendMarks(ref.proxy(), own, after),
      ...(ref.id === null ? {} : { undo: { marks: [{ sheetId: ref.id, ranges: touched, before: rangesOf(before) }] } }),
    });
  }
}

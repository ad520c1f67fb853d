/**
 * What waits for the council, grouped by cause: flags of a cell or a criterion of a unit are a group, together with the
 * same flags at other units, and so is a criterion to grade for all its units. Each item is still decided, and recorded,
 * by itself.
 */

import type { Points } from '../base/quantity/points.ts';
import type { Flag } from '../judge/flag/flag.ts';
import type { PointsBounds } from '../movement/bounds-of.ts';
import type { CellRef } from '../report/report.ts';
import { type Grading, gradings, type NamedLevel } from './alike.ts';
import { canonicalJson } from './canonical-json.ts';

/** As much of the queue's item as gathering looks at. */
interface Item {
  readonly key: string;
  readonly flag: Flag | null;
  readonly criterion: string | null;
  readonly title: string;
  readonly cell: CellRef | null;
  readonly bounds: PointsBounds | null;
  readonly levels: readonly NamedLevel[];
  readonly points: { readonly low: Points; readonly high: Points } | null;
  readonly changes: { readonly class: boolean; readonly place: boolean; readonly award: boolean };
  readonly returned: boolean;
  readonly earlier: readonly unknown[];
}

/** A unit's items of a group, the gravest first. */
export interface Cause<T extends Item> {
  readonly unit: string;
  readonly items: readonly [T, ...T[]];
}

export type ReviewGroup<T extends Item> =
  | {
      readonly kind: 'flags';
      readonly key: string;
      /** In the order of the queue: what is at stake first. */
      readonly causes: readonly [Cause<T>, ...Cause<T>[]];
    }
  | { readonly kind: 'grading'; readonly key: string; readonly grading: Grading<T> };

interface Sheet<T extends Item> {
  readonly unit: string;
  readonly items: readonly T[];
}

/**
 * What can still change a class, a place or an award first, then errors, then what most points hang on. What was
 * returned to its unit waits for the unit and is not among them.
 */
export function reviewGroupsOf<T extends Item>(queue: readonly Sheet<T>[]): readonly ReviewGroup<T>[] {
  const bySignature = new Map<string, [Cause<T>, ...Cause<T>[]]>();
  for (const cause of queue.flatMap(causesIn)) {
    const key = canonicalJson(cause.items.map(signature).toSorted());
    // An item decided on other figures, or in another copy, is reviewed by itself.
    const own = cause.items.some(({ earlier }) => earlier.length > 0) ? `${key} ${cause.items[0].key}` : key;
    const known = bySignature.get(own);
    if (known) known.push(cause);
    else bySignature.set(own, [cause]);
  }
  const groups: ReviewGroup<T>[] = [
    ...[...bySignature].map(([key, causes]) => ({ kind: 'flags' as const, key, causes })),
    ...gradings(queue).map((grading) => ({ kind: 'grading' as const, key: `grade ${grading.key}`, grading })),
  ];
  return groups.toSorted((group, other) => {
    const [x, y] = [urgency(group), urgency(other)];
    const at = x.findIndex((value, index) => value !== y[index]);
    return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
  });
}

/** Every item of the group. */
export function itemsOf<T extends Item>(group: ReviewGroup<T>): readonly T[] {
  return group.kind === 'grading'
    ? group.grading.members.map(({ item }) => item)
    : group.causes.flatMap(({ items }) => items);
}

/** Flags of a unit, joined while they share a cell or a criterion. */
function causesIn<T extends Item>({ unit, items }: Sheet<T>): readonly Cause<T>[] {
  const causes: T[][] = [];
  for (const item of items) {
    if (item.flag === null || item.returned) continue;
    const near = causes.filter((cause) => cause.some((entry) => isNear(entry, item)));
    const [first, ...others] = near;
    if (first === undefined) causes.push([item]);
    else {
      first.push(...others.flat(), item);
      for (const other of others) causes.splice(causes.indexOf(other), 1);
    }
  }
  return causes.flatMap((cause) => {
    const [first, ...rest] = cause.toSorted((a, b) => gravity(a) - gravity(b));
    return first === undefined ? [] : [{ unit, items: [first, ...rest] as const }];
  });
}

function isNear(a: Item, b: Item): boolean {
  if (a.criterion !== null && a.criterion === b.criterion) return true;
  return a.cell !== null && b.cell !== null && a.cell.sheet === b.cell.sheet && a.cell.address === b.cell.address;
}

function gravity({ flag }: Item): number {
  return flag?.severity === 'error' ? 0 : 1;
}

function signature({ flag }: Item): string {
  return canonicalJson(flag === null ? null : [flag.code, flag.severity, flag.doubt, flag.suggestion]);
}

/** Lower goes first, compared from the left. */
function urgency<T extends Item>(group: ReviewGroup<T>): readonly number[] {
  const items = itemsOf(group);
  const changes = items.some(({ changes }) => changes.class || changes.place || changes.award);
  const hasError = items.some(({ flag }) => flag?.severity === 'error');
  const width = Math.max(0, ...items.map(({ points }) => (points === null ? 0 : points.high - points.low)));
  return [changes ? 0 : 1, hasError ? 0 : 1, -width];
}

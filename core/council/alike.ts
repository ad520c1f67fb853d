/**
 * Criteria only people can grade, put together so that one act can decide many: the units one criterion is to be graded
 * for. It only groups; every entry is still decided, and recorded, by itself.
 */

import type { Points } from '../base/quantity/points.ts';
import type { Flag } from '../judge/flag/flag.ts';
import type { Proposal } from '../judge/score/score-sheet.ts';
import type { PointsBounds } from '../movement/bounds-of.ts';
import { canonicalJson } from './canonical-json.ts';

/** As much of the queue's item as putting together looks at. */
interface AlikeItem {
  readonly key: string;
  readonly flag: Flag | null;
  readonly criterion: string | null;
  readonly title: string;
  readonly bounds: PointsBounds | null;
  readonly levels: readonly NamedLevel[];
  readonly returned: boolean;
  readonly earlier: readonly unknown[];
}

/** A grade by its name (Tốt, Khá …) and its points, hundredths. */
export interface NamedLevel {
  readonly label: string;
  readonly points: Points;
}

interface AskedOf<T extends AlikeItem> {
  readonly unit: string;
  readonly items: readonly T[];
}

/** An item of a group, with its unit. */
interface Member<T extends AlikeItem> {
  readonly unit: string;
  readonly item: T;
}

interface Appraised extends AlikeItem {
  readonly self: Points | null;
  readonly proposal: Proposal | null;
}

/** A criterion of a unit with the points that wait for the council's word. */
export interface Proposed<T extends AlikeItem> extends Member<T> {
  readonly proposal: Proposal;
}

export interface Grading<T extends AlikeItem> {
  readonly key: string;
  readonly criterion: string;
  readonly title: string;
  readonly bounds: PointsBounds;
  /** Empty where the points are chosen freely. */
  readonly levels: readonly NamedLevel[];
  readonly members: readonly Member<T>[];
}

/**
 * False for items that were returned to the unit, decided on other figures or differ from another copy: those are
 * looked at individually.
 */
function isFresh({ returned, earlier }: AlikeItem): boolean {
  return !returned && earlier.length === 0;
}

/**
 * Criteria only people can grade, each with the units that wait for it. Criteria with the same words, bounds and grades
 * in the sets of several audiences count as a single criterion.
 */
export function gradings<T extends AlikeItem>(queue: readonly AskedOf<T>[]): readonly Grading<T>[] {
  const tables = new Map<string, Omit<Grading<T>, 'key'> & { members: Member<T>[] }>();
  for (const member of membersOf(queue)) {
    const { flag, criterion, title, bounds, levels, earlier } = member.item;
    if (flag !== null || criterion === null || bounds === null || earlier.length > 0) continue;
    const key = canonicalJson([
      criterion,
      title,
      bounds.least,
      bounds.most,
      levels.map(({ label, points }) => [label, points]),
    ]);
    const table = tables.get(key);
    if (table) table.members.push(member);
    else tables.set(key, { criterion, title, bounds, levels, members: [member] });
  }
  return [...tables].map(([key, table]) => ({ key, ...table }));
}

/** What the group put to the council and waits: equal to the unit's own points, and the others. */
export function openProposals<T extends Appraised>(
  queue: readonly AskedOf<T>[],
): Readonly<Record<'same' | 'other', readonly Proposed<T>[]>> {
  const open = membersOf(queue).flatMap(({ unit, item }): readonly Proposed<T>[] => {
    const { flag, proposal } = item;
    return flag === null && proposal?.open && isFresh(item) ? [{ unit, item, proposal }] : [];
  });
  const isSame = ({ item, proposal }: Proposed<T>) => item.self === proposal.points;
  return { same: open.filter(isSame), other: open.filter((proposed) => !isSame(proposed)) };
}

function membersOf<T extends AlikeItem>(queue: readonly AskedOf<T>[]): readonly Member<T>[] {
  return queue.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
}

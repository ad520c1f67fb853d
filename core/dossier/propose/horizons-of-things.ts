/**
 * Joins the plan's figures for the same thing by several days ("60% … đến năm 2026, 80% đến năm 2030") into a single
 * criterion.
 */

import { squashKey } from '../../base/text/text.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { isLower } from './criterion-of-target.ts';
import { withoutTimes } from './times-in-words.ts';
import { ALL_ASKED, lowered, type Wording, wordingOf } from './wording-of-target.ts';

export interface PlannedThing {
  /** Ordered by day, a figure for each day; a figure without a day comes last. */
  readonly horizons: readonly PlanTarget[];
  readonly wording: Wording;
  /** The less the better. */
  readonly lower: boolean;
  /** The plan has two figures of it for one day. */
  readonly twofold: boolean;
}

interface Worded extends Pick<PlannedThing, 'wording' | 'lower'> {
  readonly target: PlanTarget;
}

/** In the order of their first figures. */
export function horizonsOfThings(targets: readonly PlanTarget[]): PlannedThing[] {
  const things: Worded[][] = [];
  const named = new Map<string, Worded[]>();
  let before: Worded[] | undefined;
  for (const target of targets) {
    const item = { target, wording: wordingOf(target), lower: isLower(target) };
    const key = [target.unit, item.lower, squashKey(timeless(item.wording).title)].join(' ');
    const same = before && goesOn(before, target) ? before : named.get(key);
    if (same) same.push({ ...item, lower: same[0]?.lower ?? item.lower });
    before = same ?? [item];
    if (same) continue;
    things.push(before);
    named.set(key, before);
  }
  return things.map(thingOf);
}

function thingOf(same: readonly Worded[]): PlannedThing {
  const inTurn = same
    .map(({ target }) => target)
    .toSorted((a, b) => (a.deadline ?? END).localeCompare(b.deadline ?? END));
  const horizons = inTurn.filter((planTarget, at) => at === 0 || planTarget.deadline !== inTurn[at - 1]?.deadline);
  const figures = new Set(inTurn.map(({ deadline, comparator, value }) => [deadline, comparator, value].join(' ')));
  const { wording, lower } = same.find(({ target }) => !target.goesOn) ?? (same[0] as Worded);
  return {
    horizons,
    wording: horizons.length > 1 ? timeless(wording) : wording,
    lower,
    twofold: figures.size > horizons.length,
  };
}

/** Behind all days. */
const END = '9999';

/**
 * A figure with only a time, right behind a figure of the thing; or the first figure that names the thing for the
 * figures before it in its sentence ("các năm 2026, 2027 lần lượt đạt 60%, 70% số hộ").
 */
function goesOn(thing: readonly Worded[], target: PlanTarget): boolean {
  const last = thing.at(-1);
  if (!last || last.target.unit !== target.unit) return false;
  const between = target.offset - (last.target.offset + last.target.text.length);
  const isNext = target.goesOn ? between <= JOINT : between < 0 && thing.every((worded) => worded.target.goesOn);
  const isSameWay = target.comparator === '=' || isLower(target) === last.lower;
  return isNext && isSameWay && squashKey(last.target.subject) === squashKey(target.subject);
}
/** `; đồng thời `, ` + ` at most stand between. */
const JOINT = 16;

/** `hộ gia đình có cáp quang đến năm 2026` is the same thing in 2030. */
function timeless({ title, numerator, denominator }: Wording): Wording {
  const [a, b] = [withoutTimes(numerator), withoutTimes(denominator)];
  // "hộ đến năm 2026": only the time distinguished them.
  return { title: withoutTimes(title), numerator: a, denominator: b === `Tổng ${lowered(a)}` ? ALL_ASKED : b };
}

/**
 * Places within one audience, or within one bloc of it: competition ranking (1-2-2-4) by share of the applicable maximum, so that a criterion
 * that fell out as not applicable does not hurt; equal shares are parted by the set's tie-break chain, and what that
 * leaves equal only the council can part.
 */
import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import { inCodeOrder } from '../../base/text/code-order.ts';
import type { RankedUnit } from './score-sheet.ts';
import { compareKeys, type Keys, type UnitProspect } from './standing.ts';
import { shareOfMaximum } from './total.ts';

/**
 * Ranks the standings of one audience, best first; units of one place in the order of their names. Best and worst place
 * are exact over all ends the open matters of all units can have, each on its own: at best a unit stands with its
 * highest keys among the others' lowest, at worst the reverse. Only peer criteria (SR-11) tie units' ends together:
 * with doubtful peer figures the two places may lie further apart than any joint end. O(n log n).
 */
export function rankStandings(standings: readonly UnitProspect[], audience: string, bloc?: string): RankedUnit[] {
  const order = [...standings].sort((x, y) => compareKeys(y.keys, x.keys) || inCodeOrder(x.unit, y.unit));
  const isOpen = standings.some((standing) => standing.low !== standing.high);
  const lows = isOpen
    ? standings.map((standing) => standing.low).sort(compareKeys)
    : order.map((unitProspect) => unitProspect.keys).reverse();
  const highs = isOpen ? standings.map((standing) => standing.high).sort(compareKeys) : lows;
  const ties = tiesOf(order);
  let rank = 1;
  return order.map((standing, index) => {
    const before = order[index - 1];
    if (!before || compareKeys(before.keys, standing.keys) !== 0) rank = index + 1;
    const itself = compareKeys(standing.high, standing.low) > 0 ? 1 : 0;
    return {
      rank,
      best: 1 + countAbove(lows, standing.high),
      worst: 1 + countAbove(highs, standing.low) - itself,
      unit: standing.unit,
      audience,
      ...(bloc === undefined ? {} : { bloc }),
      points: standing.total,
      share: shareOfMaximum(standing.total, standing.max, standing.compiled.bounds),
      tie: ties[index] ?? null,
    };
  });
}

/** How many of the ascending keys are greater than these. */
export function countAbove(ascending: readonly Keys[], keys: Keys): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = ascending[middle];
    if (item && compareKeys(item, keys) > 0) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}

/** For each unit in order: how it was parted from units of equal share, or that only the council can. */
function tiesOf(order: readonly UnitProspect[]): (string | null)[] {
  const ties = new Array<string | null>(order.length).fill(null);
  for (let start = 0; start < order.length; ) {
    const end = runEnd(order, start, 1);
    for (let first = start; first < end && end - start > 1; ) {
      const last = runEnd(order, first, Number.POSITIVE_INFINITY);
      for (let index = first; index < last; index++) {
        ties[index] = last - first > 1 ? equalTie(order, index, first, last) : partedTie(order, index, start, end);
      }
      first = last;
    }
    start = end;
  }
  return ties;
}

/** Where the run of units ends whose first `keys` keys equal those of the unit at `start`. */
function runEnd(order: readonly UnitProspect[], start: number, keys: number): number {
  const first = order[start];
  let end = start + 1;
  for (; first && end < order.length; end++) {
    const unitProspect = order[end];
    if (!unitProspect || compareKeys(unitProspect.keys, first.keys, keys) !== 0) break;
  }
  return end;
}

const MOST_NAMED = 5;

/** All keys are equal within [first, last). */
function equalTie(order: readonly UnitProspect[], index: number, first: number, last: number): string {
  const others: string[] = [];
  for (let at = first; at < last && others.length <= MOST_NAMED; at++) {
    const unitProspect = order[at];
    if (unitProspect && at !== index) others.push(unitProspect.unit);
  }
  const named = others.length > MOST_NAMED ? `${others.slice(0, MOST_NAMED).join(', ')}, …` : others.join(', ');
  return `Ngang nhau với ${named}: chỉ Hội đồng phân định được.`;
}

/** Shares are equal within [start, end); the chain parted the unit from all of them. */
function partedTie(order: readonly UnitProspect[], index: number, start: number, end: number): string | null {
  const own = order[index];
  if (!own) return null;
  const isScored = own.compiled.set.scored;
  // The neighbour it was hardest to part from tells most.
  const before = index > start ? order[index - 1] : undefined;
  const after = index + 1 < end ? order[index + 1] : undefined;
  const atBefore = before ? firstDifference(own, before) : -1;
  const atAfter = after ? firstDifference(own, after) : -1;
  const [neighbour, at, side] = atAfter > atBefore ? [after, atAfter, 'trước'] : [before, atBefore, 'sau'];
  if (!neighbour || at < 1 || (!isScored && at === 1)) return null;
  return `${isScored ? 'Bằng điểm' : 'Ngang nhau'} với ${neighbour.unit}: xếp ${side} theo ${keyName(own, at - 1)}.`;
}

function firstDifference(x: UnitProspect, y: UnitProspect): number {
  return x.keys.findIndex((key, at) => compareKeys([key], y.keys.slice(at, at + 1)) !== 0);
}

function keyName(standing: UnitProspect, at: number): string {
  const key = standing.compiled.set.tieBreaks[at];
  const own = standing.keys[at + 1];
  switch (key?.kind) {
    case 'figure': {
      const unit = standing.compiled.byCode.get(key.criterion)?.criterion.unit ?? '';
      const figure = own && own.d > 0 ? ` (${formatNumber(Math.abs(own.n) / own.d)} ${unit})`.replace(' )', ')') : '';
      return `số liệu tiêu chí ${key.criterion}${figure}`;
    }
    case 'points': {
      const points = own ? ` (${formatPoints(own.n)})` : '';
      return key.criterion === undefined
        ? `điểm nhóm ${key.group ?? ''}${points}`
        : `điểm tiêu chí ${key.criterion}${points}`;
    }
    case 'women':
      return 'tỷ lệ nữ từ 70 % trở lên';
    case 'received':
      return 'ngày nhận báo cáo';
    case 'council':
    case undefined:
      return 'quyết định của Hội đồng';
  }
}

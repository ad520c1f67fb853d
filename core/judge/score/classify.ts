/**
 * The class of a total: bands on the share, no zero criterion where the band forbids it (SR-17), knock-outs (SR-18),
 * caps (SR-19). The result lists every reason why the class differs from the band of the share.
 */

import type { Points } from '../../base/quantity/points.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { compare, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import { shownShare } from '../../base/quantity/shown-figure.ts';
import type { ClassBand, CriteriaSet } from '../../movement/criteria-set.ts';
import { heldFacts } from '../../report/held-facts.ts';

/** A set's bands, best first, with what the unit's own facts leave of them. */
export interface Ladder {
  readonly bands: readonly ClassBand[];
  readonly from: readonly Quantity[];
  /** Some band asks for no criterion without points. */
  readonly asksNoZero: boolean;
  /** Best position still allowed by facts. */
  readonly best: number;
  readonly reasons: readonly string[];
  /** Part of the register is not understood: until a user explains it, any lower class is possible. */
  readonly isOpen: boolean;
}

/** The bands as they hold for a unit with these facts of the register. */
export function ladderFor(set: CriteriaSet, facts: readonly string[]): Ladder {
  const bands = [...set.classification].sort((x, y) => y.from - x.from);
  const lowest = bands.length - 1;
  const reasons: string[] = [];
  let best = 0;
  let isOpen = false;
  for (const held of heldFacts(facts, set)) {
    if (held.kind === 'knock-out') {
      best = lowest;
      reasons.push(`${held.label}: xếp loại thấp nhất.`);
    } else if (held.kind === 'cap') {
      const at = bands.findIndex((band) => band.code === held.atMost);
      if (at < 0) continue;
      best = Math.max(best, at);
      reasons.push(`${held.label}: không được xếp trên mức “${bands[at]?.name ?? ''}”.`);
    } else if (held.kind === 'unknown') {
      isOpen = true;
      reasons.push(
        `Danh sách đơn vị ghi “${held.text}” ở cột Trường hợp xét riêng, chưa hiểu: chưa chốt được xếp loại.`,
      );
    }
  }
  const from = bands.map((band) => quantityOf(band.from));
  const asksNoZero = bands.some((band) => band.noZeroCriterion);
  return { bands, from, asksNoZero, best: Math.max(0, best), reasons, isOpen };
}

/** Position of the class in the ladder (0 = best); −1 when there is none to give, or the share is below every class. */
export function positionOf(ladder: Ladder, total: Points, max: Points, hasZero: boolean): number {
  if (max <= 0) return -1;
  const share: Quantity = { n: 100 * total, d: max };
  for (let at = ladder.best; at < ladder.bands.length; at++) {
    const from = ladder.from[at];
    if (!from || compare(share, from) < 0) continue;
    if (!(hasZero && ladder.bands[at]?.noZeroCriterion)) return at;
  }
  const floor = ladder.from.at(-1);
  return floor && compare(share, floor) < 0 ? -1 : ladder.bands.length - 1;
}

/**
 * The class, and the sentences on why it is not simply that of the share. `zeros`: codes of the criteria that earned
 * nothing; `open`: codes of those whose points still wait for a decision.
 */
export function classify(
  ladder: Ladder,
  total: Points,
  max: Points,
  zeros: readonly string[],
  open: ReadonlySet<string>,
): { readonly band: ClassBand | null; readonly reasons: readonly string[] } {
  const at = positionOf(ladder, total, max, zeros.length > 0);
  const band = ladder.bands[at] ?? null;
  const reasons = at < 0 ? [] : [...ladder.reasons];
  const plain = positionOf(ladder, total, max, false);
  if (band && plain !== at) {
    const wanted = ladder.bands[plain];
    const share = formatNumber(
      shownShare(
        total,
        max,
        ladder.bands.map(({ from }) => from),
      ),
    );
    const isSettled = zeros.some((code) => !open.has(code));
    const zero = isSettled ? 'có tiêu chí 0 điểm' : 'có tiêu chí đang tạm tính 0 điểm';
    const so = isSettled ? 'nên không được xếp' : 'nên tạm thời không được xếp';
    reasons.push(
      `Đạt ${share} % nhưng ${zero} (${namesOf(zeros, open, isSettled)}) ${so} “${wanted?.name ?? ''}”, xuống “${band.name}”.`,
    );
  }
  return { band, reasons };
}

/** Settled noughts first: they alone decide; those that wait for a decision are marked. */
function namesOf(zeros: readonly string[], open: ReadonlySet<string>, isSettled: boolean): string {
  const sorted = [...zeros].sort((x, y) => Number(open.has(x)) - Number(open.has(y)));
  const named = sorted.map((code) => (isSettled && open.has(code) ? `${code} đang tạm tính` : code));
  return `${named.slice(0, 5).join(', ')}${named.length > 5 ? ', …' : ''}`;
}

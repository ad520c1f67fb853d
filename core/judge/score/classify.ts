/**
 * The class of a total: bands on the share, no zero criterion where the band asks for it (SR-17), knock-outs (SR-18),
 * caps (SR-19). A class is more than its share, so each departure is said.
 */

import type { Points } from '../../base/quantity/points.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { compare, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import type { ClassBand, CriteriaSet } from '../../movement/criteria-set.ts';

/** A set's bands, best first, with what the unit's own facts leave of them. */
export interface Ladder {
  readonly bands: readonly ClassBand[];
  readonly from: readonly Quantity[];
  /** Some band asks for no criterion without points. */
  readonly asksNoZero: boolean;
  /** Best position still allowed by facts. */
  readonly best: number;
  readonly reasons: readonly string[];
}

/** The bands as they hold for a unit with these facts (codes of knock-outs and caps). */
export function ladderFor(set: CriteriaSet, facts: readonly string[]): Ladder {
  const bands = [...set.classification].sort((x, y) => y.from - x.from);
  const lowest = bands.length - 1;
  const reasons: string[] = [];
  let best = 0;
  for (const knockOut of set.knockOuts) {
    if (!facts.includes(knockOut.code)) continue;
    best = lowest;
    reasons.push(`${knockOut.label}: xếp loại thấp nhất.`);
  }
  for (const cap of set.classCaps) {
    const at = bands.findIndex((band) => band.code === cap.atMost);
    if (at < 0 || !facts.includes(cap.code)) continue;
    best = Math.max(best, at);
    reasons.push(`${cap.label}: không được xếp trên mức “${bands[at]?.name ?? ''}”.`);
  }
  const from = bands.map((band) => quantityOf(band.from));
  return { bands, from, asksNoZero: bands.some((band) => band.noZeroCriterion), best: Math.max(0, best), reasons };
}

/** Position of the class in the ladder (0 = best); −1 when there is none to give. */
export function positionOf(ladder: Ladder, total: Points, max: Points, hasZero: boolean): number {
  if (max <= 0) return -1;
  const share: Quantity = { n: 100 * total, d: max };
  for (let at = ladder.best; at < ladder.bands.length; at++) {
    const from = ladder.from[at];
    if (!from || compare(share, from) < 0) continue;
    if (!(hasZero && ladder.bands[at]?.noZeroCriterion)) return at;
  }
  return ladder.bands.length - 1;
}

/**
 * The class, and the sentences on why it is not simply that of the share. `zeros`: codes of the criteria that earned
 * nothing.
 */
export function classify(
  ladder: Ladder,
  total: Points,
  max: Points,
  zeros: readonly string[],
): { readonly band: ClassBand | null; readonly reasons: readonly string[] } {
  const at = positionOf(ladder, total, max, zeros.length > 0);
  const band = ladder.bands[at] ?? null;
  const reasons = at < 0 ? [] : [...ladder.reasons];
  const plain = positionOf(ladder, total, max, false);
  if (band && plain !== at) {
    const asked = ladder.bands[plain];
    const named = `${zeros.slice(0, 5).join(', ')}${zeros.length > 5 ? ', …' : ''}`;
    const share = formatNumber((100 * total) / max);
    reasons.push(
      `Đạt ${share} % nhưng có tiêu chí 0 điểm (${named}) nên không được xếp “${asked?.name ?? ''}”, xuống “${band.name}”.`,
    );
  }
  return { band, reasons };
}

import type { Choices } from '../../../../fixtures/grammar/dimensions.ts';
import { onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { at, type Fault, planted, ratio } from '../faults.ts';

const both = ({ results, ratio, arrangement }: Choices): boolean =>
  (arrangement !== 'forms' && ['triple', 'figures-ratio'].includes(results)) ||
  (results === 'one' &&
    !['labelled-pairs', 'spread-pairs'].includes(arrangement) &&
    ['percent-then-fraction', 'fraction-then-percent', 'labelled'].includes(ratio));

export const faults: readonly Fault[] = [
  planted('95 % for 72/90', '2.1', at, ratio(72, 90, 95), { candidates: [95, 80] }),
  planted('rounded up by too much', '2.1', at, ratio(802, 1000, 81), { candidates: [81, 80.2] }),
];

/** A ratio at least two points from a/b, still between 0 and 100. */
function mismatching(a: number, b: number, draw: Random): { readonly value: number } | null {
  const ratio = Math.round((a / b) * 100);
  const value = ratio + draw.pick([-1, 1] as const) * draw.between(2, 30);
  return value > 1 && value <= 100 ? { value } : null;
}

export const planters: readonly Planter[] = [
  { code: 'ratio-mismatch', name: 'another ratio', plant: onRatio(both, ({ a, b }, draw) => mismatching(a, b, draw)) },
];

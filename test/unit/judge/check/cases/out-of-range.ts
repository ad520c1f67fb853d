import { alone, onCount, onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { at, type Fault, planted, ratio, value } from '../faults.ts';
import { cell, number } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('negative count', '2.3', cell('2.3', 'value'), value('2.3', number(-2))),
  planted('over 100 %', '2.1', at, ratio(72, 90, 800), { candidates: [80] }),
  planted('negative a', '2.1', cell('2.1', 'a'), ratio(-72, 90, 80)),
];

export const planters: readonly Planter[] = [
  {
    code: 'out-of-range',
    name: 'a negative count',
    fixed: { count: 'number' },
    plant: onCount((draw) => -draw.between(1, 9)),
  },
  {
    code: 'out-of-range',
    name: 'over 100 %',
    fixed: { results: 'one' },
    plant: onRatio(alone, (_, draw) => ({ value: draw.between(130, 400) })),
  },
];

import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { onPoints, SCORED } from '../../../../fixtures/grammar/plants/points.ts';
import { type Fault, planted, self } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [planted('12 of 10', '2.2', cell('2.2', 'self'), self('2.2', 12))];

export const planters: readonly Planter[] = [
  {
    code: 'self-score-exceeds-max',
    name: 'more than the maximum',
    fixed: { ...SCORED, points: 'number' },
    plant: onPoints((_, max, __, draw) => max + draw.between(1, 5)),
  },
];

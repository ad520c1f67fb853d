import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { onPoints, SCORED } from '../../../../fixtures/grammar/plants/points.ts';
import { type Fault, planted, self } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [planted('minus', '2.2', cell('2.2', 'self'), self('2.2', -2))];

export const planters: readonly Planter[] = [
  {
    code: 'negative-self-score',
    name: 'minus',
    fixed: { ...SCORED, points: 'number' },
    plant: onPoints((_, __, ___, draw) => -draw.between(1, 4)),
  },
];

import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { onPoints, SCORED } from '../../../../fixtures/grammar/plants/points.ts';
import { type Fault, planted, self, value } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('fewer than the rule gives', '1.1', cell('1.1', 'self'), self('1.1', 4)),
  planted('points for No', '1.1', cell('1.1', 'value'), value('1.1', { kind: 'no' })),
].map((fault) => ({ ...fault, cell: cell('1.1', 'self') }));

/** 5.52 − 2 is no 3.5199999999999996 to whoever types it. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

export const planters: readonly Planter[] = [
  {
    code: 'self-score-mismatch',
    name: 'other points than the rule gives',
    fixed: SCORED,
    plant: onPoints((self, max) => (self + 2 <= max ? hundredths(self + 2) : self >= 2 ? hundredths(self - 2) : null)),
  },
];

import { alone, onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { at, type Fault, planted, ratio, value } from '../faults.ts';
import { cell } from '../reports.ts';

const justRatio = (value: number) => ({ ...ratio(null, null, value), numerator: undefined, denominator: undefined });

export const faults: readonly Fault[] = [
  planted('a share beside a and b', '2.1', at, ratio(95, 100, 0.95), { candidates: [0.95, 95] }),
  planted('1 for all', '2.1', at, ratio(90, 90, 1), { candidates: [1, 100] }),
  planted('a share alone', '2.1', at, justRatio(0.95), { candidates: [0.95, 95] }),
  planted('dong for millions', '3.3', cell('3.3', 'value'), value('3.3', { kind: 'number', value: 25, unit: 'đồng' })),
  planted('households for people', '2.3', cell('2.3', 'value'), value('2.3', { kind: 'number', value: 2, unit: 'hộ' })),
];

export const planters: readonly Planter[] = [
  {
    code: 'unit-mismatch',
    name: 'a share for a percentage',
    fixed: { ratio: 'number', results: 'one' },
    plant: onRatio(alone, (_, draw) => ({ value: draw.between(60, 98) / 100 })),
  },
];

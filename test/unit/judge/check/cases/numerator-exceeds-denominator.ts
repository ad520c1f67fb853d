import { onRatio, pair } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { at, type Fault, planted, ratio } from '../faults.ts';
import { cell, read } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('more than all', '2.1', cell('2.1', 'a'), ratio(100, 80, 125), { candidates: [80, 100] }),
  planted('more than all, ratio kept', '2.1', cell('2.1', 'a'), ratio(160, 80, 90), { candidates: [50, 100, 90] }),
  planted('in one cell', '2.1', at, {
    ...ratio(null, null, null),
    numerator: undefined,
    denominator: undefined,
    value: read(at, { kind: 'fraction', a: 30, b: 25 }),
  }),
];

export const planters: readonly Planter[] = [
  {
    code: 'numerator-exceeds-denominator',
    name: 'a over b',
    plant: onRatio(pair, ({ b }, draw) => ({ a: b + draw.between(1, b) })),
  },
];

import { onRatio, pair } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { at, type Fault, planted, ratio } from '../faults.ts';
import { cell, read } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('0/0 = 100 %', '2.1', cell('2.1', 'b'), ratio(0, 0, 100)),
  planted('something of nothing', '2.1', cell('2.1', 'b'), ratio(5, 0, null)),
  planted('with the division error it gives', '2.1', cell('2.1', 'b'), {
    ...ratio(5, 0, null),
    value: read(at, { kind: 'error', text: '#DIV/0!' }),
  }),
];

export const planters: readonly Planter[] = [
  { code: 'zero-denominator', name: 'b = 0', plant: onRatio(pair, () => ({ b: 0 })) },
];

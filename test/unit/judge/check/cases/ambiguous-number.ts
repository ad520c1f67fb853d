import { onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { type Fault, planted, ratio, value } from '../faults.ts';
import { cell, read } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted(
    'result',
    '3.3',
    cell('3.3', 'value'),
    value('3.3', { kind: 'ambiguous', text: '1.234', candidates: [1.234, 1234] }),
    {
      candidates: [1.234, 1234],
    },
  ),
  planted(
    'a',
    '2.1',
    cell('2.1', 'a'),
    {
      ...ratio(0, 2000, 61.7),
      numerator: read(cell('2.1', 'a'), { kind: 'ambiguous', text: '1.234', candidates: [1, 1234] }),
    },
    { candidates: [0.05, 61.7] },
  ),
];

export const planters: readonly Planter[] = [
  {
    code: 'ambiguous-number',
    name: 'thousands or decimals',
    fixed: { results: 'one' },
    plant: onRatio(
      () => true,
      (_, draw) => ({ a: undefined, b: undefined, value: `${draw.between(1, 9)}.${draw.between(101, 989)}` }),
    ),
  },
];

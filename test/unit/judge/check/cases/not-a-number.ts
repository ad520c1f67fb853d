import { onCount, onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { type Fault, planted, value } from '../faults.ts';
import { cell, points, read } from '../reports.ts';

const WORDS = ['rất nhiều', 'đang thực hiện', 'đang tổng hợp', 'nhiều lần'];

export const faults: readonly Fault[] = [
  planted('prose', '2.3', cell('2.3', 'value'), value('2.3', { kind: 'text', text: 'nhiều' })),
  planted('a target', '2.1', cell('2.1', 'a'), {
    numerator: read(cell('2.1', 'a'), { kind: 'bound', comparator: 'gte', value: 90, text: '≥90' }),
  }),
  planted('no yes or no', '1.1', cell('1.1', 'value'), value('1.1', { kind: 'text', text: 'đang soạn' })),
  planted(
    'in the own points',
    '2.1',
    cell('2.1', 'self'),
    { self: { ...points(cell('2.1', 'self'), 0), reading: { kind: 'text', text: 'tối đa' } } },
    { doubt: 'nothing' },
  ),
];

export const planters: readonly Planter[] = [
  { code: 'not-a-number', name: 'prose for a count', plant: onCount((draw) => draw.pick(WORDS)) },
  {
    code: 'not-a-number',
    name: 'a target for a result',
    fixed: { results: 'one' },
    plant: onRatio(
      () => true,
      (_, draw) => ({ a: undefined, b: undefined, value: draw.pick(['trên 90%', '≥ 80%', 'tối thiểu 75%']) }),
    ),
  },
];

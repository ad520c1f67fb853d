import { onCount, onRatio } from '../../../../fixtures/grammar/plants/figures.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { COMPOSED, composed } from '../composed.ts';
import { at, base, type Fault, planted, ratio, value } from '../faults.ts';
import { cell, change, context, correct, fileOf, MISSING, partRow, read } from '../reports.ts';

const wide = correct({ set: COMPOSED, movement: composed });

export const faults: readonly Fault[] = [
  planted('no result', '2.3', cell('2.3', 'value'), value('2.3', MISSING)),
  planted('nothing of a ratio', '2.1', cell('2.1', 'a'), ratio(null, null, null)),
  planted('no a', '2.1', cell('2.1', 'a'), ratio(null, 90, null)),
  planted('no b beside a ratio', '2.1', cell('2.1', 'b'), ratio(72, null, 80), { candidates: [80] }),
  planted('the ratio alone', '2.1', cell('2.1', 'a'), ratio(null, null, 80), { candidates: [80] }),
  planted('no a, so that the ratio cannot be divided', '2.1', cell('2.1', 'a'), {
    ...ratio(null, null, null),
    value: read(at, { kind: 'error', text: '#DIV/0!' }),
  }),
  {
    name: 'no alternative filled in',
    files: [fileOf(change(wide, '9.2', { parts: [partRow('a', MISSING), partRow('b', MISSING)] }))],
    context: context({ movement: composed }),
    criterion: '9.2.a',
    cell: { sheet: 'Báo cáo', address: 'Ga' },
  },
  {
    name: 'a result on the row of a criterion whose parts are not listed',
    files: [
      fileOf(
        change(wide, '9.2', {
          parts: undefined,
          value: read(cell('9.2', 'value', COMPOSED), { kind: 'number', value: 1 }),
        }),
      ),
    ],
    context: context({ movement: composed }),
    criterion: '9.2',
    cell: cell('9.2', 'value', COMPOSED),
  },
  {
    name: 'one count where a ratio is asked, and no column for the other',
    files: [
      fileOf({
        ...change(base, '2.1', {
          numerator: read(cell('2.1', 'a'), { kind: 'number', value: 72 }),
          denominator: undefined,
          value: read(cell('2.1', 'value'), MISSING),
          self: undefined,
        }),
        total: null,
      }),
    ],
    criterion: '2.1',
    cell: cell('2.1', 'value'),
  },
];

export const planters: readonly Planter[] = [
  { code: 'missing-value', name: 'a count left blank', plant: onCount(() => undefined) },
  {
    code: 'missing-value',
    name: 'a ratio left blank',
    plant: onRatio(
      () => true,
      () => ({ a: undefined, b: undefined, value: undefined }),
    ),
  },
];

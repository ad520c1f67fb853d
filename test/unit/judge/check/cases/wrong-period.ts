import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { yearBefore } from '../../../../fixtures/grammar/truth.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf, PERIOD_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'a quarter is not its year',
    files: [fileOf({ ...base, period: { period: { kind: 'quarter', year: 2025, quarter: 4 }, cell: PERIOD_CELL } })],
    cell: PERIOD_CELL,
  },
];

function otherPeriod(draft: Draft): Planted {
  return inOneFile(
    withFirst(draft, (report) => ({ ...report, period: yearBefore(report.period) })),
    { criterion: null, at: ['told/period'] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'wrong-period',
    name: 'the year before',
    fixed: { ...ALONE, results: 'one', aside: 'none' },
    plant: (draft) => (draft.choices.words === 'plain' ? otherPeriod(draft) : null),
  },
];

import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withReports } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { base, type Fault } from '../faults.ts';
import { DATE_CELL, fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  { name: 'no date line', files: [fileOf({ ...base, date: null })], cell: null },
  {
    name: 'date line left open',
    files: [fileOf({ ...base, date: { date: null, text: 'ngày … tháng … năm 2025', cell: DATE_CELL } })],
    cell: DATE_CELL,
  },
];

function undated(draft: Draft): Planted {
  return inOneFile(
    withReports(
      draft,
      draft.truth.reports.map((report) => ({ ...report, date: null })),
    ),
    { criterion: null },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'undated-report',
    name: 'no day',
    fixed: ALONE,
    plant: (draft) => (draft.choices.datePlace === 'attached' ? null : undated(draft)),
  },
];

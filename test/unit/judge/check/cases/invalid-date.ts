import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault, planted, value } from '../faults.ts';
import { cell, DATE_CELL, fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('31 February', '1.2', cell('1.2', 'value'), value('1.2', { kind: 'bad-date', text: '31/02/2025' })),
  {
    name: 'day of the report',
    files: [fileOf({ ...base, date: { date: null, text: 'ngày 31 tháng 02 năm 2025', cell: DATE_CELL } })],
    cell: DATE_CELL,
  },
];

function badReportDay(draft: Draft): Planted {
  const date = `${draft.truth.period.year}-02-31`;
  return inOneFile(
    withFirst(draft, (report) => ({ ...report, date })),
    { criterion: null, at: ['told/date'] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'invalid-date',
    name: 'a report of 31 February',
    fixed: { arrangement: 'one' },
    plant: (draft) => (draft.choices.datePlace === 'label-serial' ? null : badReportDay(draft)),
  },
];

import { dueDay } from '../../../../../core/movement/due-day.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { base, type Fault } from '../faults.ts';
import { context, DATE_CELL, fileOf, registered } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'on the day before which it was due',
    files: [fileOf({ ...base, date: { date: '2025-11-05', text: '05/11/2025', cell: DATE_CELL } })],
    cell: DATE_CELL,
  },
  {
    name: 'received late',
    files: [fileOf(base)],
    context: context({ register: [registered('Bản Nà Đắng', { received: '2025-11-06' })] }),
    cell: null,
  },
];

function tooLate(draft: Draft): Planted | null {
  const { movement, period } = draft.truth;
  const due = dueDay(movement, period);
  if (due === null || period.kind !== 'year') return null;
  const date = `${period.year}-12-${due.last.slice(8) > '20' ? '28' : '20'}`;
  return date <= due.last
    ? null
    : inOneFile(
        withFirst(draft, (report) => ({ ...report, date })),
        { criterion: null, at: ['told/date'] },
      );
}

export const planters: readonly Planter[] = [
  { code: 'late-report', name: 'dated after the deadline', fixed: ALONE, plant: tooLate },
];

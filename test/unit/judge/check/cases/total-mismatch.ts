import type { Report } from '../../../../../core/report/report.ts';
import { selfTotal } from '../../../../fixtures/filled-report.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { firstReport } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { SCORED } from '../../../../fixtures/grammar/plants/points.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf, points, TOTAL_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  { name: 'wrong sum', files: [fileOf({ ...base, total: points(TOTAL_CELL, 50) })], cell: TOTAL_CELL },
  {
    name: 'one point too many',
    files: [fileOf({ ...base, total: points(TOTAL_CELL, Math.round(totalOf(base)) + 1) })],
    cell: TOTAL_CELL,
  },
];

function totalOf({ total }: Report): number {
  return total?.reading.kind === 'number' ? total.reading.value : 0;
}

function otherTotal(draft: Draft, draw: Random): Planted | null {
  const report = firstReport(draft);
  if (draft.choices.arrangement !== 'summary' && draft.choices.total === 'none') return null;
  const total = Math.round((selfTotal(report) - draw.between(11, 30)) * 100) / 100;
  return total <= 5
    ? null
    : inOneFile(
        withFirst(draft, (filledReport) => ({ ...filledReport, total })),
        { criterion: null, at: ['told/total'] },
      );
}

export const planters: readonly Planter[] = [
  { code: 'total-mismatch', name: 'another total', fixed: { ...SCORED, arrangement: 'one' }, plant: otherTotal },
  {
    code: 'total-mismatch',
    name: 'another grand total on the summary',
    fixed: { ...SCORED, arrangement: 'summary', total: 'none' },
    plant: otherTotal,
  },
];

import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { cites } from '../../../../fixtures/grammar/plants/evidence.ts';
import { changed, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, planted } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('last year', '2.1', cell('2.1', 'evidence'), { evidence: ['Báo cáo số 15/BC-CĐS ngày 12/3/2024'] }),
  planted('a plan made too long before', '1.1', cell('1.1', 'evidence'), {
    evidence: ['Kế hoạch 3/KH-CĐS ngày 5/2/2024'],
  }),
  planted('after the report', '2.1', cell('2.1', 'evidence'), { evidence: ['Báo cáo số 15/BC-CĐS ngày 12/3/2026'] }),
];

function outside(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, cites);
  if (line === null) return null;
  const year = draft.truth.period.year - draw.between(1, 2);
  const evidence = `Báo cáo số ${draw.between(900, 999)}/BC-CĐS ngày ${draw.between(10, 28)}/0${draw.between(1, 9)}/${year}`;
  return inOneFile(
    withFirst(draft, (report) => changed(report, line.code, { evidence })),
    { criterion: line.code, at: [`${line.code}/evidence`] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'evidence-outside-period',
    name: 'an earlier year',
    plant: (draft, draw) => (draft.choices.evidence === 'merged' ? null : outside(draft, draw)),
  },
];

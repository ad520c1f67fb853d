import { allHandedIn, cites, handedIn } from '../../../../fixtures/grammar/plants/evidence.ts';
import { changed, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { base, type Fault } from '../faults.ts';
import { cell, change, context, fileOf } from '../reports.ts';

const UNIT = 'Bản Nà Đắng';
const CITED = 'Báo cáo số 15/BC-UBND ngày 12/3/2025';

function withFile(name: string, more: Parameters<typeof handedIn>[2]): Fault {
  const others = base.entries
    .filter(({ criterion }) => criterion !== '2.1')
    .map(({ criterion }) => handedIn(UNIT, criterion));
  return {
    name,
    files: [fileOf(change(base, '2.1', { evidence: [CITED] }))],
    context: context({ evidence: [...others, handedIn(UNIT, '2.1', more)] }),
    criterion: '2.1',
    cell: cell('2.1', 'evidence'),
  };
}

export const faults: readonly Fault[] = [
  withFile('another number', { number: '51/BC-UBND', date: '2025-03-12' }),
  withFile('another day', { number: '15/BC-UBND', date: '2024-03-12' }),
];

export const planters: readonly Planter[] = [
  {
    code: 'evidence-differs',
    name: 'a file of another number',
    plant(draft, draw) {
      const line = pickLine(draft, draw, cites);
      if (line === null || draft.choices.evidence === 'merged') return null;
      const cited = withFirst(draft, (report) => changed(report, line.code, { evidence: '15/BC-UBND' }));
      const unit = draft.truth.reports[0]?.unit ?? '';
      const others = allHandedIn(draft).filter((file) => file.unit !== unit || file.criterion !== line.code);
      const evidence = [...others, handedIn(unit, line.code, { number: '51/BC-UBND' })];
      return inOneFile(cited, { criterion: line.code, at: [`${line.code}/evidence`], context: { evidence } });
    },
  },
];

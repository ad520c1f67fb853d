import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { cites } from '../../../../fixtures/grammar/plants/evidence.ts';
import { changed, firstReport, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault, planted } from '../faults.ts';
import { cell, change, correct, fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'another unit’s document',
    files: [
      fileOf(change(base, '2.1', { evidence: ['BC số 15/BC-UBND ngày 12/3/2025'] })),
      fileOf(
        change(correct({ unit: 'Bản Hai', seed: 2 }), '2.2', {
          evidence: ['Báo cáo 015 / BC - UBND, ngày 12 tháng 3 năm 2025'],
        }),
      ),
    ],
    criterion: '2.2',
    cell: cell('2.2', 'evidence'),
    file: 'Bản Hai.xlsx',
  },
  planted('one document for two groups', '3.1', cell('3.1', 'evidence'), {
    evidence: base.entries[0]?.evidence ?? [],
  }),
  {
    name: 'one photo for two groups',
    files: [
      fileOf(
        change(change(base, '2.1', { evidence: ['Ảnh chụp màn hình 64.jpg ngày 12/3/2025'] }), '3.1', {
          evidence: ['ảnh chụp  màn hình 64.jpg ngày 12/3/2025'],
        }),
      ),
    ],
    criterion: '3.1',
    cell: cell('3.1', 'evidence'),
  },
];

function reused(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, cites);
  const other = pickLine(
    draft,
    draw,
    (item, entry) => cites(item, entry) && item.criterion.group !== line?.criterion.group,
  );
  if (line === null || other === null) return null;
  const { criteria } = firstReport(draft).set;
  const [first, second] =
    criteria.indexOf(line.criterion) < criteria.indexOf(other.criterion) ? [line, other] : [other, line];
  const evidence = firstReport(draft).rows.get(first.code)?.evidence;
  return inOneFile(
    withFirst(draft, (report) => changed(report, second.code, { evidence })),
    { criterion: second.code, at: [`${second.code}/evidence`] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'reused-evidence',
    name: 'one document for two groups',
    plant: (draft, draw) => (draft.choices.evidence === 'merged' ? null : reused(draft, draw)),
  },
];

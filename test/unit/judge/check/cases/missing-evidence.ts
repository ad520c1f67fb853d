import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { cites, handedIn } from '../../../../fixtures/grammar/plants/evidence.ts';
import { changed, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault, planted } from '../faults.ts';
import { cell, context, fileOf } from '../reports.ts';

const OWN_CELLS = { notes: 'none' } as const;

export const faults: readonly Fault[] = [
  planted('nothing cited', '2.1', cell('2.1', 'evidence'), { evidence: [] }),
  planted(
    'explained',
    '2.1',
    cell('2.1', 'evidence'),
    { evidence: [], explanation: { text: 'Hồ sơ lưu tại Văn phòng', cell: cell('2.1', 'note') } },
    { severity: 'warning', doubt: 'nothing' },
  ),
  {
    name: 'cited, and no file among those handed in',
    files: [fileOf(base)],
    context: context({
      evidence: base.entries.flatMap(({ criterion }) =>
        criterion === '2.1' ? [] : [handedIn('Bản Nà Đắng', criterion)],
      ),
    }),
    cell: null,
    more: { severity: 'info', doubt: 'nothing' },
  },
];

function none(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, cites);
  if (line === null) return null;
  return inOneFile(
    withFirst(draft, (report) => changed(report, line.code, { evidence: undefined })),
    { criterion: line.code, at: [`${line.code}/evidence`] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'missing-evidence',
    name: 'nothing cited',
    fixed: OWN_CELLS,
    plant: (draft, draw) => (draft.choices.evidence === 'merged' ? null : none(draft, draw)),
  },
];

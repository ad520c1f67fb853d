import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { pickCriterion, withCriteria } from '../../../../fixtures/grammar/plants/structure.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { COMPOSED, composed } from '../composed.ts';
import { base, type Fault, without } from '../faults.ts';
import { cell, context, correct, fileOf } from '../reports.ts';

const wide = correct({ set: COMPOSED, movement: composed });

export const faults: readonly Fault[] = [
  { name: 'row taken out', files: [fileOf(without(base, '2.2'))], criterion: '2.2', cell: cell('2.1', 'title') },
  { name: 'first row taken out', files: [fileOf(without(base, '1.1'))], criterion: '1.1', cell: null },
  {
    name: 'the row of a bonus taken out',
    files: [fileOf({ ...without(wide, '9.3'), total: null })],
    criterion: '9.3',
    cell: { sheet: 'Báo cáo', address: 'Bb' },
    context: context({ movement: composed }),
  },
];

function missing(draft: Draft, draw: Random): Planted | null {
  const criterion = pickCriterion(draft, draw);
  if (criterion === null) return null;
  const left = withFirst(draft, (report) => withCriteria(report, (all) => all.filter((item) => item !== criterion)));
  return inOneFile(left, { criterion: criterion.code });
}

export const planters: readonly Planter[] = [
  { code: 'missing-criterion', name: 'a row left out', fixed: { numbering: 'code' }, plant: missing },
];

import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE, pickCriterion, withCriteria } from '../../../../fixtures/grammar/plants/structure.ts';
import { linesOf } from '../../../../fixtures/grammar/truth.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, remarked } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [
  remarked(
    'row written twice',
    {
      kind: 'duplicate-row',
      criterion: '2.2',
      cell: { sheet: 'Báo cáo', address: 'B25' },
      first: cell('2.2', 'title'),
    },
    { criterion: '2.2' },
  ),
];

function doubled(draft: Draft, draw: Random): Planted | null {
  const criterion = pickCriterion(draft, draw);
  if (criterion === null || linesOf(criterion).length > 1) return null;
  const twice = withFirst(draft, (report) =>
    withCriteria(report, (all) => all.flatMap((item) => (item === criterion ? [item, item] : [item]))),
  );
  return inOneFile(twice, { criterion: criterion.code, at: [`${criterion.code}/title`] });
}

export const planters: readonly Planter[] = [
  {
    code: 'duplicate-criterion',
    name: 'a row twice',
    // Sums that the sheet prints between its groups leave the second row out.
    fixed: { ...ONE_TABLE, evidence: 'short', titles: 'exact', between: 'none' },
    plant: doubled,
  },
];

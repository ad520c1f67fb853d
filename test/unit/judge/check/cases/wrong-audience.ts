import { criteriaSetFor } from '../../../../../core/movement/criteria-set-for.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { firstReport } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE, listed } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault, without } from '../faults.ts';
import { context, fileOf, registered, UNIT_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'a village on the sheet of agencies',
    files: [
      fileOf({
        ...without(base, '3.2'),
        audience: 'agency',
        remarks: [{ kind: 'unknown-row', text: 'lạ', cell: UNIT_CELL }],
      }),
    ],
    context: context({ register: [registered('Bản Nà Đắng', { audience: 'Bản' })] }),
    cell: UNIT_CELL,
  },
];

/** The register has the unit under an audience with another form. */
function wrongForm(draft: Draft, draw: Random): Planted | null {
  const { movement, period, set } = draft.truth;
  const titles = new Set(set.criteria.map(({ title }) => title));
  const others = movement.audiences.filter(({ kind }) => {
    const other = criteriaSetFor(movement, kind, period);
    return (
      other !== undefined &&
      other.audience !== set.audience &&
      other.criteria.filter(({ title }) => titles.has(title)).length <= set.criteria.length - 4
    );
  });
  if (others.length === 0) return null;
  const register = [listed(firstReport(draft).unit, draw.pick(others).kind)];
  return inOneFile(draft, { criterion: null, at: ['told/unit'], context: { register } });
}

export const planters: readonly Planter[] = [
  { code: 'wrong-audience', name: 'the form of another audience', fixed: ALONE, plant: wrongForm },
];

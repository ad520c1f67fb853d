import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE, listed } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { base, type Fault, remarked, village } from '../faults.ts';
import { context, correct, fileOf, UNIT_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'not in the register',
    files: [fileOf(base), fileOf(correct({ unit: 'Bản Lạ', seed: 2 }))],
    context: context({ register: village }),
    cell: UNIT_CELL,
    file: 'Bản Lạ.xlsx',
  },
  remarked('two units on one sheet', { kind: 'several-units', text: 'Bản Một, Bản Hai', cell: UNIT_CELL }),
];

function stranger(draft: Draft): Planted {
  const register = [listed('Tổ hợp tác Vườn Ươm', draft.truth.set.audience, { registered: false })];
  // The line "Kèm theo Báo cáo … của …" names the unit too.
  const at = draft.choices.datePlace === 'attached' ? ['told/unit', 'told/date'] : ['told/unit'];
  return inOneFile(draft, { criterion: null, at, context: { register } });
}

export const planters: readonly Planter[] = [
  { code: 'unknown-unit', name: 'not in the register', fixed: ALONE, plant: stranger },
];

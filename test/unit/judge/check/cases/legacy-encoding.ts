import { inOneFile, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { type Fault, remarked } from '../faults.ts';
import { UNIT_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    ...remarked('two runs on one sheet', {
      kind: 'legacy-text',
      encoding: 'tcvn3',
      before: 'kÕ ho¹ch',
      after: 'kế hoạch',
      cell: UNIT_CELL,
      count: 7,
    }),
    more: { severity: 'info', data: { encoding: 'tcvn3', count: 7 } },
  },
];

export const planters: readonly Planter[] = [
  {
    code: 'legacy-encoding',
    name: 'TCVN3',
    fixed: { text: 'tcvn3', kind: 'xlsx' },
    plant: (draft) => (draft.choices.text === 'tcvn3' ? inOneFile(draft, { criterion: null }) : null),
  },
  {
    code: 'legacy-encoding',
    name: 'VNI',
    fixed: { text: 'vni', kind: 'xlsx' },
    plant: (draft) => (draft.choices.text === 'vni' ? inOneFile(draft, { criterion: null }) : null),
  },
];

import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { inOneFile } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE } from '../../../../fixtures/grammar/plants/structure.ts';
import { type Fault, remarked } from '../faults.ts';

export const faults: readonly Fault[] = [
  remarked('the only results are an estimate', {
    kind: 'estimate',
    text: 'Ước thực hiện cả năm',
    cell: { sheet: 'Báo cáo', address: 'G7' },
  }),
];

export const planters: readonly Planter[] = [
  {
    code: 'estimated-result',
    name: 'the only column of results is an estimate',
    fixed: { ...ONE_TABLE, results: 'estimated' },
    plant: (draft) => inOneFile(draft, { criterion: null, at: ['header/value'] }),
  },
];

import type { RegisterUnit } from '../../../../../core/report/register.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { listed } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { base, type Fault, village } from '../faults.ts';
import { context, fileOf, registered } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'registered, nothing came',
    files: [fileOf(base)],
    context: context({ register: [...village, registered('Bản Hai'), registered('Bản Ba', { registered: false })] }),
    cell: null,
    more: { unit: 'Bản Hai' },
  },
];

function allUnits({ truth }: Draft): readonly RegisterUnit[] {
  return truth.reports.map(({ unit }) => listed(unit, truth.set.audience));
}

function nothingCame(draft: Draft): Planted {
  const register = [...allUnits(draft), listed('Đơn vị Chưa Nộp', draft.truth.set.audience)];
  return inOneFile(draft, { criterion: null, context: { register } });
}

export const planters: readonly Planter[] = [
  { code: 'missing-report', name: 'registered, nothing came', plant: nothingCame },
];

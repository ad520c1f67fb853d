import { partsOf } from '../../../../../core/movement/rule.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { figureKeys, firstReport, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE, listed } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import type { Line } from '../../../../fixtures/grammar/truth.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault, self, value } from '../faults.ts';
import { cell, change, context, fileOf, registered } from '../reports.ts';

const at = cell('1.1', 'value');
const no = { ...base, entries: change(base, '1.1', { ...value('1.1', { kind: 'no' }), ...self('1.1', 0) }).entries };

export const faults: readonly Fault[] = [
  {
    name: 'a plan is claimed that others sent and this unit did not',
    files: [fileOf(base)],
    context: context({
      register: [registered('Bản Nà Đắng'), registered('Bản Hai', { planReceived: '2025-02-10', registered: false })],
    }),
    criterion: '1.1',
    cell: at,
    more: { data: { reported: 1, listed: 0 } },
  },
  {
    name: 'the plan came, and the unit says there is none',
    files: [fileOf({ ...no, total: null })],
    context: context({ register: [registered('Bản Nà Đắng', { planReceived: '2025-02-10' })] }),
    criterion: '1.1',
    cell: at,
    more: { data: { reported: 0, listed: 1 } },
  },
];

function isOfPlan({ criterion, part }: Line): boolean {
  return (partsOf(criterion.rule).find(({ code }) => code === part) ?? criterion).listed === 'unit-plan';
}

/** The list says the other thing than the first report's row. */
function otherThanListed(draft: Draft, draw: Random): Planted | null {
  const { unit, rows } = firstReport(draft);
  const { audience } = draft.truth.set;
  const line = pickLine(draft, draw, isOfPlan);
  if (line === null) return null;
  const says = rows.get(line.code)?.value;
  if (typeof says !== 'boolean') return null;
  const other = listed('Đơn vị Khác', audience, { registered: false, planReceived: '2025-02-10' });
  const own = listed(unit, audience, says ? {} : { planReceived: '2025-02-10' });
  return inOneFile(draft, { criterion: line.code, at: figureKeys(line.code), context: { register: [own, other] } });
}

export const planters: readonly Planter[] = [
  { code: 'register-mismatch', name: 'the list of units knows otherwise', fixed: ALONE, plant: otherThanListed },
];

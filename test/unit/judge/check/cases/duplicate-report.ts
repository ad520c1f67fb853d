import { correctReport } from '../../../../fixtures/correct-report.ts';
import { type Draft, draftOf, write } from '../../../../fixtures/grammar/compose.ts';
import { firstReport } from '../../../../fixtures/grammar/plants/lines.ts';
import { given, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault } from '../faults.ts';
import { correct, fileOf, UNIT_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'the same unit twice',
    files: [fileOf(base), fileOf(correct({ seed: 2, file: 'lần hai.xlsx' }))],
    cell: UNIT_CELL,
    file: 'lần hai.xlsx',
  },
  {
    name: 'the same file twice',
    files: [fileOf(base), fileOf({ ...base, file: 'bản sao.xlsx' })],
    cell: UNIT_CELL,
    file: 'bản sao.xlsx',
  },
];

/** Another file of the same unit with other figures, in a layout of its own. */
function twice(draft: Draft, draw: Random): Planted | null {
  const { movement, set, period } = draft.truth;
  const first = firstReport(draft);
  const again = correctReport(set, movement, first.unit, draft.seed * 7 + 3, { period, date: first.date });
  const other = draftOf(draft.seed + 55_555, {
    fixed: { ...draft.choices, order: draw.pick(['usual', 'self-first'] as const), letters: 'none' },
  });
  const files = [
    write(draft),
    { ...write({ ...other, truth: { ...draft.truth, reports: [again] } }), file: 'ban gui lai.xlsx' },
  ] as const;
  return { files: files.map(given), context: contextOf(draft.truth, null), criterion: null, composed: files[0] };
}

export const planters: readonly Planter[] = [
  { code: 'duplicate-report', name: 'sent again', fixed: ALONE, plant: twice },
];

import { type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import { ALONE, fileWith } from '../../../../fixtures/grammar/plants/between.ts';
import { firstReport } from '../../../../fixtures/grammar/plants/lines.ts';
import { given, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import { COMPOSED, composed } from '../composed.ts';
import type { Fault } from '../faults.ts';
import { context, correct, fileOf, UNIT_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'the figures of another unit',
    files: [
      fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Một', seed: 3 })),
      fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Hai', seed: 3 })),
      fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Ba', seed: 4 })),
    ],
    context: context({ movement: composed }),
    cell: UNIT_CELL,
    file: 'Bản Hai.xlsx',
  },
];

/** A second unit with the first unit's figures under its own name. */
function copied(draft: Draft): Planted | null {
  const first = firstReport(draft);
  const ratios = [...first.rows.values()].filter(
    ({ a, b }) => typeof a === 'number' && typeof b === 'number' && b >= 10,
  );
  if (ratios.length < 6) return null;
  const copy = { ...first, unit: `${first.unit} số 2`, date: first.date?.replace(/-10-\d\d$/, '-10-31') ?? null };
  const composed = write(draft);
  return {
    files: [given(composed), given(fileWith(draft, copy, 'ban chep.xlsx'))],
    context: contextOf(draft.truth, null),
    criterion: null,
    composed,
  };
}

export const planters: readonly Planter[] = [
  {
    code: 'copied-report',
    name: 'the figures of another unit',
    fixed: { ...ALONE, results: 'triple', period: 'year' },
    plant: copied,
  },
];

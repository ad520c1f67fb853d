import type { Reading } from '../../../../../core/report/report.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { changed, figureKeys, isCount, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, planted, ratio } from '../faults.ts';
import { cell, read } from '../reports.ts';

const KPS: Reading = { kind: 'not-applicable', text: 'KPS' };

export const faults: readonly Fault[] = [
  planted('what every unit has', '3.4', cell('3.4', 'value'), { value: read(cell('3.4', 'value'), KPS) }),
  planted('0 of 0 in words of figures, allowed but without a reason', '2.1', cell('2.1', 'b'), ratio(0, 0, null)),
];

/** "Not arising" claimed for something that every unit has. */
function claimed(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(
    draft,
    draw,
    (line, entry) =>
      isCount(line, entry) && line.criterion.notApplicable === 'zero' && line.criterion.rule.kind !== 'best',
  );
  if (line === null) return null;
  const value = draw.pick(['KPS', 'Không phát sinh', 'không áp dụng']);
  return inOneFile(
    withFirst(draft, (report) => changed(report, line.code, { value, self: undefined })),
    { criterion: line.code, at: figureKeys(line.code) },
  );
}

export const planters: readonly Planter[] = [
  { code: 'not-applicable-claimed', name: 'what every unit has', plant: claimed },
];

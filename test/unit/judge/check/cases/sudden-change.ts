import { type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import { ALONE, fileWith } from '../../../../fixtures/grammar/plants/between.ts';
import { figureKeys, firstReport, isRatio, pickLine, rescored } from '../../../../fixtures/grammar/plants/lines.ts';
import { given, type Planted, type Planter, placesAt, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { contextOf, readComposed } from '../../../../fixtures/grammar/run-composed.ts';
import { yearBefore } from '../../../../fixtures/grammar/truth.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { at, base, type Fault, ratio, value } from '../faults.ts';
import { cell, change, context, fileOf, number } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: 'a ratio up by 45 points',
    files: [fileOf(base)],
    context: context({ previous: [change(base, '2.1', ratio(20, 100, 20))] }),
    criterion: '2.1',
    cell: at,
  },
  {
    name: 'a count ten times',
    files: [fileOf(base)],
    context: context({ previous: [change(base, '3.3', value('3.3', number(400)))] }),
    criterion: '3.3',
    cell: cell('3.3', 'value'),
  },
];

/** The same unit a year earlier with a ratio forty points and more away. */
async function sudden(draft: Draft, draw: Random): Promise<Planted | null> {
  const line = pickLine(draft, draw, isRatio);
  if (line === null || draft.truth.set.phase !== null) return null;
  const now = firstReport(draft);
  const { b } = { b: Number(now.rows.get(line.code)?.b) };
  const changedNow = withFirst(draft, (report) => rescored(report, line.code, { a: Math.ceil(0.9 * b) }));
  const before = rescored(
    {
      ...now,
      period: yearBefore(now.period),
      date: now.date && `${Number(now.date.slice(0, 4)) - 1}${now.date.slice(4)}`,
    },
    line.code,
    { a: Math.floor(0.3 * b) },
  );
  const { movement } = draft.truth;
  const earlier = fileWith(draft, before, 'ky truoc.xlsx');
  const context = { ...contextOf(draft.truth, null), movement };
  const read = await readComposed(given(earlier), { ...context, period: null });
  const composed = write(changedNow);
  return {
    files: [given(composed)],
    context: { ...context, previous: read.reports },
    criterion: line.code,
    cells: placesAt(composed, figureKeys(line.code)),
    composed,
  };
}

export const planters: readonly Planter[] = [
  { code: 'sudden-change', name: 'up by sixty points', fixed: { ...ALONE, results: 'one' }, plant: sudden },
];

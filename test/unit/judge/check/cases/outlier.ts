import type { Report } from '../../../../../core/report/report.ts';
import { correctReport } from '../../../../fixtures/correct-report.ts';
import type { FilledEntry, FilledReport } from '../../../../fixtures/filled-report.ts';
import { type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import { ALONE, fileWith } from '../../../../fixtures/grammar/plants/between.ts';
import { changed, figureKeys, firstReport, isRatio, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { given, type Planted, type Planter, placesAt, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import { type Random, random } from '../../../../fixtures/random.ts';
import { selfScores } from '../../../../fixtures/self-scores.ts';
import { at, type Fault, ratio } from '../faults.ts';
import { change, correct, fileOf } from '../reports.ts';

const PEERS = 9;

export const faults: readonly Fault[] = [
  {
    name: 'one far below nine',
    files: villages(10).map((report, index) =>
      fileOf(
        index === 4 ? { ...change(report, '2.1', { ...ratio(3, 100, 3), self: undefined }), total: null } : report,
      ),
    ),
    criterion: '2.1',
    cell: at,
    file: 'Bản 5.xlsx',
  },
];

/** Reports of as many villages, all different. */
function villages(count: number): Report[] {
  return Array.from({ length: count }, (_, index) => correct({ unit: `Bản ${index + 1}`, seed: index + 1 }));
}

/** Nine units alike and one far below. */
function odd(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, isRatio);
  if (line === null) return null;
  const { movement, set, period } = draft.truth;
  const ratio = (report: FilledReport, percent: number): FilledReport =>
    selfScores(changed(report, line.code, { a: percent * 5, b: 500 }));
  const first = firstReport(draft);
  const files = Array.from({ length: PEERS }, (_, at) => {
    const peer = correctReport(set, movement, `Đơn vị số ${at + 2}`, draft.seed * 31 + at, {
      period,
      date: first.date,
    });
    return fileWith(draft, ratio(settled(peer, first), 70 + (at % 5)), `ban ${at + 2}.xlsx`);
  });
  const composed = write(withFirst(draft, (report) => ratio(report, draw.between(3, 20))));
  const all = [composed, ...files];
  return {
    files: all.map(given),
    context: contextOf(draft.truth, null),
    criterion: line.code,
    cells: placesAt(composed, figureKeys(line.code)),
    composed,
  };
}

/** Figures near those of the first unit, so that nothing else is odd; documents stay each unit's own. */
function settled(peer: FilledReport, like: FilledReport): FilledReport {
  const draw = random(peer.unit.length * 7919 + Number(/\d+/.exec(peer.unit)?.[0] ?? 0));
  const rows = new Map(
    [...peer.rows].map(([code, row]): readonly [string, FilledEntry] => {
      const theirs = like.rows.get(code);
      if (typeof theirs?.a === 'number' && theirs.b !== undefined)
        return [code, { ...row, b: theirs.b, a: Math.max(0, theirs.a - draw.between(0, 3)) }];
      return [code, theirs?.value === undefined ? row : { ...row, value: theirs.value }];
    }),
  );
  return selfScores({ ...peer, rows });
}

export const planters: readonly Planter[] = [{ code: 'outlier', name: 'one far below nine', fixed: ALONE, plant: odd }];

/** Checks of the unit's own points (điểm tự chấm) and its total: compared with the rule, never used. */

import { type Points, toPoints } from '../../base/quantity/points.ts';
import { factsOf } from '../../movement/rule.ts';
import type { CellRef, Entry } from '../../report/report.ts';
import { type CriterionResult, scoreCriterion } from '../score/criterion.ts';
import type { CheckRun, CheckSubject, Line } from './run.ts';

/** A row in which the unit typed points. */
export interface SelfScore extends Line {
  readonly self: Points;
  readonly cell: CellRef;
}

/** Points typed for criteria and parts; sets without points (SR-31) have none to check. */
export function selfScores(subject: CheckSubject): readonly SelfScore[] {
  if (!subject.set?.scored) return [];
  return subject.rows.flatMap((row): readonly SelfScore[] => {
    const read = row.entry.self;
    return read?.reading.kind === 'number' ? [{ ...row, self: toPoints(read.reading.value), cell: read.cell }] : [];
  });
}

/** Roundings units use, in hundredths: whole points, halves, quarters, tenths, hundredths. */
const STEPS: readonly Points[] = [100, 50, 25, 10, 1];

/** The coarsest step that all points typed in the sheet keep to: a sheet in whole points rounded 4,6 to 5. */
export function roundingStep(subject: CheckSubject): Points {
  const all = selfScores(subject).map(({ self }) => self);
  return STEPS.find((step) => all.every((self) => self % step === 0)) ?? 1;
}

type Settled = CriterionResult & { readonly computed: Points };

/**
 * Points by the rule; where they are in proportion to a ratio, also the points for the ratio as typed, which the unit
 * may have rounded before it multiplied. Empty when the rule leaves the points open or the criterion fell out.
 */
export function computedFor(
  run: CheckRun,
  subject: CheckSubject,
  { criterion, entry, rule }: SelfScore,
): readonly Settled[] {
  const { registered } = subject;
  const score = (what: Entry) =>
    scoreCriterion(criterion, what, { movement: run.movement, period: subject.period, registered });
  const isSettled = (result: CriterionResult): result is Settled =>
    result.status === 'settled' && result.computed !== null;
  const result = score(entry);
  if (!isSettled(result)) return [];
  if (!factsOf(rule).inProportion || entry.value?.reading.kind !== 'number') return [result];
  const { numerator: _a, denominator: _b, ...typedOnly } = entry;
  return [result, ...[score(typedOnly)].filter(isSettled)];
}

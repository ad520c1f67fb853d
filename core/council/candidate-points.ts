/**
 * What the criterion would earn with each figure a doubtful cell may turn out to hold, so that the council sees what it
 * decides between.
 */
import type { Flag } from '../flag/flag.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import type { Points } from '../quantity/points.ts';
import type { Entry, Report } from '../report/report.ts';
import { type CriterionSetting, scoreCriterion } from '../score/criterion.ts';

export interface CandidatePoints {
  /** In the criterion's unit, as in the flag. */
  readonly figure: number;
  /** Points of the whole criterion with it; null where the rule also looks at other units, or a person grades. */
  readonly points: Points | null;
}

/** One for each candidate of the flag, in its order; none for a flag without candidates or a report without the row. */
export function candidatePoints(
  flag: Flag,
  criterion: Criterion,
  report: Report,
  setting: CriterionSetting,
): readonly CandidatePoints[] {
  const entry = report.entries.find((one) => one.criterion === criterion.code);
  if (!entry) return [];
  return (flag.candidates ?? []).map((figure) => {
    const changed = withFigure(entry, criterion.code, flag.criterion, figure);
    return { figure, points: changed ? scoreCriterion(criterion, changed, setting).computed : null };
  });
}

/** The entry with this figure in the flagged row: its own, or that of the part. */
function withFigure(entry: Entry, criterion: string, flagged: string | null, figure: number): Entry | null {
  if (flagged === criterion) {
    const { numerator: _a, denominator: _b, value: _value, ...rest } = entry;
    const cell = entry.title.cell;
    return { ...rest, value: { reading: { kind: 'number', value: figure }, cell, raw: figure } };
  }
  const isFlagged = (part: Entry) => part.criterion === flagged || `${criterion}.${part.criterion}` === flagged;
  if (!entry.parts?.some(isFlagged)) return null;
  const parts = entry.parts.map((part) =>
    isFlagged(part) ? (withFigure(part, part.criterion, part.criterion, figure) ?? part) : part,
  );
  return { ...entry, parts };
}

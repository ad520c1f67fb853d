/** Judges the conditions on earlier years by the history of each unit and person. */
import { remembered } from '../../base/text/remembered.ts';
import type { Movement } from '../../movement/movement.ts';
import { yearConditionsIn } from '../history/conditions.ts';
import type { History } from '../history/history.ts';
import { meets } from '../history/meets.ts';
import { yearsJudge } from './years-before.ts';
import type { YearsJudge } from './years-judge.ts';

/** The same for all candidates of a run. */
interface YearsSetting {
  readonly movement: Movement;
  readonly period: { readonly year: number } | null;
  /** undefined = no book of earlier years is known. */
  readonly history: History | undefined;
}

const NO_HISTORY: History = { holders: [], questions: [], years: [], byName: new Map() };

/** The same few texts hold for hundreds of candidates: each is read once. */
export function yearsByHistory({ movement, period, history = NO_HISTORY }: YearsSetting): YearsJudge {
  const conditionsIn = remembered(yearConditionsIn);
  return yearsJudge(movement, (text, { unit, sheet, set }) => {
    const reviewed = {
      year: period?.year ?? null,
      movement: movement.title,
      classification: sheet && sheet.possibleClasses.length <= 1 ? (sheet.classification?.name ?? null) : null,
      ladder: [...(set?.classification ?? [])].sort((x, y) => y.from - x.from).map(({ name }) => name),
    };
    return conditionsIn(text).map((condition) => ({
      text: condition.text,
      ...meets(condition, unit, history, reviewed),
    }));
  });
}

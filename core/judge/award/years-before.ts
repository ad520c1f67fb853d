/** Judges a plan's conditions on earlier years (standards, a quota's condition) by the history of a unit. */
import { remembered } from '../../base/text/remembered.ts';
import type { Movement } from '../../movement/movement.ts';
import { type YearCondition, yearConditionsIn } from '../history/conditions.ts';
import type { History } from '../history/history.ts';
import { type ConditionResult, meets } from '../history/meets.ts';
import type { YearsBefore, YearsCandidate, YearsJudge, YearsQuota } from './years-judge.ts';

/** The same for all candidates of a run. */
interface YearsSetting {
  readonly movement: Movement;
  readonly period: { readonly year: number } | null;
  /** undefined = no book of earlier years is known. */
  readonly history: History | undefined;
}

interface ConditionReader {
  readonly conditionsIn: (text: string) => readonly YearCondition[];
}

const NO_HISTORY: History = { holders: [], questions: [], years: [], byName: new Map() };

/** The judge for the candidates of a run. The same few texts hold for hundreds of candidates: each is read once. */
export function yearsJudge(setting: YearsSetting): YearsJudge {
  const conditionsIn = remembered(yearConditionsIn);
  return (candidate, quota) => yearsBefore(candidate, quota, { ...setting, conditionsIn });
}

function yearsBefore(
  { unit, audience, sheet, set }: YearsCandidate,
  quota: YearsQuota | undefined,
  { movement, period, history = NO_HISTORY, conditionsIn }: YearsSetting & ConditionReader,
): readonly YearsBefore[] {
  const conditions = [
    ...movement.standards.filter(({ audiences }) => audiences.includes(audience)),
    ...(quota
      ? [
          { text: quota.text, source: quota.source },
          { text: quota.condition ?? '', source: quota.source },
        ]
      : []),
  ].flatMap(({ text, source }) => conditionsIn(text).map((condition) => ({ condition, section: source.section })));
  const reviewed = {
    year: period?.year ?? null,
    movement: movement.title,
    classification: sheet && sheet.possibleClasses.length <= 1 ? (sheet.classification?.name ?? null) : null,
    ladder: [...(set?.classification ?? [])].sort((x, y) => y.from - x.from).map(({ name }) => name),
  };
  const seen = new Set<string>();
  return conditions.flatMap(({ condition, section }): YearsBefore[] => {
    if (seen.has(condition.text)) return [];
    seen.add(condition.text);
    const { state, why } = meets(condition, unit, history, reviewed);
    const clause = `“${condition.text}”${section === '' ? '' : ` (mục ${section})`}`;
    return [{ state, words: `${STATE_WORDS[state]} ${clause}: ${why}` }];
  });
}

const STATE_WORDS: Readonly<Record<ConditionResult['state'], string>> = {
  met: 'Đạt',
  failed: 'Không đạt',
  unknown: 'Chưa rõ có đạt',
};

/** What the plan asks of the years before (standards and a quota's condition), held against what is known of a unit. */
import type { Movement } from '../../movement/movement.ts';
import { yearConditionsIn } from '../history/conditions.ts';
import type { History } from '../history/history.ts';
import { type ConditionResult, meets } from '../history/meets.ts';
import type { YearsBefore, YearsCandidate, YearsJudge, YearsQuota } from './years-judge.ts';

/** What is judged by: bound once, for all candidates of a run. */
interface YearsSetting {
  readonly movement: Movement;
  readonly period: { readonly year: number } | null;
  /** undefined = no book of earlier years is known. */
  readonly history: History | undefined;
}

const NO_HISTORY: History = { holders: [], questions: [], years: [], byName: new Map() };

/** The judge for the candidates of a run. */
export function yearsJudge(setting: YearsSetting): YearsJudge {
  return (candidate, quota) => yearsBefore(candidate, quota, setting);
}

function yearsBefore(
  { unit, audience, sheet, set }: YearsCandidate,
  quota: YearsQuota | undefined,
  { movement, period, history = NO_HISTORY }: YearsSetting,
): readonly YearsBefore[] {
  const conditions = [
    ...movement.standards.filter(({ audiences }) => audiences.includes(audience)),
    ...(quota
      ? [
          { text: quota.text, source: quota.source },
          { text: quota.condition ?? '', source: quota.source },
        ]
      : []),
  ].flatMap(({ text, source }) => yearConditionsIn(text).map((condition) => ({ condition, section: source.section })));
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

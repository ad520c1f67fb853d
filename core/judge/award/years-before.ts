/** Judges a plan's conditions on earlier years, which stand in its standards and in a quota's words. */
import type { Movement } from '../../movement/movement.ts';
import type { YearsBefore, YearsCandidate, YearsJudge } from './years-judge.ts';

interface ConditionJudged {
  /** The condition in the plan's words. */
  readonly text: string;
  readonly state: YearsBefore['state'];
  /** A Vietnamese sentence without its full stop. */
  readonly why: string;
}

/** The judge for the candidates of a run; `judged` = of each condition in a text, whether the candidate meets it. */
export function yearsJudge(
  { standards }: Pick<Movement, 'standards'>,
  judged: (text: string, candidate: YearsCandidate) => readonly ConditionJudged[],
): YearsJudge {
  return (candidate, quota) => {
    const texts = [
      ...standards.filter(({ audiences }) => audiences.includes(candidate.audience)),
      ...(quota
        ? [
            { text: quota.text, source: quota.source },
            { text: quota.condition ?? '', source: quota.source },
          ]
        : []),
    ];
    const seen = new Set<string>();
    return texts.flatMap(({ text, source: { section } }) =>
      judged(text, candidate).flatMap(({ text: condition, state, why }): YearsBefore[] => {
        if (seen.has(condition)) return [];
        seen.add(condition);
        const clause = `“${condition}”${section === '' ? '' : ` (mục ${section})`}`;
        return [{ state, words: `${STATE_WORDS[state]} ${clause}: ${why}` }];
      }),
    );
  };
}

const STATE_WORDS: Readonly<Record<YearsBefore['state'], string>> = {
  met: 'Đạt',
  failed: 'Không đạt',
  unknown: 'Chưa rõ có đạt',
};

/** SR-14 and all that only people can grade: never computed from the report. */
import * as z from 'zod/mini';
import {
  ANY_MEASURE,
  asItIs,
  type CompiledRule,
  never,
  noGoals,
  nothingToCheck,
  PLAIN,
  type RuleKind,
} from './rule-kind.ts';

export interface CouncilGraded {
  readonly kind: 'council-graded';
  readonly by: 'council' | 'survey';
  /** How the points are awarded, in the plan's own words. */
  readonly words?: string | undefined;
}

export const councilGraded: RuleKind<CouncilGraded> = {
  shape: () =>
    z.object({
      kind: z.literal('council-graded'),
      by: z.enum(['council', 'survey']),
      words: z.optional(z.string().check(z.minLength(1))),
    }),
  measures: ANY_MEASURE,
  usual: 'amount',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: ({ by, words }) => {
    if (by === 'survey') return 'Chấm theo kết quả khảo sát; đơn vị không tự chấm.';
    return words === undefined
      ? 'Hội đồng chấm; đơn vị không tự chấm.'
      : `Hội đồng chấm theo kế hoạch: ${words.replace(/[.;\s]+$/u, '')}. Đơn vị không tự chấm.`;
  },
  words: '{by=council:Hội đồng chấm|survey:theo kết quả khảo sát|survey:theo khảo sát}[: {words:quoted~“tùy mức độ”}]',
  facts: ({ by }) => ({ ...PLAIN, grader: by }),
  score,
};

function score(): CompiledRule {
  return {
    points: () => null,
    explain: () => '',
    least: 0,
  };
}

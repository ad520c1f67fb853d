/** SR-01: all or nothing. */

import * as z from 'zod/mini';
import { formatPoints } from '../../base/quantity/points.ts';
import {
  asItIs,
  type CompiledRule,
  never,
  noGoals,
  nothingToCheck,
  plainFacts,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { figureText } from './wording.ts';

export interface YesNo {
  readonly kind: 'yes-no';
}

export const yesNo: RuleKind<YesNo> = {
  shape: () => z.object({ kind: z.literal('yes-no') }),
  measures: ['yes-no'],
  usual: 'yes-no',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: (_rule, { max }) => `Có: ${formatPoints(max)} điểm; không: 0 điểm.`,
  words: 'có: {:all}; không: {:zero}',
  facts: plainFacts,
  score,
};

function score(_rule: YesNo, { max, unit }: RuleSetting): CompiledRule {
  return {
    points: (value) => (value.kind === 'yes' ? max : value.kind === 'no' ? 0 : null),
    explain: (value) => figureText(value, unit),
    least: 0,
  };
}

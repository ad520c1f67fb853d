/** SR-39: a figure that gives no points and only ranks (the tie-breaks of its set say how). Its maximum is 0. */
import * as z from 'zod/mini';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  never,
  noGoals,
  nothingToCheck,
  PLAIN,
  type RuleKind,
} from './rule-kind.ts';
import { figureText } from './wording.ts';

export interface Ranked {
  readonly kind: 'ranked';
}

export const ranked: RuleKind<Ranked> = {
  shape: () => z.object({ kind: z.literal('ranked') }),
  measures: FIGURES,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: () => 'Không tính điểm; dùng để xếp thứ tự.',
  words: 'không tính điểm, chỉ xếp thứ tự',
  facts: () => ({ ...PLAIN, ranksOnly: true }),
  score: (_rule, { unit }): CompiledRule => ({
    points: (value) => (value.kind === 'figure' ? 0 : null),
    explain: (value) => figureText(value, unit),
    least: 0,
  }),
};

/** SR-09: the best of the alternatives counts. */
import * as z from 'zod/mini';
import type { RulePart } from '../rule.ts';
import { checkChoices } from '../validate/points.ts';
import { type Composer, partText } from './composer.ts';
import { ANY_MEASURE, never, noGoals, PLAIN, type RuleKind } from './rule-kind.ts';

const score: Composer = {
  anyOf: true,
  combine: (parts, max) => Math.min(Math.max(0, ...parts), max),
  // One alternative that did not arise takes nothing from the others.
  maximum: (_parts, max) => max,
  explain: (parts) => `cao nhất trong: ${parts.map(partText).join('; ')}`,
};

export interface Best {
  readonly kind: 'best';
  readonly parts: readonly RulePart[];
}

export const best: RuleKind<Best> = {
  shape: (part) => z.object({ kind: z.literal('best'), parts: z.array(part).check(z.minLength(1)) }),
  measures: ANY_MEASURE,
  usual: 'amount',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: (rule, _points, part) => ({ ...rule, parts: rule.parts.map(part) }),
  mapDays: (rule, _day, part) => ({ ...rule, parts: rule.parts.map(part) }),
  check: ({ parts }, { max, where }) =>
    checkChoices(
      parts.map((part) => ({ name: `Ý ${part.code}`, points: part.maxPoints })),
      max,
      where,
    ),
  sentence: () => 'Lấy điểm của mục cao nhất trong các mục a, b… bên dưới.',
  words: 'lấy (|điểm )ý cao (điểm |)nhất{parts:rows}',
  facts: ({ parts }) => ({ ...PLAIN, parts, joins: 'best' }),
  score,
};

/** SR-02: exactly one level holds. */
import * as z from 'zod/mini';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { checkChoices, duplicates } from '../validate/points.ts';
import { asItIs, type CompiledRule, never, noGoals, PLAIN, type RuleKind, type RuleSetting } from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';

export interface Levels {
  readonly kind: 'levels';
  readonly levels: readonly { readonly code: string; readonly label: string; readonly points: Points }[];
}

export const levels: RuleKind<Levels> = {
  shape: () =>
    z.object({
      kind: z.literal('levels'),
      levels: z.array(z.object({ code: z.string(), label: z.string(), points: pointsSchema })).check(z.minLength(1)),
    }),
  measures: ['level'],
  usual: 'level',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: (rule, points) => ({
    ...rule,
    levels: rule.levels.map((level) => ({ ...level, points: points(level.points) })),
  }),
  mapDays: asItIs,
  check: ({ levels }, { max, where }) => [
    ...checkChoices(
      levels.map(({ label, points }) => ({ name: `Mức “${label}”`, points })),
      max,
      where,
    ),
    ...duplicates(
      levels.map(({ code }) => code),
      'mức',
      where,
    ),
  ],
  sentence: ({ levels }) =>
    `${levels.map(({ label, points }) => `${label}: ${formatPoints(points)} điểm`).join('; ')}.`,
  words: '{levels*[{code:name=label} ]{label:quoted}: {points:points}}',
  facts: ({ levels }) => ({ ...PLAIN, levels }),
  score,
};

function score(rule: Levels, { max }: RuleSetting): CompiledRule {
  const byCode = new Map(rule.levels.map((level) => [level.code, level]));
  return {
    points: (value) => {
      if (value.kind !== 'level') return null;
      const level = byCode.get(value.code);
      return level ? Math.min(level.points, max) : null;
    },
    explain: (value) => (value.kind === 'level' ? (byCode.get(value.code)?.label ?? value.code) : ''),
    least: 0,
  };
}

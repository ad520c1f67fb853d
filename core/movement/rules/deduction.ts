/** SR-16, SR-21: minus count × points, at most the cap. Nothing arising deducts nothing. */

import * as z from 'zod/mini';
import type { Points } from '../../base/quantity/points.ts';
import { formatPoints } from '../../base/quantity/points.ts';
import { times } from '../../base/quantity/quantity.ts';
import { figure } from '../validate/points.ts';
import {
  asItIs,
  COUNTS,
  type CompiledRule,
  never,
  noGoals,
  PLAIN,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';
import { figureText } from './wording.ts';

export interface Deduction {
  readonly kind: 'deduction';
  readonly points: Points;
  readonly cap: Points;
}

export const deduction: RuleKind<Deduction> = {
  shape: () => z.object({ kind: z.literal('deduction'), points: pointsSchema, cap: pointsSchema }),
  measures: COUNTS,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: ({ points: each, ...rule }, points) => ({ ...rule, cap: points(rule.cap), points: points(each) }),
  mapDays: asItIs,
  check: ({ points, cap }, { where }) =>
    points < 0 || cap < 0
      ? [figure(where, 'Mức trừ và mức trừ tối đa ghi bằng số dương.', 'Bỏ dấu trừ: phần mềm tự trừ.')]
      : [],
  sentence: ({ points, cap }, { unit }) =>
    points === 0
      ? 'Điểm trừ do Hội đồng quyết định.'
      : `Trừ ${formatPoints(points)} điểm/${unit || 'lần'}, tối đa ${formatPoints(cap)} điểm.`,
  words: 'trừ {points:points~2} mỗi {:unit~lỗi}, tối đa {cap:points~6}',
  facts: ({ cap }) => ({ ...PLAIN, deducts: cap }),
  score,
};

function score(rule: Deduction, { unit }: RuleSetting): CompiledRule {
  return {
    points: (value) => {
      if (value.kind === 'no') return 0;
      if (value.kind === 'yes') return negative(Math.min(rule.points, rule.cap));
      return value.kind === 'figure' ? negative(times(rule.points, value, rule.cap)) : null;
    },
    explain: (value) => {
      const each = `trừ ${formatPoints(rule.points)} mỗi lần, không quá ${formatPoints(rule.cap)}`;
      return `${figureText(value, unit)}, ${each}`;
    },
    least: negative(rule.cap),
  };
}

/** −0 is never wanted. */
function negative(points: number): number {
  return points === 0 ? 0 : -points;
}

/**
 * SR-08: count × points with a cap. SR-13: a survey counts the people who answered as required, never more than the
 * fixed sample; people who were not surveyed earn nothing.
 */

import * as z from 'zod/mini';
import { formatNumber, formatPoints, type Points } from '../../base/quantity/points.ts';
import { compare, type Quantity, quantityOf, times } from '../../base/quantity/quantity.ts';
import { checkChoices, figure } from '../validate/points.ts';
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
import type { RuleFigure } from './value.ts';
import { figureText } from './wording.ts';

export interface PerUnit {
  readonly kind: 'per-unit';
  readonly points: Points;
  readonly cap: Points;
  readonly sample?: number | undefined;
}

export const perUnit: RuleKind<PerUnit> = {
  shape: () =>
    z.object({
      kind: z.literal('per-unit'),
      points: pointsSchema,
      cap: pointsSchema,
      sample: z.optional(z.int().check(z.positive())),
    }),
  measures: COUNTS,
  usual: 'count',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: ({ points: each, ...rule }, points) => ({ ...rule, cap: points(rule.cap), points: points(each) }),
  mapDays: asItIs,
  check: ({ points, cap }, { max, where }) => [
    ...(points <= 0 || cap <= 0
      ? [figure(where, 'Điểm mỗi đơn vị và điểm trần phải lớn hơn 0.', 'Ghi số điểm dương.')]
      : []),
    ...checkChoices([{ name: 'Điểm trần', points: cap }], max, where),
  ],
  sentence: ({ points, cap, sample }, { unit }) => {
    const of = sample === undefined ? '' : ` (khảo sát ${formatNumber(sample)} mẫu)`;
    return `Mỗi ${unit || 'nội dung'}: ${formatPoints(points)} điểm, tối đa ${formatPoints(cap)} điểm${of}.`;
  },
  words: 'cộng {points:points~0,5} mỗi {:unit}, tối đa {cap:points}[, khảo sát {sample:number} mẫu]',
  facts: ({ sample = null }) => ({ ...PLAIN, sample }),
  score,
};

function score(rule: PerUnit, { max, unit }: RuleSetting): CompiledRule {
  const cap = Math.min(rule.cap, max);
  const sample = rule.sample === undefined ? null : { n: rule.sample, d: 1 };
  const each = formatPoints(rule.points);
  return {
    points: (value) => {
      if (value.kind !== 'figure') return null;
      const count = countOf(value);
      return times(rule.points, sample && compare(count, sample) > 0 ? sample : count, cap);
    },
    explain: (value) => {
      const text = figureText(value, unit);
      const of = rule.sample === undefined ? '' : ` (mẫu ${rule.sample})`;
      return `${text}${of} × ${each}, không quá ${formatPoints(cap)}`;
    },
    least: 0,
  };
}

/** A pair a/b counts a. */
function countOf(value: RuleFigure): Quantity {
  return value.a === null ? value : quantityOf(value.a);
}

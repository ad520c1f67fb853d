/**
 * SR-34: all points, less so many for each case; nothing arising leaves all. The first case may cost another number of
 * points, and from so many cases on nothing may be left. Where a case costs from so many to so many points (“trừ 2 – 5
 * điểm/lần”) only people can say how many.
 */
import * as z from 'zod/mini';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { compare, minus, quantityOf, times } from '../../base/quantity/quantity.ts';
import { figure } from '../validate/points.ts';
import { asItIs, COUNTS, type CompiledRule, noGoals, PLAIN, type RuleKind, type RuleSetting } from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';
import type { RuleFigure } from './value.ts';
import { figureText } from './wording.ts';

export interface Reduction {
  readonly kind: 'reduction';
  /** Taken away for each case; the least of it where `upTo` says the most. */
  readonly points: Points;
  readonly upTo?: Points | undefined;
  /** Taken away for the first case, where it costs another number of points than the others. */
  readonly first?: Points | undefined;
  /** From so many cases on nothing is left. */
  readonly allFrom?: number | undefined;
  /** Most that all cases together take away; absent = all points. */
  readonly cap?: Points | undefined;
}

const ONE = { n: 1, d: 1 };

export const reduction: RuleKind<Reduction> = {
  shape: () =>
    z.object({
      kind: z.literal('reduction'),
      points: pointsSchema,
      upTo: z.optional(pointsSchema),
      first: z.optional(pointsSchema),
      allFrom: z.optional(z.int().check(z.positive())),
      cap: z.optional(pointsSchema),
    }),
  measures: COUNTS,
  usual: 'count',
  goals: noGoals,
  givesAllAt: (_rule, limit) => limit <= 0,
  mapPoints: ({ points: each, upTo, first, cap, ...rule }, points) => ({
    ...rule,
    points: points(each),
    ...(upTo === undefined ? {} : { upTo: points(upTo) }),
    ...(first === undefined ? {} : { first: points(first) }),
    ...(cap === undefined ? {} : { cap: points(cap) }),
  }),
  mapDays: asItIs,
  check: ({ points, upTo, first = 1, cap = 1 }, { where }) =>
    points <= 0 || first <= 0 || cap <= 0 || (upTo !== undefined && upTo < points)
      ? [figure(where, 'Mức trừ phải lớn hơn 0, mức trừ nhiều không nhỏ hơn mức trừ ít.', 'Ghi số điểm trừ mỗi lần.')]
      : [],
  sentence: ({ points, upTo, first, allFrom, cap }, { max, unit }) => {
    const each = upTo === undefined ? formatPoints(points) : `${formatPoints(points)} đến ${formatPoints(upTo)}`;
    const begun = first === undefined ? '' : `; ${unit || 'lần'} đầu trừ ${formatPoints(first)} điểm`;
    const end = allFrom === undefined ? '' : `; từ ${allFrom} ${unit || 'lần'} trở lên: 0 điểm`;
    return `Không có: ${formatPoints(max)} điểm; mỗi ${unit || 'lần'} trừ ${each} điểm${begun}${end}${cap === undefined ? '' : `; trừ tối đa ${formatPoints(cap)} điểm`}.`;
  },
  words:
    'đủ điểm, trừ {points:points~2}[ đến {upTo:points~5}] mỗi {:unit~lỗi}[, lần đầu trừ {first:points~1}][, từ {allFrom:number~3} lần: 0][, trừ tối đa {cap:points~6}]',
  facts: ({ upTo }) => (upTo === undefined ? PLAIN : { ...PLAIN, grader: 'council' }),
  score,
};

function score({ points: each, first = each, allFrom, cap }: Reduction, { max, unit }: RuleSetting): CompiledRule {
  const last = allFrom === undefined ? null : quantityOf(allFrom);
  const left = (value: RuleFigure): Points => {
    if (value.n <= 0) return max;
    if (last && compare(value, last) >= 0) return 0;
    const beyond = compare(value, ONE) > 0 ? times(each, minus(value, ONE), max) : 0;
    return Math.max(0, max - Math.min(first + beyond, cap ?? max));
  };
  return {
    points: (value) => {
      if (value.kind === 'no') return max;
      if (value.kind === 'yes') return Math.max(0, max - Math.min(first, cap ?? max));
      return value.kind === 'figure' ? left(value) : null;
    },
    explain: (value) =>
      `${figureText(value, unit)}, ${formatPoints(max)} trừ ${formatPoints(each)} mỗi ${unit || 'lần'}`,
    least: 0,
  };
}

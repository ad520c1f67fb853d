/** SR-03, SR-10: the parts add up, never beyond the criterion's maximum. */

import * as z from 'zod/mini';
import type { Points } from '../../base/quantity/points.ts';
import { formatPoints } from '../../base/quantity/points.ts';
import type { RulePart } from '../rule.ts';
import { finding } from '../validate/finding.ts';
import { type Composer, partText } from './composer.ts';
import { ANY_MEASURE, never, noGoals, PLAIN, type RuleKind } from './rule-kind.ts';

function added(points: readonly Points[], max: Points): Points {
  let total: Points = 0;
  for (const point of points) total += point;
  return Math.min(total, max);
}

const score: Composer = {
  combine: added,
  maximum: added,
  explain: (parts) => parts.map(partText).join(' + '),
};

export interface Sum {
  readonly kind: 'sum';
  readonly parts: readonly RulePart[];
}

export const sum: RuleKind<Sum> = {
  shape: (part) => z.object({ kind: z.literal('sum'), parts: z.array(part).check(z.minLength(1)) }),
  measures: ANY_MEASURE,
  usual: 'amount',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: (rule, _points, part) => ({ ...rule, parts: rule.parts.map(part) }),
  mapDays: (rule, _day, part) => ({ ...rule, parts: rule.parts.map(part) }),
  check: ({ parts }, { max, where }) => {
    const sum = parts.reduce((total, part) => total + part.maxPoints, 0);
    // Of what is counted case by case, each part alone may earn all.
    const isCounted = parts.every(({ rule }) => rule.kind === 'per-unit' && rule.cap === max);
    if (sum === max || isCounted) return [];
    const message = `Các ý cộng lại được ${formatPoints(sum)} điểm, khác điểm tối đa ${formatPoints(max)}.`;
    return [finding('parts-sum', where, message, 'Sửa điểm các ý hoặc điểm tối đa cho khớp.')];
  },
  sentence: () => 'Cộng điểm các mục a, b… bên dưới.',
  words: 'cộng điểm (|của )các ý{parts:rows}',
  facts: ({ parts }) => ({ ...PLAIN, parts, joins: 'all' }),
  score,
};

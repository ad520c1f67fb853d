/**
 * SR-01 on a figure: the maximum when the comparison holds, else 0. A bare figure (eq) and an aspiration (soft) are
 * read as a floor; where lower is better as a ceiling, so that "0 hộ" is reached by 0 alone.
 */

import { compare, compareFraction, quantityOf } from '../../base/quantity/quantity.ts';
import type { Comparator } from '../rule.ts';
import { figureText, withUnit } from './wording.ts';

type Plain = 'gt' | 'gte' | 'lt' | 'lte';

const HOLDS: Readonly<Record<Plain, (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};
const SIGN: Readonly<Record<Plain, string>> = { gt: '>', gte: '≥', lt: '<', lte: '≤' };
const OPPOSITE: Readonly<Record<Plain, Plain>> = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' };

import * as z from 'zod/mini';
import { formatPoints } from '../../base/quantity/points.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  nothingToCheck,
  plainFacts,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { comparatorSchema } from './shapes.ts';
import { targetText } from './wording.ts';

export interface Threshold {
  readonly kind: 'threshold';
  readonly comparator: Comparator;
  readonly value: number;
}

export const threshold: RuleKind<Threshold> = {
  shape: () => z.object({ kind: z.literal('threshold'), comparator: comparatorSchema, value: z.number() }),
  measures: FIGURES,
  usual: 'amount',
  goals: ({ value }) => [value],
  givesAllAt: ({ comparator, value }, limit, { lower }) =>
    (limit === value && comparator !== 'gt' && comparator !== 'lt') || (lower ? limit < value : limit > value),
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: ({ comparator, value }, { max, unit }) =>
    `Đạt ${targetText(comparator, value, unit)}: ${formatPoints(max)} điểm; không đạt: 0 điểm.`,
  words: 'đạt {comparator:comparator} {value:figure}(| trở lên): {:all}; (không đạt|còn lại|khác): {:zero}',
  facts: plainFacts,
  score,
};

function score(rule: Threshold, { max, unit, direction }: RuleSetting): CompiledRule {
  const comparator = plainComparator(rule.comparator, direction);
  const limit = quantityOf(rule.value);
  const limitText = withUnit(limit, unit);
  const holds = HOLDS[comparator];
  const ofFraction = (n: number, d: number) => (holds(compareFraction(n, d, limit)) ? max : 0);
  return {
    points: (value) => (value.kind === 'figure' ? ofFraction(value.n, value.d) : null),
    ofFraction,
    explain: (value) => {
      const reached = value.kind === 'figure' && holds(compare(value, limit));
      return `${figureText(value, unit)} ${SIGN[reached ? comparator : OPPOSITE[comparator]]} ${limitText}`;
    },
    least: 0,
  };
}

function plainComparator(comparator: Comparator, direction: 'higher' | 'lower'): Plain {
  if (comparator !== 'eq' && comparator !== 'soft') return comparator;
  return direction === 'lower' ? 'lte' : 'gte';
}

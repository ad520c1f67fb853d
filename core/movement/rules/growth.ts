/**
 * SR-38: by how much a figure is better than last year's: all points from `full` on, in proportion below; a `full` of 0
 * asks for no more than that it is better. Shares are compared in percentage points, all else in percent of last year's
 * figure. No better than last year earns nothing.
 */
import * as z from 'zod/mini';
import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import { minus, type Quantity, quantityOf, shareOf } from '../../base/quantity/quantity.ts';
import { figure } from '../validate/points.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  never,
  noGoals,
  PLAIN,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import { figureText, withUnit } from './wording.ts';

export interface Growth {
  readonly kind: 'growth';
  readonly full: number;
}

export const growth: RuleKind<Growth> = {
  shape: () => z.object({ kind: z.literal('growth'), full: z.number() }),
  measures: FIGURES,
  usual: 'percentage',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: asItIs,
  mapDays: asItIs,
  check: ({ full }, { where }) =>
    full < 0 ? [figure(where, 'Mức tăng, giảm để được đủ điểm không được âm.', 'Ghi số dương, hoặc 0.')] : [],
  sentence: ({ full }, { max, lower }) => {
    const top = formatPoints(max);
    const way = lower ? 'Giảm' : 'Tăng';
    if (full === 0) return `${way} so với năm trước: ${top} điểm; không ${way.toLowerCase()}: 0 điểm.`;
    return `${way} từ ${formatNumber(full)} % so với năm trước: ${top} điểm; ít hơn: Mức ${way.toLowerCase()} ÷ ${formatNumber(full)} % × ${top}.`;
  },
  words: 'theo mức <tăng|giảm> so với năm trước, đủ điểm từ {full:number~5} %',
  facts: ({ full }) => ({ ...PLAIN, needsBaseline: true, inProportion: full > 0 }),
  score,
};

function score(rule: Growth, { max, unit, direction }: RuleSetting): CompiledRule {
  const full = quantityOf(rule.full);
  /** In percent, or percentage points; null = last year's figure gives nothing to measure by. */
  const better = (value: Quantity, before: Quantity): Quantity | null => {
    const by = direction === 'lower' ? minus(before, value) : minus(value, before);
    if (unit === '%') return by;
    return before.n <= 0 ? null : { n: 100 * by.n * before.d, d: by.d * before.n };
  };
  return {
    points: (value) => {
      if (value.kind !== 'figure' || !value.baseline) return null;
      const by = better(value, value.baseline);
      if (by === null) return null;
      if (by.n <= 0) return 0;
      return full.n === 0 ? max : shareOf(max, by, full);
    },
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure' || !value.baseline) return text;
      return `${text}, năm trước ${withUnit(value.baseline, unit)}`;
    },
    least: 0,
  };
}

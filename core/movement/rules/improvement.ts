/**
 * SR-26: points for the part of the gap between the baseline and `full` that was closed. A unit at `full` has the
 * maximum, whether it got there now or before the movement. Without a baseline no other value can be scored.
 */

import * as z from 'zod/mini';
import { formatPoints } from '../../base/quantity/points.ts';
import { compare, minus, type Quantity, quantityOf, shareOf } from '../../base/quantity/quantity.ts';
import {
  asItIs,
  type CompiledRule,
  FIGURES,
  nothingToCheck,
  PLAIN,
  type RuleKind,
  type RuleSetting,
} from './rule-kind.ts';
import type { RuleFigure } from './value.ts';
import { amountText, figureText, withUnit } from './wording.ts';

export interface Improvement {
  readonly kind: 'improvement';
  readonly full: number;
}

export const improvement: RuleKind<Improvement> = {
  shape: () => z.object({ kind: z.literal('improvement'), full: z.number() }),
  measures: FIGURES,
  usual: 'amount',
  goals: ({ full }) => [full],
  givesAllAt: ({ full }, limit, { lower }) => (lower ? limit <= full : limit >= full),
  mapPoints: asItIs,
  mapDays: asItIs,
  check: nothingToCheck,
  sentence: (rule, { max, unit }) => {
    const [full, top] = [amountText(rule.full, unit), formatPoints(max)];
    return `Đạt ${full}: ${top} điểm; chưa đạt: (Kết quả − Trước phong trào) ÷ (${full} − Trước phong trào) × ${top}.`;
  },
  words: 'theo phần tăng thêm(,|) đủ điểm <từ|đến> {full:figure}',
  facts: () => ({ ...PLAIN, needsBaseline: true }),
  score,
};

function score(rule: Improvement, { max, unit, direction }: RuleSetting): CompiledRule {
  const full = quantityOf(rule.full);
  const fullText = withUnit(full, unit);
  const lower = direction === 'lower';
  const reaches = (value: Quantity) => (lower ? compare(value, full) <= 0 : compare(value, full) >= 0);
  const points = (value: RuleFigure) => {
    if (reaches(value)) return max;
    if (!value.baseline) return null;
    // It was there before and fell back.
    if (reaches(value.baseline)) return 0;
    return lower
      ? shareOf(max, minus(value.baseline, value), minus(value.baseline, full))
      : shareOf(max, minus(value, value.baseline), minus(full, value.baseline));
  };
  return {
    points: (value) => (value.kind === 'figure' ? points(value) : null),
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure') return text;
      if (reaches(value)) {
        const already = value.baseline && reaches(value.baseline) ? ', đã đạt từ trước phong trào' : '';
        return `${text} ${lower ? '≤' : '≥'} ${fullText}${already}`;
      }
      if (!value.baseline) return text;
      const base = withUnit(value.baseline, unit);
      if (reaches(value.baseline)) return `${text}, trước phong trào đã đạt ${base}`;
      return lower
        ? `(${base} − ${text}) ÷ (${base} − ${fullText}) × ${formatPoints(max)}`
        : `(${text} − ${base}) ÷ (${fullText} − ${base}) × ${formatPoints(max)}`;
    },
    least: 0,
  };
}

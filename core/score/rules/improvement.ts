/**
 * SR-26: points for the part of the gap between the baseline and `full` that was closed. A unit at `full` has the maximum, whether it
 * got there now or before the movement. Without a baseline only that can be told.
 */
import { formatPoints } from '../../quantity/points.ts';
import { compare, minus, type Quantity, quantityOf, shareOf } from '../../quantity/quantity.ts';
import type { Figure } from '../value.ts';
import { figureText, withUnit } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const improvement: RuleCompiler<'improvement'> = (rule, { max, unit, direction }) => {
  const full = quantityOf(rule.full);
  const fullText = withUnit(full, unit);
  const lower = direction === 'lower';
  const reaches = (value: Quantity) => (lower ? compare(value, full) <= 0 : compare(value, full) >= 0);
  const points = (value: Figure) => {
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
};

/**
 * SR-08: count × points with a cap. SR-13: a survey counts the people who answered as asked, never more than the fixed sample; who
 * was not asked earns nothing.
 */
import { formatPoints } from '../../quantity/points.ts';
import { compare, type Quantity, quantityOf, times } from '../../quantity/quantity.ts';
import type { Figure } from '../value.ts';
import { figureText } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const perUnit: RuleCompiler<'per-unit'> = (rule, { max, unit }) => {
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
};

/** A pair a/b counts a. */
function countOf(value: Figure): Quantity {
  return value.a === null ? value : quantityOf(value.a);
}

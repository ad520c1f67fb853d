/**
 * SR-04, SR-27: value ÷ full × max, capped; below the floor nothing. Where lower is better full ÷ value × max, above the floor
 * nothing; a full of 0 is then reached by 0 alone.
 */
import { formatPoints } from '../../quantity/points.ts';
import {
  compare,
  compareFraction,
  type Quantity,
  quantityOf,
  shareOf,
  shareOfFraction,
} from '../../quantity/quantity.ts';
import { figureText, withUnit } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

const HUNDRED: Quantity = { n: 100, d: 1 };

export const proportional: RuleCompiler<'proportional'> = (rule, { max, unit, direction }) => {
  const full = quantityOf(rule.full);
  const floor = rule.floor === undefined ? null : quantityOf(rule.floor);
  const fullText = withUnit(full, unit);
  const floorText = floor ? withUnit(floor, unit) : '';
  const pointsText = formatPoints(max);
  const lower = direction === 'lower';
  // The plain share of 100 % reads `18/20 = 90 % × 20`.
  const ofWhole = !lower && unit === '%' && compare(full, HUNDRED) === 0;

  const reaches = (n: number, d: number) =>
    lower ? compareFraction(n, d, full) <= 0 : compareFraction(n, d, full) >= 0;
  const beyondFloor = (n: number, d: number) =>
    floor !== null && (lower ? compareFraction(n, d, floor) > 0 : compareFraction(n, d, floor) < 0);
  const ofFraction = (n: number, d: number) => {
    if (reaches(n, d)) return max;
    if (beyondFloor(n, d)) return 0;
    return lower ? shareOf(max, full, { n, d }) : shareOfFraction(max, n, d, full);
  };

  return {
    points: (value) => (value.kind === 'figure' ? ofFraction(value.n, value.d) : null),
    ofFraction,
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure') return text;
      if (reaches(value.n, value.d)) return `${text} ${lower ? '≤' : '≥'} ${fullText}`;
      if (beyondFloor(value.n, value.d)) return `${text} ${lower ? '>' : '<'} mức sàn ${floorText}`;
      if (ofWhole) return `${text} × ${pointsText}`;
      return lower ? `${fullText} ÷ ${text} × ${pointsText}` : `${text} ÷ ${fullText} × ${pointsText}`;
    },
    least: 0,
  };
};

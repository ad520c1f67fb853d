/**
 * SR-04, SR-27: value ÷ full × max, capped; below the floor nothing. Where lower is better full ÷ value × max, above the floor
 * nothing; a full of 0 is then reached by 0 alone.
 */
import { formatPoints } from '../../movement/points.ts';
import { compare, type Quantity } from '../../movement/quantity.ts';
import { quantityOf, shareOf } from '../exact.ts';
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

  const reaches = (value: Quantity) => (lower ? compare(value, full) <= 0 : compare(value, full) >= 0);
  const beyondFloor = (value: Quantity) =>
    floor !== null && (lower ? compare(value, floor) > 0 : compare(value, floor) < 0);

  return {
    points: (value) => {
      if (value.kind !== 'figure') return null;
      if (reaches(value)) return max;
      if (beyondFloor(value)) return 0;
      return lower ? shareOf(max, full, value) : shareOf(max, value, full);
    },
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'figure') return text;
      if (reaches(value)) return `${text} ${lower ? '≤' : '≥'} ${fullText}`;
      if (beyondFloor(value)) return `${text} ${lower ? '>' : '<'} mức sàn ${floorText}`;
      if (ofWhole) return `${text} × ${pointsText}`;
      return lower ? `${fullText} ÷ ${text} × ${pointsText}` : `${text} ÷ ${fullText} × ${pointsText}`;
    },
    least: 0,
  };
};

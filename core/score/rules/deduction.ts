/** SR-16, SR-21: minus count × points, at most the cap. Nothing arising deducts nothing. */
import { formatPoints } from '../../quantity/points.ts';
import { times } from '../../quantity/quantity.ts';
import { figureText } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const deduction: RuleCompiler<'deduction'> = (rule, { unit }) => ({
  points: (value) => {
    if (value.kind === 'no') return 0;
    if (value.kind === 'yes') return negative(Math.min(rule.points, rule.cap));
    return value.kind === 'figure' ? negative(times(rule.points, value, rule.cap)) : null;
  },
  explain: (value) => {
    const each = `trừ ${formatPoints(rule.points)} mỗi lần, không quá ${formatPoints(rule.cap)}`;
    return `${figureText(value, unit)}, ${each}`;
  },
  least: negative(rule.cap),
});

/** −0 is never wanted. */
function negative(points: number): number {
  return points === 0 ? 0 : -points;
}

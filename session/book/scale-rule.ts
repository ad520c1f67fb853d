/** A rule whose points follow a criterion's new maximum in proportion. Thresholds stay; only points change. */

import type { Points } from '../../core/base/quantity/points.ts';
import { factsOf, kindOf, type RulePart, type ScoringRule } from '../../core/movement/rule.ts';

/**
 * `from` must be positive. Points are rounded to hundredths; parts that add up still do, the last one taking what
 * rounding leaves.
 */
export function scaleRule(rule: ScoringRule, from: Points, to: Points): ScoringRule {
  const scaled = (points: Points) => Math.round((points * to) / from);
  const { parts, joins } = factsOf(rule);
  const points = parts.map((part) => scaled(part.maxPoints));
  if (joins === 'all') {
    const whole = scaled(parts.reduce((sum, part) => sum + part.maxPoints, 0));
    points.pop();
    points.push(points.reduce((rest, number) => rest - number, whole));
  }
  return kindOf(rule).mapPoints(rule, scaled, (part, at) => scalePart(part, points[at] ?? 0));
}

function scalePart(part: RulePart, to: Points): RulePart {
  const rule = part.maxPoints > 0 ? scaleRule(part.rule, part.maxPoints, to) : part.rule;
  return { ...part, maxPoints: to, rule };
}

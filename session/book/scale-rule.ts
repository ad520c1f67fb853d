/** A rule whose points follow a criterion's new maximum in proportion. Thresholds stay; only points change. */

import type { Part, ScoringRule } from '../../core/movement/rule.ts';
import type { Points } from '../../core/quantity/points.ts';

/** `from` must be positive. Points are rounded to hundredths; parts still add up to what they did, in proportion. */
export function scaleRule(rule: ScoringRule, from: Points, to: Points): ScoringRule {
  const scaled = (points: Points) => Math.round((points * to) / from);
  switch (rule.kind) {
    case 'levels':
      return { ...rule, levels: rule.levels.map((level) => ({ ...level, points: scaled(level.points) })) };
    case 'bands':
      return { ...rule, bands: rule.bands.map((band) => ({ ...band, points: scaled(band.points) })) };
    case 'per-unit':
      return { ...rule, points: scaled(rule.points), cap: scaled(rule.cap) };
    case 'deduction':
      return { ...rule, points: scaled(rule.points), cap: scaled(rule.cap) };
    case 'by-date':
      return {
        ...rule,
        late: scaled(rule.late),
        steps: rule.steps.map((step) => ({ ...step, points: scaled(step.points) })),
      };
    case 'best':
      return { ...rule, parts: rule.parts.map((part) => scalePart(part, scaled(part.maxPoints))) };
    case 'sum':
      return { ...rule, parts: scaledSum(rule.parts, scaled) };
    default:
      return rule;
  }
}

/** The last part takes what rounding leaves, so that the sum is the scaled sum. */
function scaledSum(parts: readonly Part[], scaled: (points: Points) => Points): Part[] {
  let rest = scaled(parts.reduce((sum, part) => sum + part.maxPoints, 0));
  return parts.map((part, at) => {
    const points = at === parts.length - 1 ? rest : scaled(part.maxPoints);
    rest -= points;
    return scalePart(part, points);
  });
}

function scalePart(part: Part, to: Points): Part {
  const rule = part.maxPoints > 0 ? scaleRule(part.rule, part.maxPoints, to) : part.rule;
  return { ...part, maxPoints: to, rule };
}

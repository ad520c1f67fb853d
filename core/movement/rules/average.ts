/**
 * SR-36: all points to a unit above the average (or at it), fewer to the others. The average is that of the units
 * scored together, or of a wider area. In the second case an officer has to enter its figure; until then the criterion
 * is open.
 */
import * as z from 'zod/mini';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { compare, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import { checkChoices } from '../validate/points.ts';
import { asItIs, type CompiledRule, FIGURES, never, plainFacts, type RuleKind, type RuleSetting } from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';
import { amountText, figureText, withUnit } from './wording.ts';

export interface Average {
  readonly kind: 'average';
  /** Whose average: of the units scored together, or of a wider area (the province's, the commune's). */
  readonly of: 'units' | 'area';
  /** Of a wider area its figure, in the criterion's unit; absent = not known yet. */
  readonly value?: number | undefined;
  /** at = the average itself is enough; above = only what is better. */
  readonly reach: 'at' | 'above';
  /** Points of a unit that does not reach the average. */
  readonly others: Points;
}

export const average: RuleKind<Average> = {
  shape: () =>
    z.object({
      kind: z.literal('average'),
      of: z.enum(['units', 'area']),
      value: z.optional(z.number()),
      reach: z.enum(['at', 'above']),
      others: pointsSchema,
    }),
  measures: FIGURES,
  usual: 'percentage',
  goals: ({ value }) => (value === undefined ? [] : [value]),
  givesAllAt: never,
  mapPoints: ({ others, ...rule }, points) => ({ ...rule, others: points(others) }),
  mapDays: asItIs,
  check: ({ others }, { max, where }) =>
    checkChoices(
      [
        { name: 'Đạt bình quân', points: max },
        { name: 'Chưa đạt', points: others },
      ],
      max,
      where,
    ),
  sentence: ({ of, value, reach, others }, { max, unit, lower }) => {
    const whose = of === 'units' ? 'bình quân các đơn vị' : 'bình quân chung';
    const figure = value === undefined ? '' : ` (${amountText(value, unit)})`;
    const side = lower ? 'Thấp hơn' : 'Cao hơn';
    return `${side}${reach === 'at' ? ' hoặc bằng' : ''} ${whose}${figure}: ${formatPoints(max)} điểm; còn lại: ${formatPoints(others)} điểm.`;
  },
  words:
    '{reach=at:bằng hoặc tốt hơn|above:tốt hơn} {of=units:bình quân các đơn vị|area:bình quân chung}[ {value:figure~70 %}]: {:all}; còn lại: {others:points~0}',
  facts: plainFacts,
  score,
};

function score({ of, value: known, reach, others }: Average, { max, unit, direction }: RuleSetting): CompiledRule {
  const written = known === undefined ? null : quantityOf(known);
  const reaches = (value: Quantity, least: Quantity): boolean => {
    const difference = direction === 'lower' ? compare(least, value) : compare(value, least);
    return reach === 'at' ? difference >= 0 : difference > 0;
  };
  const isOfUnits = of === 'units';
  return {
    points: (value, peer) => {
      const least = isOfUnits ? (peer?.average ?? null) : written;
      if (value.kind !== 'figure' || !least) return null;
      return reaches(value, least) ? max : Math.min(others, max);
    },
    explain: (value, peer) => {
      const text = figureText(value, unit);
      const least = isOfUnits ? (peer?.average ?? null) : written;
      if (value.kind !== 'figure' || !least) return text;
      const better = direction === 'lower' ? '≤' : '≥';
      const worse = direction === 'lower' ? '>' : '<';
      return `${text} ${reaches(value, least) ? better : worse} ${withUnit(least, unit)} (bình quân)`;
    },
    least: 0,
    ...(isOfUnits ? { peer: true } : {}),
  };
}

/**
 * SR-05, SR-06, SR-07: lookup by interval, the first band that holds. A value in no band earns nothing (the set's
 * validator reports gaps).
 */

import { compareFraction, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import type { Band } from '../rule.ts';
import { figureText, withUnit } from './wording.ts';

interface Interval {
  readonly from: Quantity | null;
  readonly fromInclusive: boolean;
  readonly to: Quantity | null;
  readonly toInclusive: boolean;
  readonly points: number;
  readonly text: string;
}

import * as z from 'zod/mini';
import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import { checkBands } from '../validate/bands.ts';
import { checkChoices } from '../validate/points.ts';
import { asItIs, type CompiledRule, FIGURES, plainFacts, type RuleKind, type RuleSetting } from './rule-kind.ts';
import { bandSchema } from './shapes.ts';
import { amountText, capitalised } from './wording.ts';

export interface Bands {
  readonly kind: 'bands';
  readonly bands: readonly Band[];
}

export const bands: RuleKind<Bands> = {
  shape: () => z.object({ kind: z.literal('bands'), bands: z.array(bandSchema).check(z.minLength(1)) }),
  measures: FIGURES,
  usual: 'count',
  goals: ({ bands }) => bands.map(({ from, to }) => from ?? to ?? 0),
  givesAllAt: ({ bands }, limit, { max }) => bands.some((band) => band.points >= max && holdsAt(band, limit)),
  mapPoints: (rule, points) => ({
    ...rule,
    bands: rule.bands.map((band) => ({ ...band, points: points(band.points) })),
  }),
  mapDays: asItIs,
  check: ({ bands }, { measure, max, where }) => [
    ...checkBands(bands, measure, where),
    ...checkChoices(
      bands.map(({ points }, index) => ({ name: `Mức ${index + 1}`, points })),
      max,
      where,
    ),
  ],
  sentence: ({ bands }, { unit }) =>
    capitalised(`${bands.map((band) => `${bandText(band, unit)}: ${formatPoints(band.points)} điểm`).join('; ')}.`),
  words: '{bands:bands}',
  facts: plainFacts,
  score,
};

function score(rule: Bands, { max, unit }: RuleSetting): CompiledRule {
  const intervals = rule.bands.map((band) => intervalOf(band, max, unit));
  const find = (n: number, d: number) => {
    for (const interval of intervals) if (holds(interval, n, d)) return interval;
    return undefined;
  };
  const ofFraction = (n: number, d: number) => find(n, d)?.points ?? 0;
  return {
    points: (value) => (value.kind === 'figure' ? ofFraction(value.n, value.d) : null),
    ofFraction,
    explain: (value) => {
      const interval = value.kind === 'figure' ? find(value.n, value.d) : undefined;
      return `${figureText(value, unit)}, ${interval ? interval.text : 'không thuộc khoảng điểm nào'}`;
    },
    least: 0,
  };
}

function holdsAt({ from, fromInclusive, to, toInclusive }: Band, figure: number): boolean {
  if (from !== undefined && (fromInclusive ? figure < from : figure <= from)) return false;
  return to === undefined || (toInclusive ? figure <= to : figure < to);
}

/** `từ 80 đến dưới 90 %`, `trên 40 %`, `dưới 20 %`, `3 người`. */
function bandText({ from, fromInclusive, to, toInclusive }: Band, unit: string): string {
  if (from === undefined && to === undefined) return 'mọi kết quả';
  if (from === undefined) return `${toInclusive ? 'không quá' : 'dưới'} ${amountText(to ?? 0, unit)}`;
  const least = amountText(from, unit);
  if (to === undefined) return fromInclusive ? `từ ${least} trở lên` : `trên ${least}`;
  if (from === to) return least;
  return `${fromInclusive ? 'từ' : 'trên'} ${formatNumber(from)} đến ${toInclusive ? '' : 'dưới '}${amountText(to, unit)}`;
}

function holds(interval: Interval, n: number, d: number): boolean {
  if (interval.from) {
    const difference = compareFraction(n, d, interval.from);
    if (difference < 0 || (difference === 0 && !interval.fromInclusive)) return false;
  }
  if (interval.to) {
    const difference = compareFraction(n, d, interval.to);
    if (difference > 0 || (difference === 0 && !interval.toInclusive)) return false;
  }
  return true;
}

function intervalOf(band: Band, max: number, unit: string): Interval {
  const from = band.from === undefined ? null : quantityOf(band.from);
  const to = band.to === undefined ? null : quantityOf(band.to);
  const edges: string[] = [];
  if (from) edges.push(`${band.fromInclusive ? 'từ' : 'trên'} ${withUnit(from, unit)}`);
  if (to) edges.push(`${band.toInclusive ? 'đến' : 'dưới'} ${withUnit(to, unit)}`);
  if (from && !to && band.fromInclusive) edges.push('trở lên');
  return {
    from,
    fromInclusive: band.fromInclusive,
    to,
    toInclusive: band.toInclusive,
    points: Math.min(band.points, max),
    text: `khoảng ${edges.join(from && to && !band.toInclusive ? ' đến ' : ' ')}`.trimEnd(),
  };
}

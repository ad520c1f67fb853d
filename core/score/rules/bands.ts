/** SR-05, SR-06, SR-07: lookup by interval, the first band that holds. A value in no band earns nothing (the set's validator reports gaps). */

import type { Band } from '../../movement/rule.ts';
import { compareFraction, type Quantity, quantityOf } from '../../quantity/quantity.ts';
import { figureText, withUnit } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

interface Interval {
  readonly from: Quantity | null;
  readonly fromInclusive: boolean;
  readonly to: Quantity | null;
  readonly toInclusive: boolean;
  readonly points: number;
  readonly text: string;
}

export const bands: RuleCompiler<'bands'> = (rule, { max, unit }) => {
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
};

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

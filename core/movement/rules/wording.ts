/** How figures stand in a reason: `72/90 = 80 %`, `3 người`, `≥ 80 %`. Vietnamese number format. */
import { dayText } from '../../base/period/day.ts';
import { formatNumber, formatPoints, type Points } from '../../base/quantity/points.ts';
import type { Quantity } from '../../base/quantity/quantity.ts';
import type { Comparator } from '../rule.ts';
import type { Value } from './value.ts';

/** 80 and `%` → `80 %`; 3 and `người` → `3 người`. */
export function withUnit(quantity: Quantity, unit: string): string {
  const value = quantity.n / quantity.d;
  // 79,999 % must not read as 80 % beside a threshold of 80 %.
  const isNearlyWhole = !Number.isInteger(value) && Number.isInteger(Number(value.toFixed(2)));
  const number = formatNumber(value, isNearlyWhole ? 6 : 2);
  return unit === '' ? number : `${number} ${unit}`;
}

/** The value with what it was made of: `72/90 = 80 %`, `72/(90 − 5) = 84,71 %`, `Có`, `05/11/2025`. */
export function figureText(value: Value, unit: string): string {
  switch (value.kind) {
    case 'figure': {
      if (value.a === null || value.b === null) return withUnit(value, unit);
      const b = formatNumber(value.b);
      const base = value.exempted > 0 ? `(${b} − ${formatNumber(value.exempted)})` : b;
      const pair = `${formatNumber(value.a)}/${base}`;
      return unit.startsWith('%') ? `${pair} = ${withUnit(value, unit)}` : `${pair} ${unit}`.trimEnd();
    }
    case 'yes':
      return 'Có';
    case 'no':
      return 'Không';
    case 'date':
      return dayText(value.date);
    case 'level':
      return value.code;
    case 'not-applicable':
      return 'Không phát sinh';
    case 'none':
      return capitalised(value.why);
  }
}

/** `3,13/5`; a deduction is `−1,5 điểm`. */
export function pointsText(points: Points, max: Points): string {
  if (max === 0) return `${formatPoints(points)} điểm`;
  return `${formatPoints(points)}/${formatPoints(max)}`;
}

/** `80 %`, `3 người`, as a plan writes it. */
export function amountText(value: number, unit: string): string {
  return `${formatNumber(value)} ${unit}`.trim();
}

const SIGN: Readonly<Record<Comparator, string>> = {
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  eq: '',
  soft: 'phấn đấu',
};

/** A target as the column "Chỉ tiêu" prints it: `≥ 80 %`, `> 6 %/năm`. */
export function targetText(comparator: Comparator, value: number, unit: string): string {
  return `${SIGN[comparator]} ${amountText(value, unit)}`.trim();
}

const WORDS: Readonly<Record<Comparator, string>> = {
  gt: 'trên',
  gte: 'tối thiểu',
  lt: 'dưới',
  lte: 'không quá',
  eq: '',
  soft: 'phấn đấu',
};

/** The same in words: `tối thiểu 80 %`, `trên 50 %`, `18 điểm`. */
export function levelWords(comparator: Comparator, value: number, unit: string): string {
  return `${WORDS[comparator]} ${formatNumber(value, 6)} ${unit}`.trim();
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

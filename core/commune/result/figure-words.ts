/**
 * The commune's figures in words and as numbers to show: two decimals, never rounded up to a level that is not reached.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import { compare, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import type { Target } from '../../movement/movement.ts';
import { levelWords } from '../../movement/rules/wording.ts';

/** Two decimals, half up; where that would reach or cross a level the figure itself does not, cut off instead. */
export function shown(figure: Quantity, asked: number | null): number {
  const rounded = Math.round((figure.n / figure.d) * 100) / 100;
  const crosses = (level: number) => {
    const side = Math.sign(compare(figure, quantityOf(level)));
    return side !== 0 && Math.sign(rounded - level) !== side;
  };
  if (![100, 0, ...(asked === null ? [] : [asked])].some(crosses)) return rounded;
  const cut = rounded * figure.d > figure.n ? Math.floor : Math.ceil;
  return cut((figure.n / figure.d) * 100) / 100;
}

/** `trên 40 %`, `100 %`, `0 hộ`; empty without a figure. */
export function levelOf({ comparator, value, unit }: Pick<Target, 'comparator' | 'value' | 'unit'>): string {
  if (comparator === null || value === null) return '';
  return levelWords(comparator, value, unit ?? '');
}

/** `419/866 = 48,38 %`, `12/12 đơn vị`, `35 hộ`. */
export function figureText(
  { a, b, value }: { readonly a: number | null; readonly b: number | null; readonly value: number },
  unit: string,
): string {
  const number = `${formatNumber(value)} ${unit}`.trimEnd();
  return a === null || b === null ? number : `${formatNumber(a, 6)}/${formatNumber(b, 6)} = ${number}`;
}

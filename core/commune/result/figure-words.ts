/** The commune's figures in words. */

import { formatNumber } from '../../base/quantity/points.ts';
import type { Target } from '../../movement/movement.ts';
import { levelWords } from '../../movement/rules/wording.ts';

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

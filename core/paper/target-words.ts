/** A target's result as papers print it. */
import { formatNumber } from '../base/quantity/points.ts';
import type { TargetResult } from '../commune/result/commune-result.ts';
import { figureText } from '../commune/result/figure-words.ts';
import { BLANK } from './words.ts';

/**
 * `419/866 = 48,38 %`, `3/3 đơn vị`; the blank for a figure that is due and nobody gave, nothing for one not due yet or of
 * a standard of commending.
 */
export function resultWords({ figure: { a, b, value }, source, unit, state, kind }: TargetResult): string {
  if (a !== null && b !== null && (source === 'unit-count' || source === 'scores')) return `${a}/${b} đơn vị`;
  if (value !== null) return figureText({ a, b, value }, unit ?? '%');
  if (a === null || b === null) return state === 'not-due' || kind === 'award-threshold' ? '' : BLANK;
  return `${formatNumber(a)}/${formatNumber(b)}`;
}

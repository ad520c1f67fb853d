/** Checks of a report against others: the portal, the last period, its peers, its copies. */
import { formatNumber } from '../../base/quantity/points.ts';
import type { Line } from './run.ts';
import { percent } from './words.ts';

export function figureText(line: Line, value: number): string {
  return line.measure === 'percentage' ? percent(value) : `${formatNumber(value)} ${line.criterion.unit}`.trim();
}

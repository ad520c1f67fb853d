/**
 * Communes whose total rose or fell by at least half a point since the last capture of the same list, in words: shown
 * below the own commune's rank, and in the message.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import { formatDate } from '../../sheet/grid/date.ts';

export interface Mover {
  readonly name: string;
  /** The officer's own commune. */
  readonly mine: boolean;
  readonly value: number;
  readonly last: number;
  /** ISO instant of the capture compared with, which may be older than the last, as a commune can be missing there. */
  readonly lastAt: string;
}

export interface Movers {
  /** ISO instant of the last capture compared with. */
  readonly since: string;
  /** The own commune first, then by the greatest change. */
  readonly rose: readonly Mover[];
  readonly fell: readonly Mover[];
}

/** `So với lần chụp 02/11/2025: 3 xã tăng, 5 xã giảm từ 0,5 điểm`. */
export function moversText({ since, rose, fell }: Movers): string {
  const parts = [rose.length > 0 && `${rose.length} xã tăng`, fell.length > 0 && `${fell.length} xã giảm`];
  const sentence = parts.filter((part) => part !== false).join(', ');
  return `So với lần chụp ${formatDate(since)}: ${sentence === '' ? 'không xã nào tăng, giảm' : sentence} từ 0,5 điểm`;
}

/** The text behind a commune's name: `80,1 → 81,3`, with the day where it differs from the others' day. */
export function moverChange({ value, last, lastAt }: Mover, since: string): string {
  const day = formatDate(lastAt);
  return `${formatNumber(last)} → ${formatNumber(value)}${day === formatDate(since) ? '' : ` (từ ${day})`}`;
}

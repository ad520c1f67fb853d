/** A part of a whole in words and as a bar. */

import { formatNumber } from '../core/base/quantity/points.ts';
import { shownShare } from '../core/base/quantity/shown-figure.ts';
import type { PartOfWhole } from '../core/province/roll-up.ts';
import { drawn } from './drawn.ts';

/** `18/20 (90 %)`, never a whole that is none; `–` where the whole is not known. */
export function shareText({ part, whole }: PartOfWhole): string {
  if (whole === null) return part === 0 ? '–' : `${part}`;
  return whole === 0 ? '–' : `${part}/${whole} (${formatNumber(shownShare(part, whole, [], 0), 0)} %)`;
}

/** Null where there is nothing to draw. */
export function shareBar({ part, whole }: PartOfWhole): SVGElement | null {
  if (whole === null || whole === 0) return null;
  const width = Math.min(100, (100 * part) / whole);
  return drawn('svg', { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, [
    drawn('rect', { class: 'ground', width: '100', height: '6' }),
    drawn('rect', { class: 'part', width: String(width), height: '6' }),
  ]);
}

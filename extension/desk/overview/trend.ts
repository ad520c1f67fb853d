/** The course of an indicator, prepared to be drawn and to be put into words. */

import { formatNumber } from '../../../core/base/quantity/points.ts';
import { formatDate } from '../../../core/sheet/grid/date.ts';
import type { Point } from '../../store/series-history.ts';

export interface DaySpan {
  /** ISO days, inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Milliseconds; y null = a hole in the line. */
export interface TrendPoint {
  readonly x: number;
  readonly y: number | null;
}

/** Oldest first. The line is broken where nothing was captured, so that it claims nothing about that time. */
export function spotsOf(points: readonly Point[], gaps: readonly DaySpan[]): readonly TrendPoint[] {
  const spots = points.map(({ at, value }): TrendPoint => ({ x: Date.parse(at), y: value }));
  const last = spots.at(-1)?.x ?? 0;
  const holes = gaps
    .map(({ from, to }): TrendPoint => ({ x: (Date.parse(from) + Date.parse(to)) / 2, y: null }))
    .filter(({ x }) => x < last);
  return [...spots, ...holes].sort((a, b) => a.x - b.x);
}

/** `5 bản chụp từ 05/01/2026 đến 07/03/2026: thấp nhất 17, cao nhất 19,81, gần nhất 19,5. Mức cần đạt 18.` */
export function trendText(points: readonly Point[], target: number | null): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || values.length === 0) return '';
  const span = `${points.length} bản chụp từ ${formatDate(first.at)} đến ${formatDate(last.at)}`;
  const range = `thấp nhất ${formatNumber(Math.min(...values))}, cao nhất ${formatNumber(Math.max(...values))}`;
  const now = last.value === null ? 'chưa công bố' : formatNumber(last.value);
  const level = target === null ? '' : ` Mức cần đạt ${formatNumber(target)}.`;
  return `${span}: ${range}, gần nhất ${now}.${level}`;
}

/** Months or weeks without a capture, as dates. */
export function gapText({ from, to }: DaySpan): string {
  return `${formatDate(from)} – ${formatDate(to)}`;
}

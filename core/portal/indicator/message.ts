/**
 * The indicators of one unit and period as a message for Zalo: plain Vietnamese text, short enough to be sent in one
 * piece. It is not a report.
 */

import { parsePeriod, periodName } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { compare, minus, quantityOf, toNumber } from '../../base/quantity/quantity.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { findIndicator, INDICATORS } from './catalogue.ts';
import { isCumulative } from './cumulative.ts';
import { indicatorName, isRank } from './indicator-name.ts';
import { type Mover, type Movers, moverChange, moversText } from './movers.ts';
import type { Observation } from './observation.ts';
import { gainText } from './points-to-gain.ts';
import type { IndicatorProgress } from './progress.ts';
import type { IndicatorTarget } from './targets.ts';
import { TOTAL } from './total.ts';

export interface MessageFigure {
  readonly observation: Observation;
  /** What it is compared with: of the period before, else an earlier capture of the same period. */
  readonly last: Observation | null;
  readonly target: IndicatorTarget | null;
  readonly progress: IndicatorProgress | null;
}

interface IndicatorMessage {
  readonly unit: string;
  /** `2025-11`. */
  readonly period: string;
  readonly figures: readonly MessageFigure[];
  /** What the changes are against, in words: `tháng 8 năm 2025`; null = nothing is compared. */
  readonly basis: string | null;
  /** Why the changes are for reference only; null = nothing is known to. */
  readonly doubt: string | null;
  /** Of the communes of the list; null = nothing to compare with. */
  readonly movers: Movers | null;
  /** ISO instant of the capture. */
  readonly at: string;
}

/** Zalo cuts at 2,000; counted as it counts, in UTF-16 units. */
export const LONGEST_MESSAGE = 1_999;
const LONGEST_NAME = 150;
/** Communes named on either side. */
const MOST_NAMED = 3;

/**
 * The total first, then what is overdue, behind and so on to what has no target; what does not fit is counted in the
 * last line.
 */
export function indicatorMessage(message: IndicatorMessage): string {
  const { unit, period, at, figures, basis, doubt, movers } = message;
  const parsed = parsePeriod(period);
  const against = basis !== null && figures.some(({ last }) => last !== null) ? ` (so với ${basis})` : '';
  const head = `${flat(unit)}: chỉ số dịch vụ công ${parsed ? periodName(parsed) : flat(period)}${against}`;
  const hosts = new Set(
    figures.map(({ observation }) => hostOf(observation.provenance.url)).filter((host) => host !== ''),
  );
  const time = /T(\d{2}:\d{2})/.exec(at)?.[1];
  const counted = figures.some(({ observation }) => isCumulative(observation.provenance.reader.id));
  const taken = `Ghi nhận ${time ? `${time} ` : ''}ngày ${formatDate(at)}${counted ? ' (số lũy kế của kỳ)' : ''}`;
  const foot = hosts.size === 0 ? taken : `${taken}, nguồn: ${flat([...hosts].join(', '))}`;
  const others = [...(doubt === null || against === '' ? [] : [doubt]), ...(movers ? moversLines(movers) : [])];
  const lines = [...figures].sort(byImportance).map(lineOf);
  for (let count = lines.length; ; count--) {
    const rest = lines.length - count;
    const more = rest === 0 ? [] : [`… và ${rest} chỉ số khác`];
    const text = [head, ...lines.slice(0, count), ...more, ...others, foot].join('\n');
    if (text.length <= LONGEST_MESSAGE || count === 0) return text;
  }
}

/** How many rose and fell, and in a line of each side who did most. */
function moversLines(movers: Movers): readonly string[] {
  const { since, rose, fell } = movers;
  const side = (word: string, all: readonly Mover[]) => {
    const named = all.slice(0, MOST_NAMED).map((mover) => `${flat(mover.name)} ${moverChange(mover, since)}`);
    const rest = all.length - named.length;
    return named.length === 0 ? [] : [`  ${word}: ${named.join('; ')}${rest > 0 ? `; … và ${rest} xã nữa` : ''}`];
  };
  return [`- ${moversText(movers)}`, ...side('Tăng', rose), ...side('Giảm', fell)];
}

const URGENCY: readonly IndicatorProgress['kind'][] = ['overdue', 'behind', 'on-pace', 'unknown', 'reached'];
const PLACE = new Map(INDICATORS.map(({ code }, at) => [code, at]));

function byImportance(x: MessageFigure, y: MessageFigure): number {
  const isTotal = ({ observation }: MessageFigure) => Number(observation.indicator === TOTAL);
  const urgency = ({ progress }: MessageFigure) => (progress ? URGENCY.indexOf(progress.kind) : URGENCY.length);
  const place = ({ observation }: MessageFigure) => PLACE.get(observation.indicator) ?? PLACE.size;
  return isTotal(y) - isTotal(x) || urgency(x) - urgency(y) || place(x) - place(y);
}

function lineOf({ observation, last, target, progress }: MessageFigure): string {
  const { indicator, value, max, numerator, denominator, provenance } = observation;
  const known = findIndicator(indicator);
  const isPlace = isRank(indicator);
  const unit = known?.unit ?? (max == null || isPlace ? '' : 'điểm');
  const counts =
    numerator == null || denominator == null ? '' : ` (${formatNumber(numerator)}/${formatNumber(denominator)})`;
  const most = (unit === 'điểm' || isPlace) && max != null ? `/${formatNumber(max)}` : '';
  const figure =
    value === null ? 'chưa công bố' : `${isPlace ? 'hạng ' : ''}${formatNumber(value)}${most} ${unit}`.trim();
  const change = last ? deltaWords(value, last.value, isPlace) : '';
  const gain = progress ? gainText(observation, progress.missing) : '';
  const judged = progress ? progress.sentence + (target?.proposed ? ' (mức đề xuất)' : '') : '';
  const hand = provenance.correctedByHand ? ' (số sửa tay)' : '';
  const parts = [figure + counts + hand, change, judged, gain].filter((part) => part !== '');
  return `- ${flat(indicatorName(indicator))}: ${parts.join('; ')}`;
}

/**
 * `tăng 0,09`, `giảm 1,2`, `không đổi`, for a place `lên 2 bậc`; empty when either is missing. Exact: 19.81 − 19.72 is
 * 0.09.
 */
export function deltaWords(value: number | null, before: number | null, isPlace = false): string {
  if (value === null || before === null) return '';
  const [now, then] = [quantityOf(value), quantityOf(before)];
  const order = compare(now, then);
  if (order === 0) return 'không đổi';
  const change = Math.abs(toNumber(minus(now, then)));
  if (isPlace) return `${order < 0 ? 'lên' : 'xuống'} ${formatNumber(change)} bậc`;
  return `${order > 0 ? 'tăng' : 'giảm'} ${formatNumber(change, change < 0.005 ? 6 : 2)}`;
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** Names come from pages: one line, no invisible signs, of a length that leaves room. */
function flat(text: string): string {
  const tidy = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return tidy.length > LONGEST_NAME ? `${tidy.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, '')}…` : tidy;
}

/**
 * How far a figure is from its target, and how much a week must add until the deadline. Exact: a ratio is its two
 * counts, a decimal its digits, and what is missing is rounded up, so that nobody stops a dossier short. Missing is not
 * zero: without a figure there is no result.
 */

import { dayNumber } from '../../base/period/day.ts';
import { parsePeriod, periodDays, periodName } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { compare, minus, percentage, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import { findIndicator } from './catalogue.ts';
import type { Observation } from './observation.ts';
import { deadlineText, type IndicatorTarget, levelText } from './targets.ts';

export interface IndicatorProgress {
  /**
   * `on-pace` = not reached, but at the rate since the earlier capture it will be in time; `behind` = not reached, and
   * nothing shows that it will be; `overdue` = not reached and the deadline has passed; `unknown` = no figure, or a
   * figure of a period that has not begun.
   */
  readonly kind: 'reached' | 'on-pace' | 'behind' | 'overdue' | 'unknown';
  /** Points or percent still missing, rounded up to hundredths; 0 when reached, null when unknown. */
  readonly gap: number | null;
  /**
   * Least n with (numerator + n) / denominator at the target, the denominator as it is; 0 when reached, null without
   * both counts. New dossiers count below the line too: what it takes to make up with them alone is `fresh`.
   */
  readonly missing: number | null;
  /**
   * Least n with (numerator + n) / (denominator + n) at the target, for ratios whose past dossiers cannot change any
   * more (what was late stays late); null for the others, and where no number of new dossiers suffices (100 %).
   */
  readonly fresh: number | null;
  /** Calendar days to the last day that counts ÷ 7; null without a deadline or when it has passed. */
  readonly weeksLeft: number | null;
  /**
   * Dossiers, else points or percent, a week, rounded up: until the deadline, or until the figure's own period ends
   * where that is sooner, because then counting starts anew. In the last seven days all of it; null when reached,
   * overdue, without a deadline, or when the period is over.
   */
  readonly perWeek: number | null;
  /** Vietnamese, no capital, no full stop. */
  readonly sentence: string;
}

/**
 * What the counts of a ratio are, and whether past items can still turn good (a paper can be digitised later, a late
 * answer stays late).
 */
const COUNTED: ReadonlyMap<string, { readonly name: string; readonly settled: boolean }> = new Map([
  ['dich-vu-toan-trinh', { name: 'thủ tục', settled: false }],
  ['ho-so-truc-tuyen', { name: 'hồ sơ', settled: true }],
  ['thanh-toan-truc-tuyen', { name: 'hồ sơ', settled: true }],
  ['so-hoa-ho-so', { name: 'hồ sơ', settled: false }],
  ['dung-han', { name: 'hồ sơ', settled: true }],
  ['hai-long', { name: 'lượt đánh giá', settled: true }],
]);

/**
 * The latest figure against a target on an ISO day. `earlier` = an earlier capture of the same source, unit and period:
 * only with it can a figure be on pace.
 */
export function progressOf(
  latest: Observation,
  target: IndicatorTarget,
  today: string,
  earlier: Observation | null = null,
): IndicatorProgress {
  const left = daysLeft(target, today);
  const isOverdue = left !== null && left < 0;
  const weeksLeft = left === null || isOverdue ? null : left / 7;
  const open = { gap: null, missing: null, fresh: null, weeksLeft, perWeek: null };
  const period = latest.period === null ? undefined : parsePeriod(latest.period);
  if (period && periodDays(period).from > today) {
    return { ...open, kind: 'unknown', sentence: `${periodName(period)} chưa bắt đầu` };
  }
  const figure = figureOf(latest);
  if (!figure) {
    return { ...open, kind: 'unknown', sentence: `chưa có số liệu để so với mức ${levelText(target)}` };
  }
  const short = shortfall(figure, target, COUNTED.get(latest.indicator)?.settled ?? false);
  if (!short) {
    const missing = figure.counts ? 0 : null;
    return { ...open, kind: 'reached', gap: 0, missing, sentence: `đã đạt mức ${levelText(target)}` };
  }
  const ends = period ? dayNumber(periodDays(period).to) - dayNumber(today) : Number.POSITIVE_INFINITY;
  const days = left === null || isOverdue || ends < 0 ? null : Math.min(left, ends);
  const weekly = (amount: number) => (days === null ? null : days <= 7 ? amount : Math.ceil((amount * 7) / days));
  const onPace = days !== null && earlier !== null && isOnPace(latest, earlier, target, dayNumber(today) + days);
  const weeklyHundredths = weekly(short.hundredths);
  const progress: Omit<IndicatorProgress, 'sentence'> = {
    kind: isOverdue ? 'overdue' : onPace ? 'on-pace' : 'behind',
    gap: short.hundredths / 100,
    missing: short.missing,
    fresh: short.fresh,
    weeksLeft,
    perWeek: short.missing === null ? weeklyHundredths && weeklyHundredths / 100 : weekly(short.missing),
  };
  const own = period
    ? { name: periodName(period), isOver: ends < 0, isSooner: days !== null && days < (left ?? 0) }
    : null;
  return { ...progress, sentence: sentenceOf(progress, latest, target, days, own) };
}

/** Calendar days to the last day that counts; negative when it has passed. */
function daysLeft({ by, exclusive }: IndicatorTarget, today: string): number | null {
  return by === null ? null : dayNumber(by) - (exclusive ? 1 : 0) - dayNumber(today);
}

interface Figure {
  readonly value: Quantity;
  /** Both counts of a ratio. */
  readonly counts: { readonly part: number; readonly whole: number } | null;
}

/** A share by its counts when they give the published value to a tenth of a percent; else the value as published. */
function figureOf({ indicator, value, numerator, denominator }: Observation): Figure | null {
  const isShare = findIndicator(indicator)?.unit === '%';
  const isCounted = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (isShare && isCounted && numerator != null && denominator != null && numerator >= 0 && denominator > 0) {
    const exact = percentage(numerator, denominator);
    const counts = { part: numerator, whole: denominator };
    if (value === null || isNear(exact, quantityOf(value))) return { value: exact, counts };
  }
  return value === null ? null : { value: quantityOf(value), counts: null };
}

function isNear(x: Quantity, y: Quantity): boolean {
  const { n, d } = minus(x, y);
  return compare({ n: Math.abs(n), d }, { n: 1, d: 10 }) <= 0;
}

function isCeiling({ comparator }: IndicatorTarget): boolean {
  return comparator === 'lt' || comparator === 'lte';
}

/** What is missing; undefined when the target is reached. */
function shortfall({ value, counts }: Figure, target: IndicatorTarget, settled: boolean) {
  const isStrict = target.comparator === 'gt' || target.comparator === 'lt';
  const { n, d } = quantityOf(target.value);
  const [levelN, levelD, valueN, valueD] = [BigInt(n), BigInt(d), BigInt(value.n), BigInt(value.d)];
  const gap = (levelN * valueD - valueN * levelD) * (isCeiling(target) ? -1n : 1n);
  if (isStrict ? gap < 0n : gap <= 0n) return undefined;
  const hundredths = wholeOver(100n * gap, levelD * valueD, isStrict);
  if (!counts || isCeiling(target)) return { hundredths, missing: null, fresh: null };
  // part + n is to be level % of whole, or of whole + n: both times with the same difference above the line.
  const difference = levelN * BigInt(counts.whole) - 100n * levelD * BigInt(counts.part);
  const remainder = 100n * levelD - levelN;
  return {
    hundredths,
    missing: wholeOver(difference, 100n * levelD, isStrict),
    fresh: settled && remainder > 0n ? wholeOver(difference, remainder, isStrict) : null,
  };
}

/** Least whole number at, or when strict above, n / d; n ≥ 0, d > 0. */
function wholeOver(n: bigint, d: bigint, strict: boolean): number {
  return Number(n / d + (strict || n % d > 0n ? 1n : 0n));
}

/**
 * Whether the change per day since the earlier capture, continued up to the last day (as a day number), closes the gap.
 */
function isOnPace(latest: Observation, earlier: Observation, target: IndicatorTarget, last: number): boolean {
  const [now, before] = [figureOf(latest), figureOf(earlier)];
  if (!now || !before || latest.indicator !== earlier.indicator || latest.period !== earlier.period) return false;
  const at = dayNumber(latest.provenance.capturedAt);
  const passed = at - dayNumber(earlier.provenance.capturedAt);
  if (!(passed > 0)) return false;
  const [change, gap] = [minus(now.value, before.value), minus(quantityOf(target.value), now.value)];
  const difference = compare({ n: change.n * (last - at), d: change.d }, { n: gap.n * passed, d: gap.d });
  return isCeiling(target) ? difference <= 0 : difference >= 0;
}

function sentenceOf(
  { kind, gap, missing, fresh, perWeek }: Omit<IndicatorProgress, 'sentence'>,
  { indicator, denominator }: Observation,
  target: IndicatorTarget,
  days: number | null,
  period: { readonly name: string; readonly isOver: boolean; readonly isSooner: boolean } | null,
): string {
  const unit = findIndicator(indicator)?.unit ?? '';
  const counted = COUNTED.get(indicator)?.name ?? 'hồ sơ';
  const amount = (value: number) => `${formatNumber(value)} ${missing === null ? unit : counted}`.trim();
  const short = isCeiling(target)
    ? `còn cao hơn ${amount(gap ?? 0)} so với mức ${levelText(target)}`
    : `còn thiếu ${amount(missing ?? gap ?? 0)}${missing === null ? '' : ` (tính trên ${amount(denominator ?? 0)} đã có)`} để đạt ${levelText(target)}`;
  const deadline = deadlineText(target);
  if (kind === 'overdue') return `hạn ${deadline} đã qua, ${short}`;
  const over = period?.isOver ? `${period.name} đã khép lại, ` : '';
  const within = period?.isSooner ? ` trong ${period.name}` : '';
  const pace = perWeek === null || days === null ? '' : `,${within} ${paceText(days, amount(perWeek))}`;
  const made = fresh === null || over !== '' ? '' : `; chỉ bù bằng ${counted} mới thì cần ${formatNumber(fresh)}`;
  return `${over}${short}${deadline === '' ? '' : ` ${deadline}`}${pace}${made}`;
}

function paceText(days: number, amount: string): string {
  if (days === 0) return 'hôm nay là ngày cuối';
  return days < 7 ? `còn ${days} ngày` : `mỗi tuần ${amount}`;
}

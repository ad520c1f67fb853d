/**
 * The stretch of time a column speaks of (`Năm 2024`, `Quý I`, `Cả năm`), and whether it is the period whose figures
 * are wanted.
 */

import type { Period } from '../../base/period/period.ts';
import { foldKey, nfc } from '../../base/text/text.ts';

/**
 * `part`: `year`, `q1` … `q4`, `h1`, `h2`, `m1` … `m12`, `to9` (months from the beginning), `sum` (brought forward),
 * `now`, `whole` (the whole period, whatever it is), `bit` (of a month or quarter: its first half, a week), `before` (the
 * time before this); '' = none.
 */
interface ColumnTime {
  readonly year: number | null;
  readonly part: string;
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The time a header names over its levels; a lower level is more exact. null = none. */
export function columnTime(texts: readonly string[]): ColumnTime | null {
  let year: number | null = null;
  let part = '';
  for (const text of [...texts].reverse()) {
    const line = foldKey(text.slice(0, 160));
    year ??= yearIn(line);
    if (part === '') part = partIn(line);
  }
  return year === null && part === '' ? null : { year, part };
}

function yearIn(line: string): number | null {
  const years = [...line.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  // Two years in one header are a stretch or a comparison: it speaks of neither alone.
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

function partIn(line: string): string {
  if (/(?:năm|kì|quí|tháng) trước(?![\p{L}])/u.test(line)) return 'before';
  const quarter = /quí ?([1-4]|iv|i{1,3})(?![\p{L}\d])/u.exec(line)?.[1];
  if (quarter) return `q${QUARTERS[quarter] ?? quarter}`;
  if (/nửa (?:đầu|cuối) (?:tháng|quí)|tuần (?:thứ )?(?:[1-5]|một|hai|ba|tư|năm)(?![\p{L}\d])/u.test(line)) return 'bit';
  if (/(?:cả|toàn|trọn|hết) (?:tháng|quí|kì)(?! ?\d)/.test(line)) return 'whole';
  const half = /(?:6|sáu) tháng (đầu|cuối) năm/.exec(line)?.[1] ?? /nửa (đầu|cuối) năm/.exec(line)?.[1];
  if (half) return half === 'đầu' ? 'h1' : 'h2';
  if (/(?:cả|toàn|trọn|hết) năm|12 tháng/.test(line)) return 'year';
  if (/luỹ kế|cộng dồn|từ đầu năm/.test(line)) return 'sum';
  const months = /(?<!\d)(\d{1,2}) tháng/.exec(line)?.[1];
  if (months) return Number(months) === 6 ? 'h1' : `to${Number(months)}`;
  const month = /tháng ?(0?[1-9]|1[0-2])(?!\d)/.exec(line)?.[1];
  if (month) return `m${Number(month)}`;
  return /(?:trong (?:kì|tháng|quí|năm)(?! ?\d)|(?:tháng|quí) này|(?:kì (?:này|báo cáo|đánh giá)|cuối (?:kì|quí|tháng)(?! ?\d))|năm (?:nay|này|báo cáo|đánh giá))/.test(
    line,
  )
    ? 'now'
    : '';
}

/**
 * `same` = the period itself, `near` = may hold it, `part` = another stretch of the same year, `other` = another year.
 */
export type TimeMatch = 'same' | 'near' | 'part' | 'other';

/**
 * How a column's time relates to the period. Without a period, only the whole year and a part of it can be
 * distinguished.
 */
export function matchTime(time: ColumnTime | null, period: Period | null): TimeMatch {
  if (time === null) return 'near';
  if (period !== null && time.year !== null && time.year !== period.year) return 'other';
  const wanted = period === null ? 'year' : partOf(period);
  if (time.part === wanted || time.part === 'now') return 'same';
  if (time.part === 'whole') return wanted === 'year' ? 'part' : 'same';
  if (time.part === '') return wanted === 'year' ? 'same' : 'near';
  if (time.part === 'before') return 'other';
  if (time.part === 'sum') return 'near';
  return 'part';
}

function partOf(period: Period): string {
  switch (period.kind) {
    case 'year':
      return 'year';
    case 'half':
      return `h${period.half}`;
    case 'quarter':
      return `q${period.quarter}`;
    case 'month':
      return `m${period.month}`;
    case 'days':
      return period.from.endsWith('-01-01') ? `to${Number(period.to.slice(5, 7))}` : 'days';
  }
}

/** `Năm 2025`, `Quý IV`, `Cả năm`, `9 tháng`, `2025`: a time and no more. */
export function isTimeText(text: string): boolean {
  if (text.length > 60 || columnTime([text]) === null) return false;
  const rest = text
    .replace(/\s+/g, ' ')
    .replace(/\s*[([](?!\d)[^)\]]{0,40}[)\]]$/u, '')
    .replace(
      /(?:năm|quý|tháng|tuần|nửa|đầu|cuối|cả|toàn|trọn|thứ|lũy kế|luỹ kế|cộng dồn|từ|đến|ngày|kỳ|trong|này|nay|báo cáo|đánh giá|ước|hết|\b[ivx]{1,4}\b|[\d\s./()-])/giu,
      '',
    );
  return rest.length <= 2;
}

/** `Ước thực hiện cả năm`, `Dự kiến kết quả`: figures of what is still to come. A `quy ước` is none. */
export function isEstimate(texts: readonly string[]): boolean {
  return texts.some((text) => /(?<!(?:quy|qui|hương) )(?<!\p{L})(?:ước|dự kiến|dự báo)(?!\p{L})/iu.test(nfc(text)));
}

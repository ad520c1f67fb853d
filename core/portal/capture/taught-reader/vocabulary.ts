/**
 * The usual meanings of headers on Vietnamese portals, proposed when an officer points at a table: words of a header →
 * indicator and kind. She confirms each proposal; a header that is not listed has no name until she types one.
 */

import { squashKey } from '../../../base/text/text.ts';
import { findIndicator } from '../../indicator/catalogue.ts';
import type { FigureKind } from './definition.ts';

/** How the figures of a column look, all of them together. */
export type ColumnLook =
  /** Every figure has a percent sign. */
  | 'signed'
  /** Bare, 0 … 1, some with decimals. */
  | 'zero-to-one'
  /** Whole, without separators. */
  | 'whole'
  /** Whole, some with a separator before three digits: `1.234`. */
  | 'grouped'
  /** Bare, some with decimals. */
  | 'decimal'
  /** Mixed, or no figures. */
  | 'other';

export interface HeaderMeaning {
  /** null = the header says nothing we know. */
  readonly indicator: string | null;
  /** null = the figures do not show it: the officer chooses. */
  readonly kind: FigureKind | null;
}

/** Words (all of them) → ratio. The more particular stand first. */
const SHARES = keyed([
  [['đúng hạn'], 'dung-han'],
  [['trước hạn'], 'dung-han'],
  [['thanh toán trực tuyến'], 'thanh-toan-truc-tuyen'],
  [['thanh toán', 'trực tuyến'], 'thanh-toan-truc-tuyen'],
  [['hài lòng'], 'hai-long'],
  [['số hóa'], 'so-hoa-ho-so'],
  [['toàn trình'], 'dich-vu-toan-trinh'],
  [['hồ sơ', 'trực tuyến'], 'ho-so-truc-tuyen'],
  [['nộp', 'trực tuyến'], 'ho-so-truc-tuyen'],
]);

/** Words → points of Decision 766. `Dịch vụ trực tuyến` alone may be 12 or 22 points: not proposed. */
const SCORES = keyed([
  [['tổng điểm'], 'TONG'],
  [['công khai', 'minh bạch'], 'CKMB'],
  [['tiến độ', 'giải quyết'], 'TDGQ'],
  [['cung cấp dịch vụ'], 'CLGQ'],
  [['thanh toán trực tuyến'], 'TTTT'],
  [['hài lòng'], 'MDHL'],
  [['số hóa'], 'MDSH'],
]);

const SETTLED = keyed([
  [['đã xử lý'], true],
  [['đã giải quyết'], true],
  [['kết quả giải quyết'], true],
]);
const LATE = keyed([
  [['quá hạn'], true],
  [['trễ hạn'], true],
]);
const IN_TIME = keyed([
  [['trước hạn'], true],
  [['đúng hạn'], true],
]);
const TOTAL = keyed([[['tổng'], true]]);
const RECEIVED = squashKey('tiếp nhận');
/** What says no more than that all of them are counted. */
const ALL = new RegExp(['tổng', 'cộng', 'số', 'lượng', 'hồ sơ', 'đã', 'TTHC'].map(squashKey).join('|'), 'gu');
const SHARE = keyed([
  [['tỷ lệ'], true],
  [['tỉ lệ'], true],
  [['phần trăm'], true],
]);
const POINTS = keyed([[['điểm'], true]]);
const COUNTED = keyed([
  [['số lượng'], true],
  [['số hồ sơ'], true],
  [['tổng số'], true],
  [['tiếp nhận'], true],
  [['giải quyết'], true],
  [['xử lý'], true],
]);

type Words<T> = readonly { readonly keys: readonly string[]; readonly value: T }[];

function keyed<T extends string | boolean>(entries: readonly (readonly [readonly string[], T])[]): Words<T> {
  return entries.map(([words, value]) => ({ keys: words.map(squashKey), value }));
}

function meaningOf<T>(words: Words<T>, key: string): T | undefined {
  return words.find(({ keys }) => keys.every((text) => key.includes(text)))?.value;
}

/** `largest` = the greatest figure of the column: points beyond the group's maximum are not that group's. */
export function proposedMeaning(header: string, look: ColumnLook, largest: number): HeaderMeaning {
  const key = squashKey(header);
  if (look === 'signed' || meaningOf(SHARE, key) || header.includes('%')) {
    return { indicator: meaningOf(LATE, key) ? null : (meaningOf(SHARES, key) ?? null), kind: shareKind(look) };
  }
  if (look === 'decimal' || look === 'zero-to-one' || meaningOf(POINTS, key)) {
    const group = look === 'zero-to-one' ? undefined : meaningOf(SCORES, key);
    const fits = group !== undefined && largest <= (findIndicator(group)?.max ?? 0);
    return { indicator: fits ? group : null, kind: look === 'zero-to-one' ? null : 'score' };
  }
  if (look === 'other') return { indicator: null, kind: null };
  return countMeaning(header, look);
}

/** Bare figures up to 1 under `Tỷ lệ` may be percent or fractions. */
function shareKind(look: ColumnLook): FigureKind | null {
  return look === 'zero-to-one' || look === 'other' ? null : 'percent';
}

function countMeaning(header: string, look: 'whole' | 'grouped'): HeaderMeaning {
  const key = squashKey(header);
  const total = meaningOf(TOTAL, key);
  if (meaningOf(SETTLED, key) && !meaningOf(LATE, key)) {
    if (meaningOf(IN_TIME, key)) return { indicator: 'dung-han', kind: 'numerator' };
    if (total) return { indicator: 'dung-han', kind: 'denominator' };
  }
  if (isAllReceived(header)) return { indicator: 'tiep-nhan', kind: 'count' };
  // `1.234` under a header that counts nothing we know: thousand or decimal is for the officer to say.
  return { indicator: null, kind: look === 'whole' || meaningOf(COUNTED, key) ? 'count' : null };
}

/** `Hồ sơ tiếp nhận`, `Tiếp nhận › Tổng số`; not those received online, by post or in the period alone. */
function isAllReceived(header: string): boolean {
  const words = header.split(' › ').map((part) => squashKey(part).replace(ALL, ''));
  const filled = words.filter((word) => word !== '');
  return filled.length > 0 && filled.every((word) => word === RECEIVED);
}

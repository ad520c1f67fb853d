/**
 * Indicators a criterion can be checked against: the six groups of Decision 766/QĐ-TTg by the portal's own codes, and
 * the ratios behind them by our codes. capture/ decides what is read from which page.
 */
import { TOTAL } from './total.ts';

interface IndicatorEntry {
  readonly code: string;
  /** Vietnamese name as officers say it. */
  readonly name: string;
  /** `điểm` (points of the index) or `%` (0 … 100). */
  readonly unit: 'điểm' | '%';
  /** Highest points of the group; null for a ratio. */
  readonly max: number | null;
}

/** Every known indicator, the groups first. */
export const INDICATORS: readonly IndicatorEntry[] = [
  { code: TOTAL, name: 'Tổng điểm chỉ số phục vụ người dân, doanh nghiệp', unit: 'điểm', max: 100 },
  { code: 'CKMB', name: 'Công khai, minh bạch', unit: 'điểm', max: 18 },
  { code: 'TDGQ', name: 'Tiến độ giải quyết', unit: 'điểm', max: 20 },
  { code: 'CLGQ', name: 'Cung cấp dịch vụ trực tuyến', unit: 'điểm', max: 12 },
  { code: 'TTTT', name: 'Thanh toán trực tuyến', unit: 'điểm', max: 10 },
  { code: 'MDHL', name: 'Mức độ hài lòng', unit: 'điểm', max: 18 },
  { code: 'MDSH', name: 'Số hóa hồ sơ', unit: 'điểm', max: 22 },
  { code: 'dich-vu-toan-trinh', name: 'Tỷ lệ thủ tục đã cung cấp dịch vụ công toàn trình', unit: '%', max: null },
  { code: 'ho-so-truc-tuyen', name: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến', unit: '%', max: null },
  { code: 'thanh-toan-truc-tuyen', name: 'Tỷ lệ hồ sơ thanh toán trực tuyến', unit: '%', max: null },
  { code: 'so-hoa-ho-so', name: 'Tỷ lệ hồ sơ, kết quả giải quyết được số hóa', unit: '%', max: null },
  { code: 'dung-han', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', unit: '%', max: null },
  { code: 'hai-long', name: 'Tỷ lệ hài lòng của người dân, doanh nghiệp', unit: '%', max: null },
];

const BY_CODE: ReadonlyMap<string, IndicatorEntry> = new Map(INDICATORS.map((entry) => [entry.code, entry]));

/** The indicator of a code; undefined when we have no such code. */
export function findIndicator(code: string): IndicatorEntry | undefined {
  return BY_CODE.get(code);
}

/**
 * The columns of the sheet "Chỉ số": one observation a row, every field of it in a column of its own. Files are made of
 * them in indicator-sheet.ts.
 */
import { indicatorName } from '../portal/indicator/indicator-name.ts';
import type { Observation } from '../portal/indicator/observation.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { numberValue, textValue } from './council/look.ts';

interface IndicatorColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** `change` = since the figure before it of its source, unit and period; null = there is none. */
  readonly value: (observation: Observation, change: number | null) => NewValue;
  /** Figures are right-aligned numbers. */
  readonly figure?: true;
  /** A name is read whole: it wraps. */
  readonly isName?: true;
  /** The add-in's first sheets were made without it: it is written only where it stands. */
  readonly later?: true;
}

/** The change of a figure since the figure before; null = unknown. */
export type ChangeOf = (observation: Observation) => number | null;
export const NO_CHANGES: ChangeOf = () => null;

export const INDICATOR_SHEET = 'Chỉ số';
export const INDICATOR_TABLE = 'TDS_ChiSo';
export const INDICATOR_TITLE = 'CHỈ SỐ GHI NHẬN TỪ CỔNG DỊCH VỤ CÔNG';
export const INDICATOR_NOTE = 'Kỳ ghi 2025, 2025-Q4 hoặc 2025-11; ô giá trị để trống là chưa công bố, không phải 0.';

export const CHANGE_TITLE = 'Thay đổi so với lần trước';

export const INDICATOR_COLUMNS: readonly IndicatorColumn[] = [
  { title: 'Chỉ số', width: 24, value: (observation) => textValue(observation.indicator) },
  {
    title: 'Tên chỉ số',
    width: 34,
    value: (observation) => textValue(indicatorName(observation.indicator)),
    isName: true,
    later: true,
  },
  { title: 'Đơn vị', width: 34, value: (observation) => textValue(observation.unit.name), isName: true },
  { title: 'Mã đơn vị', width: 16, value: ({ unit }) => textValue(unit.code ?? unit.id ?? null) },
  { title: 'Kỳ', width: 12, value: (observation) => textValue(observation.period) },
  { title: 'Giá trị', width: 12, value: (observation) => numberValue(observation.value), figure: true },
  { title: CHANGE_TITLE, width: 14, value: (_, change) => numberValue(change), figure: true, later: true },
  { title: 'Tối đa', width: 12, value: (observation) => numberValue(observation.max ?? null), figure: true },
  { title: 'Tử số', width: 12, value: (observation) => numberValue(observation.numerator ?? null), figure: true },
  { title: 'Mẫu số', width: 12, value: (observation) => numberValue(observation.denominator ?? null), figure: true },
  { title: 'Thời điểm ghi nhận', width: 28, value: ({ provenance }) => textValue(provenance.capturedAt) },
  {
    title: 'Sửa tay',
    width: 9,
    value: ({ provenance }) => textValue(provenance.correctedByHand ? 'Có' : null),
    later: true,
  },
  { title: 'Địa chỉ trang', width: 50, value: ({ provenance }) => textValue(provenance.url) },
  {
    title: 'Bộ đọc',
    width: 26,
    value: ({ provenance: { reader } }) => textValue(`${reader.id} ${reader.version}`.trim()),
  },
  { title: 'Dấu vết', width: 30, value: ({ provenance }) => textValue(provenance.contentHash) },
  {
    title: 'Dấu vết ảnh',
    width: 30,
    value: ({ provenance }) => textValue(provenance.screenshotHash ?? null),
    later: true,
  },
  { title: 'Yêu cầu đã gửi', width: 30, value: ({ provenance }) => textValue(provenance.request ?? null), later: true },
  { title: 'Mã định danh', width: 38, value: ({ unit }) => textValue(unit.id ?? null), later: true },
];

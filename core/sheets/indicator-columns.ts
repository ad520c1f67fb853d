/** The columns of the sheet "Chỉ số". What stands in their cells is in indicator-cells.ts. */

interface IndicatorColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Figures are right-aligned numbers. */
  readonly figure?: true;
  /** A name is read whole: it wraps. */
  readonly isName?: true;
  /** The add-in's first sheets were made without it: it is written only where it stands. */
  readonly later?: true;
}

export const INDICATOR_SHEET = 'Chỉ số';
export const INDICATOR_TABLE = 'TDS_ChiSo';
export const INDICATOR_TITLE = 'CHỈ SỐ GHI NHẬN TỪ CỔNG DỊCH VỤ CÔNG';
export const INDICATOR_NOTE = 'Kỳ ghi 2025, 2025-Q4 hoặc 2025-11; ô giá trị để trống là chưa công bố, không phải 0.';

export const CHANGE_TITLE = 'Thay đổi so với lần trước';

const COLUMNS = [
  { title: 'Chỉ số', width: 24 },
  { title: 'Tên chỉ số', width: 34, isName: true, later: true },
  { title: 'Đơn vị', width: 34, isName: true },
  { title: 'Mã đơn vị', width: 16 },
  { title: 'Kỳ', width: 12 },
  { title: 'Giá trị', width: 12, figure: true },
  { title: CHANGE_TITLE, width: 14, figure: true, later: true },
  { title: 'Tối đa', width: 12, figure: true },
  { title: 'Tử số', width: 12, figure: true },
  { title: 'Mẫu số', width: 12, figure: true },
  { title: 'Thời điểm ghi nhận', width: 28 },
  { title: 'Sửa tay', width: 9, later: true },
  { title: 'Địa chỉ trang', width: 50 },
  { title: 'Bộ đọc', width: 26 },
  { title: 'Dấu vết', width: 30 },
  { title: 'Dấu vết ảnh', width: 30, later: true },
  { title: 'Yêu cầu đã gửi', width: 30, later: true },
  { title: 'Mã định danh', width: 38, later: true },
] as const satisfies readonly IndicatorColumn[];

export type IndicatorField = (typeof COLUMNS)[number]['title'];

export const INDICATOR_COLUMNS: readonly (IndicatorColumn & { readonly title: IndicatorField })[] = COLUMNS;

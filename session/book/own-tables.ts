/**
 * Our sheets in the office's workbook: names, columns and how a table is found and rewritten. Everything of record is
 * in them, visibly, so that it survives mail and older Excels. The use case of each table interprets its rows.
 */
import { LOG_TITLES } from '../../core/council/log-columns.ts';
import { DOSSIER_SHEETS, dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { toA1 } from '../../core/sheet/grid/address.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { isFirstSheet } from '../../core/sheets/first-sheet.ts';
import {
  INDICATOR_COLUMNS,
  INDICATOR_SHEET,
  INDICATOR_TABLE,
  INDICATOR_TITLE,
} from '../../core/sheets/indicator-columns.ts';
import { REGISTER_TITLES } from '../../core/sheets/register-sheet.ts';
import { holds } from '../host/holds.ts';
import type { HostAction, HostBook, HostTable, TablePlan } from '../host/port.ts';

export interface OwnTable {
  /** Name of its sheet when it is made; the officer may rename it. */
  readonly sheet: string;
  /** Excel's name of the table: what it is found by. */
  readonly table: string;
  readonly title: string;
  readonly columns: TablePlan['columns'];
}

const DAY = 'dd/mm/yyyy';
const FIGURE = '#,##0.##';
const POINTS = '#,##0.00';

export function columns(...list: readonly (readonly [name: string, width: number, numberFormat?: string])[]) {
  return list.map(([name, width, numberFormat]) => ({ name, width, ...(numberFormat ? { numberFormat } : {}) }));
}

export function sealedColumns(titles: readonly string[], widths: readonly number[]): TablePlan['columns'] {
  return [...titles, FROM_COPY].map((name, at) => ({ name, width: widths[at] ?? 24 }));
}

/** Characters; what only the seal needs is narrow. */
const LOG_WIDTHS = [6, 26, 24, 30, 9, 30, 18, 9, 44, 12, 12, 12, 16];
/** Which copy of the workbook an entry came from; empty = written here. Not part of its seal. */
export const FROM_COPY = 'Từ bản';
const REGISTER_WIDTHS = [36, 26, 24, 12, 14, 14, 18, 12, 24, 16];

export const OWN_TABLES = {
  settings: {
    sheet: 'Cài đặt',
    table: 'TDS_CaiDat',
    title: 'CÀI ĐẶT PHONG TRÀO THI ĐUA',
    columns: columns(['Mục', 24], ['Giá trị', 30], ['Ghi chú', 70]),
  },
  register: {
    sheet: 'Đơn vị',
    table: 'TDS_DonVi',
    title: 'DANH SÁCH ĐƠN VỊ THAM GIA',
    columns: REGISTER_TITLES.map((name, at) => ({
      name,
      width: REGISTER_WIDTHS[at] ?? 16,
      ...(name.startsWith('Ngày') ? { numberFormat: DAY } : {}),
    })),
  },
  files: {
    sheet: 'Tệp đã nhận',
    table: 'TDS_TepDaNhan',
    title: 'TỆP BÁO CÁO ĐÃ NHẬN',
    columns: columns(['Tệp', 44], ['Trang tính', 34], ['Thời điểm nhận', 26], ['Macro', 10], ['Liên kết ngoài', 40]),
  },
  replaced: {
    sheet: 'Báo cáo đã thay',
    table: 'TDS_DaThay',
    title: 'BÁO CÁO ĐÃ ĐƯỢC THAY BẰNG BẢN MỚI',
    columns: columns(
      ['Đơn vị', 36],
      ['Trang tính cũ', 34],
      ['Tệp cũ', 44],
      ['Thay bằng tệp', 44],
      ['Thời điểm thay', 26],
      ['Thay đổi', 60],
    ),
  },
  observations: {
    sheet: INDICATOR_SHEET,
    table: INDICATOR_TABLE,
    title: INDICATOR_TITLE,
    columns: INDICATOR_COLUMNS.map(({ title, width, figure }) => ({
      name: title,
      width,
      ...(figure ? { numberFormat: FIGURE } : {}),
    })),
  },
  flags: {
    sheet: 'Cảnh báo',
    table: 'TDS_CanhBao',
    title: 'CẢNH BÁO CẦN XEM XÉT',
    columns: columns(
      ['Mức độ', 11],
      ['Loại cảnh báo', 22],
      ['Đơn vị', 28],
      ['Tiêu chí', 9],
      ['Trang tính', 24],
      ['Ô', 8],
      ['Nội dung', 56],
      ['Cách xử lý', 44],
      ['Có thể đổi', 24],
      ['Quyết định', 40],
      ['Mã', 30],
    ),
  },
  ranking: {
    sheet: 'Xếp hạng',
    table: 'TDS_XepHang',
    title: 'KẾT QUẢ XẾP HẠNG',
    columns: columns(
      ['Đối tượng', 26],
      ['Hạng', 8, '0'],
      ['Đơn vị', 36],
      ['Điểm', 11, POINTS],
      ['Tỷ lệ', 11, '0.00%'],
      ['Thấp nhất', 11, POINTS],
      ['Cao nhất', 11, POINTS],
      ['Hạng tốt nhất', 12, '0'],
      ['Hạng thấp nhất', 12, '0'],
      ['Xếp loại', 30],
      ['Ghi chú', 50],
    ),
  },
  council: {
    sheet: 'Hội đồng',
    table: 'TDS_HoiDong',
    title: 'SỔ QUYẾT ĐỊNH CỦA HỘI ĐỒNG',
    columns: sealedColumns(LOG_TITLES, LOG_WIDTHS),
  },
  previous: {
    sheet: 'Kỳ trước',
    table: 'TDS_KyTruoc',
    title: 'SỐ LIỆU KỲ TRƯỚC ĐỂ SO SÁNH',
    columns: columns(
      ['Đơn vị', 36],
      ['Đối tượng', 26],
      ['Bộ tiêu chí', 18],
      ['Kỳ', 12],
      ['Tiêu chí', 10],
      ['Giá trị', 14, FIGURE],
      ['Tử số', 14, FIGURE],
      ['Mẫu số', 14, FIGURE],
      ['Tệp', 44],
    ),
  },
  criteria: {
    sheet: 'Tiêu chí',
    table: 'TDS_TieuChi',
    title: 'BỘ TIÊU CHÍ ĐANG DÙNG',
    columns: columns(
      ['Bộ tiêu chí', 18],
      ['Đối tượng', 22],
      ['Mã', 8],
      ['Tiêu chí', 56],
      ['Đơn vị tính', 12],
      ['Điểm tối đa', 11, POINTS],
      ['Minh chứng', 16],
      ['Khi không phát sinh', 22],
      ['Cách chấm', 60],
      ['Đề xuất', 10],
      ['Nguồn', 18],
      ['Quy tắc', 40],
    ),
  },
} as const satisfies Record<string, OwnTable>;

/** Of tables that are described where they are used (council/council-tables.ts): opening needs no more than that. */
export const COUNCIL_TABLES = {
  votes: { sheet: 'Biểu quyết', table: 'TDS_BieuQuyet' },
  voteRules: { sheet: 'Quy tắc biểu quyết', table: 'TDS_QuyTacBieuQuyet' },
  sessions: { sheet: 'Phiên họp', table: 'TDS_PhienHop' },
  members: { sheet: 'Thành viên Hội đồng', table: 'TDS_ThanhVien' },
} as const;

/** Described in column-maps.ts. */
export const COLUMN_TABLE = { sheet: 'Cách hiểu cột', table: 'TDS_CachHieuCot' } as const;
/** Described in evidence.ts. */
export const EVIDENCE_LIST = { sheet: 'Minh chứng', table: 'TDS_MinhChung' } as const;
/** Described in appraisers.ts. */
export const APPRAISER_LIST = { sheet: 'Phân công thẩm định', table: 'TDS_PhanCong' } as const;
/** Described in assigned.ts. */
export const ASSIGNED_LIST = { sheet: 'Chỉ tiêu giao', table: 'TDS_ChiTieuGiao' } as const;
/** Described in set-versions.ts. */
export const VERSION_TABLE = { sheet: 'Phiên bản bộ tiêu chí', table: 'TDS_PhienBan' } as const;

const OWN_SHEETS = new Set(
  [
    ...Object.values(OWN_TABLES),
    ...Object.values(COUNCIL_TABLES),
    COLUMN_TABLE,
    EVIDENCE_LIST,
    APPRAISER_LIST,
    ASSIGNED_LIST,
    VERSION_TABLE,
  ].map(({ sheet }) => sheetKey(sheet)),
);
const OWN_PREFIX = 'tds_';

/**
 * Names of the sheets that are never read as reports: those with a table of ours, those that lost it but still have our
 * name, those of a dossier, and the first sheet of a new workbook.
 */
export function ownSheets({ book, tables }: Pick<HostBook, 'book' | 'tables'>): ReadonlySet<string> {
  const held = tables.filter(({ name }) => name.toLowerCase().startsWith(OWN_PREFIX)).map(({ sheet }) => sheet);
  const ours = dossierHeading(book) ? [...OWN_SHEETS, ...DOSSIER_SHEETS.map(sheetKey)] : OWN_SHEETS;
  const keys = new Set(ours);
  const named = book.sheets.flatMap((sheet) =>
    keys.has(sheetKey(sheet.name)) || isFirstSheet(sheet) ? [sheet.name] : [],
  );
  return new Set([...held, ...named]);
}

function sheetKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function findTable({ tables }: Pick<HostBook, 'tables'>, name: string): HostTable | undefined {
  return tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

/** A row of a table by column name; empty cells are null. */
export type OwnTableRow = ReadonlyMap<string, CellValue | null>;

/** Rows that hold something, top to bottom. */
export function rowsOf(table: HostTable | undefined): readonly OwnTableRow[] {
  if (!table) return [];
  const filled = table.rows.filter((row) => row.some((value) => value !== null && value !== ''));
  return filled.map((row) => new Map(table.columns.map((name, at) => [name.normalize('NFC').trim(), row[at] ?? null])));
}

interface PlacedRow {
  readonly row: OwnTableRow;
  /** Row of the sheet, from 0. */
  readonly at: number;
  /** `Trang "Tiêu chí", ô D12`; the header's row where the column is gone. */
  readonly cell: (column: string) => string;
}

/** As `rowsOf`, each row with where it stands. */
export function placedRows(table: HostTable | undefined): readonly PlacedRow[] {
  if (!table) return [];
  const { sheet, range, columns: titles } = table;
  const places = new Map(titles.map((name, at) => [name.normalize('NFC').trim(), range.left + at]));
  return table.rows.flatMap((values, index): PlacedRow[] => {
    if (values.every((value) => value === null || value === '')) return [];
    const row = new Map(titles.map((name, at) => [name.normalize('NFC').trim(), values[at] ?? null]));
    const at = range.top + 1 + index;
    const cell = (column: string) => {
      const place = places.get(column);
      return place === undefined
        ? `${headerPlace(table)}: thiếu cột "${column}"`
        : `Trang "${sheet}", ô ${toA1(at, place)}`;
    };
    return [{ row, at, cell }];
  });
}

/** `Trang "Hội đồng", hàng tiêu đề A4:N4`. */
export function headerPlace({ sheet, range }: HostTable): string {
  return `Trang "${sheet}", hàng tiêu đề ${toA1(range.top, range.left)}:${toA1(range.top, range.right)}`;
}

/** Text of a cell of a row, tidied; '' when empty. */
export function textOf(row: OwnTableRow, column: string): string {
  const value = row.get(column) ?? null;
  if (value === null) return '';
  return (typeof value === 'object' ? value.error : String(value)).normalize('NFC').trim();
}

/** Number in a cell of a row; null when it holds none. */
export function numberOf(row: OwnTableRow, column: string): number | null {
  const value = row.get(column);
  return typeof value === 'number' ? value : null;
}

/** Actions that make a table of ours hold these rows; none when it already does. */
export function putTable(
  book: HostBook,
  own: OwnTable,
  heading: readonly string[],
  rows: readonly (readonly NewValue[])[],
): readonly HostAction[] {
  const standing = findTable(book, own.table);
  if (standing && isSame(standing, own, rows)) return [];
  if (!standing && rows.length === 0) return [];
  const { sheet, table, title, columns: looks } = own;
  return [{ kind: 'put-table', plan: { sheet, table, heading: [title, ...heading], columns: looks, rows } }];
}

function isSame(standing: HostTable, { columns: looks }: OwnTable, rows: readonly (readonly NewValue[])[]): boolean {
  const places = looks.map(({ name }) => standing.columns.indexOf(name));
  const filled =
    standing.rows.findLastIndex((row) => places.some((at) => !holds(row[at] ?? null, { kind: 'empty' }))) + 1;
  return (
    filled === rows.length &&
    rows.every((row, index) =>
      places.every((at, column) => holds(standing.rows[index]?.[at] ?? null, row[column] ?? { kind: 'empty' })),
    )
  );
}

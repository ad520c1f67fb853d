/** The sheet "Thành tích các năm" of the workbook: what units and people reached in earlier years. */
import { guessSheet, HISTORY_COLUMNS } from '../../core/sheets/history/history-columns.ts';
import { HISTORY_SHEET, HISTORY_TITLE, STYLES, WIDTHS } from '../../core/sheets/history/history-table.ts';
import { type HistoryRead, readHistory, titleOf } from '../../core/sheets/history/read-history.ts';
import type { HostBook } from '../host/port.ts';
import { findTable, type OwnTable } from './own-tables.ts';

export const HISTORY_TABLE: OwnTable = {
  sheet: HISTORY_SHEET,
  table: 'TDS_ThanhTich',
  title: HISTORY_TITLE,
  columns: HISTORY_COLUMNS.map((field) => {
    const numberFormat = STYLES[field]?.numberFormat;
    return { name: titleOf(field), width: WIDTHS[field], ...(numberFormat ? { numberFormat } : {}) };
  }),
};

/** Empty = the workbook has no such sheet. `aside` = rows that cannot be used, a Vietnamese sentence each. */
export function historyIn({ book, name, tables }: HostBook): HistoryRead {
  const standing = findTable({ tables }, HISTORY_TABLE.table);
  const sheet = standing && book.sheets.find((own) => own.name === standing.sheet);
  const shown = sheet && guessSheet(sheet, '', null);
  return shown ? readHistory(book, shown, name) : { records: [], aside: [] };
}

/** The journal of the year in the office's workbook: "Kiểm tra, đôn đốc", "Mô hình" and "Giải trình, kiến nghị". */
import { NO_JOURNAL } from '../../core/commune/calendar/journal.ts';
import type { Register } from '../../core/report/register.ts';
import { APPEAL_COLUMNS, APPEAL_HEADING, APPEAL_SHEET } from '../../core/sheets/appeal-sheet.ts';
import {
  FIGURE_SHEET,
  FIGURE_TABLE,
  type JournalRead,
  MODEL_SHEET,
  MODEL_TABLE,
  readJournal,
  VISIT_SHEET,
  VISIT_TABLE,
} from '../../core/sheets/journal-sheets.ts';
import type { HostBook } from '../host/port.ts';
import { findTable, type OwnTable } from './own-tables.ts';

const DAY = 'dd/mm/yyyy';
const columnsOf = (table: typeof VISIT_TABLE): OwnTable['columns'] =>
  table.map(({ title, width, day }) => ({ name: title, width, ...(day ? { numberFormat: DAY } : {}) }));

export const VISITS: OwnTable = {
  sheet: VISIT_SHEET,
  table: 'TDS_KiemTra',
  title: 'SỔ KIỂM TRA, ĐÔN ĐỐC',
  columns: columnsOf(VISIT_TABLE),
};
export const MODELS: OwnTable = {
  sheet: MODEL_SHEET,
  table: 'TDS_MoHinh',
  title: 'MÔ HÌNH, CÁCH LÀM HAY VÀ VIỆC NHÂN RỘNG',
  columns: columnsOf(MODEL_TABLE),
};

export const APPEALS: OwnTable = {
  sheet: APPEAL_SHEET,
  table: 'TDS_GiaiTrinh',
  title: APPEAL_HEADING,
  columns: APPEAL_COLUMNS.map(([name, width, { numberFormat }]) => ({
    name,
    width,
    ...(numberFormat ? { numberFormat } : {}),
  })),
};

const FIGURES: OwnTable = {
  sheet: FIGURE_SHEET,
  table: 'TDS_SoLieuXa',
  title: 'SỐ LIỆU CỦA XÃ, NHẬN XÉT CỦA HỘI ĐỒNG',
  columns: columnsOf(FIGURE_TABLE),
};

/** By our tables, wherever they stand by now, or by the names of the sheets. */
export function journalIn(host: HostBook, register: Register | null): JournalRead {
  const own = [VISITS, MODELS, FIGURES, APPEALS].map(({ sheet, table }) => findTable(host, table)?.sheet ?? sheet);
  const sheets = host.book.sheets.filter(({ name }) => own.includes(name.normalize('NFC')) || own.includes(name));
  const read = readJournal({ ...host.book, sheets }, register);
  const unread = sheets.map(({ name }) => `Trang "${name}" không có các cột của sổ theo dõi nên không dùng.`);
  return read ?? { ...NO_JOURNAL, faults: unread };
}

/** Appeals of units and the answers, read from our own sheet only. */
export function appealsIn(
  host: HostBook,
  register: Register | null,
): Pick<Required<JournalRead>, 'appeals' | 'faults'> {
  const sheets = host.book.sheets.filter(({ name }) => name === findTable(host, APPEALS.table)?.sheet);
  const read = readJournal({ sheets, date1904: host.book.date1904 }, register);
  return { appeals: read?.appeals ?? [], faults: read?.faults ?? [] };
}

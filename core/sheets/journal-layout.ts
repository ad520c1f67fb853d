/**
 * The sheets of the journal as the council's workbook has them: "Kiểm tra, đôn đốc", "Mô hình", "Số liệu của xã" and,
 * where units appealed, "Giải trình, kiến nghị".
 */
import type { Appeal } from '../commune/calendar/appeal.ts';
import type { CommuneFigure, Journal } from '../commune/calendar/journal.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { APPEAL_COLUMNS, APPEAL_HEADING, APPEAL_SHEET, appealCells } from './appeal-sheet.ts';
import { DATE, dateValue, numberValue, TEXT, textValue } from './council/look.ts';
import type { SheetOffice } from './council/office-frame.ts';
import { tableSheet } from './council/table-sheet.ts';
import {
  FIGURE_SHEET,
  FIGURE_TABLE,
  type JournalColumn,
  MODEL_SHEET,
  MODEL_TABLE,
  modelCells,
  VISIT_SHEET,
  VISIT_TABLE,
  visitCells,
} from './journal-sheets.ts';

function figureCells({ target, period, value, remark, who, day, evidence }: CommuneFigure): readonly NewValue[] {
  return [
    ...[target, period].map(textValue),
    numberValue(value),
    ...[remark, who].map(textValue),
    dateValue(day),
    textValue(evidence),
  ];
}

/** Behind the columns that are read back: what a code of the plan stands for. */
const FIGURE_TEXT: JournalColumn = { title: 'Nội dung theo kế hoạch', width: 60, day: false };

/** The tables; empty in a new workbook. `texts`: code of a target or content → its words. */
export function journalSheets(
  { visits, models, figures = [], appeals = [] }: Journal,
  subtitle: string,
  office: SheetOffice,
  texts: ReadonlyMap<string, string> = new Map(),
): readonly NewSheet[] {
  // A row that waits for its figure is for the screen.
  const figureCount = figures.filter(({ value, remark }) => value !== null || remark !== '').length;
  const figureRows = figures.map((figure) => [...figureCells(figure), textValue(texts.get(figure.target) ?? '')]);
  const made = (
    [name, title, table]: readonly [name: string, title: string, table: string],
    columns: readonly JournalColumn[],
    rows: readonly (readonly NewValue[])[],
    printed: { readonly columns: number; readonly rows: number } = { columns: columns.length, rows: rows.length },
  ) =>
    tableSheet({
      ...{ name, title, subtitle, table, rows },
      columns: columns.map(({ title: heading, width, day }) => ({ title: heading, width, style: day ? DATE : TEXT })),
      paper: { office, columns: printed.columns, ...(printed.rows < Math.max(1, rows.length) ? printed : {}) },
    });
  return [
    made([VISIT_SHEET, 'SỔ KIỂM TRA, ĐÔN ĐỐC', 'KiemTraDonDoc'], VISIT_TABLE, visits.map(visitCells)),
    made([MODEL_SHEET, 'MÔ HÌNH, CÁCH LÀM HAY VÀ VIỆC NHÂN RỘNG', 'MoHinh'], MODEL_TABLE, models.map(modelCells)),
    made(
      [FIGURE_SHEET, 'SỐ LIỆU CỦA XÃ, NHẬN XÉT CỦA HỘI ĐỒNG', 'SoLieuCuaXa'],
      [...FIGURE_TABLE, FIGURE_TEXT],
      figureRows,
      { columns: FIGURE_TABLE.length, rows: figureCount },
    ),
    ...(appeals.length === 0 ? [] : [appealSheet(appeals, subtitle, office)]),
  ];
}

export function appealSheet(appeals: readonly Appeal[], subtitle: string, office: SheetOffice): NewSheet {
  return tableSheet({
    paper: { office, columns: APPEAL_COLUMNS.length },
    name: APPEAL_SHEET,
    title: APPEAL_HEADING,
    subtitle,
    table: 'GiaiTrinhKienNghi',
    columns: APPEAL_COLUMNS.map(([title, width, style]) => ({ title, width, style })),
    rows: appeals.map(appealCells),
  });
}

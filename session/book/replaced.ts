/**
 * The sheet "Báo cáo đã thay": reports that a unit sent again, with the sheet of the old report, which is hidden and no
 * longer read. Nothing of an old report is deleted: its sheet can be shown again.
 */
import { textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES, putTable, rowsOf, textOf } from './own-tables.ts';

interface ReplacedReport {
  readonly unit: string;
  /** The old sheet. */
  readonly sheet: string;
  /** Files of the old and of the new report. */
  readonly file: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly changes: readonly string[];
}

export function readReplaced(book: Pick<HostBook, 'tables'>): readonly ReplacedReport[] {
  return rowsOf(findTable(book, OWN_TABLES.replaced.table)).map((row) => ({
    unit: textOf(row, 'Đơn vị'),
    sheet: textOf(row, 'Trang tính cũ'),
    file: textOf(row, 'Tệp cũ'),
    by: textOf(row, 'Thay bằng tệp'),
    at: textOf(row, 'Thời điểm thay'),
    changes: textOf(row, 'Thay đổi').split('\n').filter(Boolean),
  }));
}

/** Names of the sheets that hold replaced reports. */
export function replacedSheets(book: Pick<HostBook, 'tables'>): ReadonlySet<string> {
  return new Set(readReplaced(book).map(({ sheet }) => sheet));
}

/** Actions that hide the old sheets and add them to the list. */
export function replacedActions(book: HostBook, added: readonly ReplacedReport[]): readonly HostAction[] {
  const all = [...readReplaced(book), ...added];
  const rows = all.map(({ unit, sheet, file, by, at, changes }) =>
    [unit, sheet, file, by, at, changes.join('\n')].map(textValue),
  );
  return [
    ...putTable(
      book,
      OWN_TABLES.replaced,
      ['Trang tính cũ được ẩn và không chấm nữa; xóa dòng ở đây thì chấm lại.'],
      rows,
    ),
    ...added.map(({ sheet }) => ({ kind: 'hide-sheet', sheet }) as const),
  ];
}

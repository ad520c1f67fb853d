/** Reads the settings of a working book from a file, which lacks the names of its tables. */
import { type Result, refuse } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { OWN_TABLES } from './own-tables.ts';
import { type RunSettings, readSettings } from './settings.ts';
import { tableInFile } from './table-in-file.ts';

export function settingsInFile(book: Book): Result<RunSettings> {
  const { table, sheet, columns } = OWN_TABLES.settings;
  const found = tableInFile(
    book,
    columns.map(({ name }) => name),
  );
  if (!found) return refuse('no-settings', 'Tệp không có trang "Cài đặt" nên không biết là sổ của phong trào nào.');
  const range = { top: 0, left: 0, bottom: found.rows.length, right: found.titles.length - 1 };
  return readSettings({ book, tables: [{ name: table, sheet, range, columns: found.titles, rows: found.rows }] });
}

/** The sheet "Tệp đã nhận": which sheets came from which file, so that a report keeps the file it was sent in. */

import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES, putTable, rowsOf, textOf } from './own-tables.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly sheets: readonly string[];
  /** ISO instant. */
  readonly at: string;
  readonly macros: boolean;
  readonly externalLinks: readonly string[];
}

/** Files in the order they were taken in. */
export function readReceived(book: HostBook): readonly ReceivedFile[] {
  const files = new Map<string, ReceivedFile>();
  for (const row of rowsOf(findTable(book, OWN_TABLES.files.table))) {
    const name = textOf(row, 'Tệp');
    const at = textOf(row, 'Thời điểm nhận');
    const key = JSON.stringify([name, at]);
    const sheets = [...(files.get(key)?.sheets ?? []), textOf(row, 'Trang tính')];
    const links = textOf(row, 'Liên kết ngoài').split('\n');
    const externalLinks = links.filter((link) => link !== '');
    files.set(key, { name, sheets, at, macros: textOf(row, 'Macro') === 'Có', externalLinks });
  }
  return [...files.values()];
}

/** Actions that make the sheet list these files. */
export function receivedActions(book: HostBook, files: readonly ReceivedFile[]): readonly HostAction[] {
  const rows = files.flatMap(({ name, sheets, at, macros, externalLinks }) =>
    sheets.map((sheet): NewValue[] => [name, sheet, at, macros ? 'Có' : '', externalLinks.join('\n')].map(textValue)),
  );
  return putTable(book, OWN_TABLES.files, ['Đổi tên trang tính thì sửa cả tên ở cột Trang tính.'], rows);
}

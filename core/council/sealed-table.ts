/**
 * Writes sealed entries as rows of a visible table and reads them back. A row that differs from its sealed entry,
 * because somebody edited or added it by hand, is listed apart and never counts. Independent of the content of the
 * entries.
 */

import type { Result } from '../base/result.ts';
import { squashKey } from '../base/text/text.ts';
import { type CellValue, isCellError } from '../sheet/grid/sheet.ts';
import { type Ancestry, inOrder } from './ancestry.ts';
import type { Plain } from './canonical-json.ts';
import { SEAL, SEQ, type SealedColumn } from './sealed-columns.ts';

/** A row that is no entry, or not as it was sealed. */
interface EditedRow {
  /** Position among the rows handed in, from 0. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** As the row claims it. */
  readonly seal: string;
  readonly message: string;
}

export interface SealedReading<T> {
  /** In order, copied rows once. */
  readonly log: readonly T[];
  readonly edited: readonly EditedRow[];
}

/** The cell of a row under a title; '' when empty. */
export type CellUnder = (title: string) => CellValue;

/**
 * Reads a table: columns by their titles in any order, rows in any order, empty rows skipped. `readEntry` returns null
 * for a row that is no sealed entry. `name` is the table's name in a sentence. Refused when a column is missing.
 */
export function readSealedTable<T extends Ancestry & { readonly [field: string]: Plain }>(
  name: string,
  columns: readonly SealedColumn<T>[],
  titles: readonly CellValue[],
  rows: readonly (readonly (CellValue | null)[])[],
  readEntry: (cellUnder: CellUnder) => T | null,
): Result<SealedReading<T>> {
  const keys = titles.map((title) => squashKey(textOf(title)));
  const positions = new Map(columns.map(({ title }) => [title, keys.indexOf(squashKey(title))] as const));
  const missing = columns.flatMap(({ title, late }) => (late || positions.get(title) !== -1 ? [] : `"${title}"`));
  if (missing.length > 0) {
    const message = `${name} thiếu cột ${missing.join(', ')}.`;
    return { ok: false, refusal: { code: 'log-column-missing', message } };
  }
  const entries: T[] = [];
  const edited: EditedRow[] = [];
  rows.forEach((row, at) => {
    if (row.every((cell) => cell === null || textOf(cell) === '')) return;
    const cellUnder: CellUnder = (title) => row[positions.get(title) ?? -1] ?? '';
    const entry = readEntry(cellUnder);
    if (entry) entries.push(entry);
    else {
      const cells = row.map((cell) => cell ?? '');
      edited.push({ row: at, cells, seal: textOf(cellUnder(SEAL)), message: editedMessage(name, at, cellUnder) });
    }
  });
  return { ok: true, value: { log: inOrder(entries), edited } };
}

function editedMessage(name: string, at: number, cellUnder: CellUnder): string {
  const number = textOf(cellUnder(SEQ)).slice(0, 20);
  const row = number === '' ? `thứ ${at + 1}` : `số ${number}`;
  return `${name}: dòng ${row} không khớp dấu vết (bị sửa hoặc ghi bằng tay), không tính.`;
}

/** `21/11/2025 09:00:00 +07:00`: everything `at` says, as an officer reads it. */
const SHOWN_INSTANT = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) (Z|[+-]\d\d:\d\d)$/;

/** The fields of those columns, still to be checked by a schema. */
export function readLink(cellUnder: CellUnder) {
  return {
    seq: Number(textOf(cellUnder(SEQ))),
    at: textOf(cellUnder('Thời điểm')).replace(SHOWN_INSTANT, '$3-$2-$1T$4$5'),
    hash: textOf(cellUnder(SEAL)),
    previous: textOf(cellUnder('Dấu vết trước')).split(' ').filter(Boolean),
    id: textOf(cellUnder('Mã')),
  };
}

export function textOf(value: CellValue): string {
  return isCellError(value) ? value.error : String(value).normalize('NFC');
}

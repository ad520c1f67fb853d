/** The council's log in the sheet "Hội đồng": read, checked for a changed past, and added to. Old rows are never written again. */
import type { Entry } from '../../core/council/entry.ts';
import { type Log, verifyLog } from '../../core/council/log.ts';
import { entryCells, readLogTable } from '../../core/council/table.ts';
import { numberValue, textValue } from '../../core/workbook/council/look.ts';
import type { NewValue, Result } from '../../core/workbook/port.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES } from './own-tables.ts';
import { done } from './refusal.ts';

export interface CouncilLog {
  readonly log: Log;
  /** Set when the past of the log was changed: one Vietnamese sentence. */
  readonly fault: string | null;
  readonly notes: readonly string[];
}

/** `seals` are those of the last entries known. Refused when the table lost a column. */
export function readCouncilLog(book: HostBook, seals: readonly string[]): Result<CouncilLog> {
  const table = findTable(book, OWN_TABLES.council.table);
  const read = readLogTable(table?.columns ?? OWN_TABLES.council.columns.map(({ name }) => name), table?.rows ?? []);
  if (!read.ok) return read;
  const { log, edited } = read.value;
  const notes = edited.map(({ message }) => message);
  return done({ log, fault: verifyLog(log, seals)[0]?.message ?? notes[0] ?? null, notes });
}

/** What writes one more entry down. */
export function entryActions(book: HostBook, entry: Entry): readonly HostAction[] {
  const { sheet, table, title, columns } = OWN_TABLES.council;
  const row = entryCells(entry).map(
    (value): NewValue => (typeof value === 'number' ? numberValue(value) : textValue(value)),
  );
  const standing = findTable(book, table);
  if (!standing) {
    const heading = [title, 'Mỗi dòng là một quyết định, chỉ ghi thêm; dòng bị sửa không được tính.'];
    return [{ kind: 'put-table', plan: { sheet, table, heading, columns, rows: [row] } }];
  }
  // The columns may have been moved; the row follows them.
  const inOrder = standing.columns.map((name): NewValue => {
    const at = columns.findIndex((column) => column.name === name);
    return row[at] ?? { kind: 'empty' };
  });
  return [{ kind: 'append-rows', table, rows: [inOrder] }];
}

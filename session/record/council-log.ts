/**
 * The council's log in the sheet "Hội đồng": read, checked for a changed past, and added to. Old rows are never written
 * again.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { LogEntry } from '../../core/council/entry.ts';
import { type Log, verifyLog } from '../../core/council/log.ts';
import { entryCells } from '../../core/council/log-columns.ts';
import { readLogTable } from '../../core/council/table.ts';
import { findTable, headerPlace, OWN_TABLES } from '../book/own-tables.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { originsIn, sealedActions } from './sealed-rows.ts';

export interface CouncilLog {
  readonly log: Log;
  /** Set when the past of the log was changed: one Vietnamese sentence. */
  readonly fault: string | null;
  readonly notes: readonly string[];
  /** Seal of an entry → file name of the copy of the workbook it came from. */
  readonly origins: ReadonlyMap<string, string>;
}

/** `seals` are those of the last entries known. Refused when the table lost a column. */
export function readCouncilLog(book: HostBook, seals: readonly string[]): Result<CouncilLog> {
  const table = findTable(book, OWN_TABLES.council.table);
  const read = readLogTable(table?.columns ?? OWN_TABLES.council.columns.map(({ name }) => name), table?.rows ?? []);
  if (!read.ok) return refuse(read.refusal.code, `${table ? headerPlace(table) : ''}: ${read.refusal.message}`);
  const { log, edited } = read.value;
  const notes = edited.map(({ message }) => message);
  const fault = verifyLog(log, seals)[0]?.message ?? notes[0] ?? null;
  return done({ log, fault, notes, origins: originsIn(table) });
}

/** Actions that append entries; `fromOf` names the copy of the workbook an entry came from. */
export function entryActions(
  book: HostBook,
  entries: readonly LogEntry[],
  fromOf: (entry: LogEntry) => string | null = () => null,
): readonly HostAction[] {
  return sealedActions(
    book,
    OWN_TABLES.council,
    'Mỗi dòng là một quyết định, chỉ ghi thêm; dòng bị sửa không được tính.',
    entries.map((entry) => ({ cells: entryCells(entry), from: fromOf(entry) })),
  );
}

/**
 * The council's sessions in the sheet "Phiên họp": who met, what was closed and reopened; sealed, read back, checked
 * for a changed past, added to. Beside it the list of members.
 */

import { done, type Refusal, type Result, refuse } from '../../core/base/result.ts';
import type { CouncilMember } from '../../core/council/attendance.ts';
import { lostSeals } from '../../core/council/lost-seals.ts';
import { sessionCells } from '../../core/council/session-columns.ts';
import {
  lockSentence,
  readSessionTable,
  type SessionEntry,
  type SessionRecord,
  verifySessions,
} from '../../core/council/session-log.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import { findTable, headerPlace, putTable, rowsOf, textOf } from '../book/own-tables.ts';
import { readSeals } from '../book/settings.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { MEMBERS, SESSIONS } from './council-tables.ts';
import { sealedActions } from './sealed-rows.ts';

export interface Sessions extends SessionRecord {
  /** Set when the past of the log was changed: one Vietnamese sentence. */
  readonly fault: string | null;
}

/** `seals` are those of the last rows known. Refused when the table lost a column. */
export function readSessions(book: HostBook, seals: readonly string[]): Result<Sessions> {
  const table = findTable(book, SESSIONS.table);
  const titles = SESSIONS.columns.map(({ name }) => name);
  const read = readSessionTable(table?.columns ?? titles, table?.rows ?? []);
  if (!read.ok) return refuse(read.refusal.code, `${table ? headerPlace(table) : ''}: ${read.refusal.message}`);
  const { log, edited } = read.value;
  const lost = lostSeals(read.value, seals);
  return done({ log, lost, fault: verifySessions(log, seals)[0]?.message ?? edited[0]?.message ?? null });
}

/** Why nothing may be changed; null while the results are open. Unknown, where the table lost a column, is no leave. */
export function refusalWhileClosed(book: HostBook): Refusal | null {
  const sessions = readSessions(book, readSeals(book).sessionSeals ?? []);
  if (!sessions.ok) return sessions.refusal;
  const message = lockSentence(sessions.value);
  return message === null ? null : { code: 'closed', message };
}

/** Actions that append rows; `fromOf` names the copy of the workbook a row came from. */
export function sessionRowActions(
  book: HostBook,
  entries: readonly SessionEntry[],
  fromOf: (entry: SessionEntry) => string | null = () => null,
): readonly HostAction[] {
  return sealedActions(
    book,
    SESSIONS,
    'Mỗi dòng là một lần ghi phiên họp, chốt hoặc mở lại, chỉ ghi thêm; dòng bị sửa không được tính.',
    entries.map((entry) => ({ cells: sessionCells(entry), from: fromOf(entry) })),
  );
}

/** The members as the sheet has them; rows without a name are passed over. */
export function readMembers(book: HostBook): readonly CouncilMember[] {
  return rowsOf(findTable(book, MEMBERS.table)).flatMap((row) => {
    const name = textOf(row, 'Họ tên');
    return name === '' ? [] : [{ name, post: textOf(row, 'Chức vụ'), unit: textOf(row, 'Đơn vị') }];
  });
}

export function memberActions(book: HostBook, members: readonly CouncilMember[]): readonly HostAction[] {
  return putTable(
    book,
    MEMBERS,
    ['Sửa ở đây hoặc trong khung Thi đua số. Đơn vị: thành viên không biểu quyết về đơn vị của mình.'],
    members.map(({ name, post, unit }) => [name, post, unit].map(textValue)),
  );
}

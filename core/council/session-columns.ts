/** The columns of the table "Phiên họp": an entry of the session's log as the cells of its row. */
import { BETWEEN, numberColumns, type SealedColumn, type SealedValue, sealColumns } from './sealed-columns.ts';
import type { SessionEntry } from './session-log.ts';

export const SESSION_KIND_NAMES = {
  hold: 'Ghi phiên họp',
  close: 'Chốt kết quả',
  reopen: 'Mở lại',
} as const;

const list = (names: readonly string[]): SealedValue => names.join(BETWEEN) || null;

export const SESSION_COLUMNS: readonly SealedColumn<SessionEntry>[] = [
  ...numberColumns<SessionEntry>(),
  { title: 'Người ghi phiên', show: ({ who }) => who },
  { title: 'Việc', show: ({ kind }) => SESSION_KIND_NAMES[kind] },
  { title: 'Ngày họp', show: ({ day }) => day?.split('-').reverse().join('/') ?? null },
  { title: 'Địa điểm họp', show: ({ place }) => place || null },
  { title: 'Chủ trì', show: ({ chair }) => chair || null },
  { title: 'Thư ký', show: ({ secretary }) => secretary || null },
  { title: 'Thành viên có mặt', show: ({ present }) => list(present) },
  { title: 'Thành viên ủy quyền', show: ({ proxies }) => list(proxies) },
  { title: 'Thành viên gửi văn bản', show: ({ written }) => list(written) },
  { title: 'Thành viên vắng', show: ({ absent }) => list(absent) },
  { title: 'Lý do, ghi chú', show: ({ note }) => note || null },
  { title: 'Dấu vết quyết định', show: ({ decisions }) => decisions.join(' ') || null },
  { title: 'Dấu vết các biểu quyết', show: ({ votes }) => votes.join(' ') || null },
  { title: 'Dấu vết kết quả', show: ({ result }) => result },
  ...sealColumns<SessionEntry>(),
];

/** Titles of the table "Phiên họp", in the order of `sessionCells`. */
export const SESSION_TITLES: readonly string[] = SESSION_COLUMNS.map(({ title }) => title);

export function sessionCells(entry: SessionEntry): readonly SealedValue[] {
  return SESSION_COLUMNS.map(({ show }) => show(entry));
}

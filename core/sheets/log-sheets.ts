/**
 * The council's log, its votes and its sessions as sheets of their own, with the columns they are read back by: a
 * workbook that `score --council` and the add-in's "Gộp quyết định" take.
 */
import type { Log } from '../council/log.ts';
import { entryCells, LOG_TITLES } from '../council/log-columns.ts';
import type { SealedValue } from '../council/sealed-columns.ts';
import { SESSION_TITLES, sessionCells } from '../council/session-columns.ts';
import type { SessionLog } from '../council/session-log.ts';
import { VOTE_TITLES, voteCells } from '../council/vote-columns.ts';
import type { VoteLog } from '../council/vote-log.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { numberValue, TEXT, textValue } from './council/look.ts';
import { tableSheet } from './council/table-sheet.ts';

const WIDE: ReadonlySet<string> = new Set([
  ...['Lý do', 'Nội dung biểu quyết', 'Kết luận', 'Quy tắc'],
  ...['Thành viên có mặt', 'Thành viên vắng', 'Lý do, ghi chú'],
]);

interface Logs {
  readonly log: Log;
  readonly votes: VoteLog;
  readonly sessions: SessionLog;
}

/** Three sheets, "Hội đồng", "Biểu quyết" and "Phiên họp". */
export function logSheets({ log, votes, sessions }: Logs, subtitle: string): readonly NewSheet[] {
  return [
    sheetOf(
      { name: 'Hội đồng', title: 'SỔ QUYẾT ĐỊNH CỦA HỘI ĐỒNG', table: 'HoiDong' },
      LOG_TITLES,
      log.map(entryCells),
      subtitle,
    ),
    sheetOf(
      { name: 'Biểu quyết', title: 'SỔ BIỂU QUYẾT CỦA HỘI ĐỒNG', table: 'BieuQuyet' },
      VOTE_TITLES,
      votes.map(voteCells),
      subtitle,
    ),
    sheetOf(
      { name: 'Phiên họp', title: 'SỔ PHIÊN HỌP CỦA HỘI ĐỒNG', table: 'PhienHop' },
      SESSION_TITLES,
      sessions.map(sessionCells),
      subtitle,
    ),
  ];
}

function sheetOf(
  { name, title, table }: { readonly name: string; readonly title: string; readonly table: string },
  titles: readonly string[],
  rows: readonly (readonly SealedValue[])[],
  subtitle: string,
): NewSheet {
  const columns = titles.map((title) => ({ title: title, width: WIDE.has(title) ? 50 : 20, style: TEXT }));
  const values = rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? numberValue(cell) : textValue(cell))),
  );
  return tableSheet({ name, title, subtitle, table, columns, rows: values });
}

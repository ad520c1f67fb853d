/** Shared by put-table and append-rows: how a table of ours grows, and the look of its new rows. */

import type { Refusal } from '../../../core/base/result.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { CellStyle, NewValue } from '../../../core/sheet/workbook/port.ts';
import { TEXT } from '../../../core/sheets/council/look.ts';
import { hostRefusal } from '../../../session/host/errors.ts';
import type { HostAction, SavedLook } from '../../../session/host/port.ts';
import { rangeAt } from './blocks.ts';
import { CALL, type Op, type SheetRef } from './op.ts';
import { sendStyle, styleBytes } from './style.ts';

/** The look of new rows, and therefore the properties that are saved for undo. */
export const NEW_ROWS: CellStyle = { ...TEXT, numberFormat: 'General' };
export const EMPTY: NewValue = { kind: 'empty' };

/** Makes the table reach over `after`. */
export function resizeOp(
  context: Excel.RequestContext,
  table: string,
  sheet: SheetRef,
  ranges: { readonly before: Range; readonly after: Range },
  action: HostAction,
): Op {
  return {
    bytes: 2 * CALL,
    actions: [action],
    send: () => context.workbook.tables.getItem(table).resize(rangeAt(sheet.proxy(), ranges.after)),
    ...(sheet.id === null ? {} : { undo: { tables: [{ table, ...ranges }] } }),
  };
}

/**
 * Gives rows that are new to a table the look of our tables; `before` is the look of those rows, null where the table
 * is new too.
 */
export function newRowsLook(
  sheet: SheetRef,
  rows: Range,
  before: SavedLook | null,
  action: HostAction,
  style: CellStyle = NEW_ROWS,
): Op {
  return {
    bytes: styleBytes([rows], style),
    actions: [action],
    send: () => sendStyle(sheet.proxy(), [rows], style),
    ...(sheet.id === null || before === null
      ? {}
      : { undo: { looks: [{ sheetId: sheet.id, ranges: [rows], look: before }] } }),
  };
}

export function blockedBelow(table: string): Refusal {
  return {
    ...hostRefusal('conflict'),
    message: `Ngay dưới bảng “${table}” có nội dung khác nên không thêm hàng được. Dời nội dung đó đi rồi chạy lại.`,
  };
}

export function missingTable(table: string): Refusal {
  return {
    ...hostRefusal('not-found'),
    message: `Không còn bảng “${table}” trong tệp; bảng có thể đã bị đổi tên hoặc xóa. Hãy kiểm tra rồi chạy lại.`,
  };
}

/** Where the officer stands, and bringing a cell into view. */

import type { Result } from '../../../core/base/result.ts';
import { hostRefusal } from '../../../session/host/errors.ts';
import { converse } from './run.ts';

/** Selects the cell; a hidden sheet cannot be shown and is a refusal. */
export function selectExcel(sheet: string, row: number, column: number): Promise<Result<void>> {
  return converse<void>(async ({ context, sync }) => {
    const proxy = context.workbook.worksheets.getItem(sheet).load('visibility');
    await sync();
    if (proxy.visibility !== 'Visible') return { ok: false, refusal: hiddenSheet(sheet) };
    proxy.activate();
    proxy.getRangeByIndexes(row, column, 1, 1).select();
    await sync();
    return { ok: true, value: undefined };
  });
}

function hiddenSheet(name: string) {
  return {
    ...hostRefusal('bad-selection'),
    message: `Trang “${name}” đang ẩn nên không mở được. Bấm chuột phải vào tên một trang, chọn Bỏ ẩn rồi thử lại.`,
  };
}

export function selectionExcel(): Promise<
  Result<{ readonly sheet: string; readonly row: number; readonly column: number }>
> {
  return converse(async ({ context, sync }) => {
    const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex,worksheet/name');
    await sync();
    return { ok: true, value: { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex } };
  });
}

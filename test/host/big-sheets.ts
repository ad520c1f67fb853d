/** Report-like sheets of any number and length, for counting syncs and bytes. */
import type { NewCell, NewSheet } from '../../core/sheet/workbook/port.ts';

const TEXT = 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình của đơn vị ';

/** `length`: characters of the criterion's text. */
export function bigSheets(sheets: number, rows: number, length = 90): NewSheet[] {
  return Array.from({ length: sheets }, (_, index) => ({
    name: `Đơn vị ${index + 1}`,
    cells: Array.from({ length: rows }, (_, row) => line(row, length)).flat(),
  }));
}

function line(row: number, length: number): NewCell[] {
  const text = TEXT.repeat(Math.ceil(length / TEXT.length)).slice(0, length);
  return [
    { row, column: 0, value: { kind: 'number', number: row + 1 } },
    { row, column: 1, value: { kind: 'text', text } },
    { row, column: 2, value: { kind: 'text', text: '%' } },
    { row, column: 3, value: { kind: 'number', number: row } },
    { row, column: 4, value: { kind: 'number', number: row + 7 } },
    { row, column: 5, value: { kind: 'formula', formula: `D${row + 1}/E${row + 1}`, value: row / (row + 7) } },
    { row, column: 6, value: { kind: 'number', number: 5 } },
    { row, column: 7, value: { kind: 'text', text: `Báo cáo số ${row}/BC-UBND` } },
  ];
}

/** What the tests of writing through Excel share: short actions, and the state of a book to compare. */
import { fromA1 } from '../../core/sheet/grid/address.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import type { Host, HostAction, HostApplied } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';
import type { Look } from '../excel-host/look.ts';

type Write = Extract<HostAction, { kind: 'write' }>;

export function write(
  address: string,
  value: string | number | null,
  more: Partial<Write> = {},
  sheet = 'Trang1',
): Write {
  const { row, column } = fromA1(address)!;
  return { kind: 'write', sheet, row, column, value: newValue(value), ...more };
}

export function newValue(value: string | number | null): NewValue {
  if (value === null) return { kind: 'empty' };
  return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value };
}

export async function applied(host: Host, actions: readonly HostAction[]): Promise<HostApplied> {
  const result = await host.apply('Thử', actions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

export function valueAt(excel: ExcelHost, address: string, sheet = 'Trang1'): CellValue | null {
  const { row, column } = fromA1(address)!;
  const found = excel.book.sheets.find(({ name }) => name === sheet)!;
  return cellOf(found, row, column)?.value ?? null;
}

/** All that a run may change, to compare a book before a run with the same book after undo. */
export function state(excel: ExcelHost) {
  return excel.book.sheets.map((sheet) => ({
    name: sheet.name,
    // A cell that was never touched equals an empty cell with the plain look.
    cells: [...sheet.rows]
      .flatMap(([row, cells]) =>
        [...cells].map(([column, { value, formula, look }]) => ({ row, column, value, formula, look: drawn(look) })),
      )
      .filter(({ value, formula, look }) => value !== null || formula !== null || !isPlain(excel, look))
      .toSorted((a, b) => a.row - b.row || a.column - b.column),
    tables: sheet.tables.map(({ name, range }) => ({ name, range })),
    marks: sheet.conditionals.map(({ areas, settings }) => ({ areas, settings: [...settings] })),
    charts: sheet.charts.map(({ name }) => name),
    widths: [...sheet.columnWidths].filter(([, width]) => width !== DEFAULT_WIDTH),
    notes: sheet.notes,
  }));
}

function drawn(look: Look): Look {
  const lines = Object.entries(look.borders).filter(([edge, line]) => edge.startsWith('Edge') && line !== 'None');
  return { ...look, borders: Object.fromEntries(lines) };
}

function isPlain(excel: ExcelHost, look: Look): boolean {
  return JSON.stringify(look) === JSON.stringify(drawn(excel.book.plain));
}

const DEFAULT_WIDTH = 48;

export const FLAGS: Extract<HostAction, { kind: 'put-table' }> = {
  kind: 'put-table',
  plan: {
    sheet: 'Cảnh báo',
    table: 'canh_bao',
    heading: ['CẢNH BÁO', 'Phong trào thi đua'],
    columns: [
      { name: 'Đơn vị', width: 20 },
      { name: 'Điểm', width: 10, numberFormat: '#,##0.00' },
    ],
    rows: [
      [newValue('Thôn 1'), newValue(7.5)],
      [newValue('Thôn 2'), newValue(9)],
    ],
  },
};

export function flags(rows: readonly (readonly NewValue[])[]): HostAction {
  return { ...FLAGS, plan: { ...FLAGS.plan, rows } };
}

/** Protected sheets: only unlocked cells take values, the rest is refused by name, and protection is never touched. */
import { afterEach, describe, expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { bigSheets } from './big-sheets.ts';
import { applied, newValue, state, valueAt, write } from './excel-actions.ts';

/** A protected form: C and D of the rows 2 and 5 are unlocked, everything else is not. */
function protectedForm(): Uint8Array {
  const open = [1, 4].flatMap((row) =>
    [2, 3].map((column) => ({ row, column, value: newValue(null), style: { locked: false } })),
  );
  const closed = [0, 1, 2, 3, 4].flatMap((row) => [0, 1].map((column) => ({ row, column, value: newValue('x') })));
  return newBook([{ name: 'Biểu', cells: [...closed, ...open], protect: true }]);
}

describe('writing on protected sheets', () => {
  it('refuses a protected sheet by name and writes the others', async () => {
    const excel = openExcel({ from: newBook(bigSheets(2, 3)) });
    excel.book.sheets[0]!.protection = {};
    const actions: HostAction[] = [
      write('J1', 'x', { style: { bold: true } }, 'Đơn vị 1'),
      write('J1', 'y', {}, 'Đơn vị 2'),
      { kind: 'mark', sheet: 'Đơn vị 1', ranges: [{ top: 0, left: 0, bottom: 0, right: 0 }], severity: 'error' },
      { kind: 'column-width', sheet: 'Đơn vị 1', column: 3, width: 9 },
    ];
    const { refused } = await applied(excelHost(), actions);
    expect(refused.map(({ action, refusal }) => [action.kind, refusal.code])).toEqual([
      ['write', 'protected'],
      ['column-width', 'protected'],
      ['mark', 'protected'],
    ]);
    expect(refused[0]!.refusal.message).toContain('“Đơn vị 1”');
    expect(valueAt(excel, 'J1', 'Đơn vị 2')).toBe('y');
    expect(excel.undoLosses).toEqual([]);
  });

  it('writes values, but no looks, into the unlocked cells of a protected sheet, and takes them back', async () => {
    const excel = openExcel({ from: protectedForm() });
    const host = excelHost();
    await host.read();
    const before = state(excel);
    excel.resetCounters();
    const { refused, undo } = await applied(host, [
      write('C2', 7.5, {}, 'Biểu'),
      write('D2', 'đủ', { expected: null }, 'Biểu'),
      // Between C2 and C5 stands a locked cell that is not ours to touch.
      write('C5', 3, {}, 'Biểu'),
      write('A2', 'khóa', {}, 'Biểu'),
      write('D5', 'đậm', { style: { bold: true } }, 'Biểu'),
      { kind: 'column-width', sheet: 'Biểu', column: 2, width: 9 },
    ]);
    expect(excel.counters.syncs).toBe(2);
    expect(['C2', 'D2', 'C5', 'A2', 'D5'].map((at) => valueAt(excel, at, 'Biểu'))).toEqual([7.5, 'đủ', 3, 'x', null]);
    expect(refused.map(({ action, refusal }) => [action.kind, refusal.code])).toEqual([
      ['write', 'protected'],
      ['write', 'protected'],
      ['column-width', 'protected'],
    ]);
    expect(refused[0]!.refusal.message).toContain('Trang “Biểu” đang được bảo vệ');
    expect(undo.cells).toHaveLength(3);
    expect(excel.book.sheets[0]!.protection).not.toBeNull();

    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [] } });
    expect(state(excel)).toEqual(before);
    expect(excel.undoLosses).toEqual([]);
  });

  it('refuses values where locked and unlocked cells lie side by side on a protected sheet', async () => {
    const excel = openExcel({ from: protectedForm() });
    const { refused, undo } = await applied(excelHost(), [write('B2', 1, {}, 'Biểu'), write('C2', 2, {}, 'Biểu')]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['protected', 'protected']);
    expect(undo.cells).toEqual([]);
    expect([valueAt(excel, 'B2', 'Biểu'), valueAt(excel, 'C2', 'Biểu')]).toEqual(['x', null]);
  });

  it('brings back no cell that was locked since, and names it', async () => {
    const excel = openExcel({ from: protectedForm() });
    const host = excelHost();
    const { undo } = await applied(host, [write('C2', 1, {}, 'Biểu'), write('C5', 2, {}, 'Biểu')]);
    const cell = cellOf(excel.book.sheets[0]!, 4, 2)!;
    cell.look = { ...cell.look, locked: true };
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [{ sheet: 'Biểu', address: 'C5' }] } });
    expect([valueAt(excel, 'C2', 'Biểu'), valueAt(excel, 'C5', 'Biểu')]).toEqual([null, 2]);
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

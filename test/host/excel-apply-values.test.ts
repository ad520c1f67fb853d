/**
 * Values, looks and notes written into cells: texts stay texts, what is there stays, what cannot be written is named.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { CellStyle } from '../../core/sheet/workbook/port.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { applied, valueAt, write } from './excel-actions.ts';

describe('writing through Excel', () => {
  it.each(['=1+1', '+A1', '-2', '@SUM(A1)', '=cmd|calc!A0', "'x", '1.234', '05/11', 'TRUE', '#N/A', '95%', '\t=1'])(
    'writes the text %j as text, never as formula, number or date',
    async (text) => {
      const excel = openExcel();
      const { undo } = await applied(excelHost(), [write('B2', text)]);
      expect(valueAt(excel, 'B2')).toBe(text);
      expect(cellOf(excel.book.sheets[0]!, 1, 1)!.formula).toBeNull();
      expect(undo.cells).toEqual([
        { sheetId: excel.book.sheets[0]!.id, row: 1, column: 1, before: null, formulaBefore: null, after: text },
      ]);
    },
  );

  it('leaves every cell between the written cells alone', async () => {
    const excel = openExcel();
    excel.type('Trang1', 'A1:A5', [['a'], ['=1+1'], [3], [true], ['e']]);
    await applied(excelHost(), [write('A1', 'x'), write('A5', 'y')]);
    expect(valueAt(excel, 'A1')).toBe('x');
    expect(cellOf(excel.book.sheets[0]!, 1, 0)!.formula).toBe('1+1');
    expect(valueAt(excel, 'A3')).toBe(3);
    expect(valueAt(excel, 'A4')).toBe(true);
  });

  it('does not write what is there already', async () => {
    openExcel();
    const host = excelHost();
    await applied(host, [write('A1', 'x'), write('A2', 3)]);
    const again = await applied(host, [write('A1', 'x'), write('A2', 3), write('A3', 4)]);
    expect(again.undo.cells.map(({ row }) => row)).toEqual([2]);
  });

  it('refuses a cell that a co-author changed meanwhile, naming both values, and writes the rest', async () => {
    const excel = openExcel();
    excel.type('Trang1', 'A1:B1', [[10, 20]]);
    const host = excelHost();
    await host.read();
    excel.coauthor((book) => {
      book.sheets[0]!.rows.get(0)!.get(0)!.value = 12;
    });
    const { refused, undo } = await applied(host, [
      write('A1', 1, { expected: 10, style: { fill: 'FFC7CE' } }),
      write('B1', 2, { expected: 20 }),
    ]);
    expect(valueAt(excel, 'A1')).toBe(12);
    expect(cellOf(excel.book.sheets[0]!, 0, 0)!.look.fill).toBe('');
    expect(valueAt(excel, 'B1')).toBe(2);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.refusal.code).toBe('changed');
    expect(refused[0]!.refusal.message).toMatch(/A1.*Trang1.*“10”.*“12”/);
    expect(undo.cells).toHaveLength(1);
  });

  it('reports a missing sheet, for one more sync', async () => {
    const excel = openExcel();
    const { refused } = await applied(excelHost(), [write('A1', 1, {}, 'Không có'), write('A1', 2)]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['not-found']);
    expect(refused[0]!.refusal.message).toContain('“Không có”');
    expect(valueAt(excel, 'A1')).toBe(2);
    expect(excel.counters.syncs).toBe(4);
  });

  it('sets looks in few calls and keeps all other properties', async () => {
    const excel = openExcel();
    excel.type(
      'Trang1',
      'A1:C200',
      Array.from({ length: 200 }, (_, row) => [row, row, row]),
    );
    excel.resetCounters();
    const style: CellStyle = { bold: true, border: true, fill: 'D9E2F3', numberFormat: '0.00', horizontal: 'center' };
    const range = { top: 0, left: 0, bottom: 199, right: 2 };
    await applied(excelHost(), [{ kind: 'style', sheet: 'Trang1', range, style }]);
    const { look, value } = cellOf(excel.book.sheets[0]!, 100, 1)!;
    expect(value).toBe(100);
    expect(look).toMatchObject({
      bold: true,
      fill: '#D9E2F3',
      numberFormat: '0.00',
      horizontal: 'Center',
      wrap: false,
    });
    expect(Object.keys(look.borders)).toEqual(
      expect.arrayContaining(['EdgeBottom', 'EdgeLeft', 'EdgeRight', 'EdgeTop']),
    );
    expect(excel.counters.actions).toBeLessThan(80);
  });

  it('refuses notes with their text where Excel has none for add-ins', async () => {
    const excel = openExcel();
    const note: HostAction = { kind: 'note', sheet: 'Trang1', row: 0, column: 0, text: 'Số liệu lệch.' };
    const { refused } = await applied(excelHost(), [note]);
    expect(refused).toEqual([{ action: note, refusal: expect.objectContaining({ code: 'unsupported-version' }) }]);
    expect(excel.book.sheets[0]!.comments).toEqual([]);
  });

  it('adds notes where Excel allows it, behind an existing note’s text, and undoes them', async () => {
    const excel = openExcel({ api: '1.18' });
    const host = excelHost();
    const note = (row: number, text: string): HostAction => ({ kind: 'note', sheet: 'Trang1', row, column: 0, text });
    await applied(host, [note(0, 'của xã')]);
    const { refused, undo } = await applied(host, [note(0, 'lệch'), note(1, 'thiếu'), note(1, 'muộn')]);
    expect(refused).toEqual([]);
    const texts = () => excel.book.sheets[0]!.notes.map(({ text }) => text);
    expect(texts()).toEqual(['của xã\n\nlệch', 'thiếu\n\nmuộn']);
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [] } });
    expect(texts()).toEqual(['của xã']);
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

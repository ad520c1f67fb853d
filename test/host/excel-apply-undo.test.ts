/** Taking a run back: everything it changed, nothing that was changed since. */
import { afterEach, describe, expect, it } from 'vitest';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { applied, FLAGS, flags, newValue, state, valueAt, write } from './excel-actions.ts';

describe('undo', () => {
  it('brings everything back: values, formulas, looks, widths, tables, marks, charts, sheets', async () => {
    const excel = openExcel();
    const host = excelHost();
    excel.type('Trang1', 'A1:C3', [
      ['Tên', '=1+1', 'x'],
      ['Thôn', 5, "'=text"],
      [true, '#N/A', 0.5],
    ]);
    const mark: HostAction = {
      kind: 'mark',
      sheet: 'Trang1',
      ranges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      severity: 'warning',
    };
    await applied(host, [FLAGS, mark]);
    // Excel calculates when values are requested: from here on they are there.
    await host.read();
    const before = state(excel);
    const { undo, refused } = await applied(host, [
      write('A1', 'khác', { style: { bold: true, fill: 'FFC7CE', numberFormat: '0.0', border: true } }),
      write('B1', 3),
      { ...write('C2', null), value: { kind: 'formula', formula: '1+2', value: 3 } },
      write('C1', null),
      write('B3', 'lỗi'),
      write('E9', 'mới'),
      { kind: 'column-width', sheet: 'Trang1', column: 0, width: 50 },
      { ...mark, severity: null },
      { ...mark, ranges: [{ top: 1, left: 1, bottom: 5, right: 1 }], severity: 'error' },
      flags([1, 2, 3].map((row) => [newValue(`Thôn ${row}`), newValue(row)])),
      { kind: 'append-rows', table: 'canh_bao', rows: [[newValue('Thôn 3'), newValue(1)]] },
      {
        kind: 'chart',
        sheet: 'Cảnh báo',
        name: 'c',
        title: 'Điểm',
        table: 'canh_bao',
        labels: 'Đơn vị',
        values: 'Điểm',
      },
      { kind: 'add-sheet', sheet: { name: 'Mới', cells: [] } },
    ]);
    expect(refused).toEqual([]);
    expect(state(excel)).not.toEqual(before);
    excel.undoLosses.length = 0;
    expect(await host.undo(JSON.parse(JSON.stringify(undo)))).toEqual({ ok: true, value: { leftAlone: [] } });
    await host.read();
    expect(state(excel)).toEqual(before);
    // Only the sheet we had added ourselves went.
    expect(excel.undoLosses.map(({ sheet }) => sheet)).toEqual(['Mới']);
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [] } });
    expect(state(excel)).toEqual(before);
  });

  it('brings back a table of a thousand rows in few syncs', async () => {
    const excel = openExcel();
    const host = excelHost();
    const rows = (text: string, count: number) =>
      Array.from({ length: count }, (_, row) => [newValue(`${text} ${row}`), newValue(row)]);
    await applied(host, [flags(rows('cũ', 700))]);
    const before = state(excel);
    const { undo } = await applied(host, [flags(rows('mới', 1000))]);
    excel.resetCounters();
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [] } });
    expect(excel.counters.syncs).toBe(3);
    expect(state(excel)).toEqual(before);
  });

  it('leaves cells changed since, and names them', async () => {
    const excel = openExcel();
    const host = excelHost();
    const { undo } = await applied(host, [write('A1', 1), write('A2', 2), write('A3', 3)]);
    excel.type('Trang1', 'A2', 'ghi chú của xã');
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [{ sheet: 'Trang1', address: 'A2' }] } });
    expect(['A1', 'A2', 'A3'].map((address) => valueAt(excel, address))).toEqual([null, 'ghi chú của xã', null]);
  });

  it('writes nothing on a sheet protected since, and names its cells', async () => {
    const excel = openExcel();
    const host = excelHost();
    const { undo } = await applied(host, [write('A1', 1)]);
    excel.book.sheets[0]!.protection = {};
    expect(await host.undo(undo)).toEqual({ ok: true, value: { leftAlone: [{ sheet: 'Trang1', address: 'A1' }] } });
    expect(valueAt(excel, 'A1')).toBe(1);
    expect(excel.undoLosses).toEqual([]);
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

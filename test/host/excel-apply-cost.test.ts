/** What a run costs in syncs and bytes, and what is left after a fault at any action. */
import { afterEach, describe, expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { CellStyle } from '../../core/sheet/workbook/port.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { bigSheets } from './big-sheets.ts';
import { applied, flags, newValue, state, valueAt, write } from './excel-actions.ts';

describe('what a run costs and what is left after a fault', () => {
  const SENTENCE =
    'Đạt 87,5 % so với chỉ tiêu 80 %; tỷ lệ hồ sơ trực tuyến toàn trình được cộng đủ 5 điểm theo mục II.3. ';

  function fullRun(sheets: number, rows: number, text: string): HostAction[] {
    const style: CellStyle = { fontName: 'Times New Roman', border: true, vertical: 'top', wrap: true };
    return [
      ...Array.from({ length: sheets }, (_, index): HostAction[] => {
        const sheet = `Đơn vị ${index + 1}`;
        return [
          ...Array.from({ length: rows }, (_, row) => [
            write(`J${row + 1}`, row / 4, { style: { ...style, numberFormat: '#,##0.00' } }, sheet),
            write(`K${row + 1}`, '5 – 7,5', { style }, sheet),
            write(`L${row + 1}`, `${text}${row}`, { style }, sheet),
          ]).flat(),
          { kind: 'column-width', sheet, column: 11, width: 60 },
          { kind: 'mark', sheet, ranges: [{ top: 3, left: 3, bottom: 3, right: 4 }], severity: 'warning' },
        ];
      }).flat(),
      flags(Array.from({ length: sheets * 10 }, (_, row) => [newValue(`${text}${row}`), newValue(row)])),
      {
        kind: 'chart',
        sheet: 'Cảnh báo',
        name: 'c',
        title: 'Điểm',
        table: 'canh_bao',
        labels: 'Đơn vị',
        values: 'Điểm',
      },
    ];
  }

  it.each([
    ['PC', 1],
    ['PC', 60],
    ['OfficeOnline', 60],
  ] as const)('on %s takes at most 3 syncs for %i sheets of 200 rows, below 4 MB each', async (platform, sheets) => {
    const excel = openExcel({ from: newBook(bigSheets(sheets, 200, 40)), platform });
    const host = excelHost();
    const read = await host.read();
    expect(read.ok).toBe(true);
    excel.resetCounters();
    const first = await applied(host, fullRun(sheets, 200, SENTENCE));
    expect(first.refused).toEqual([]);
    expect(excel.counters.syncs).toBeLessThanOrEqual(3);
    expect(excel.counters.largest).toBeLessThan(4_000_000);
    expect(first.traffic.bytesUp).toBeGreaterThan(0.8 * excel.counters.bytesUp);
    expect(excel.undoLosses).toEqual([]);
    expect(excel.liveReferences()).toBe(0);

    excel.resetCounters();
    const again = await applied(host, fullRun(sheets, 200, SENTENCE));
    expect(again.undo.cells).toEqual([]);
    expect(again.undo.marks).toEqual([]);
    expect(excel.counters.syncs).toBeLessThanOrEqual(3);
  });

  it.each(Array.from({ length: 14 }, (_, index) => 60 + 5 * index))(
    'fault at action %i: what ran stays, is in the undo record and can be taken back',
    async (n) => {
      const excel = openExcel({ from: newBook(bigSheets(2, 20)) });
      const before = state(excel);
      const host = excelHost();
      await host.read();
      const actions = fullRun(2, 20, SENTENCE);
      excel.faults.failAt(n, 'GeneralException');
      const result = await host.apply('Thử', actions);
      if (!result.ok) {
        expect(state(excel)).toEqual(before);
        return;
      }
      const { undo, refused } = result.value;
      expect(refused.length).toBeGreaterThan(0);
      expect(new Set(refused.map(({ refusal }) => refusal.code))).toEqual(new Set(['unknown']));
      const changed = undo.cells.filter(({ row, column, sheetId }) => {
        const sheet = excel.book.sheets.find(({ id }) => id === sheetId)!;
        return cellOf(sheet, row, column)?.value !== undefined && column >= 9;
      });
      const written = excel.book.sheets
        .filter(({ name }) => name.startsWith('Đơn vị'))
        .flatMap((sheet) =>
          [...sheet.rows.values()].flatMap((cells) =>
            [...cells].filter(([column, { value }]) => column >= 9 && value !== null),
          ),
        );
      expect(changed.length).toBeGreaterThanOrEqual(written.length);
      const back = await host.undo(undo);
      expect(back).toEqual({ ok: true, value: { leftAlone: [] } });
      expect(state(excel)).toEqual(before);
    },
  );

  it.each(Array.from({ length: 16 }, (_, index) => 3 + 9 * index))(
    'fault at action %i of a re-run: undo restores what the first run left',
    async (n) => {
      const excel = openExcel({ from: newBook(bigSheets(2, 6)) });
      const host = excelHost();
      await host.read();
      await applied(host, fullRun(2, 6, SENTENCE));
      await host.read();
      const before = state(excel);
      const changes: HostAction[] = [
        ...fullRun(2, 6, 'Khác '),
        { kind: 'mark', sheet: 'Đơn vị 2', ranges: [{ top: 1, left: 1, bottom: 1, right: 1 }], severity: 'error' },
        { kind: 'append-rows', table: 'canh_bao', rows: [[newValue('thêm'), newValue(1)]] },
      ];
      excel.faults.failAt(n, 'GeneralException');
      const result = await host.apply('Thử', changes);
      if (result.ok) expect(await host.undo(result.value.undo)).toEqual({ ok: true, value: { leftAlone: [] } });
      await host.read();
      expect(state(excel)).toEqual(before);
    },
  );

  it('keeps what a co-author types beside our cells between our two syncs', async () => {
    const excel = openExcel();
    const host = excelHost();
    await host.read();
    excel.faults.coauthor(2, (book) => {
      book.sheets[0]!.rows.set(1, new Map([[0, { value: 'của người khác', formula: null, look: book.plain }]]));
    });
    await applied(host, [write('A1', 1), write('A3', 3)]);
    expect(['A1', 'A2', 'A3'].map((address) => valueAt(excel, address))).toEqual([1, 'của người khác', 3]);
  });

  it.each(['1.14', '1.15', '1.20'])('does the same with ExcelApi %s', async (api) => {
    const excel = openExcel({ from: newBook(bigSheets(2, 6)), api });
    const host = excelHost();
    await host.read();
    const { refused } = await applied(host, fullRun(2, 6, SENTENCE));
    expect(refused).toEqual([]);
    expect(excel.book.sheets[2]!.charts).toHaveLength(1);
    expect(host.capabilities.nativeUndo).toBe(api === '1.20');
  });

  it('refuses while a cell is edited or the connection is gone, and nothing is written', async () => {
    const excel = openExcel();
    excel.faults.editing(true);
    const editing = await excelHost().apply('Thử', [write('A1', 1)]);
    expect(editing.ok || editing.refusal.code).toBe('editing');
    excel.faults.editing(false);
    excel.faults.offline(true);
    const offline = await excelHost().apply('Thử', [write('A1', 1)]);
    expect(offline.ok || offline.refusal.code).toBe('offline');
    expect(valueAt(excel, 'A1')).toBeNull();
  });

  it('is refused on an old Excel without a single request', async () => {
    const excel = openExcel({ api: '1.7' });
    const result = await excelHost().apply('Thử', [write('A1', 1)]);
    expect(result.ok || result.refusal.code).toBe('unsupported-version');
    expect(excel.counters.syncs).toBe(0);
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

/** Whole sheets of ours, and tables of ours: made, changed where they differ, appended to. */
import { afterEach, describe, expect, it } from 'vitest';
import { greyPng } from '../../core/plan/file/scan/png.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostAction } from '../../session/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import { applied, FLAGS, flags, newValue, valueAt } from './excel-actions.ts';

describe('sheets of ours', () => {
  it('makes a whole sheet, under a free name when its own is taken', async () => {
    const excel = openExcel();
    const added: HostAction = {
      kind: 'add-sheet',
      sheet: {
        name: 'Trang1',
        cells: [
          {
            row: 0,
            column: 0,
            value: newValue('=x'),
            style: { bold: true, fontName: 'Times New Roman', fontSize: 14 },
          },
          { row: 2, column: 0, value: newValue('Tên'), style: { border: true } },
          { row: 3, column: 0, value: newValue('Thôn 1'), style: { border: true, locked: false } },
          { row: 3, column: 1, value: { kind: 'formula', formula: '1+1', value: 2 } },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
        columnWidths: new Map([[0, 12]]),
        rowHeights: new Map([[0, 30]]),
        hiddenColumns: [5],
        freeze: { rows: 3, columns: 1 },
        tables: [{ name: 'don_vi', range: { top: 2, left: 0, bottom: 3, right: 1 }, columns: ['Tên', 'Số'] }],
        validations: [
          {
            ranges: [{ top: 3, left: 1, bottom: 3, right: 1 }],
            rule: { kind: 'decimal', min: 0, max: 5 },
            error: { style: 'stop', title: 'Điểm', text: 'Từ 0 đến 5.' },
          },
        ],
        print: {
          orientation: 'landscape',
          titleRows: [2, 2],
          fitWidth: 1,
          footer: 'Trang &P/&N',
          breaks: [3],
          margins: { top: 0.6, bottom: 0.6, left: 0.6, right: 0.4 },
        },
        protect: true,
        tabColour: 'C00000',
      },
    };
    const { refused, undo } = await applied(excelHost(), [added]);
    expect(refused).toEqual([]);
    const sheet = excel.book.sheets[1]!;
    expect(sheet.name).toBe('Trang1 (2)');
    expect(undo.addedSheets).toEqual([sheet.id]);
    expect(cellOf(sheet, 0, 0)).toMatchObject({ value: '=x', formula: null, look: { bold: true, fontSize: 14 } });
    expect(cellOf(sheet, 2, 1)!.value).toBe('Số');
    expect(cellOf(sheet, 3, 1)!.formula).toBe('1+1');
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheet.columnWidths.get(0)).toBe(66.75);
    expect(sheet.rowHeights.get(0)).toBe(30);
    expect([...sheet.hiddenColumns]).toEqual([5]);
    expect(sheet.freeze).toEqual({ rows: 3, columns: 1 });
    expect(sheet.tables.map(({ name }) => name)).toEqual(['don_vi']);
    expect(sheet.validations).toHaveLength(1);
    expect(sheet.page.get('orientation')).toBe('Landscape');
    expect(sheet.page.get('titleRows')).toBe('$3:$3');
    expect(sheet.pageBreaks).toEqual([3]);
    expect(sheet.tabColour).toBe('#C00000');
    // Never: it would lock our own points out and clear Excel's undo.
    expect(sheet.protection).toBeNull();
    expect(excel.undoLosses).toEqual([]);
  });
});

it('takes choices from a sheet that is added later; a list over several cells does not check typed values', async () => {
  const excel = openExcel();
  const at = (column: number) => [{ top: 1, left: column, bottom: 9, right: column }];
  const rule = { kind: 'list-at', cells: "'Đối tượng'!$A$1:$A$2" } as const;
  const actions: readonly HostAction[] = [
    {
      kind: 'add-sheet',
      sheet: {
        name: 'Tiêu chí',
        cells: [],
        validations: [
          { ranges: at(0), rule, error: { style: 'warning', title: 'Không có', text: 'Chọn một mục.' } },
          { ranges: at(1), rule, open: true },
        ],
      },
    },
    {
      kind: 'add-sheet',
      sheet: { name: 'Đối tượng', cells: [{ row: 0, column: 0, value: newValue('Cơ quan, đơn vị') }] },
    },
  ];
  const { refused } = await applied(excelHost(), actions);
  expect(refused).toEqual([]);
  const settings = excel.book.sheets[1]!.validations.map((validation) => [
    validation.areas[0]!.left,
    Object.fromEntries(validation.settings),
  ]);
  expect(settings.sort()).toMatchObject([
    [0, { rule: { list: { source: "='Đối tượng'!$A$1:$A$2" } }, errorAlert: { showAlert: true, style: 'Warning' } }],
    [1, { rule: { list: { source: "='Đối tượng'!$A$1:$A$2" } }, errorAlert: { showAlert: false } }],
  ]);
});

describe('pictures of a sheet of ours', () => {
  const png = greyPng({ width: 40, height: 8, data: new Uint8Array(320).fill(200) });
  const picture = { column: 2, png, width: 120, height: 24, text: 'Ảnh cắt từ bản quét: 80%' };
  const sheet: NewSheet = {
    name: 'Số từ bản quét',
    cells: [{ row: 3, column: 0, value: newValue('Q01') }],
    columnWidths: new Map([
      [0, 12],
      [1, 20],
    ]),
    rowHeights: new Map([[3, 40]]),
    pictures: [3, 4].map((row) => ({ ...picture, row })),
  };
  const base64 = Buffer.from(png).toString('base64');

  it('lie in their cells, as large as they are on the screen, and go with the sheet', async () => {
    const excel = openExcel({ api: '1.14' });
    const host = excelHost();
    const { refused, undo } = await applied(host, [{ kind: 'add-sheet', sheet }]);
    expect(refused).toEqual([]);
    const made = excel.book.sheets[1]!;
    const left = made.columnWidths.get(0)! + made.columnWidths.get(1)! + 3;
    const laid = made.shapes.map(({ image, settings }) => [image, Object.fromEntries(settings)]);
    const look = { lockAspectRatio: false, width: 90, height: 18, left, altTextDescription: picture.text };
    expect(laid).toEqual([
      [base64, { ...look, top: 3 * 15 + 3 }],
      [base64, { ...look, top: 3 * 15 + 40 + 3 }],
    ]);
    expect((await host.undo(undo)).ok).toBe(true);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['Trang1']);
  });

  it('are a sentence in an Excel that lays none down; the sheet is whole', async () => {
    const excel = openExcel({ shapes: false });
    const { refused } = await applied(excelHost(), [{ kind: 'add-sheet', sheet }]);
    expect(refused).toEqual([]);
    expect(valueAt(excel, 'A4', sheet.name)).toBe('Q01');
    expect(valueAt(excel, 'C4', sheet.name)).toMatch(/^Excel này không đặt được ảnh/);
    expect(cellOf(excel.book.sheets[1]!, 4, 2)?.value ?? null).toBeNull();
  });
});

describe('tables of ours', () => {
  it('makes, then changes only what differs, grows and shrinks', async () => {
    const excel = openExcel();
    const host = excelHost();
    await applied(host, [FLAGS]);
    const sheet = excel.book.sheets[1]!;
    expect(sheet.name).toBe('Cảnh báo');
    expect(sheet.tables).toMatchObject([{ name: 'canh_bao', range: { top: 3, left: 0, bottom: 5, right: 1 } }]);
    expect(valueAt(excel, 'B5', 'Cảnh báo')).toBe(7.5);

    excel.resetCounters();
    const same = await applied(host, [FLAGS]);
    expect(same.undo).toMatchObject({ cells: [], addedSheets: [], tables: [] });
    expect(excel.counters.syncs).toBe(1);

    const grown = await applied(host, [
      flags([
        [newValue('Thôn 1'), newValue(8)],
        [newValue('Thôn 2'), newValue(9)],
        [newValue('Thôn 3'), newValue(1)],
      ]),
    ]);
    expect(grown.undo.cells.map(({ row, column, before, after }) => [row, column, before, after])).toEqual([
      [4, 1, 7.5, 8],
      [6, 0, null, 'Thôn 3'],
      [6, 1, null, 1],
    ]);
    expect(sheet.tables[0]!.range.bottom).toBe(6);
    expect(cellOf(sheet, 6, 1)!.look.numberFormat).toBe('#,##0.00');

    await applied(host, [flags([])]);
    expect(sheet.tables[0]!.range.bottom).toBe(4);
    expect(valueAt(excel, 'A5', 'Cảnh báo')).toBeNull();
    expect(excel.book.sheets).toHaveLength(2);
  });

  it('finds its columns by header and leaves a column of the office alone', async () => {
    const excel = openExcel();
    const host = excelHost();
    await applied(host, [FLAGS]);
    excel.type('Cảnh báo', 'C4:C6', [['Ghi chú'], ['của xã'], ['=1+1']]);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('canh_bao').resize('A4:C6');
      await context.sync();
    });
    await applied(host, [flags([[newValue('Thôn 9'), newValue(1)]])]);
    expect(valueAt(excel, 'A5', 'Cảnh báo')).toBe('Thôn 9');
    expect(valueAt(excel, 'C5', 'Cảnh báo')).toBe('của xã');
    expect(cellOf(excel.book.sheets[1]!, 5, 2)!.formula).toBe('1+1');

    excel.type('Cảnh báo', 'B4', 'Tên khác');
    const { refused } = await applied(host, [FLAGS]);
    expect(refused[0]!.refusal).toMatchObject({ code: 'conflict', message: expect.stringContaining('“Điểm”') });
  });

  it('appends below rows that a co-author appended meanwhile, never over them', async () => {
    const excel = openExcel();
    const host = excelHost();
    await applied(host, [flags([])]);
    await applied(host, [{ kind: 'append-rows', table: 'canh_bao', rows: [[newValue('một'), newValue(1)]] }]);
    excel.coauthor((book) => {
      const [table] = book.sheets[1]!.tables;
      table!.range = { ...table!.range, bottom: 5 };
      book.sheets[1]!.rows.set(5, new Map([[0, { value: 'của người khác', formula: null, look: book.plain }]]));
    });
    await applied(host, [{ kind: 'append-rows', table: 'canh_bao', rows: [[newValue('hai'), newValue(2)]] }]);
    expect(['A5', 'A6', 'A7'].map((address) => valueAt(excel, address, 'Cảnh báo'))).toEqual([
      'một',
      'của người khác',
      'hai',
    ]);
    expect(excel.book.sheets[1]!.tables[0]!.range.bottom).toBe(6);

    excel.type('Cảnh báo', 'A8', 'Người lập biểu');
    const { refused } = await applied(host, [{ kind: 'append-rows', table: 'canh_bao', rows: [[newValue('ba')]] }]);
    expect(refused[0]!.refusal.code).toBe('conflict');
    expect(valueAt(excel, 'A8', 'Cảnh báo')).toBe('Người lập biểu');
  });

  it('refuses to append to a table that is not there', async () => {
    openExcel();
    const { refused } = await applied(excelHost(), [{ kind: 'append-rows', table: 'khong_co', rows: [[newValue(1)]] }]);
    expect(refused[0]!.refusal).toMatchObject({ code: 'not-found', message: expect.stringContaining('khong_co') });
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

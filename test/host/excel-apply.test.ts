import { afterEach, describe, expect, it } from 'vitest';
import { fromA1 } from '../../core/grid/address.ts';
import type { CellValue } from '../../core/grid/sheet.ts';
import { newBook } from '../../core/workbook/file.ts';
import type { CellStyle, NewValue } from '../../core/workbook/port.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { Host, HostAction, HostApplied } from '../../excel-addin/host/port.ts';
import { cellOf } from '../excel-host/cells.ts';
import { openExcel } from '../excel-host/client.ts';
import type { ExcelHost } from '../excel-host/excel-host.ts';
import type { Look } from '../excel-host/look.ts';
import { bigSheets } from './big-sheets.ts';

type Write = Extract<HostAction, { kind: 'write' }>;

function write(address: string, value: string | number | null, more: Partial<Write> = {}, sheet = 'Trang1'): Write {
  const { row, column } = fromA1(address)!;
  return { kind: 'write', sheet, row, column, value: newValue(value), ...more };
}

function newValue(value: string | number | null): NewValue {
  if (value === null) return { kind: 'empty' };
  return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value };
}

async function applied(host: Host, actions: readonly HostAction[]): Promise<HostApplied> {
  const result = await host.apply('Thử', actions);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function valueAt(excel: ExcelHost, address: string, sheet = 'Trang1'): CellValue | null {
  const { row, column } = fromA1(address)!;
  const found = excel.book.sheets.find(({ name }) => name === sheet)!;
  return cellOf(found, row, column)?.value ?? null;
}

/** All that a run may change, to compare a book before a run with the same book after undo. */
function state(excel: ExcelHost) {
  return excel.book.sheets.map((sheet) => ({
    name: sheet.name,
    // A cell that was never touched and one that is empty with the plain look are the same.
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

/** A protected form: C and D of the rows 2 and 5 are unlocked, everything else is not. */
function protectedForm(): Uint8Array {
  const open = [1, 4].flatMap((row) =>
    [2, 3].map((column) => ({ row, column, value: newValue(null), style: { locked: false } })),
  );
  const closed = [0, 1, 2, 3, 4].flatMap((row) => [0, 1].map((column) => ({ row, column, value: newValue('x') })));
  return newBook([{ name: 'Biểu', cells: [...closed, ...open], protect: true }]);
}

const FLAGS: Extract<HostAction, { kind: 'put-table' }> = {
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

function flags(rows: readonly (readonly NewValue[])[]): HostAction {
  return { ...FLAGS, plan: { ...FLAGS.plan, rows } };
}

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

  it('leaves every cell between the written ones alone', async () => {
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

    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [] } });
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
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [{ sheet: 'Biểu', address: 'C5' }] } });
    expect([valueAt(excel, 'C2', 'Biểu'), valueAt(excel, 'C5', 'Biểu')]).toEqual([null, 2]);
  });

  it('says when a sheet is gone, at the price of one more sync', async () => {
    const excel = openExcel();
    const { refused } = await applied(excelHost(), [write('A1', 1, {}, 'Không có'), write('A1', 2)]);
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['not-found']);
    expect(refused[0]!.refusal.message).toContain('“Không có”');
    expect(valueAt(excel, 'A1')).toBe(2);
    expect(excel.counters.syncs).toBe(4);
  });

  it('gives looks in few calls and keeps what it does not speak of', async () => {
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

  it('adds notes where Excel lets it, behind what a note says already, and takes them back', async () => {
    const excel = openExcel({ api: '1.18' });
    const host = excelHost();
    const note = (row: number, text: string): HostAction => ({ kind: 'note', sheet: 'Trang1', row, column: 0, text });
    await applied(host, [note(0, 'của xã')]);
    const { refused, undo } = await applied(host, [note(0, 'lệch'), note(1, 'thiếu'), note(1, 'muộn')]);
    expect(refused).toEqual([]);
    const texts = () => excel.book.sheets[0]!.notes.map(({ text }) => text);
    expect(texts()).toEqual(['của xã\n\nlệch', 'thiếu\n\nmuộn']);
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [] } });
    expect(texts()).toEqual(['của xã']);
  });

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
    expect(sheet.tabColour).toBe('#C00000');
    // Never: it would lock our own points out and clear Excel's undo.
    expect(sheet.protection).toBeNull();
    expect(excel.undoLosses).toEqual([]);
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

  it('appends below whatever a co-author appended meanwhile, never over it', async () => {
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

describe('marks and charts', () => {
  const at = (row: number) => [{ top: row, left: 0, bottom: row, right: 0 }];

  it('marks by conditional formats of ours and never touches the office’s own', async () => {
    const excel = openExcel();
    const host = excelHost();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Trang1').getRange('A1:B9');
      range.format.fill.color = '#00FF00';
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = '=TRUE';
      await context.sync();
    });
    const ours = () =>
      excel.book.sheets[0]!.conditionals.filter(({ settings }) => settings.get('rule.formula') !== '=TRUE').toSorted(
        (a, b) => a.areas[0]!.top - b.areas[0]!.top,
      );
    await applied(host, [
      { kind: 'mark', sheet: 'Trang1', ranges: at(0), severity: 'error' },
      { kind: 'mark', sheet: 'Trang1', ranges: at(1), severity: 'error' },
      { kind: 'mark', sheet: 'Trang1', ranges: at(4), severity: 'info' },
    ]);
    expect(ours().map(({ areas }) => areas)).toEqual([[{ top: 0, left: 0, bottom: 1, right: 0 }], at(4)]);
    await applied(host, [{ kind: 'mark', sheet: 'Trang1', ranges: at(1), severity: null }]);
    expect(ours().map(({ areas }) => areas)).toEqual([at(0), at(4)]);
    const all = [{ top: 0, left: 0, bottom: 99, right: 9 }];
    await applied(host, [{ kind: 'mark', sheet: 'Trang1', ranges: all, severity: null }]);
    expect(excel.book.sheets[0]!.conditionals).toHaveLength(1);
    expect(cellOf(excel.book.sheets[0]!, 0, 0)!.look.fill).toBe('#00FF00');
  });

  it('draws a chart beside a table made in the same run, and replaces it', async () => {
    const excel = openExcel();
    const host = excelHost();
    const chart: HostAction = {
      kind: 'chart',
      sheet: 'Cảnh báo',
      name: 'bieu_do',
      title: 'Điểm các đơn vị',
      table: 'canh_bao',
      labels: 'Đơn vị',
      values: 'Điểm',
    };
    await applied(host, [FLAGS, chart]);
    const { undo } = await applied(host, [FLAGS, chart]);
    expect(undo.charts).toEqual([]);
    await applied(host, [flags([[newValue('Thôn 1'), newValue(1)]]), chart]);
    const { charts } = excel.book.sheets[1]!;
    expect(charts.map(({ name }) => name)).toEqual(['bieu_do']);
    expect(charts[0]!.series).toHaveLength(1);
    expect(charts[0]!.series[0]).toMatchObject({
      values: expect.stringContaining('B5'),
      labels: expect.stringContaining('A5'),
    });
  });
});

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
      expect(back).toEqual({ ok: true, value: { kept: [] } });
      expect(state(excel)).toEqual(before);
    },
  );

  it.each(Array.from({ length: 16 }, (_, index) => 3 + 9 * index))(
    'fault at action %i of a re-run: undo gives back what the first run left',
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
      if (result.ok) expect(await host.undo(result.value.undo)).toEqual({ ok: true, value: { kept: [] } });
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
    // Excel calculates when it is asked for values: from here on they are there.
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
    expect(await host.undo(JSON.parse(JSON.stringify(undo)))).toEqual({ ok: true, value: { kept: [] } });
    await host.read();
    expect(state(excel)).toEqual(before);
    // Only the sheet we had added ourselves went.
    expect(excel.undoLosses.map(({ sheet }) => sheet)).toEqual(['Mới']);
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [] } });
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
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [] } });
    expect(excel.counters.syncs).toBe(3);
    expect(state(excel)).toEqual(before);
  });

  it('leaves cells changed since, and names them', async () => {
    const excel = openExcel();
    const host = excelHost();
    const { undo } = await applied(host, [write('A1', 1), write('A2', 2), write('A3', 3)]);
    excel.type('Trang1', 'A2', 'ghi chú của xã');
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [{ sheet: 'Trang1', address: 'A2' }] } });
    expect(['A1', 'A2', 'A3'].map((address) => valueAt(excel, address))).toEqual([null, 'ghi chú của xã', null]);
  });

  it('writes nothing on a sheet protected since, and names its cells', async () => {
    const excel = openExcel();
    const host = excelHost();
    const { undo } = await applied(host, [write('A1', 1)]);
    excel.book.sheets[0]!.protection = {};
    expect(await host.undo(undo)).toEqual({ ok: true, value: { kept: [{ sheet: 'Trang1', address: 'A1' }] } });
    expect(valueAt(excel, 'A1')).toBe(1);
    expect(excel.undoLosses).toEqual([]);
  });
});

afterEach(() => {
  // Nothing of one pretended Excel may reach the next.
  openExcel();
});

import { describe, expect, it } from 'vitest';
import type { Book, Cell, Sheet } from '../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { HostBook } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { buildDemo, DEMO_FOLDER } from '../fixtures/demo/build-demo.ts';
import { bigSheets } from './big-sheets.ts';

async function readHere(): Promise<HostBook> {
  const result = await excelHost().read();
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** What the checks look at; fonts are a hint only and style numbers are each host's own. */
function seen(book: Book) {
  const format = (cell: Cell) => book.styles[cell.style ?? 0]?.numberFormat ?? 'General';
  return book.sheets.map((sheet: Sheet) => ({
    name: sheet.name,
    state: sheet.state,
    protected: sheet.protected ?? false,
    cells: [...sheet.rows.values()].flatMap((cells) =>
      cells
        .filter((cell) => cell.value !== null || cell.formula !== undefined)
        .map((cell) => [cell.row, cell.column, cell.value, cell.formula ?? null, format(cell)]),
    ),
    merges: sheet.merges.map((merge) => JSON.stringify(merge)).sort(),
  }));
}

/** Cells in a font of an old encoding. */
function legacyFonts(book: Book) {
  return book.sheets.flatMap((sheet) =>
    [...sheet.rows.values()].flatMap((cells) =>
      cells.flatMap(({ row, column, value, style }) => {
        const font = book.styles[style ?? 0]?.font ?? '';
        return typeof value === 'string' && /^\.?vn/i.test(font) ? [[sheet.name, row, column, font]] : [];
      }),
    ),
  );
}

describe('reading through Excel', () => {
  const files = [...buildDemo()].filter(([name]) => name.startsWith(DEMO_FOLDER));

  it.each(files)('reads the same as the file host: %s', async (_, bytes) => {
    const file = readBook(bytes);
    if (!file.ok) throw new Error(file.refusal.message);
    openExcel({ from: bytes });
    const { book } = await readHere();
    expect(seen(book)).toEqual(seen(file.value));
  });

  it('finds hidden rows, columns and sheets, and percent formats', async () => {
    const host = openExcel();
    const [sheet] = host.book.sheets;
    host.type('Trang1', 'A1:C4', [
      ['Tiêu chí', 'Ẩn', 'Tỷ lệ'],
      ['a', 1, '95%'],
      ['b', 2, 0.5],
      ['c', '=1/0', '#N/A'],
    ]);
    sheet!.hiddenRows.add(2);
    sheet!.hiddenColumns.add(1);
    host.coauthor((book) => {
      book.sheets[0]!.visibility = 'VeryHidden';
    });
    const { book, sheetIds } = await readHere();
    const read = book.sheets[0]!;
    expect([...read.hiddenRows]).toEqual([2]);
    expect([...read.hiddenColumns]).toEqual([1]);
    expect(read.state).toBe('very-hidden');
    const percent = read.rows.get(1)!.find(({ column }) => column === 2)!;
    expect(percent.value).toBe(0.95);
    expect(book.styles[percent.style ?? 0]!.numberFormat).toBe('0%');
    expect(read.rows.get(3)!.find(({ column }) => column === 2)!.value).toEqual({ error: '#N/A' });
    expect(read.rows.get(3)!.find(({ column }) => column === 1)!.formula).toBe('1/0');
    expect(sheetIds.get('Trang1')).toBe(sheet!.id);
  });

  it.each(files)('tells a legacy font as the file does: %s', async (_, bytes) => {
    const file = readBook(bytes);
    if (!file.ok) throw new Error(file.refusal.message);
    openExcel({ from: bytes });
    expect(legacyFonts((await readHere()).book)).toEqual(legacyFonts(file.value));
  });

  it('finds a font by the column, the row or the stretch of texts that has only one font', async () => {
    const host = openExcel();
    host.type('Trang1', 'A1:D5', [
      ['a', 'b', 'c', 1],
      ['a', 2, 'c', 'd'],
      ['a', '', 'c', 'd'],
      ['', 'b', 'c', 4],
      ['a', '', 'c', 5],
    ]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRanges('A1:D1,C1:C5,B4,D2').format.font.name = '.VnTime';
      await context.sync();
    });
    const { book, traffic } = await readHere();
    const font = (row: number, column: number) => {
      const cell = book.sheets[0]!.rows.get(row)!.find((cell) => cell.column === column)!;
      return book.styles[cell.style ?? 0]!.font;
    };
    expect(traffic.syncs).toBe(2);
    // The whole row.
    expect([0, 1, 2, 3].map((column) => font(0, column))).toEqual(Array(4).fill('.VnTime'));
    // The whole column.
    expect([0, 1, 2, 3, 4].map((row) => font(row, 2))).toEqual(Array(5).fill('.VnTime'));
    // A text alone, in a mixed row and column.
    expect(font(3, 1)).toBe('.VnTime');
    // Two fonts one below the other: the font is unknown.
    expect([font(1, 3), font(2, 3)]).toEqual(['', '']);
  });

  it('gives tables whole, and an empty sheet as no cells', async () => {
    const host = openExcel({
      from: newBook([
        { name: 'Đơn vị', cells: [] },
        { name: 'Trống', cells: [] },
      ]),
    });
    host.type('Đơn vị', 'B3:C4', [
      ['Tên', 'Số'],
      ['Thôn 1', 7],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Đơn vị').tables.add('B3:C4', true).name = 'don_vi';
      await context.sync();
    });
    const { tables, book } = await readHere();
    expect(tables).toEqual([
      {
        name: 'don_vi',
        sheet: 'Đơn vị',
        range: { top: 2, left: 1, bottom: 3, right: 2 },
        columns: ['Tên', 'Số'],
        rows: [['Thôn 1', 7]],
      },
    ]);
    expect(book.sheets[1]!.rows.size).toBe(0);
  });

  it.each([
    [1, 200],
    [60, 200],
  ])('takes 2 syncs for %i sheets of %i rows and leaves nothing tracked', async (sheets, rows) => {
    const host = openExcel({ from: newBook(bigSheets(sheets, rows)) });
    const { traffic, book } = await readHere();
    expect(host.counters.syncs).toBe(2);
    expect(traffic.syncs).toBe(2);
    expect(book.sheets).toHaveLength(sheets);
    expect(host.undoLosses).toEqual([]);
    expect(host.liveReferences()).toBe(0);
    // The estimate is there to cut batches by: it may not be far below the truth.
    expect(traffic.bytesDown).toBeGreaterThan(0.5 * host.counters.bytesDown);
  });

  it.each([
    [60, 200, 600],
    [20, 200, 4000],
  ])('reads in blocks, and says so, where the web refuses the whole answer: %i × %i, texts of %i', async (...size) => {
    const bytes = newBook(bigSheets(...size));
    const host = openExcel({ from: bytes, platform: 'OfficeOnline' });
    const { traffic, book } = await readHere();
    expect(traffic.syncs).toBe(host.counters.syncs);
    expect(traffic.syncs).toBeGreaterThan(2);
    const file = readBook(bytes);
    expect(file.ok && seen(book)).toEqual(file.ok && seen(file.value));
  });

  it('tells links to other workbooks and macros', async () => {
    const host = openExcel({ name: 'Bao cao.xlsm' });
    host.type('Trang1', 'A1', "='[Sổ khác.xlsx]Trang1'!A1+1");
    const { book, name } = await readHere();
    expect(name).toBe('Bao cao.xlsm');
    expect(book.macros).toBe(true);
    expect(book.externalLinks).toEqual(['Sổ khác.xlsx']);
  });

  it('refuses politely on an old Excel, without a single request', async () => {
    const host = openExcel({ api: '1.7' });
    const result = await excelHost().read();
    expect(result.ok || result.refusal).toMatchObject({ code: 'unsupported-version' });
    expect(host.counters.syncs).toBe(0);
    expect(excelHost().capabilities).toMatchObject({ api: '1.7', insertSheets: false, events: false });
  });

  it.each(['1.14', '1.15'])('reads with ExcelApi %s', async (api) => {
    openExcel({ api });
    expect(excelHost().capabilities.api).toBe(api);
    expect((await readHere()).book.sheets).toHaveLength(1);
  });

  it('says when a cell is being edited or the connection is gone', async () => {
    const host = openExcel();
    host.faults.editing(true);
    const editing = await excelHost().read();
    expect(editing.ok || editing.refusal.code).toBe('editing');
    host.faults.editing(false);
    host.faults.offline(true);
    const offline = await excelHost().read();
    expect(offline.ok || offline.refusal.code).toBe('offline');
  });
});

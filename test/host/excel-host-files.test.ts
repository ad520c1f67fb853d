/** Workbooks in and out: from .xlsx bytes, back to the core's own book, and other files' sheets inserted. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { codeOf } from '../excel-host/code-of.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const number = (value: number) => ({ kind: 'number', number: value }) as const;

const form: NewSheet = {
  name: 'Thôn Bản Mới',
  protect: true,
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
  hiddenColumns: [5],
  cells: [
    { row: 0, column: 0, value: text('BÁO CÁO TỰ CHẤM ĐIỂM') },
    { row: 2, column: 1, value: number(45966), style: { numberFormat: 'dd/mm/yyyy' } },
    { row: 3, column: 1, value: text('=1+1'), style: { fontName: '.VnTime' } },
    { row: 3, column: 2, value: number(0.95), style: { numberFormat: '0%', locked: false } },
    { row: 4, column: 2, value: { kind: 'formula', formula: 'SUM(C4:C4)', value: 0.95 } },
    { row: 5, column: 5, value: { kind: 'boolean', boolean: true } },
  ],
};

function coreBook(bytes: Uint8Array): Book {
  const read = readBook(bytes);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

/** The book with styles written out, so that their order does not matter; cells that only have a look are left out. */
function plainly(book: Book): unknown {
  return book.sheets.map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows.values()]
      .flat()
      .filter((cell) => cell.value !== null || cell.formula !== undefined)
      .map(({ style = 0, ...cell }) => ({ ...cell, look: book.styles[style] })),
  }));
}

describe('a workbook from .xlsx bytes', () => {
  it('comes back as the same core book when nothing was done', () => {
    const bytes = newBook([form, { name: 'Đơn vị', cells: [{ row: 0, column: 0, value: text('Tên đơn vị') }] }]);
    const host = openExcel({ from: bytes, name: 'Báo cáo.xlsx' });
    expect(host.book.name).toBe('Báo cáo.xlsx');
    expect(plainly(host.coreBook())).toEqual(plainly(coreBook(bytes)));
  });

  it('is read through the real client as core reads the file', async () => {
    const bytes = newBook([form]);
    openExcel({ from: bytes });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility,items/protection/protected');
      await context.sync();
      const [sheet] = worksheets.items;
      expect(sheet?.protection.protected).toBe(true);
      const used = sheet?.getUsedRange(true);
      used?.load('address,values,numberFormat,format/font/name');
      const columns = used?.getColumnProperties({ columnHidden: true, format: { font: { name: true } } });
      const formulas = used?.getSpecialCellsOrNullObject('Formulas' as Excel.SpecialCellType);
      formulas?.load('areas/items/address,areas/items/formulas');
      const merged = used?.getMergedAreasOrNullObject();
      merged?.load('areas/items/address');
      await context.sync();
      expect(used?.address).toBe("'Thôn Bản Mới'!A1:F6");
      expect(used?.values[3]?.slice(0, 3)).toEqual(['', '=1+1', 0.95]);
      expect(used?.numberFormat[2]?.[1]).toBe('dd/mm/yyyy');
      expect(used?.format.font.name).toBeNull();
      expect(columns?.value.map((column) => column.columnHidden)).toEqual([false, false, false, false, false, true]);
      expect(columns?.value[1]?.format?.font?.name).toBeNull();
      expect(formulas?.areas.items.map((area) => [area.address, area.formulas])).toEqual([
        ["'Thôn Bản Mới'!C5", [['=SUM(C4:C4)']]],
      ]);
      expect(merged?.areas.items.map((area) => area.address)).toEqual(["'Thôn Bản Mới'!A1:D1"]);
    });
  });
});

const register: NewSheet = {
  name: 'Đơn vị',
  cells: ['Tên đơn vị', 'Đã nộp', 'Xã A', ''].map((value, at) => ({
    row: Math.floor(at / 2),
    column: at % 2,
    value: value === '' ? { kind: 'empty' } : text(value),
    style: { locked: at < 2, ...(at === 3 ? { fill: 'FFC7CE' } : {}) },
  })),
  tables: [{ name: 'DonVi', range: { top: 0, left: 0, bottom: 1, right: 1 }, columns: ['Tên đơn vị', 'Đã nộp'] }],
  protect: true,
};

describe('what a file holds beyond the core book', () => {
  it('keeps tables, unlocked cells and fills, of empty cells too', async () => {
    openExcel({ from: newBook([register]) });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Đơn vị');
      const table = context.workbook.tables.getItem('DonVi').getRange();
      table.load('address,values');
      const empty = sheet.getRange('B2');
      empty.load('format/fill/color,format/protection/locked');
      empty.values = [['x']];
      await context.sync();
      expect([table.address, table.values]).toEqual([
        "'Đơn vị'!A1:B2",
        [
          ['Tên đơn vị', 'Đã nộp'],
          ['Xã A', ''],
        ],
      ]);
      expect([empty.format.fill.color, empty.format.protection.locked]).toEqual(['#FFC7CE', false]);
      sheet.getRange('A1').values = [['x']];
      expect(await codeOf(context.sync())).toBe('AccessDenied');
    });
  });

  it('knows an unlocked cell however the file spells it', async () => {
    const parts = unzipSync(newBook([register]));
    const styles = strFromU8(parts['xl/styles.xml']!);
    expect(styles).toContain('locked="0"');
    parts['xl/styles.xml'] = strToU8(styles.replaceAll('locked="0"', 'locked="false"'));
    openExcel({ from: zipSync(parts) });
    await Excel.run(async (context) => {
      const empty = context.workbook.worksheets.getItem('Đơn vị').getRange('B2');
      empty.load('format/protection/locked');
      await context.sync();
      expect(empty.format.protection.locked).toBe(false);
    });
  });

  it('brings the tables of inserted sheets along, under free names', async () => {
    const bytes = newBook([register]);
    const host = openExcel({ from: bytes });
    await Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(Buffer.from(bytes).toString('base64'));
      await context.sync();
    });
    expect(host.book.sheets.map((sheet) => sheet.tables.map((table) => table.name))).toEqual([['DonVi'], ['DonVi2']]);
  });
});

describe('insertWorksheetsFromBase64', () => {
  const insert = (bytes: Uint8Array | string, options: Excel.InsertWorksheetOptions = { positionType: 'End' }) =>
    Excel.run(async (context) => {
      const base64 = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64');
      const ids = context.workbook.insertWorksheetsFromBase64(base64, options);
      await context.sync();
      const sheets = ids.value.map((id) => context.workbook.worksheets.getItem(id).load('name'));
      await context.sync();
      return sheets.map((sheet) => sheet.name);
    });

  it('appends the sheets of a file with their values; taken names get a number', async () => {
    const host = openExcel();
    const bytes = newBook([form]);
    expect(await insert(bytes)).toEqual(['Thôn Bản Mới']);
    expect(await insert(bytes)).toEqual(['Thôn Bản Mới (2)']);
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Trang1', 'Thôn Bản Mới', 'Thôn Bản Mới (2)']);
    const [, , inserted] = host.coreBook().sheets;
    const [original] = coreBook(bytes).sheets;
    expect(inserted?.rows.get(2)?.[0]?.value).toBe(original?.rows.get(2)?.[0]?.value);
    expect(inserted?.protected).toBe(true);
  });

  it('inserts them at the requested position', async () => {
    const host = openExcel();
    await insert(newBook([form]), { positionType: 'Before', relativeTo: 'Trang1' });
    expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Thôn Bản Mới', 'Trang1']);
  });

  it('refuses what is no workbook and leaves the book as it was', async () => {
    const host = openExcel();
    expect(await codeOf(insert(Buffer.from('không phải Excel').toString('base64')))).toBe('InvalidArgument');
    expect(await codeOf(insert('!!!'))).toBe('InvalidArgument');
    expect(host.book.sheets).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import type { NewCell, NewSheet } from '../../../../core/sheet/workbook/port.ts';
import { markBook, readOwnMark } from '../../../../core/sheets/own-mark.ts';

const full: NewSheet = {
  name: 'Tổng hợp',
  cells: [
    { row: 0, column: 0, value: { kind: 'text', text: 'BÁO CÁO' }, style: { bold: true, fontSize: 16 } },
    { row: 3, column: 1, value: { kind: 'number', number: 9 }, style: { numberFormat: '#,##0.00', locked: false } },
    { row: 2, column: 0, value: { kind: 'text', text: 'Mã' }, style: { bold: true } },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  columnWidths: new Map([[0, 8]]),
  rowHeights: new Map([[0, 30]]),
  hiddenColumns: [7],
  freeze: { rows: 3, columns: 1 },
  tables: [{ name: 'TongHop', range: { top: 2, left: 0, bottom: 3, right: 1 }, columns: ['Mã', 'Điểm\nđạt'] }],
  validations: [
    { ranges: [{ top: 3, left: 0, bottom: 9, right: 0 }], rule: { kind: 'list', options: ['Có', 'Không "x"'] } },
    {
      ranges: [{ top: 3, left: 1, bottom: 9, right: 1 }],
      rule: { kind: 'date', from: '2025-01-01', to: '2025-12-31' },
    },
  ],
  print: { orientation: 'landscape', titleRows: [0, 2], fitWidth: 1, footer: 'Trang &P' },
  protect: true,
  tabColour: 'ff0000',
};

function xmlOf(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[name]);
}

it('writes all that a sheet of ours asks for, in the order of the schema', () => {
  const sheet = xmlOf(newBook([full]), 'xl/worksheets/sheet1.xml');
  const order = [
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetProtection',
    'mergeCells',
    'dataValidations',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'tableParts',
  ];
  const places = order.map((name) => sheet.indexOf(`<${name}`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(sheet).toContain('<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>');
  expect(sheet).toContain('<formula1>&quot;Có,Không &quot;&quot;x&quot;&quot;&quot;</formula1>');
  expect(sheet).toContain('<formula1>45658</formula1><formula2>46022</formula2>');
  expect(sheet).toContain('paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"');
});

it('makes the header cells of a table agree with its columns', () => {
  const bytes = newBook([full, { ...full, name: 'Hai' }]);
  const book = readBook(bytes);
  expect(book.ok && book.value.sheets[0]!.rows.get(2)!.map(({ value }) => value)).toEqual(['Mã', 'Điểm\nđạt']);
  const [text, two] = ['xl/tables/table1.xml', 'xl/tables/table2.xml'].map((name) => xmlOf(bytes, name));
  expect(text).toContain('<tableColumn id="2" name="Điểm_x000a_đạt"/>');
  expect(text).toContain('id="1" name="TongHop"');
  expect(two).toContain('id="2" name="TongHop_2"');
});

it('takes what Excel would not open for our bug', () => {
  const table = { name: 'T', range: { top: 0, left: 0, bottom: 1, right: 1 }, columns: ['a', 'A'] };
  expect(() => newBook([{ name: 'x', cells: [], tables: [table] }])).toThrow('bad-table');
  expect(() => newBook([{ name: 'x', cells: [], tables: [{ ...table, name: 'A1', columns: ['a', 'b'] }] }])).toThrow(
    'bad-table',
  );
  const rule = { kind: 'list', options: ['a,b'] } as const;
  expect(() => newBook([{ name: 'x', cells: [], validations: [{ ranges: [], rule }] }])).toThrow('list-too-long');
  expect(() => newBook([])).toThrow();
});

it('reads back what it wrote, whatever the text, number or place', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => ({ kind: 'text', text }) as const),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ kind: 'number', number }) as const),
    fc.boolean().map((boolean) => ({ kind: 'boolean', boolean }) as const),
  );
  const cells = fc.uniqueArray(fc.record({ row: fc.nat(40), column: fc.nat(800), value }), {
    selector: ({ row, column }) => `${row},${column}`,
    maxLength: 40,
  });
  fc.assert(
    fc.property(cells, fc.string({ unit: 'binary', maxLength: 50 }), (list: NewCell[], name) => {
      const result = readBook(newBook([{ name, cells: list }]));
      if (!result.ok) throw new Error(result.refusal.code);
      const [sheet] = result.value.sheets;
      expect(sheet!.name.length).toBeLessThanOrEqual(31);
      expect(sheet!.name).not.toMatch(/[\\/?*[\]:]/);
      const found = new Map([...sheet!.rows.values()].flat().map((cell) => [`${cell.row},${cell.column}`, cell.value]));
      expect(found.size).toBe(list.length);
      for (const { row, column, value: wished } of list) {
        const [expected] = Object.values(wished).slice(1);
        // -0 is 0 in a file.
        expect(found.get(`${row},${column}`)).toEqual(expected === 0 ? 0 : expected);
      }
    }),
    { seed: 7, numRuns: 150 },
  );
});

it('takes thousands of sheets with tables, marks them and reads them back', () => {
  const sheets = function* (): Generator<NewSheet> {
    for (let index = 0; index < 2_000; index += 1) yield { ...full, name: `Bản ${index % 7}`, validations: [] };
  };
  const marked = markBook(newBook(sheets()), 'council');
  expect(readOwnMark(marked)).toEqual({ kind: 'council', content: '', untouched: true });
  const book = readBook(marked);
  if (!book.ok) throw new Error(book.refusal.message);
  expect(new Set(book.value.sheets.map(({ name }) => name)).size).toBe(2_000);
});

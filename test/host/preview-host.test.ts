/** The preview host on its own: typed values, tables, marks, saving, undo. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { markKey } from '../../app/host/marks.ts';
import { type PreviewHost, previewHost } from '../../app/host/preview-host.ts';
import { typedValue } from '../../app/host/typed-value.ts';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { type CellValue, cellAt } from '../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { NewSheet, NewValue } from '../../core/sheet/workbook/port.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import type { HostAction, TablePlan } from '../../session/host/port.ts';
import { wholeSheets } from '../../session/host/whole-sheets.ts';
import { load } from '../../session/run/load.ts';
import { runOver } from '../../session/run/run.ts';
import { sure } from './session-hosts.ts';

const text = (value: string): NewValue => ({ kind: 'text', text: value });
const sheetOf = (name: string, ...rows: string[][]): NewSheet => ({
  name,
  cells: rows.flatMap((list, row) => list.map((value, column) => ({ row, column, value: text(value) }))),
});

function opened(...sheets: NewSheet[]): PreviewHost {
  return sure(previewHost('Sổ.xlsx', newBook(sheets.length > 0 ? sheets : [sheetOf('Trang', ['a', 'b'])])));
}

async function valueAt(host: PreviewHost, sheet: string, row: number, column: number): Promise<CellValue | null> {
  const { book } = sure(await host.read());
  return cellAt(book.sheets.find(({ name }) => name === sheet)!, row, column)?.value ?? null;
}

const plan = (rows: readonly (readonly NewValue[])[]): HostAction => {
  const columns: TablePlan['columns'] = [
    { name: 'Tên', width: 20 },
    { name: 'Điểm', width: 10, numberFormat: '0.00' },
  ];
  return { kind: 'put-table', plan: { sheet: 'Bảng', table: 'TDS_Thu', heading: ['BẢNG', 'Dòng hai'], columns, rows } };
};
const row = (name: string, points: number): NewValue[] => [text(name), { kind: 'number', number: points }];

describe('typed values are read as Excel under Vietnamese settings reads them', () => {
  test.each<[string, NewValue, string?]>([
    ['1,5', { kind: 'number', number: 1.5 }],
    ['1.234', { kind: 'number', number: 1234 }],
    ['1.234.567,25', { kind: 'number', number: 1234567.25 }],
    ['-7', { kind: 'number', number: -7 }],
    ['12,5%', { kind: 'number', number: 0.125 }, '0.00%'],
    ['05/11/2025', { kind: 'number', number: 45966 }, 'dd/mm/yyyy'],
    ['31/02/2025', text('31/02/2025')],
    ['1.5', text('1.5')],
    ['1,2,3', text('1,2,3')],
    ['=1+1', text('=1+1')],
    ["'007", text('007')],
    ['KPS', text('KPS')],
    ['true', { kind: 'boolean', boolean: true }],
    ['  ', { kind: 'empty' }],
  ])('%s', (typed, value, numberFormat) => {
    expect(typedValue(typed, 'General')).toEqual({ value, ...(numberFormat ? { numberFormat } : {}) });
  });

  test('any number written the Vietnamese way comes back as itself; in a text cell it stays text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const typed = formatNumber(hundredths / 100);
        expect(typedValue(typed, 'General').value).toEqual({ kind: 'number', number: hundredths / 100 });
        expect(typedValue(typed, '@').value).toEqual(text(typed));
      }),
    );
  });

  test('watchers learn of an edit, and it is in the saved file', async () => {
    const host = opened();
    const changes: string[] = [];
    await host.watch(({ sheet, range, remote }) => changes.push(`${sheet} ${range?.top},${range?.left} ${remote}`));
    sure(host.edit('Trang', 3, 1, '2,5'));
    expect(host.edit('Không có', 0, 0, 'x').ok).toBe(false);
    expect(changes).toEqual(['Trang 3,1 false']);
    const saved = sure(readBook(host.save()));
    expect(cellAt(saved.sheets[0]!, 3, 1)?.value).toBe(2.5);
  });
});

test('an edit forgets the results that count on it, however far, and no others', async () => {
  const computed = (row: number, column: number, formula: string, result: number | string) => {
    return { row, column, value: { kind: 'formula', formula, value: result } as const };
  };
  const host = opened(
    {
      name: 'Số liệu',
      cells: [
        { row: 0, column: 0, value: { kind: 'number', number: 3 } },
        { row: 0, column: 1, value: { kind: 'number', number: 4 } },
        computed(1, 0, 'IF(ISNUMBER($A$1),A1/B1*100,"A1")', 75),
        computed(2, 0, "SUM('Số liệu'!A2:A2)", 75),
        computed(3, 0, 'B1+LOG10(100)+AA1', 6),
        computed(4, 0, '"A1"&B1', 'A14'),
      ],
    },
    { name: 'Tổng', cells: [computed(0, 0, "SUM('Số liệu'!A:A)", 153), computed(1, 0, 'SUM(A3:B9)', 0)] },
  );
  sure(host.edit('Số liệu', 0, 0, '2'));
  const column = await Promise.all([0, 1, 2, 3, 4].map((row) => valueAt(host, 'Số liệu', row, 0)));
  expect(column).toEqual([2, null, null, 6, 'A14']);
  expect([await valueAt(host, 'Tổng', 0, 0), await valueAt(host, 'Tổng', 1, 0)]).toEqual([null, 0]);
  const { sheets } = sure(await host.read()).book;
  expect(cellAt(sheets[0]!, 2, 0)?.formula).toBe("SUM('Số liệu'!A2:A2)");
});

describe('tables of ours', () => {
  test('are made once, grow, shrink and are appended to; the office may add a column', async () => {
    const host = opened();
    sure(await host.apply('một', [plan([row('A', 1), row('B', 2)])]));
    const table = async () => sure(await host.read()).tables[0]!;
    expect((await table()).rows).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    sure(await host.apply('hai', [plan([row('A', 1), row('C', 3), row('D', 4)])]));
    expect((await table()).rows).toEqual([
      ['A', 1],
      ['C', 3],
      ['D', 4],
    ]);
    sure(await host.apply('ba', [{ kind: 'append-rows', table: 'TDS_Thu', rows: [row('E', 5)] }]));
    expect((await table()).rows).toHaveLength(4);
    sure(await host.apply('bốn', [plan([row('A', 9)])]));
    expect((await table()).rows).toEqual([['A', 9]]);
    expect(sure(await host.read()).book.sheets).toHaveLength(2);
  });

  test('never grow over what stands below them', async () => {
    const host = opened();
    sure(await host.apply('một', [plan([row('A', 1)])]));
    sure(host.edit('Bảng', 4, 0, 'ghi chú của xã'));
    const { refused } = sure(await host.apply('hai', [plan([row('A', 1), row('B', 2)])]));
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['table-blocked']);
    expect(await valueAt(host, 'Bảng', 4, 0)).toBe('ghi chú của xã');
  });
});

test('a write that expects another value is refused as changed', async () => {
  const host = opened();
  const write = (column: number, expected: CellValue | null): HostAction => ({
    kind: 'write',
    sheet: 'Trang',
    row: 0,
    column,
    value: text('mới'),
    expected,
  });
  const { refused } = sure(await host.apply('ghi', [write(0, 'a'), write(1, 'khác'), write(2, null)]));
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['changed']);
  expect([await valueAt(host, 'Trang', 0, 0), await valueAt(host, 'Trang', 0, 1)]).toEqual(['mới', 'b']);
});

test('marks are shown, saved as fill and note, and leave the workbook itself as it is', async () => {
  const host = opened();
  const range = { top: 0, left: 1, bottom: 0, right: 1 };
  const texts = [{ row: 0, column: 1, text: 'Thiếu số liệu' }];
  sure(await host.apply('đánh dấu', [{ kind: 'mark', sheet: 'Trang', ranges: [range], severity: 'error', texts }]));
  expect(host.marks('Trang').get(markKey(0, 1))).toMatchObject({ severity: 'error', text: 'Thiếu số liệu' });
  expect(host.marks('Trang').get(markKey(0, 0))).toBeUndefined();
  const saved = new TextDecoder('latin1').decode(host.save());
  expect(saved).toContain('comments');
  sure(await host.apply('bỏ', [{ kind: 'mark', sheet: 'Trang', ranges: [range], severity: null }]));
  expect(host.marks('Trang').get(markKey(0, 1))).toBeUndefined();
  expect(new TextDecoder('latin1').decode(host.save())).not.toContain('comments');
});

describe('undo', () => {
  const write = (column: number, value: string): HostAction => ({
    kind: 'write',
    sheet: 'Trang',
    row: 0,
    column,
    value: text(value),
  });

  test('straight away gives the very same bytes back', async () => {
    const host = opened();
    const before = host.save();
    const { undo } = sure(await host.apply('chạy', [write(0, 'x'), plan([row('A', 1)])]));
    expect(sure(await host.undo(undo)).leftAlone).toEqual([]);
    expect(host.save()).toEqual(before);
  });

  test('after other edits takes back only what is still ours; a sheet somebody typed in stays and is named', async () => {
    const host = opened();
    sure(await host.apply('bảng', [plan([row('A', 1)])]));
    const form = (name: string): HostAction => ({ kind: 'add-sheet', sheet: sheetOf(name, ['mẫu']) });
    const rows = [row('A', 1), row('B', 2)];
    const { undo } = sure(
      await host.apply('chạy', [write(0, 'x'), write(1, 'y'), plan(rows), form('Mẫu 1'), form('Mẫu 2')]),
    );
    sure(host.edit('Trang', 0, 1, 'sửa tay'));
    sure(host.edit('Mẫu 2', 2, 2, '5'));
    const { leftAlone } = sure(await host.undo(JSON.parse(JSON.stringify(undo))));
    expect(leftAlone).toEqual([
      { sheet: 'Trang', address: 'B1' },
      { sheet: 'Mẫu 2', address: '' },
    ]);
    expect([await valueAt(host, 'Trang', 0, 0), await valueAt(host, 'Trang', 0, 1)]).toEqual(['a', 'sửa tay']);
    const read = sure(await host.read());
    expect(read.book.sheets.map(({ name }) => name)).toEqual(['Trang', 'Bảng', 'Mẫu 2']);
    expect(read.tables.map(({ rows: held }) => held)).toEqual([[['A', 1]]]);
    expect(sure(readBook(host.save())).sheets).toHaveLength(3);
  });
});

test('opens another workbook; an unreadable workbook leaves the old one open', async () => {
  const host = opened();
  const refused = host.open('hỏng.xlsx', new Uint8Array([1, 2]));
  expect(refused.ok).toBe(false);
  expect(host.name()).toBe('Sổ.xlsx');
  sure(host.open('Khác.xlsx', newBook([sheetOf('Khác', ['z'])])));
  expect(sure(await host.read()).book.sheets.map(({ name }) => name)).toEqual(['Khác']);
});

test('a sheet of another workbook keeps formulas, rules, protection, looks, widths, hidden parts and paper', async () => {
  const form: NewSheet = {
    name: 'Mẫu',
    cells: [
      {
        row: 0,
        column: 0,
        value: { kind: 'text', text: 'Tỷ lệ' },
        style: { bold: true, fontSize: 14, fill: 'D9E2F3' },
      },
      { row: 1, column: 0, value: { kind: 'number', number: 8 }, style: { border: true, locked: false } },
      { row: 1, column: 1, value: { kind: 'number', number: 10 }, style: { numberFormat: '#,##0.00' } },
      { row: 1, column: 2, value: { kind: 'formula', formula: 'IF(B2=0,"",ROUND(A2/B2*100,2))', value: 80 } },
      { row: 2, column: 0, value: { kind: 'empty' }, style: { fill: 'FFF2CC', locked: false } },
      { row: 3, column: 0, value: { kind: 'formula', formula: 'Khác!A1', value: 7 } },
      { row: 4, column: 0, value: { kind: 'formula', formula: 'WEBSERVICE("http://x")', value: 'x' } },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    columnWidths: new Map([[0, 40]]),
    rowHeights: new Map([[0, 33]]),
    hiddenColumns: [5],
    hiddenRows: [7],
    freeze: { rows: 1, columns: 0 },
    validations: [
      {
        ranges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
        rule: { kind: 'decimal', min: 0, max: 100 },
        prompt: { title: 'Tử số', text: 'Ghi số.' },
        error: { style: 'stop', title: 'Sai', text: 'Từ 0 đến 100.' },
      },
      { ranges: [{ top: 4, left: 1, bottom: 4, right: 1 }], rule: { kind: 'list', options: ['Có', 'Không'] } },
    ],
    print: {
      orientation: 'landscape',
      fitWidth: 1,
      titleRows: [0, 1],
      area: { top: 0, left: 0, bottom: 4, right: 2 },
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4 },
      footer: 'Trang &P/&N',
    },
    protect: true,
  };
  const bytes = newBook([form, sheetOf('Khác', ['k'])]);
  const host = opened();
  await host.insertBooks([{ name: 'a.xlsx', bytes }]);
  const saved = host.save();
  const [before] = wholeSheets(bytes, sure(readBook(bytes)));
  const after = wholeSheets(saved, sure(readBook(saved))).find(({ name }) => name === 'Mẫu');
  expect(after).toEqual(before);
  // And what was read of the file is what was put into it.
  const { cells, ...rest } = before!;
  const { cells: made, ...wanted } = form;
  expect(rest).toMatchObject(wanted);
  expect(cells.map(({ value }) => value)).toEqual([
    made[0]?.value,
    made[1]?.value,
    made[2]?.value,
    made[3]?.value,
    // What would mean something else there, or fetch something, goes as its result.
    { kind: 'number', number: 7 },
    { kind: 'text', text: 'x' },
    { kind: 'empty' },
  ]);
  expect(cells.at(-1)?.style).toMatchObject({ fill: 'FFF2CC', locked: false });
  expect(cells[0]?.style).toMatchObject({ bold: true, fontSize: 14, fill: 'D9E2F3' });
});

test('a sheet can be removed, except the last', async () => {
  const host = opened(sheetOf('Một', ['1']), sheetOf('Hai', ['2']));
  sure(host.removeSheet('Một'));
  expect(sure(await host.read()).book.sheets.map(({ name }) => name)).toEqual(['Hai']);
  expect(host.removeSheet('Hai').ok).toBe(false);
});

test('a book is read and checked once until something in it changes', async () => {
  const host = opened(sheetOf('Một', ['1']));
  const settings = { movement: 'ta-ma-2023-2030', period: null, asOf: null, seals: [] };
  const book = sure(await host.read());
  sure(await host.apply('x', settingsActions(book, settings)));
  const first = sure(await load(host));
  const run = await runOver(first);
  expect(sure(await load(host))).toBe(first);
  expect(await runOver(sure(await load(host)))).toBe(run);
  sure(host.edit('Một', 0, 0, '2'));
  const second = sure(await load(host));
  expect(second).not.toBe(first);
  expect(cellAt(second.book.book.sheets[0]!, 0, 0)?.value).toBe(2);
  expect(await runOver(second)).not.toBe(run);
  sure(host.open('Khác.xlsx', newBook([sheetOf('Khác', ['1'])])));
  expect(sure(await host.read())).toMatchObject({ name: 'Khác.xlsx' });
});

test('visible sheets of other workbooks come in under free names', async () => {
  const host = opened(sheetOf('BC', ['cũ']));
  const bytes = newBook([sheetOf('BC', ['mới']), sheetOf('Phụ lục', ['p'])]);
  const [inserted] = await host.insertBooks([{ name: 'bản A.xlsx', bytes }]);
  const sheets = inserted?.kind === 'inserted' ? inserted.sheets : [];
  expect(sheets.map(({ name }) => name)).toEqual(['BC (2)', 'Phụ lục']);
  expect(await valueAt(host, 'BC', 0, 0)).toBe('cũ');
  expect(await valueAt(host, 'BC (2)', 0, 0)).toBe('mới');
});

test('many workbooks come in together: sheets are renamed within each workbook, an unusable workbook does not affect the others', async () => {
  const host = opened(sheetOf('BC', ['cũ']));
  const files = [
    newBook([sheetOf('BC', ['một']), sheetOf('Phụ lục', ['p'])]),
    new Uint8Array([1, 2, 3]),
    withLongList(),
    newBook([sheetOf('BC', ['hai'])]),
  ];
  const answers = await host.insertBooks(files.map((bytes, at) => ({ name: `${at}.xlsx`, bytes })));
  expect(
    answers.map((answer) => (answer.kind === 'inserted' ? answer.sheets.map(({ name }) => name) : answer.kind)),
  ).toEqual([['BC (2)', 'Phụ lục'], 'refused', 'refused', ['BC (3)']]);
  expect(await valueAt(host, 'BC (3)', 0, 0)).toBe('hai');
  const names = sure(await host.read()).book.sheets.map(({ name }) => name);
  expect(names).toEqual(['BC', 'BC (2)', 'Phụ lục', 'BC (3)']);
});

/** Two sheets; the list of choices on the second is longer than Excel takes. */
function withLongList(): Uint8Array {
  const at = { top: 0, left: 0, bottom: 0, right: 0 };
  const rule = { kind: 'list', options: ['a', 'b'] } as const;
  const made = newBook([
    sheetOf('BC', ['x']),
    { ...sheetOf('Danh sách', ['y']), validations: [{ ranges: [at], rule }] },
  ]);
  const parts = unzipSync(made);
  const part = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  return zipSync({ ...parts, [part]: strToU8(xml.replace('a,b', 'a'.repeat(300))) });
}

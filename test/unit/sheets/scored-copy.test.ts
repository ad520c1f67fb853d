import { describe, expect, it } from 'vitest';
import { joinResults } from '../../../core/judge/run/run-result.ts';
import { type Book, cellAt } from '../../../core/sheet/grid/sheet.ts';
import { newBook, patchBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { plainCopy } from '../../../core/sheet/workbook/plain-copy.ts';
import type { NewCell, NewSheet } from '../../../core/sheet/workbook/port.ts';
import { copyPlaces } from '../../../core/sheets/copy-place.ts';
import { scoredCopies } from '../../../core/sheets/scored-copy.ts';
import { flag, point, report, runResult, scoreSheet } from './sample-run.ts';

const text = (row: number, column: number, words: string): NewCell => ({
  row,
  column,
  value: { kind: 'text', text: words },
});

/** A small report: table in A4:D6, total in row 7, a stray remark of the unit in F5 and a merge above the table. */
function unitFile(extra: readonly NewCell[] = [], change: Partial<NewSheet> = {}): Uint8Array {
  const cells = [
    text(0, 0, 'BÁO CÁO'),
    text(1, 1, 'Bản A'),
    ...['STT', 'Tiêu chí', 'Kết quả', 'Tự chấm'].map((title, column) => text(3, column, title)),
    text(4, 1, 'Tiêu chí 1.1'),
    text(4, 2, '72/90'),
    text(4, 5, 'ghi chú riêng của đơn vị'),
    text(5, 1, 'Tiêu chí 1.2'),
    text(6, 1, 'Tổng cộng'),
    ...extra,
  ];
  const merges = [{ top: 0, left: 0, bottom: 0, right: 9 }];
  return newBook([{ name: 'Báo cáo', cells, merges, ...change }]);
}

function read(bytes: Uint8Array): Book {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
}

const ONE = report('Bản A', {
  total: { reading: { kind: 'missing' }, cell: { sheet: 'Báo cáo', address: 'D7' }, raw: null },
});
const SCORE = scoreSheet('Bản A', [
  point('1.1', 333),
  point('1.2', 0, { high: 500, status: 'to-grade', reason: '=1+1' }),
]);

function copyOf(bytes: Uint8Array, flags = [flag('Bản A')]) {
  const book = read(bytes);
  const joined = joinResults([{ report: ONE, unit: 'Bản A' }], flags, [SCORE]);
  const run = runResult([SCORE], { flags, ...joined });
  const actions = scoredCopies(run)(ONE.file, [{ result: joined.reports[0]!, places: copyPlaces(book, ONE) }]);
  const applied = patchBook(bytes, actions);
  if (!applied.ok) throw new Error(applied.refusal.message);
  expect(applied.value.refused).toEqual([]);
  return { before: book, after: read(applied.value.bytes), actions };
}

describe('the scored copy', () => {
  it('puts points, range and reason beside the table, past what the unit wrote there', () => {
    const { after } = copyOf(unitFile());
    const sheet = after.sheets[0]!;
    const row = (at: number) => [6, 7, 8].map((column) => cellAt(sheet, at, column)?.value ?? null);
    expect(row(3)).toEqual(['Điểm chấm', 'Khoảng điểm', 'Lý do']);
    expect(row(4)).toEqual([3.33, null, 'lý do 1.1']);
    expect(row(5)).toEqual([null, '0 – 5', '=1+1']);
    expect(cellAt(sheet, 5, 8)?.formula).toBeUndefined();
    expect(row(6)).toEqual([3.33, '3,33 – 8,33', '3,33/20 = 16,65 %']);
  });

  it('leaves every cell of the unit as it was', () => {
    const { before, after } = copyOf(unitFile([text(4, 6, 'x'), text(5, 9, 'y')]));
    for (const cells of before.sheets[0]!.rows.values()) {
      for (const cell of cells) expect(cellAt(after.sheets[0]!, cell.row, cell.column)?.value).toEqual(cell.value);
    }
    // F5, G5 and J6 are the unit's, so the columns begin after J.
    expect(cellAt(after.sheets[0]!, 3, 10)?.value).toBe('Điểm chấm');
  });

  it('never uses hidden columns', () => {
    const { after } = copyOf(unitFile([], { hiddenColumns: [6, 7] }));
    expect(cellAt(after.sheets[0]!, 3, 8)?.value).toBe('Điểm chấm');
  });

  it('marks each flagged cell once, with every flag of the cell, coloured by the worst', () => {
    const flags = [
      flag('Bản A', { id: 'w', code: 'outlier', severity: 'warning', message: 'khác hẳn' }),
      flag('Bản A'),
    ];
    const { actions } = copyOf(unitFile(), flags);
    const marks = actions.filter((action) => action.kind === 'mark');
    expect(marks).toMatchObject([{ severity: 'error', ranges: [{ top: 4, left: 2 }], texts: [{ row: 4, column: 2 }] }]);
    expect(marks[0]?.texts?.[0]?.text).toMatch(
      /^\[Lỗi: Tỷ lệ không khớp a\/b\].*Kiểm tra lại số liệu\.\n\n\[Cảnh báo: [^\]]+\] khác hẳn/s,
    );
  });

  it('adds the sheets of flags and places for the units of this file only', () => {
    const { after } = copyOf(unitFile(), [flag('Bản A'), flag('Bản B')]);
    expect(after.sheets.map((sheet) => sheet.name)).toEqual(['Báo cáo', 'Cảnh báo', 'Xếp hạng']);
    const units = [...after.sheets[1]!.rows.values()].map((cells) => cells.find((cell) => cell.column === 3)?.value);
    expect(units.filter((unit) => unit === 'Bản A' || unit === 'Bản B')).toEqual(['Bản A']);
    expect(cellAt(after.sheets[2]!, 3, 2)?.value).toBe('Bản A');
  });

  it('can be made of a book of an old kind: values, merges and number formats stay', () => {
    const date: NewCell = {
      row: 9,
      column: 0,
      value: { kind: 'number', number: 45_966 },
      style: { numberFormat: 'dd/mm/yyyy' },
    };
    const before = read(unitFile([date]));
    const copy = read(newBook(plainCopy(before)));
    expect(copy.sheets[0]?.merges).toEqual(before.sheets[0]?.merges);
    for (const cells of before.sheets[0]!.rows.values()) {
      for (const cell of cells) expect(cellAt(copy.sheets[0]!, cell.row, cell.column)?.value).toEqual(cell.value);
    }
    const style = cellAt(copy.sheets[0]!, 9, 0)?.style ?? 0;
    expect(copy.styles[style]?.numberFormat).toBe('dd/mm/yyyy');
  });
});

describe('joining flags to reports', () => {
  it('assigns a flag to one report of its file, a flag about the file to the first, the rest to none', () => {
    const first = report('Bản A', { file: 'x.xlsx', sheets: ['A'] });
    const second = report('Bản B', { file: 'x.xlsx', sheets: ['B'] });
    const flags = [
      flag('Bản A', { id: '1', file: 'x.xlsx', cell: { sheet: 'A', address: 'A1' } }),
      flag('Bản B', { id: '2', file: 'x.xlsx', cell: null }),
      flag('Bản B', { id: '3', file: 'x.xlsx', unit: null, cell: { sheet: 'B', address: 'A1' } }),
      flag('Bản C', { id: '4', file: null, cell: null, code: 'missing-report' }),
      flag('', { id: '5', file: 'x.xlsx', unit: null, cell: null, code: 'macro-present' }),
    ];
    const joined = joinResults(
      [
        { report: first, unit: 'Bản A' },
        { report: second, unit: 'Bản B' },
      ],
      flags,
      [],
    );
    expect(joined.reports.map((report) => report.flags.map(({ id }) => id))).toEqual([
      ['1', '5'],
      ['2', '3'],
    ]);
    expect(joined.looseFlags.map(({ id }) => id)).toEqual(['4']);
  });
});

/**
 * An officer's answers on columns: the sheet reads like the original, for exactly these headings, and no meaning occurs
 * twice.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredColumns, type ColumnMeaning, mapFault } from '../../../core/report/column-map.ts';
import { guessMaps } from '../../../core/report/guess-columns.ts';
import { hasOddColumns } from '../../../core/report/odd-columns.ts';
import { readReports, sightOf } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import { tellColumns } from '../../../core/report/tell-columns.ts';
import type { CellValue } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { layoutSheet, REAL_LAYOUTS } from '../../fixtures/layouts.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const FORM: readonly (readonly [string, ColumnMeaning])[] = [
  ['STT', 'index'],
  ['Tiêu chí', 'title'],
  ['Điểm tối đa', 'max'],
  ['Tử số (a)', 'numerator'],
  ['Mẫu số (b)', 'denominator'],
  ['Kết quả thực hiện', 'value'],
  ['Điểm tự chấm', 'self'],
  ['Minh chứng', 'evidence'],
  ['Ghi chú', 'explanation'],
];
const SAID: Readonly<Partial<Record<string, CellValue>>> = { 'yes-no': 'Có', date: '05/01/2025', level: 'Cấp phó' };

const ROWS: readonly (readonly Plain[])[] = SAMPLE_SET.criteria.map(({ code, title, maxPoints, measure }, at) => {
  const pair = measure === 'percentage' ? [30 + at, 60, null] : [null, null, SAID[measure] ?? at];
  return [code, title, maxPoints / 100, ...pair, at + 0.5, `Báo cáo số ${at + 1}/BC-UBND`, at % 3 ? null : 'đã làm'];
});

function read(rows: readonly (readonly Plain[])[], columns?: ReturnType<typeof answeredColumns>): Report | undefined {
  return readReports(bookOf([sheetOf(rows)]), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, answeredColumns: columns })
    .reports[0];
}

/** The content of an entry, without its cells. */
function content(entry: Entry): unknown {
  const readings = [entry.numerator, entry.denominator, entry.value, entry.self, entry.max].map(
    (item) => item?.reading,
  );
  return [entry.criterion, readings, entry.evidence, entry.explanation?.text];
}
const contents = (report: Report | undefined) => report?.entries.map(content);

/** Headings that say nothing, or the wrong thing; toneless, or they might be taken for letters of an old font. */
const NAMES = fc.oneof(
  fc.stringMatching(/^[a-z]{3,9}( [a-z]{2,7}){0,3}$/),
  fc.constantFrom('Kết quả', 'Điểm', 'Minh chứng', 'Nội dung', 'Đơn vị', 'Tổng số', 'Năm 2024', 'Đạt', 'Cột', 'x (1)'),
);

describe('a right map', () => {
  const plain = contents(read([FORM.map(([name]) => name), ...ROWS]));

  it('reads the same figures under any headings in any order', () => {
    expect(plain).toHaveLength(SAMPLE_SET.criteria.length);
    const order = fc.shuffledSubarray([...FORM.keys()], { minLength: FORM.length });
    fc.assert(
      fc.property(order, fc.array(NAMES, { minLength: FORM.length, maxLength: FORM.length }), (columns, headings) => {
        const rows = ROWS.map((row) => columns.map((from) => row[from] ?? null));
        const meanings = columns.map((from) => FORM[from]?.[1] ?? 'none');
        const report = read([headings, ...rows], answeredColumns([{ headings, meanings }]));
        expect(contents(report)).toEqual(plain);
        expect(report?.layout.isKept).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('applies to exactly these headings, whatever their Unicode form, case and line breaks', () => {
    const headings = FORM.map(([name]) => name);
    const swapped = FORM.map(([, meaning]) => (meaning === 'max' ? 'self' : meaning === 'self' ? 'max' : meaning));
    const columns = answeredColumns([{ headings, meanings: swapped }]);
    const first = (list: readonly string[]) => read([list, ...ROWS], columns)?.entries[0]?.self?.raw;
    const max = ROWS[0]?.[2];
    expect(first(headings)).toBe(max);
    expect(first(headings.map((text) => ` ${text.normalize('NFD').toUpperCase().replace(' ', '\n')}`))).toBe(max);
    expect(first(headings.with(8, 'Ghi chú thêm'))).toBe(0.5);
    expect(first(headings.slice(0, 8))).toBe(0.5);
    expect(read([headings.with(8, 'Ghi chú thêm'), ...ROWS], columns)?.layout.isKept).toBe(false);
  });

  it('holds for each unit whose columns stand side by side in one table', () => {
    const rows = (heading: string) => [
      ['STT', 'Tiêu chí', 'Bản Nà Đắng', null, 'Bản Nà Sàng', null],
      [null, null, 'Kết quả', heading, 'Kết quả', heading],
      ...SAMPLE_SET.criteria.map(({ code, title }) => [code, title, 1, 7, 2, 8]),
    ];
    const sheet = (heading: string) => bookOf([sheetOf(rows(heading), { merges: ['C1:D1', 'E1:F1'] })]);
    const values = (heading: string, columns?: ReturnType<typeof answeredColumns>) =>
      readReports(sheet(heading), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, answeredColumns: columns }).reports.map(
        ({ unit, entries }) => [unit?.text, entries[0]?.value?.raw],
      );
    const [table] = tellColumns(sheet('Ghi chú'), ['Sheet1'], { movement: SAMPLE_MOVEMENT });
    expect(table?.map.headings).toHaveLength(4);
    const meanings = table!.map.meanings.map((meaning) =>
      meaning === 'value' ? 'none' : meaning === 'explanation' ? 'value' : meaning,
    );
    const kept = answeredColumns([{ headings: table!.map.headings, meanings }]);
    expect(values('Ghi chú')).toEqual([
      ['Bản Nà Đắng', 1],
      ['Bản Nà Sàng', 2],
    ]);
    expect(values('Ghi chú', kept)).toEqual([
      ['Bản Nà Đắng', 7],
      ['Bản Nà Sàng', 8],
    ]);
  });

  it('a map that names one thing twice, or no criteria, has a fault that names it', () => {
    expect(mapFault({ meanings: FORM.map(([, meaning]) => meaning) })).toBeNull();
    expect(mapFault({ meanings: ['title', 'value', 'value'] })).toContain('“Kết quả”');
    expect(mapFault({ meanings: ['title', 'more-title', 'more-title', 'none', 'none'] })).toBeNull();
    expect(mapFault({ meanings: ['index', 'value'] })).toContain('“Tiêu chí”');
    expect(mapFault({ meanings: ['title', 'no', 'value'] })).toContain('“Đánh dấu khi đạt”');
  });
});

describe('headings no word tells', () => {
  const strange = FORM.map((_, at) => `Ô mới ${'abcdefghi'[at]}`);
  const guessed = (rows: readonly (readonly Plain[])[]) =>
    guessMaps(bookOf([sheetOf(rows)]), sightOf({ movement: SAMPLE_MOVEMENT }));

  it('are found above the criteria, in any column and row, and tell only where the criteria stand', () => {
    const above = [['BÁO CÁO'], [], ['Đơn vị: Bản A']];
    for (const shift of [0, 4, 8]) {
      const turned = (row: readonly Plain[]) => [...row.slice(shift), ...row.slice(0, shift)];
      const [map] = guessed([...above, turned(strange), ['I', 'Nhóm một'], ...ROWS.map(turned)]);
      expect(map?.headings).toEqual(turned(strange));
      expect(map?.meanings).toEqual(turned(FORM.map((_, at) => (at === 1 ? 'title' : 'none'))));
    }
  });

  it('are guessed neither where words tell a header, nor without criteria, nor without a row over them', () => {
    expect(guessed([FORM.map(([name]) => name), ...ROWS])).toEqual([]);
    expect(guessed([strange, ...ROWS.slice(0, 2)])).toEqual([]);
    expect(guessed(ROWS)).toEqual([]);
  });
});

describe('what columns were taken for', () => {
  const readWith = (rows: readonly (readonly Plain[])[], columns?: ReturnType<typeof answeredColumns>) =>
    tellColumns(bookOf([sheetOf(rows)]), ['Sheet1'], { movement: SAMPLE_MOVEMENT, answeredColumns: columns });

  it('each column has its letter, heading, meaning, certainty and first values', () => {
    const [table] = readWith([
      ['STT', 'Tiêu chí', 'Kết quả', 'Cột lạ', 'Minh chứng'],
      ...ROWS.map((row) => row.slice(0, 5)),
    ]);
    expect(table?.columns.map(({ letters, meaning, isSure }) => [letters, meaning, isSure])).toEqual([
      ['A', 'index', true],
      ['B', 'title', true],
      ['C', 'value', true],
      ['D', 'none', false],
      ['E', 'evidence', true],
    ]);
    expect(table?.columns[1]?.values).toEqual(ROWS.slice(0, 3).map((row) => row[1]));
  });

  it('a column of unknown words, a missing column and a map in use have to be looked at; a form of ours does not', () => {
    const odd = (rows: readonly (readonly Plain[])[], columns?: ReturnType<typeof answeredColumns>) => {
      const report = read(rows, columns);
      return report && hasOddColumns(report);
    };
    const headings = FORM.map(([name]) => name);
    expect(odd([headings, ...ROWS])).toBe(false);
    expect(odd([headings.with(5, 'Xyz abc'), ...ROWS])).toBe(true);
    const meanings = FORM.map(([, meaning]) => meaning);
    expect(odd([headings, ...ROWS], answeredColumns([{ headings, meanings }]))).toBe(true);
    expect(readWith([headings, ...ROWS], answeredColumns([{ headings, meanings }]))[0]?.isKept).toBe(true);
  });

  it.each([...REAL_LAYOUTS, 'form'] as const)('with its own reading stored as a map, %s reads the same', (kind) => {
    const filled = correctReport(SAMPLE_SET, SAMPLE_MOVEMENT, 'Bản Nà Đắng', 7);
    const book = readBook(newBook([layoutSheet(kind, filled).sheet]));
    if (!book.ok) throw new Error(book.refusal.message);
    const options = { movement: SAMPLE_MOVEMENT, period: filled.period };
    const [before] = readReports(book.value, { file: 'f.xlsx', ...options }).reports;
    const tables = tellColumns(book.value, before?.sheets ?? [], options);
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.map(({ map }) => mapFault(map))).toEqual(tables.map(() => null));
    const columns = answeredColumns(tables.map(({ map }) => map));
    const [after] = readReports(book.value, { file: 'f.xlsx', ...options, answeredColumns: columns }).reports;
    expect(after?.layout.isKept).toBe(true);
    expect(after?.entries).toEqual(before?.entries);
    expect(after?.remarks).toEqual(before?.remarks);
  });
});

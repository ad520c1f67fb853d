/** What must hold for any sheet: order of columns and rows does not matter, nothing throws, work stays linear. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import type { Book, Cell, CellValue, Sheet } from '../../../core/sheet/grid/sheet.ts';
import { drawn } from '../../draws.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { processorTime } from '../processor-time.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

function read(...sheets: Sheet[]): readonly Report[] {
  return readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT }).reports;
}

const NAMES = [
  'STT',
  'Tiêu chí',
  'Điểm tối đa',
  'Tử số (a)',
  'Mẫu số (b)',
  'Kết quả thực hiện',
  'Điểm tự chấm',
  'Minh chứng',
  'Ghi chú',
];

/** Rows of a complete report, a row for each criterion, in the order of NAMES. */
const ROWS: readonly (readonly Plain[])[] = SAMPLE_SET.criteria.map((criterion, at) => {
  const percentage = criterion.measure === 'percentage';
  const value =
    criterion.measure === 'yes-no'
      ? 'Có'
      : criterion.measure === 'date'
        ? '05/01/2025'
        : criterion.measure === 'level'
          ? 'Cấp phó'
          : at;
  return [
    criterion.code,
    criterion.title,
    criterion.maxPoints / 100,
    percentage ? 30 + at : null,
    percentage ? 60 : null,
    percentage ? null : value,
    at + 0.5,
    `Báo cáo số ${at + 1}/BC-UBND`,
    at % 3 === 0 ? 'đã thực hiện' : null,
  ];
});

/** The content of an entry, without its cells. */
function content(entry: Entry): unknown {
  const readings = [entry.numerator, entry.denominator, entry.value, entry.self, entry.max].map(
    (item) => item?.reading,
  );
  return [entry.criterion, readings, entry.evidence, entry.explanation?.text];
}

const contents = (report: Report | undefined) =>
  [...(report?.entries ?? [])].sort((a, b) => a.criterion.localeCompare(b.criterion)).map(content);

describe('order and place do not matter', () => {
  const plain = contents(read(sheetOf([NAMES, ...ROWS]))[0]);

  it('any order of columns and rows, any first row and column: the same entries', () => {
    expect(plain).toHaveLength(SAMPLE_SET.criteria.length);
    const permutation = (length: number) =>
      fc.shuffledSubarray(
        Array.from({ length }, (_, at) => at),
        { minLength: length },
      );
    fc.assert(
      fc.property(
        permutation(NAMES.length),
        permutation(ROWS.length),
        fc.integer({ min: 0, max: 29 }),
        fc.integer({ min: 0, max: 300 }),
        (columns, rows, top, left) => {
          const pick = (row: readonly Plain[]) => columns.map((column) => row[column]);
          const sheet = sheetOf([pick(NAMES), ...rows.map((at) => pick(ROWS[at] ?? []))], { top, left });
          const [report, ...others] = read(sheet);
          expect(others).toEqual([]);
          expect(report?.remarks).toEqual([]);
          expect(contents(report)).toEqual(plain);
        },
      ),
      { numRuns: drawn(25, 60), seed: 20250105 },
    );
  });
});

const HEADER_TEXT = fc.constantFrom(
  ...NAMES,
  'Chỉ tiêu',
  'Nội dung',
  'Số liệu thực hiện (1)',
  'Tỷ lệ đạt được (2)',
  'TỰ ĐÁNH GIÁ',
  'Đơn vị',
  'Mã',
);
const CRITERION_TEXT = fc.constantFrom(
  ...SAMPLE_SET.criteria.flatMap(({ title, code }) => [title, code, title.slice(5)]),
);
const LINE_TEXT = fc.constantFrom(
  'Đơn vị: Bản A',
  'Cộng',
  'NGƯỜI LẬP',
  'a = 5',
  'b: 9',
  'Kỳ: quý I/2025',
  'ngày 31 tháng 2 năm 2025',
  '1.',
  'II',
  'a)',
  '-',
);
const VALUE: fc.Arbitrary<CellValue | null> = fc.oneof(
  HEADER_TEXT,
  CRITERION_TEXT,
  LINE_TEXT,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=cmd|x!A1', '__proto__', 'constructor', '\u0000', '('.repeat(50), ' '.repeat(90), '1'.repeat(400)),
  fc.double(),
  fc.boolean(),
  fc.constant({ error: '#N/A' }),
  fc.constant(null),
);

/** Milliseconds of the processor. All of these take about two seconds; a quadratic step takes minutes. */
const SOON = 10_000;

describe('anything at all', () => {
  it('random grids with header words, titles, merges and hidden parts never throw', () => {
    const range = fc
      .tuple(fc.nat(14), fc.nat(9), fc.nat(4), fc.nat(4))
      .map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }));
    fc.assert(
      fc.property(
        fc.array(fc.array(VALUE, { maxLength: 10 }), { maxLength: 15 }),
        fc.array(range, { maxLength: 8 }),
        fc.array(fc.nat(14), { maxLength: 5 }),
        fc.constantFrom('visible' as const, 'hidden' as const, 'very-hidden' as const),
        (rows, merges, hidden, state) => {
          const base = sheetOf(rows, { state, hiddenRows: hidden, hiddenColumns: hidden });
          const file = readReports(bookOf([{ ...base, merges }, base]), { file: 'f', movement: SAMPLE_MOVEMENT });
          for (const report of file.reports) expect(report.entries.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: drawn(120, 400), seed: 7 },
    );
  });

  it.each([
    ['60,000 rows of titles', bigSheet(60_000, 9, (row) => `${SAMPLE_SET.criteria[row % 10]?.title} ${row}`)],
    ['60,000 headings after a header', bigSheet(60_000, 3, (row) => `Đơn vị: Bản ${row}`)],
    ['20,000 headers', bigSheet(20_000, 9, (_, column) => NAMES[column] ?? '')],
    ['16,384 columns', bigSheet(12, 16_384, (row, column) => (row === 0 ? (NAMES[column % 9] ?? '') : 'x'))],
    ['runs of blanks', bigSheet(1_600, 9, (row) => `${row}${' '.repeat(3_900)}x`)],
    ['runs of dots', bigSheet(1_600, 9, (row) => `${row} ,${'. '.repeat(1_900)}x`)],
    ['long texts', bigSheet(300, 9, (row) => `${'a= '.repeat(3_000)}${row}`)],
  ])('%s: soon done', (_, sheet) => {
    const reading = () => readReports(bookOf([sheet]), { file: 'f', movement: SAMPLE_MOVEMENT });
    expect(processorTime(reading)).toBeLessThan(SOON);
  });

  it('thousands of merges laid over each other: soon done', () => {
    const base = sheetOf([NAMES, ...ROWS]);
    const merges = Array.from({ length: 20_000 }, (_, at) => ({
      top: 12 + (at % 7),
      left: 0,
      bottom: 1_048_575,
      right: 16_383,
    }));
    const tall = bigSheet(5_000, 5, () => 'x');
    const work = processorTime(() => {
      expect(read({ ...base, merges })[0]?.entries).toHaveLength(10);
      read({ ...tall, merges });
    });
    expect(work).toBeLessThan(SOON);
  });
});

/** A header, then rows of generated text. */
function bigSheet(height: number, width: number, text: (row: number, column: number) => string): Sheet {
  const rows = new Map<number, readonly Cell[]>();
  rows.set(
    0,
    NAMES.map((value, column) => ({ row: 0, column, value })),
  );
  for (let row = 1; row < height; row += 1) {
    rows.set(
      row,
      Array.from({ length: width }, (_, column) => ({ row, column, value: text(row, column) })),
    );
  }
  const book: Book = bookOf([sheetOf([])]);
  const [empty] = book.sheets;
  return { ...(empty as Sheet), rows };
}

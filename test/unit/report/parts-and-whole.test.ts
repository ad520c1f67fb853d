/** Parts of a result beside their whole, names of parts that read like units, and several a and b under the same words. */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { unit } from '../judge/score/sets.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const criteria = SAMPLE_SET.criteria.filter(({ filledBy, rule }) => filledBy === 'unit' && rule.kind !== 'sum');
const ratios = criteria.filter(({ measure }) => measure === 'percentage');
const [ratio] = ratios;
if (!ratio) throw new Error('the sample movement lacks a ratio');

function reportsOf(rows: readonly (readonly Plain[])[], names: readonly string[] = []): readonly Report[] {
  const register = names.length === 0 ? null : names.map((name) => unit(name));
  return readReports(bookOf([sheetOf(rows)]), {
    file: 'f.xlsx',
    movement: SAMPLE_MOVEMENT,
    period: PERIOD,
    register,
  }).reports;
}

const entryOf = (report: Report | undefined, code: string): Entry | undefined =>
  report?.entries.find(({ criterion }) => criterion === code);
const figureOf = (report: Report | undefined, code: string): unknown => {
  const reading = entryOf(report, code)?.value?.reading;
  return reading?.kind === 'number' ? reading.value : reading?.kind;
};

/** Rows of all ratios under these heads; `cells` gives the figures of the row. */
function rowsUnder(heads: readonly Plain[], cells: (at: number) => readonly Plain[]): readonly (readonly Plain[])[] {
  return [heads, ...ratios.map((ratio, at) => [ratio.code, ratio.title, ...cells(at)])];
}

describe('parts beside their whole', () => {
  const parts = (at: number): readonly Plain[] => [60 + at, 80 + at, 70 + at];

  it.each([
    ['Đợt 1', 'Đợt 2', 'Tổng cộng'],
    ['Khu A', 'Khu B', 'Cả đơn vị'],
    ['Khối sáng', 'Khối chiều', 'Toàn trường'],
  ])('%s | %s | %s: the whole', (first, second, whole) => {
    const reports = reportsOf([['Đơn vị: Bản Nà Đắng'], ...rowsUnder(['TT', 'Tiêu chí', first, second, whole], parts)]);
    expect(reports.map((report) => report.unit?.text)).toEqual(['Bản Nà Đắng']);
    expect(figureOf(reports[0], ratio.code)).toBe(70);
  });

  const NAMES = [
    ['Xóm Co Phát', 'Xóm Gò Lớn', 'Xóm Hua Sát'],
    ['Tổ dân phố 1', 'Tổ dân phố 2', 'Tổ dân phố 3'],
    ['Trường Tiểu học Hòa Bình', 'Thôn Đông', 'Công an xã'],
  ];
  const WHOLES = [
    'TỔNG HỢP CHUNG',
    'Tổng cộng',
    'Chung',
    'Cộng các thôn',
    'Toàn xã',
    'Tổng số các đơn vị',
    'Bình quân chung',
  ];
  const below = ['Số đạt', 'Tổng số'];
  const inColumns = (names: readonly string[]) => [
    ['TT', 'Tiêu chí', ...names.flatMap((name) => [name, null])],
    [null, null, ...names.flatMap(() => below)],
    ...ratios.map(({ code, title }, at) => [code, title, ...names.flatMap((_, column) => [3 + at + column, 20])]),
  ];

  it.each(NAMES.flatMap((names) => WHOLES.map((whole) => [names, whole] as const)))(
    '%s beside “%s” are units, without a register too',
    (names, whole) => {
      for (const columns of [
        [...names, whole],
        [whole, ...names],
      ])
        expect(reportsOf(inColumns(columns)).map((report) => report.unit?.text)).toEqual(names);
    },
  );

  it.each(['Tổng', 'TỔNG HỢP CHUNG', 'Cả xóm'])('parts of a unit’s own result beside “%s” are no units', (whole) => {
    const rows = [
      ['TT', 'Tiêu chí', 'Kết quả thực hiện của đơn vị', null, null],
      [null, null, 'Tổ 1', 'Tổ 2', whole],
      ...ratios.map(({ code, title }, at) => [code, title, 60 + at, 80 + at, 70 + at]),
    ];
    const reports = reportsOf(rows);
    expect(reports).toHaveLength(1);
    expect(figureOf(reports[0], ratio.code)).toBe(70);
  });

  it('day and night beside their sum are no units', () => {
    const reports = reportsOf(rowsUnder(['TT', 'Tiêu chí', 'Ban ngày', 'Ban đêm', 'Tổng'], parts));
    expect(reports).toHaveLength(1);
    expect(figureOf(reports[0], ratio.code)).toBe(70);
  });

  it('a name that begins like a whole is a name', () => {
    const names = ['Toàn Thắng', 'Cộng Hòa', 'Thôn Đông', 'Thôn Đoài'];
    expect(reportsOf(inColumns(names)).map((report) => report.unit?.text)).toEqual(names);
  });

  it.each(['Cả trường', 'Toàn trường', 'Cả đơn vị', 'Tổng cả trường'])(
    'parts beside “%s” are of the unit, without a register too',
    (whole) => {
      const reports = reportsOf(inColumns(['Trường chính', 'Khu lẻ Pá Hốc', whole]));
      expect(reports.map((report) => report.unit?.text ?? null)).not.toContain('Trường chính');
      expect(reports).toHaveLength(1);
    },
  );

  it('where no column can be the whole, none is chosen', () => {
    const [report] = reportsOf(
      rowsUnder(['TT', 'Tiêu chí', 'Đợt 1', 'Đợt 2', 'Đợt 3'], (at) => [60 + at, 80 - at, 90 + at]),
    );
    expect(figureOf(report, ratio.code)).not.toBeTypeOf('number');
  });
});

describe('names that stand where units stand', () => {
  const heads = ['TT', 'Tiêu chí', 'Khu A', 'Khu B'];
  const cells = (at: number): readonly Plain[] => [60 + at, 80 + at];

  it('are no units where the register knows none of them', () => {
    const reports = reportsOf(rowsUnder(heads, cells), ['Bản Nà Đắng', 'Bản Nà Sàng']);
    expect(reports.map((report) => report.unit?.text)).not.toContain('Khu A');
    expect(reports.map((report) => report.unit?.text)).not.toContain('Khu B');
  });

  it('are units where it does', () => {
    const reports = reportsOf(rowsUnder(heads, cells), ['Khu A', 'Khu B']);
    expect(reports.map((report) => report.unit?.text)).toEqual(['Khu A', 'Khu B']);
  });
});

describe('a and b of each part', () => {
  const heads = [
    ['TT', 'Tiêu chí', 'Đợt 1', null, 'Đợt 2', null, 'Tổng cộng', null],
    [null, null, 'Số đạt', 'Tổng số', 'Số đạt', 'Tổng số', 'Số đạt', 'Tổng số'],
  ];
  const body = (sum: number) =>
    ratios.map((ratio, at) => [ratio.code, ratio.title, 3 + at, 10, 4 + at, 20, 7 + 2 * at + sum, 30]);

  it('the sums of the others are the unit’s', () => {
    const [report] = reportsOf([...heads, ...body(0)]);
    const entry = entryOf(report, ratio.code);
    expect([entry?.numerator?.reading, entry?.denominator?.reading]).toMatchObject([{ value: 7 }, { value: 30 }]);
  });
});

/**
 * What stands beside the criteria in one file: targets of another year, lists of other units, tables of scales, a sum
 * told in a sentence, units down and criteria across.
 */
import { describe, expect, it } from 'vitest';
import { readReports } from '../../../core/report/read.ts';
import type { Report } from '../../../core/report/report.ts';
import type { Sheet } from '../../../core/sheet/grid/sheet.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const criteria = SAMPLE_SET.criteria.filter(({ filledBy }) => filledBy === 'unit');
const ratios = criteria.filter(({ measure }) => measure === 'percentage').slice(0, 3);
const [first, second, third] = ratios;
if (!first || !second || !third) throw new Error('the sample movement has too few percentages');

function read(year: number, ...sheets: readonly Sheet[]): readonly Report[] {
  const period = { kind: 'year', year } as const;
  return readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period }).reports;
}

const figureOf = (report: Report | undefined, code: string): unknown => {
  const reading = report?.entries.find(({ criterion }) => criterion === code)?.value?.reading;
  return reading?.kind === 'number' ? reading.value : reading?.kind;
};

const HEADER = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả thực hiện', 'Điểm tự chấm', 'Minh chứng'];
const rows = ratios.map((ratio, at): Plain[] => [
  at + 1,
  ratio.title,
  ratio.maxPoints / 100,
  61 + at,
  5,
  'Báo cáo số 4/BC',
]);
const report = [['BÁO CÁO KẾT QUẢ NĂM 2025'], ['Đơn vị: Thôn Một'], HEADER, ...rows] as const;
const targets = (year: number): readonly (readonly Plain[])[] => [
  [],
  [`PHƯƠNG HƯỚNG NĂM ${year}`],
  ['STT', 'Tiêu chí', `Chỉ tiêu năm ${year}`, 'Giải pháp'],
  ...ratios.map((ratio, at): Plain[] => [at + 1, ratio.title, ratio.target?.value ?? 90, 'Tiếp tục tuyên truyền']),
];

describe('targets of another year', () => {
  it('are no report, though the year is the one under review', () => {
    const [only, ...others] = read(2026, sheetOf([...report, ...targets(2026)]));
    expect(others).toEqual([]);
    expect(only?.period?.period).toEqual({ kind: 'year', year: 2025 });
    expect(figureOf(only, first.code)).toBe(61);
  });

  it('on a sheet of their own belong to no unit', () => {
    const two = [...report, [], ['Đơn vị: Thôn Hai'], HEADER, ...rows];
    const reports = read(2025, sheetOf(two), sheetOf(targets(2026), { name: 'KH 2026' }));
    expect(reports.map(({ unit }) => unit?.text)).toEqual(['Thôn Một', 'Thôn Hai']);
  });
});

describe('other tables', () => {
  it('behind the last criterion leave no rows of the report', () => {
    const scale = [[], ['THANG XẾP LOẠI'], ['STT', 'Xếp loại', 'Điểm từ', 'Điểm đến'], [1, 'Tốt', 75, 100]];
    const [only] = read(2025, sheetOf([...report, ...scale]));
    expect(only?.remarks.filter(({ kind }) => kind === 'unknown-row')).toEqual([]);
  });

  it('that list the places of units name nobody who reports', () => {
    const places = sheetOf(
      [['KẾT QUẢ XẾP HẠNG NĂM 2024'], ['STT', 'Đơn vị', 'Tổng điểm'], [1, 'Thôn Chín', 95], [2, 'Thôn Mười', 92]],
      { name: 'Xếp hạng' },
    );
    const [only] = read(2025, places, sheetOf([HEADER, ...rows]));
    expect(only?.unit).toBeNull();
  });

  it('a row on some of a criterion is a row below it', () => {
    const parted = rows.flatMap((row): Plain[][] => [row, [null, 'Trong đó: nữ', null, 12]]);
    const [only] = read(2025, sheetOf([HEADER, ...parted]));
    expect(only?.remarks.filter(({ kind }) => kind === 'unknown-row')).toEqual([]);
    expect(ratios.map(({ code }) => figureOf(only, code))).toEqual([61, 62, 63]);
  });
});

describe('columns beside the result', () => {
  const beside = (head: string, cells: readonly Plain[], headers = ['Kế hoạch', 'Thực hiện']): Report | undefined =>
    read(
      2025,
      sheetOf([
        ['STT', 'Tiêu chí', ...headers, head],
        ...ratios.map((ratio, at): Plain[] => [at + 1, ratio.title, ratio.target?.value ?? 90, 40 + at, cells[at]]),
      ]),
    )[0];

  it('what is left of the plan is not the result', () => {
    const left = ratios.map((ratio, at) => (ratio.target?.value ?? 90) - 40 - at);
    const only = beside('Còn phải thực hiện', left);
    expect(ratios.map(({ code }) => figureOf(only, code))).toEqual([40, 41, 42]);
  });

  it('a weight is not the result, however it sounds', () => {
    expect(figureOf(beside('Trọng số', [1, 2, 1]), first.code)).toBe(40);
  });

  it('the number of cases of a share without its total is not lost', () => {
    const [only] = read(
      2025,
      sheetOf([
        ['STT', 'Tiêu chí', 'Số lượng đạt', 'Tỷ lệ (%)'],
        ...ratios.map((ratio): Plain[] => [1, ratio.title, 120, 80]),
      ]),
    );
    const entry = only?.entries.find(({ criterion }) => criterion === second.code);
    expect(figureOf(only, second.code)).toBe(80);
    expect(entry?.numerator?.reading ?? only?.account?.leftovers).toBeTruthy();
  });

  it('sentences stand aside where another column has the figures', () => {
    const [only] = read(
      2025,
      sheetOf([
        ['STT', 'Tiêu chí', 'Điểm tối đa', 'Mô tả kết quả', 'Số liệu', 'Điểm tự chấm', 'Minh chứng'],
        ...ratios.map((ratio, at): Plain[] => [
          1,
          ratio.title,
          5,
          'Đã tuyên truyền đến từng hộ',
          70 + at,
          5,
          'Báo cáo số 4/BC',
        ]),
      ]),
    );
    expect(ratios.map(({ code }) => figureOf(only, code))).toEqual([70, 71, 72]);
  });

  it('a row of numbers under two columns is no row of the report', () => {
    const [only] = read(
      2025,
      sheetOf([['Tiêu chí', 'Kết quả thực hiện'], ['(1)', '(2)'], ...rows.map((row) => [row[1], row[3]])]),
    );
    expect(figureOf(only, first.code)).toBe(61);
    expect(only?.layout.headerBottom).toBe(0);
    expect(only?.remarks.filter(({ kind }) => kind === 'unknown-row' || kind === 'unread')).toEqual([]);
  });
});

describe('titles and sums', () => {
  it('how a criterion is scored may stand below its title', () => {
    const scored = rows.map((row): Plain[] => [row[0], `${row[1]}\n(Đạt: 8 điểm; không đạt: 0 điểm)`, ...row.slice(2)]);
    const [only] = read(2025, sheetOf([HEADER, ...scored]));
    expect(ratios.map(({ code }) => figureOf(only, code))).toEqual([61, 62, 63]);
  });

  it('the unit’s total may be told in a sentence, the maximum never is', () => {
    const totalOf = (text: string) => read(2025, sheetOf([HEADER, ...rows, [text]]))[0]?.total?.reading;
    expect(totalOf('Tổng điểm tự chấm: 15,5/100 điểm')).toMatchObject({ kind: 'number', value: 15.5 });
    expect(totalOf('Tổng điểm tối đa: 100 điểm') ?? null).not.toMatchObject({ kind: 'number', value: 100 });
  });
});

describe('units down, criteria across', () => {
  const sheet = sheetOf(
    [
      ['BẢNG TỔNG HỢP NĂM 2025'],
      ['STT', 'Đơn vị tự chấm', ...ratios.flatMap(({ title }): Plain[] => [title, null])],
      [null, null, ...ratios.flatMap((): Plain[] => ['Kết quả', 'Minh chứng'])],
      [1, 'Thôn Một', 51, 'Báo cáo số 1/BC', 52, 'Báo cáo số 1/BC', 53, 'Báo cáo số 1/BC'],
      [2, 'Thôn Hai', 71, 'Báo cáo số 2/BC', 72, 'Báo cáo số 2/BC', 73, 'Báo cáo số 2/BC'],
      [null, 'Bình quân', 61, null, 62, null, 63],
      ['Văn Sơn, ngày 30/10/2025'],
    ],
    { merges: ['C2:D2', 'E2:F2', 'G2:H2', 'A2:A3', 'B2:B3'] },
  );

  it('each row is a report, with the time that the page tells', () => {
    const reports = read(2025, sheet);
    expect(reports.map(({ unit }) => unit?.text)).toEqual(['Thôn Một', 'Thôn Hai']);
    expect(reports.map((report) => ratios.map(({ code }) => figureOf(report, code)))).toEqual([
      [51, 52, 53],
      [71, 72, 73],
    ]);
    expect(reports.map(({ period, date }) => [period?.period.year, date?.date])).toEqual([
      [2025, '2025-10-30'],
      [2025, '2025-10-30'],
    ]);
  });
});

describe('a column for a stretch of the period', () => {
  it.each(['Kết quả đến 30/11', 'Kết quả quý III', 'Kết quả 9 tháng'])(
    '“%s” is named where the year has no figure',
    (stretch) => {
      const header = ['STT', 'Tiêu chí', 'Điểm tối đa', stretch, 'Kết quả cả năm'];
      const body = ratios.map((ratio, at): Plain[] => [at + 1, ratio.title, 5, 50 + at, at === 0 ? 87.5 : null]);
      const [report] = read(2025, sheetOf([['Đơn vị: Bản Nà Đắng'], header, ...body]));
      expect(figureOf(report, first.code)).toBe(87.5);
      expect(report?.account?.leftovers.map(({ text }) => text)).toEqual(['51', '52']);
    },
  );
});

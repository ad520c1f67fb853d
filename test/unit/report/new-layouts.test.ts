/**
 * Layouts no list of header words holds: which result, which period, whose columns, and prose that says a, b and the
 * ratio.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import type { Sheet } from '../../../core/sheet/grid/sheet.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, type SheetOptions, sheetOf } from './book.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const ratio = SAMPLE_SET.criteria.find(({ measure, filledBy }) => measure === 'percentage' && filledBy === 'unit');
const count = SAMPLE_SET.criteria.find(({ measure, rule }) => measure === 'count' && rule.kind !== 'sum');
const yesNo = SAMPLE_SET.criteria.find(({ measure }) => measure === 'yes-no');
if (!ratio || !count || !yesNo) throw new Error('the sample movement lacks a measure');

function filesOf(sheets: readonly Sheet[]) {
  return readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period: PERIOD });
}

function reportsOf(rows: readonly (readonly Plain[])[], options: SheetOptions = {}): readonly Report[] {
  return filesOf([sheetOf(rows, options)]).reports;
}

function entryOf(report: Report | undefined, code: string): Entry | undefined {
  return report?.entries.find(({ criterion }) => criterion === code);
}

const figureOf = (report: Report | undefined, code: string): unknown => {
  const reading = entryOf(report, code)?.value?.reading;
  return reading?.kind === 'number' ? reading.value : reading?.kind;
};

describe('which of several result columns', () => {
  const under = (left: string, right: string, first: Plain, second: Plain) =>
    reportsOf(
      [
        ['TT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả thực hiện', null, 'Điểm tự chấm'],
        [null, null, null, left, right, null],
        [count.code, count.title, 5, first, second, 5],
        [yesNo.code, yesNo.title, 10, 'Không', 'Có', 10],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'] },
    )[0];

  it.each([
    ['Năm 2024', 'Năm 2025'],
    ['Quý I', 'Cả năm'],
    ['9 tháng đầu năm', 'Năm 2025'],
  ])('%s | %s: uses the column of the period', (left, right) => {
    const report = under(left, right, 1, 2);
    expect(figureOf(report, count.code)).toBe(2);
    expect(figureOf(report, yesNo.code)).toBe('yes');
  });

  it('Năm 2025 | Năm 2024: the order says nothing', () => {
    expect(figureOf(under('Năm 2025', 'Năm 2024', 2, 1), count.code)).toBe(2);
  });

  it('two indistinguishable columns yield both readings', () => {
    const report = under('Kết quả', 'Thực tế', 3, 2);
    expect(entryOf(report, count.code)?.value?.reading).toMatchObject({ kind: 'ambiguous', candidates: [3, 2] });
  });

  it('a plan is never the result, and done ÷ plan is not the ratio of the criterion', () => {
    const goal = ratio.target?.value ?? 80;
    const [report] = reportsOf([
      ['STT', 'Tiêu chí', 'Kế hoạch', 'Kết quả thực hiện', 'Tỷ lệ (%)', 'Điểm tự chấm'],
      [ratio.code, ratio.title, goal, goal / 2, 50, 1],
      [count.code, count.title, 4, 2, 50, 1],
    ]);
    expect(figureOf(report, ratio.code)).toBe(goal / 2);
    expect(figureOf(report, count.code)).toBe(2);
  });

  it('a and b stay a pair beside their ratio, and a bare "Điểm" left of the own points is the maximum', () => {
    const [report] = reportsOf([
      ['TT', 'Tiêu chí', 'Điểm', 'Số thực hiện', 'Tổng số', 'Tỷ lệ %', 'Điểm tự chấm'],
      [ratio.code, ratio.title, 8, 30, 100, 90, 8],
      [yesNo.code, yesNo.title, 10, 'Có', null, null, 10],
    ]);
    const entry = entryOf(report, ratio.code);
    expect([entry?.numerator?.raw, entry?.denominator?.raw, entry?.value?.raw, entry?.max?.raw]).toEqual([
      30, 100, 90, 8,
    ]);
  });

  it('an x under "Không đạt" is a no', () => {
    const [report] = reportsOf([
      ['TT', 'Tiêu chí', 'Đạt', 'Không đạt', 'Điểm tự chấm'],
      [yesNo.code, yesNo.title, null, 'x', 0],
      [count.code, count.title, 2, null, 0],
    ]);
    expect(figureOf(report, yesNo.code)).toBe('no');
    expect(figureOf(report, count.code)).toBe(2);
  });
});

describe('whose and when', () => {
  it('units as columns are one report each', () => {
    const reports = reportsOf(
      [
        ['TT', 'Tiêu chí', 'Bản Nà Đắng', null, 'Bản Nà Sàng', null],
        [null, null, 'Kết quả', 'Điểm tự chấm', 'Kết quả', 'Điểm tự chấm'],
        [count.code, count.title, 1, 1, 2, 2],
        [yesNo.code, yesNo.title, 'Có', 10, 'Không', 0],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
    );
    expect(reports.map((report) => [report.unit?.text, figureOf(report, count.code)])).toEqual([
      ['Bản Nà Đắng', 1],
      ['Bản Nà Sàng', 2],
    ]);
  });

  it('of two tables for two periods on a sheet, the table of the period under review counts, with the unit of the heading', () => {
    const table = (year: number, figure: number): (readonly Plain[])[] => [
      [`${year === 2024 ? 'I' : 'II'}. KẾT QUẢ NĂM ${year}`],
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      [count.code, count.title, figure, 1],
      [yesNo.code, yesNo.title, 'Có', 10],
    ];
    const reports = reportsOf([['Đơn vị: Bản Nà Đắng'], ...table(2024, 1), ...table(2025, 2)]);
    expect(reports.map((report) => [report.unit?.text, figureOf(report, count.code)])).toEqual([['Bản Nà Đắng', 2]]);
  });

  it('the day under the last table of a sheet is that of the table that counts', () => {
    const table = (year: number): (readonly Plain[])[] => [
      [`Bảng ${2026 - year}. Kết quả năm ${year}`],
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      [count.code, count.title, 2, 1],
      [yesNo.code, yesNo.title, 'Có', 10],
    ];
    const day = ['Ta Ma, ngày 05 tháng 11 năm 2025'];
    const reports = reportsOf([['Đơn vị: Bản Nà Đắng'], ...table(2025), ...table(2024), day]);
    expect(reports.map(({ period, date }) => [period?.period, date?.date])).toEqual([[PERIOD, '2025-11-05']]);
  });

  it('answers of an online form are a report a row', () => {
    const reports = reportsOf([
      [
        'Dấu thời gian',
        'Tên đơn vị',
        `${count.code}. ${count.title}`,
        'Minh chứng',
        yesNo.title,
        `${ratio.title} [Kết quả]`,
      ],
      ['05/11/2025 8:30:00', 'Bản Nà Đắng', 2, 'Báo cáo số 5/BC', 'Có', 80],
      ['06/11/2025 9:00:00', 'Bản Nà Sàng', 3, 'Báo cáo số 6/BC', 'Không', 90],
    ]);
    expect(
      reports.map((report) => [
        report.unit?.text,
        report.date?.date,
        figureOf(report, count.code),
        figureOf(report, ratio.code),
      ]),
    ).toEqual([
      ['Bản Nà Đắng', '2025-11-05', 2, 80],
      ['Bản Nà Sàng', '2025-11-06', 3, 90],
    ]);
    expect(entryOf(reports[1], count.code)?.evidence).toEqual(['Báo cáo số 6/BC']);
  });

  it('a cover tells unit, period and day, a summary the grand total', () => {
    const cover = sheetOf([['Đơn vị: Bản Nà Đắng'], ['Kỳ báo cáo: Năm 2025'], ['Ngày báo cáo: 05/11/2025']], {
      name: 'Bìa',
    });
    const summary = sheetOf([['Tổng điểm tự chấm', 13]], { name: 'Tổng hợp' });
    const table = sheetOf([
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      [count.code, count.title, 2, 3],
      [yesNo.code, yesNo.title, 'Có', 10],
    ]);
    const [report] = filesOf([cover, table, summary]).reports;
    expect([report?.unit?.text, report?.period?.period, report?.date?.date, report?.total?.raw]).toEqual([
      'Bản Nà Đắng',
      PERIOD,
      '2025-11-05',
      13,
    ]);
  });

  it('the name beside "Họ và tên:" is who reports', () => {
    const [report] = reportsOf([
      ['Họ và tên:', 'Lò Văn Páo'],
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      [count.code, count.title, 2, 3],
      [yesNo.code, yesNo.title, 'Có', 10],
    ]);
    expect(report?.unit?.text).toBe('Lò Văn Páo');
  });
});

describe('rows and cells', () => {
  it('an evidence cell with a place and a day neither ends the table nor dates the report', () => {
    const [report] = reportsOf([
      ['TT', 'Tiêu chí, nội dung chấm điểm', 'Kết quả năm 2025', 'Minh chứng'],
      [yesNo.code, yesNo.title, 'Có', 'Kế hoạch số 5/KH-BM, ngày 05 tháng 02 năm 2025'],
      [count.code, count.title, 2, 'Báo cáo số 9/BC'],
    ]);
    expect(report?.entries.map(({ criterion }) => criterion)).toEqual([yesNo.code, count.code]);
    expect(report?.date).toBeNull();
  });

  it('evidence merged down covers its rows', () => {
    const [report] = reportsOf(
      [
        ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'],
        [yesNo.code, yesNo.title, 'Có', 10, 'Báo cáo số 9/BC'],
        [count.code, count.title, 2, 3, null],
      ],
      { merges: ['E2:E3'] },
    );
    expect(entryOf(report, count.code)?.evidence).toEqual(['Báo cáo số 9/BC']);
  });

  it.each([
    'Đạt 85% (170/200)',
    '170/200, đạt 85%',
    'Tử số: 170 / Mẫu số: 200 / Tỷ lệ: 85%',
    'a = 170; b = 200; tỷ lệ 85%',
  ])('%s: a, b and the ratio', (text) => {
    const [report] = reportsOf([
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      [ratio.code, ratio.title, text, '8/10'],
      [yesNo.code, yesNo.title, 'Có', '8/10'],
    ]);
    const entry = entryOf(report, ratio.code);
    const values = [entry?.numerator, entry?.denominator, entry?.value].map((read) => read?.reading);
    expect(values).toMatchObject([{ value: 170 }, { value: 200 }, { value: 85 }]);
    expect(entryOf(report, yesNo.code)?.self?.reading).toMatchObject({ kind: 'number', value: 8 });
  });

  it.each([
    ['2/999', 'not-a-number'],
    [{ formula: '3+0', value: null }, 'formula-error'],
    [{ formula: 'WEBSERVICE("http://x.vn")', value: null }, 'injected-formula'],
  ] as const)('a count of %j is reported (%s)', (written, code) => {
    const file = filesOf([
      sheetOf([
        ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
        [count.code, count.title, written, 3],
        [yesNo.code, yesNo.title, 'Có', 10],
      ]),
    ]);
    const context = {
      movement: SAMPLE_MOVEMENT,
      period: PERIOD,
      asOf: null,
      register: null,
      previous: null,
      observations: null,
    };
    expect(checkFiles([file], context).flags.map((flag) => flag.code)).toContain(code);
  });

  it('53/73 beside a total of 73 is 53; beside another total it is no figure', () => {
    const read = (total: number) =>
      entryOf(
        reportsOf([
          ['TT', 'Tiêu chí', 'Tử số', 'Mẫu số', 'Điểm tự chấm'],
          [ratio.code, ratio.title, '53/73', total, 3],
          [yesNo.code, yesNo.title, 'Có', null, 10],
        ])[0],
        ratio.code,
      )?.numerator?.reading;
    expect(read(73)).toMatchObject({ kind: 'number', value: 53 });
    expect(read(80)?.kind).toBe('text');
  });
});

describe('words over columns, letters before rows', () => {
  it('a word for the unit over all its columns begins the table', () => {
    const [report] = reportsOf(
      [
        ['Nội dung', 'Đơn vị báo cáo', null],
        [null, 'Kết quả trong kỳ', 'Hồ sơ minh chứng'],
        [ratio.title, 85, 'Báo cáo số 3/BC ngày 02/05/2025'],
        [count.title, 3, null],
        [yesNo.title, 'Có', null],
      ],
      { merges: ['A1:A2', 'B1:C1'] },
    );
    expect(figureOf(report, ratio.code)).toBe(85);
    expect(entryOf(report, ratio.code)?.evidence).toHaveLength(1);
  });

  it('a word for criteria over numbers does not hide the word over the criteria, whatever else stands beside them', () => {
    const [report] = reportsOf([
      ['Tiêu chí số', 'Chỉ số thi đua', 'Bổ sung', 'Trao đổi thêm', 'Đ.Tđa', 'Dành cho đơn vị', null, null, 'Lưu ý'],
      [null, null, null, null, null, 'KQ', 'TC', 'MC', null],
      [count.code, count.title, null, null, 10, 3, 5, 'BC 1', null],
      [ratio.code, ratio.title, null, null, 10, 80, 6, 'BC 2', null],
    ]);
    expect([figureOf(report, count.code), figureOf(report, ratio.code)]).toEqual([3, 80]);
  });

  it('of the period before, this period and the sum of both this period counts, though the sum is borne out', () => {
    const counts = SAMPLE_SET.criteria.filter(({ measure, rule }) => measure === 'count' && rule.kind !== 'sum');
    const rows = counts.map(({ code, title }, at): Plain[] => [code, title, 2 + at, 3 + at, 5 + 2 * at]);
    const [report] = reportsOf([['TT', 'Tiêu chí', 'Kỳ trước chuyển sang', 'Thực hiện kỳ này', 'Cộng dồn'], ...rows]);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.map(({ code }) => figureOf(report, code))).toEqual(counts.map((_, at) => 3 + at));
  });

  it('where criteria have letters, an unknown lettered row is reported and is no line of the row above', () => {
    const [report] = reportsOf([
      ['TT', 'Tiêu chí', 'Kết quả', 'Điểm tự chấm'],
      ['a)', ratio.title, 85, 3],
      ['b)', yesNo.title, 'Có', 10],
      ['c)', 'Số mét đường giao thông được bê tông hóa', 6, 1],
      ['d)', count.title, 3, 3],
    ]);
    expect(report?.remarks.filter(({ kind }) => kind === 'unknown-row')).toHaveLength(1);
  });
});

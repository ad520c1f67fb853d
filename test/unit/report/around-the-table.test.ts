/**
 * What stands around a table and is no part of it: guides, names of sheets and files, group names, classes; and pages
 * left blank.
 */
import { describe, expect, it } from 'vitest';
import { periodKey } from '../../../core/base/period/period.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import type { Sheet } from '../../../core/sheet/grid/sheet.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, type SheetOptions, sheetOf } from './book.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const ratio = SAMPLE_SET.criteria.find(({ measure, filledBy }) => measure === 'percentage' && filledBy === 'unit');
const yesNo = SAMPLE_SET.criteria.find(({ measure }) => measure === 'yes-no');
if (!ratio || !yesNo) throw new Error('the sample movement lacks a measure');

function reportsOf(sheets: readonly Sheet[], file = 'f.xlsx'): readonly Report[] {
  return readReports(bookOf(sheets), { file, movement: SAMPLE_MOVEMENT, period: PERIOD }).reports;
}

const HEAD: readonly Plain[] = ['Tiêu chí', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'];
const ROWS: readonly (readonly Plain[])[] = [
  [ratio.title, 85, 3, 'Báo cáo số 3/BC ngày 02/05/2025'],
  [yesNo.title, 'Có', 10, null],
];

function table(options: SheetOptions = {}, before: readonly (readonly Plain[])[] = [], share = 85): Sheet {
  const rows = ROWS.map((row) => row.map((cell) => (cell === 85 ? share : cell)));
  return sheetOf([...before, HEAD, ...rows], options);
}

const figureOf = (entries: readonly Entry[] | undefined, code: string) =>
  entries?.find(({ criterion }) => criterion === code)?.value?.reading;

describe('a group name merged over the table', () => {
  it('right under the head is no further row of it', () => {
    const rows: readonly (readonly Plain[])[] = [
      ['Điểm tối đa', 'Tiêu chí', 'Tự đánh giá', null],
      [null, null, 'Kết quả', 'Điểm tự chấm'],
      ['I. QUẢN TRỊ SỐ, AN TOÀN THÔNG TIN', null, null, null],
      [5, ratio.title, 85, 3],
      [10, yesNo.title, 'Có', 10],
    ];
    const [report] = reportsOf([sheetOf(rows, { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'A3:D3'] })]);
    expect(figureOf(report?.entries, ratio.code)).toEqual({ kind: 'number', value: 85 });
  });
});

describe('a page of rows left blank, without numbers', () => {
  it('is a table like any other', () => {
    const last = SAMPLE_SET.criteria.at(-1)?.title;
    const [report] = reportsOf([
      table({ name: 'Phần 1' }),
      sheetOf([HEAD, [last, null, null, null]], { name: 'Phần 2' }),
    ]);
    expect(report?.entries.map(({ criterion }) => criterion)).toContain(SAMPLE_SET.criteria.at(-1)?.code);
  });
});

describe('a sheet on how to fill in the form', () => {
  it('names neither unit nor time, wherever it stands', () => {
    const lines = [
      ['2. Đơn vị: ghi đầy đủ tên, ví dụ: Trường Tiểu học Hướng Dương'],
      ['3. Kỳ báo cáo: ví dụ: Quý III năm 2022'],
    ];
    for (const name of ['Hướng dẫn', 'Trang 1']) {
      const [report] = reportsOf([sheetOf(lines, { name }), table()]);
      expect([report?.unit, report?.period]).toEqual([null, null]);
    }
  });
});

describe('a sheet "Ví dụ" filled in like a report', () => {
  const unit = [['Đơn vị: Bản A']];
  it.each([
    ['before it, for no unit', [table({ name: 'Ví dụ' }, [], 90), table({ name: 'Báo cáo' }, unit)]],
    ['behind it, for no unit', [table({ name: 'Báo cáo' }, unit), table({ name: 'Ví dụ' }, [], 90)]],
    ['for the unit itself', [table({ name: 'Ví dụ' }, unit, 90), table({ name: 'Báo cáo' }, unit)]],
  ])('never stands for the report without a word: %s', (_, sheets) => {
    const read = readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period: PERIOD });
    const context = { movement: SAMPLE_MOVEMENT, asOf: null, register: null, previous: null, observations: null };
    const { flags } = checkFiles([read], { ...context, period: PERIOD });
    const twice = flags.find(({ code }) => code === 'duplicate-report');
    expect([twice?.severity, twice?.unit]).toEqual(['error', 'Bản A']);
    expect(twice?.message).toMatch(/trang tính (?:Ví dụ|Báo cáo)/);
  });
});

describe('the same sheet once more', () => {
  const named = [['Đơn vị: Bản A']];

  it('is named and not scored, whichever comes first', () => {
    const whole = table({ name: 'Báo cáo' }, named);
    const copy = table({ name: 'Báo cáo (2)' }, named);
    for (const sheets of [
      [whole, copy],
      [copy, whole],
    ]) {
      const [report, ...others] = reportsOf(sheets);
      expect(others).toEqual([]);
      expect(figureOf(report?.entries, ratio.code)).toEqual({ kind: 'number', value: 85 });
      expect(report?.remarks).toContainEqual(expect.objectContaining({ kind: 'unread', why: 'table' }));
    }
  });

  it('is another report as soon as one figure differs', () => {
    expect(reportsOf([table({ name: 'A' }, named), table({ name: 'B' }, named, 86)])).toHaveLength(2);
  });
});

describe('a period that only a name tells', () => {
  const periodOf = (report: Report | undefined) => report?.period && periodKey(report.period.period);

  it.each(['Quý III năm 2025', 'BC quý 3 năm 2025', 'CĐS_quý_III_năm_2025'])('of the sheet: %s', (name) => {
    expect(periodOf(reportsOf([table({ name })])[0])).toBe('2025-Q3');
  });

  it('of the file, typed without diacritics', () => {
    expect(periodOf(reportsOf([table()], 'BC_CDS_quy_3_nam_2025.xlsx')[0])).toBe('2025-Q3');
    expect(periodOf(reportsOf([table()], 'bao cao gui ngay 28.10.2025.xlsx')[0])).toBeNull();
  });

  it('counts less than the sheet itself', () => {
    const sheet = table({ name: 'Năm 2024' }, [['Kỳ báo cáo: năm 2025']]);
    expect(periodOf(reportsOf([sheet], 'quy 3 nam 2023.xlsx')[0])).toBe('2025');
  });
});

describe('a period on the cover of a workbook of several units', () => {
  it('stands before the name of the file, where the sheets print no more than the title of the movement', () => {
    const title = 'Phong trào thi đua chuyển đổi số năm 2025';
    const sheets = [
      sheetOf([['Kỳ báo cáo: Quý III năm 2025']], { name: 'Bìa' }),
      ...['Bản Nà Đắng', 'Bản Nà Sàng'].map((unit) => table({ name: unit }, [[title], [`Đơn vị: ${unit}`]])),
    ];
    const { reports } = readReports(bookOf(sheets), {
      file: 'bao_cao_thang_9_nam_2025.xlsx',
      movement: { ...SAMPLE_MOVEMENT, otherTitles: [title] },
      period: null,
    });
    expect(reports.map(({ period }) => period && periodKey(period.period))).toEqual(['2025-Q3', '2025-Q3']);
  });
});

describe('the class a unit gives itself', () => {
  it.each(['Tự xếp loại', 'Đề nghị xếp loại', 'Kết quả xếp loại: Tốt'])('%s: is no row of the form', (label) => {
    const [report] = reportsOf([sheetOf([HEAD, ...ROWS, [label, null, 'Tốt', null]])]);
    expect(report?.remarks.filter(({ kind }) => kind === 'unknown-row')).toEqual([]);
  });
});

describe('two columns of results in words', () => {
  it('that differ raise a question', () => {
    const rows = [
      ['Tiêu chí', 'Kết quả', 'Thực tế', 'Điểm tự chấm'],
      [ratio.title, 'Đạt 85% (170/200)', 'Đạt 45% (90/200)', 3],
      [yesNo.title, 'Có', 'Có', 10],
    ];
    const [report] = reportsOf([sheetOf(rows)]);
    expect(figureOf(report?.entries, ratio.code)?.kind).toBe('text');
    expect(report?.entries.find(({ criterion }) => criterion === ratio.code)?.numerator).toBeUndefined();
  });

  it('stretches of a month are not the month', () => {
    const rows = [
      ['Tiêu chí', 'Nửa đầu tháng', 'Cả tháng', 'Điểm tự chấm'],
      [ratio.title, 'Đạt 45% (90/200)', 'Đạt 85% (170/200)', 3],
      [yesNo.title, 'Có', 'Có', 10],
    ];
    const period = { kind: 'month', year: 2025, month: 9 } as const;
    const { reports } = readReports(bookOf([sheetOf(rows)]), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period });
    const entry = reports[0]?.entries.find(({ criterion }) => criterion === ratio.code);
    expect(entry?.numerator?.reading).toEqual({ kind: 'number', value: 170 });
  });
});

describe('a title with words added behind it, in a table without numbers', () => {
  it('is the criterion altered, not a row of its own', () => {
    const longer = `${ratio.title} của doanh nghiệp nhà nước tại khu trung tâm`;
    const [report] = reportsOf([sheetOf([HEAD, [longer, 85, 3, 'Báo cáo số 3/BC'], ...ROWS.slice(1)])]);
    expect(figureOf(report?.entries, ratio.code)).toEqual({ kind: 'number', value: 85 });
    expect(report?.remarks.filter(({ kind }) => kind === 'unknown-row')).toEqual([]);
  });
});

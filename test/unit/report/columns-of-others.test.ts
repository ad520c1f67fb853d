/**
 * Columns beside the unit's result: what those who appraise wrote, points or the figures they found; an estimate beside
 * what was reached, or alone; a note that names another figure.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import type { Flag } from '../../../core/judge/flag/flag.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const ratios = SAMPLE_SET.criteria.filter(
  ({ measure, filledBy, rule }) => measure === 'percentage' && filledBy === 'unit' && rule.kind !== 'sum',
);
const count = SAMPLE_SET.criteria.find(({ measure, rule }) => measure === 'count' && rule.kind !== 'sum');
const [ratio] = ratios;
if (!ratio || !count) throw new Error('the sample movement lacks a measure');
const most = ratio.maxPoints / 100;

function read(rows: readonly (readonly Plain[])[]): { readonly report: Report; readonly flags: readonly Flag[] } {
  const file = readReports(bookOf([sheetOf(rows)]), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT, period: PERIOD });
  const context = { movement: SAMPLE_MOVEMENT, period: PERIOD, asOf: null, register: null, previous: null };
  const { flags } = checkFiles([file], { ...context, observations: null });
  const [report] = file.reports;
  if (!report) throw new Error('no report');
  return { report, flags };
}

const entryOf = ({ entries }: Report, code: string): Entry | undefined =>
  entries.find(({ criterion }) => criterion === code);
const numberIn = (item: Entry['value'] | Entry['appraised']): unknown =>
  item?.reading.kind === 'number' ? item.reading.value : item?.reading.kind;

describe('a column of those who appraise', () => {
  const under = (heading: string, result: Plain, theirs: Plain, code = ratio) =>
    read([
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm', heading, 'Minh chứng'],
      [code.code, code.title, code.maxPoints / 100, result, 1, theirs, 'BC số 1/BC-UBND ngày 1/10/2025'],
    ]);

  it.each(['Kết quả thẩm định của xã', 'KQ thẩm định', 'Thẩm định của xã'])(
    '%s: one figure beyond the maximum is a result',
    (heading) => {
      const { report } = under(heading, 95, 92);
      expect(entryOf(report, ratio.code)?.appraised).toBeUndefined();
      expect(numberIn(entryOf(report, ratio.code)?.value)).toBe(95);
    },
  );

  it('a fraction of the unit’s own whole is no points, also where the maximum is that whole', () => {
    const whole = most;
    const own = under('Kết quả phúc tra', `${whole}/${whole}`, `${whole - 1}/${whole}`);
    expect(entryOf(own.report, ratio.code)?.appraised).toBeUndefined();
    expect(own.flags.map(({ code }) => code)).toContain('unread-content');
  });

  it('a figure far below the unit’s own is points', () => {
    expect(numberIn(entryOf(under('Kết quả thẩm định', 95, most).report, ratio.code)?.appraised)).toBe(most);
  });

  it('a count that can be both is nobody’s until a person says so, and stands among the leftovers', () => {
    const { report, flags } = under('Kết quả thẩm định của xã', 3, 2, count);
    expect(entryOf(report, count.code)?.appraised).toBeUndefined();
    expect(report.account?.leftovers.map(({ cell, text }) => `${cell} ${text}`)).toEqual(['F2 2']);
    expect(flags.filter(({ code }) => code === 'unread-content').map(({ cell }) => cell?.address)).toEqual(['F2']);
  });

  it('named as points it is points', () => {
    expect(numberIn(entryOf(under('Điểm thẩm định', 3, 2, count).report, count.code)?.appraised)).toBe(2);
  });
});

describe('an estimate', () => {
  const withHeads = (...heads: readonly string[]) =>
    read([
      ['TT', 'Tiêu chí', 'Điểm tối đa', ...heads, 'Điểm tự chấm', 'Minh chứng'],
      [ratio.code, ratio.title, most, ...heads.map((_, at) => 70 + at), 1, 'BC số 1/BC-UBND ngày 1/10/2025'],
      [
        count.code,
        count.title,
        count.maxPoints / 100,
        ...heads.map((_, at) => 3 + at),
        1,
        'BC số 2/BC-UBND ngày 1/10/2025',
      ],
    ]);
  const flagged = (flags: readonly Flag[]) => flags.filter(({ code }) => code === 'estimated-result');

  it.each([
    ['Kết quả thực hiện', 'Ước cả năm', 70],
    ['Ước thực hiện cả năm', 'Kết quả năm 2025', 71],
    ['Thực hiện đến 30/11', 'Dự kiến cả năm', 70],
  ])('%s | %s: what was reached is the result', (first, second, result) => {
    const { report, flags } = withHeads(first, second);
    expect(numberIn(entryOf(report, ratio.code)?.value)).toBe(result);
    expect(flagged(flags)).toEqual([]);
  });

  it.each(['Ước cả năm', 'Ước thực hiện', 'Kết quả dự kiến'])('%s alone is read and called an estimate', (heading) => {
    const { report, flags } = withHeads(heading);
    expect(numberIn(entryOf(report, ratio.code)?.value)).toBe(70);
    expect(flagged(flags).map(({ cell, severity }) => `${severity} ${cell?.address}`)).toEqual(['warning D1']);
  });

  it('the half year beside an estimate of the year: the estimate, called so', () => {
    const { report, flags } = withHeads('6 tháng đầu năm', 'Ước cả năm');
    expect(numberIn(entryOf(report, ratio.code)?.value)).toBe(71);
    expect(flagged(flags)).toHaveLength(1);
  });

  it('a village convention is none', () => {
    expect(flagged(withHeads('Kết quả thực hiện quy ước').flags)).toEqual([]);
  });
});

describe('two figures under one title', () => {
  const twoRows = (first: string, second: string) =>
    read([
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Chỉ tiêu', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'],
      [ratio.code, ratio.title, most, first, 95, 1, 'BC số 1/BC-UBND ngày 1/10/2025'],
      [null, null, null, second, 70],
      [count.code, count.title, count.maxPoints / 100, null, 3, 1, 'BC số 2/BC-UBND ngày 1/10/2025'],
    ]);

  it('words for a plan and a result say which is the result', () => {
    expect(numberIn(entryOf(twoRows('Kế hoạch', 'Thực hiện').report, ratio.code)?.value)).toBe(70);
    expect(numberIn(entryOf(twoRows('Thực hiện', 'Kế hoạch').report, ratio.code)?.value)).toBe(95);
  });

  it('other words leave both open', () => {
    const { report, flags } = twoRows('Được giao đầu năm', 'Làm được cuối năm');
    expect(numberIn(entryOf(report, ratio.code)?.value)).toBe('ambiguous');
    expect(flags.filter(({ criterion }) => criterion === ratio.code).map(({ code }) => code)).toContain(
      'ambiguous-number',
    );
  });
});

describe('a note that names another figure', () => {
  const noted = (note: string) =>
    read([
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Số đạt', 'Tổng số', 'Tỷ lệ (%)', 'Điểm tự chấm', 'Minh chứng', 'Ghi chú'],
      [ratio.code, ratio.title, most, 545, 600, 90.83, most, 'BC số 1/BC-UBND ngày 1/10/2025', note],
    ]).flags.filter(({ code, cell }) => code === 'unread-content' && cell?.address === 'I2');

  it.each([
    'xã đếm lại được 530',
    'Số đúng là 20',
    'thực tế chỉ có 12 hồ sơ',
    'Kiểm tra lại: 530/600',
    'sai, phải là 88,33%',
    'Xã ghi 530',
    'chỉ có mười hai',
    'Thực tế là năm trăm ba mươi hồ sơ.',
    'chỉ còn ba, xã đã xem',
    // 90,83 % rounds to it, and files are no percent.
    '91 hồ sơ',
  ])('“%s” is a warning on its cell', (note) => {
    expect(noted(note).map(({ severity, criterion }) => `${severity} ${criterion}`)).toEqual([`warning ${ratio.code}`]);
  });

  it.each([
    'Còn 55 hộ chưa đạt',
    'đếm lại vẫn là 545/600',
    'Hoàn thành từ ngày 12/3/2025',
    'Đã kiểm tra theo Kế hoạch số 15/KH-UBND',
    'Kiểm tra lần 2 trong tháng 6, quý 3 năm 2025',
    'Tiếp tục phấn đấu',
    'Một số hộ ở xa, hai bên đã thống nhất, trong năm không có thêm',
    'Họp thứ hai hằng tuần, kiểm tra lần thứ ba vào tháng mười hai',
    'Theo nghị quyết năm hai nghìn không trăm hai mươi lăm',
  ])('“%s” names no other figure', (note) => {
    expect(noted(note)).toEqual([]);
  });

  it.each(['thực tế mười lăm hồ sơ thôi', 'chỉ có mười hai thôi', 'Trong đó 12 hồ sơ giấy', 'Năm trước làm 530 lượt'])(
    '“%s” is named for a look: more is said of its figure',
    (note) => {
      expect(noted(note).map(({ severity }) => severity)).toEqual(['info']);
    },
  );

  it.each(['Trong đó 12 hộ nghèo', 'tăng 31 so với năm 2024', 'Đã phát 900 tờ rơi', 'có năm buổi ngoài trời'])(
    '“%s” speaks of something else',
    (note) => {
      expect(noted(note)).toEqual([]);
    },
  );
});

describe('what is missing to the target', () => {
  it('is no result beside a column of results that no word names', () => {
    const targeted = ratios.filter(({ target }) => target !== null).slice(0, 3);
    expect(targeted.length).toBeGreaterThan(1);
    const { report } = read([
      ['TT', 'Tiêu chí', 'Yêu cầu', 'KPS', 'Còn thiếu/vượt', 'Minh chứng'],
      ...targeted.map(({ code, title, target }, at) => {
        const reached = 61 + at;
        return [code, title, target?.value ?? 0, reached, reached - (target?.value ?? 0), 'BC số 1/BC-UBND'];
      }),
    ]);
    expect(targeted.map(({ code }) => numberIn(entryOf(report, code)?.value))).toEqual(
      targeted.map((_, at) => 61 + at),
    );
  });
});

describe('a whole number beside a total of a hundred', () => {
  it('is the part of that total, which is its share as well', () => {
    const { report } = read([
      ['TT', 'Tiêu chí', 'Kết quả', 'Tổng số', 'Minh chứng'],
      ...ratios.slice(0, 2).map(({ code, title }) => [code, title, 98, 100, 'BC số 1/BC-UBND']),
    ]);
    const entry = entryOf(report, ratio.code);
    expect([numberIn(entry?.numerator), numberIn(entry?.denominator)]).toEqual([98, 100]);
  });
});

/** Numbering, groups, parts, totals and headers as real sheets have them. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, type SheetOptions, sheetOf } from './book.ts';

const TOPICS = [
  'Cài đặt ứng dụng định danh điện tử',
  'Lắp đặt đường truyền cáp quang tại nhà văn hóa',
  'Sử dụng chữ ký số cá nhân',
  'Thanh toán tiền điện không dùng tiền mặt',
  'Đưa nông sản lên sàn thương mại điện tử',
  'Mở lớp bình dân học vụ số',
  'Lập sổ theo dõi sức khỏe điện tử',
  'Phát sóng truyền thanh thông minh',
  'Thành lập tổ công nghệ số cộng đồng',
  'Gắn mã QR tại di tích',
  'Dùng sổ liên lạc điện tử',
];
const base = SAMPLE_SET.criteria[5] as Criterion;
const points = { maxPoints: 500, rule: { kind: 'yes-no' as const }, measure: 'yes-no' as const };

/** Group 1 has eleven criteria (1.10!), group 2 one composed criterion with two parts. */
const CRITERIA: readonly Criterion[] = [
  ...TOPICS.map((title, at) => ({ ...base, ...points, code: `1.${at + 1}`, group: '1', title, target: null })),
  {
    ...base,
    code: '2.1',
    group: '2',
    title: 'Ban hành và triển khai kế hoạch của đơn vị',
    measure: 'amount',
    unit: 'điểm',
    target: null,
    rule: {
      kind: 'sum',
      parts: [
        { code: 'a', title: 'Có kế hoạch được phê duyệt', ...points },
        {
          code: 'b',
          title: 'Tỷ lệ nhiệm vụ hoàn thành',
          maxPoints: 500,
          measure: 'percentage',
          rule: { kind: 'proportional', full: 100 },
        },
      ],
    },
  },
];
const MOVEMENT: Movement = {
  ...SAMPLE_MOVEMENT,
  criteriaSets: [
    {
      ...SAMPLE_SET,
      groups: [
        { code: '1', title: 'Xã hội số' },
        { code: '2', title: 'Tổ chức thực hiện' },
      ],
      criteria: [...CRITERIA],
    },
  ],
};

function read(rows: readonly (readonly Plain[])[], options: SheetOptions = {}): Report {
  const file = readReports(bookOf([sheetOf(rows, options)]), { file: 'f.xlsx', movement: MOVEMENT });
  expect(file.reports).toHaveLength(1);
  return file.reports[0] as Report;
}

const codes = (report: Report) => report.entries.map((entry) => entry.criterion);
const entryOf = (report: Report, code: string) => report.entries.find((entry) => entry.criterion === code) as Entry;
const HEADER = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'];

describe('numbering', () => {
  it('1.10 stored as the number 1.1 is the tenth criterion, also where its title was shortened', () => {
    const rows = TOPICS.map((title, at) => [
      Number(`1.${at + 1}`),
      at === 9 ? 'Gắn mã QR ở các di tích lịch sử' : title,
      5,
      'Có',
      5,
      'KH 1/KH-UBND',
    ]);
    const report = read([HEADER, ...rows]);
    expect(codes(report)).toEqual(TOPICS.map((_, at) => `1.${at + 1}`));
    expect(report.remarks).toEqual([]);
  });

  it.each([
    ['running numbers', (at: number) => at + 1],
    ['running numbers with dots', (at: number) => `${at + 1}.`],
    ['codes with a closing dot', (at: number) => `1.${at + 1}.`],
    ['Chỉ tiêu n', (at: number) => `Chỉ tiêu ${at + 1}`],
    ['leading zeros', (at: number) => String(at + 1).padStart(2, '0')],
    ['no numbers', () => null],
  ])('%s', (_, number) => {
    const report = read([HEADER, ...TOPICS.map((title, at) => [number(at), title, 5, 'Có', 5, 'KH 1/KH-UBND'])]);
    expect(codes(report)).toEqual(TOPICS.map((_topic, at) => `1.${at + 1}`));
    expect(report.remarks).toEqual([]);
  });

  it('the number inside the title when there is no column for it', () => {
    const report = read([
      ['Nội dung đánh giá', 'Điểm chuẩn', 'Kết quả', 'Điểm chấm', 'Giải trình'],
      ['I. Xã hội số', 55],
      ...TOPICS.map((title, at) => [`${at + 1}. ${title} (5đ)`, null, 'Đạt', 5, 'KH 1/KH-UBND']),
    ]);
    expect(codes(report)).toEqual(TOPICS.map((_, at) => `1.${at + 1}`));
    expect(entryOf(report, '1.3').max?.reading).toMatchObject({ kind: 'number', value: 5 });
    expect(report.remarks).toEqual([]);
  });
});

describe('groups, totals, parts', () => {
  it('group rows with sums, totals of a group and of the table are no criteria (CR-09, CR-13)', () => {
    const report = read([
      [
        'Tiêu chí, chỉ tiêu',
        'Nội dung',
        'Điểm số tối đa',
        'Căn cứ chấm điểm',
        null,
        'Điểm số tự chấm',
        'Chữ ký của công chức phụ trách',
        'Minh chứng',
      ],
      [null, null, null, 'Số liệu thực hiện (1)', 'Tỷ lệ đạt được (2)'],
      ['Tiêu chí 1', 'Xã hội số của bản', 55, 0, '100%', 55],
      ['Chỉ tiêu 1', TOPICS[0], 5, 'Đạt', null, 5, null, 'KH 1/KH-UBND'],
      ['Chỉ tiêu 2', TOPICS[1], 5, 'Đạt', null, 5],
      [null, 'Cộng tiêu chí 1 (1 + 2 + 3 + 4)', 100, null, null, 10],
      ['Tiêu chí 2', 'Tổ chức thực hiện', 10],
      ['Chỉ tiêu 3', TOPICS[2], 5, 'Không đạt', null, 0],
      ['TỔNG ĐIỂM', null, 110, null, null, '10,0'],
    ]);
    expect(codes(report)).toEqual(['1.1', '1.2', '1.3']);
    expect(report.total).toMatchObject({ reading: { kind: 'number', value: 10 }, cell: { address: 'F9' } });
    expect(report.remarks).toEqual([]);
  });

  it('parts stand under their criterion, by letter or title; their figures come from their own rows', () => {
    const report = read([
      HEADER,
      ['II', 'Tổ chức thực hiện'],
      [1, 'Ban hành và triển khai kế hoạch của đơn vị', 10, null, 9, 'KH 1/KH-UBND'],
      ['a', 'Có kế hoạch được phê duyệt', 5, 'Có', 5],
      ['b', 'Tỉ lệ các nhiệm vụ đã hoàn thành', 5, '8/10', 4],
    ]);
    const entry = entryOf(report, '2.1');
    expect(entry.parts?.map((part) => [part.criterion, part.value?.reading])).toEqual([
      ['a', { kind: 'yes' }],
      ['b', { kind: 'fraction', a: 8, b: 10 }],
    ]);
    expect(report.layout.rows.get('2.1.b')).toEqual({ sheet: 'Sheet1', row: 4 });
    expect(report.remarks).toEqual([]);
  });
});

describe('headers', () => {
  const body = TOPICS.slice(0, 3).map((title, at) => [at + 1, title, 5, 'Có', 5, 'KH 1/KH-UBND']);

  it('three rows, merged, with a row of formulas for letters', () => {
    const report = read(
      [
        ['STT', 'Tiêu chí', 'ĐIỂM', null, null, 'KẾT QUẢ'],
        [null, null, 'Điểm chuẩn', 'Đơn vị', null, 'Thực hiện'],
        [null, null, null, 'Tự chấm', 'Minh chứng', null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)=(4)/(3)'],
        ...body.map(([number, title, max, value, self, evidence]) => [number, title, max, self, evidence, value]),
      ],
      { merges: ['A1:A3', 'B1:B3', 'C1:E1', 'C2:C3', 'D2:E2', 'F2:F3'] },
    );
    expect(codes(report)).toEqual(['1.1', '1.2', '1.3']);
    expect([...report.layout.columns]).toEqual([
      ['index', 0],
      ['title', 1],
      ['max', 2],
      ['value', 5],
      ['self', 3],
      ['evidence', 4],
    ]);
    expect(report.layout).toMatchObject({ headerTop: 0, headerBottom: 2, lastRow: 6, lastColumn: 5 });
    expect(report.remarks).toEqual([]);
  });

  it('the header printed again in scrambled words is no row', () => {
    const report = read([
      ['STT', 'Tiêu chí', 'Điểmtốiđa', 'Kếtquảthựchiện', 'Điểm (số) tự chấm', 'Tài liệu kiểm chứng (nếu có)'],
      ...body.slice(0, 2),
      ['QUY CHUẨN ĐÁNH GIÁ', 'TỰ ĐÁNH GIÁ', 'STT'],
      ...body.slice(2),
    ]);
    expect(codes(report)).toEqual(['1.1', '1.2', '1.3']);
    expect(report.remarks).toEqual([]);
  });

  it('a general block above with its own table is no report, but names the unit', () => {
    const report = read([
      ['A. Thông tin chung'],
      ['STT', 'Nội dung', 'Số lượng'],
      [1, 'Tên đơn vị:', 'Bản Nà Đắng'],
      [2, 'Số hộ', 120],
      ['B. Kết quả'],
      HEADER,
      ...body,
    ]);
    expect(report.unit).toMatchObject({ text: 'Bản Nà Đắng', cell: { address: 'C3' } });
    expect(codes(report)).toHaveLength(3);
  });

  it('the columns a scored copy adds are not the unit’s', () => {
    const report = read([
      ['TT', 'Chỉ tiêu', 'Đơn vị', 'Số lượng', 'Minh chứng', 'Điểm chấm', 'Khoảng điểm', 'Lý do'],
      ...TOPICS.slice(0, 2).map((title, at) => [at + 1, title, 'mục', 'x', 'KH 1/KH-UBND', 5, '5', 'Đạt → 5/5']),
    ]);
    expect(entryOf(report, '1.1').self).toBeUndefined();
    expect(entryOf(report, '1.1').explanation).toBeUndefined();
    expect(report.layout.lastColumn).toBe(4);
  });
});

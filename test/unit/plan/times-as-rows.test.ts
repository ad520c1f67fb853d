/** A table says the same whether its times head the columns or open the rows. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { drawn } from '../../draws.ts';

const HEAD = `ỦY BAN NHÂN DÂN XÃ PÚ NHUNG
Số: 31/KH-UBND
Pú Nhung, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030
I. MỤC ĐÍCH
Đưa chuyển đổi số vào từng bản.
II. CHỈ TIÊU`;
const TAIL = `III. TỔ CHỨC THỰC HIỆN
Văn phòng HĐND và UBND xã theo dõi, đôn đốc.`;

const targets = (table: readonly (readonly string[])[], between: string) =>
  extractPlan([HEAD, ...table.map((row) => row.join(between)), TAIL].join('\n'))
    .targets.map(({ subject, value, unit, comparator, deadline }) =>
      JSON.stringify([subject, value, unit, comparator, deadline]),
    )
    .sort();

const NAMES = [
  'Tỷ lệ hồ sơ nộp trực tuyến',
  'Số tổ công nghệ số cộng đồng',
  'Hộ có tài khoản thanh toán (%)',
  'Người dân kích hoạt định danh (%)',
  'Bản có mạng di động (bản)',
  'Tỷ lệ trả kết quả điện tử',
];
const table = fc.record({
  names: fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 4 }),
  years: fc.subarray(['2026', '2027', '2028', '2029', '2030'], { minLength: 2 }),
  year: fc.constantFrom('%', 'Năm %', 'Đến năm %', 'Hết năm %'),
  figures: fc.array(fc.integer({ min: 11, max: 99 }), { minLength: 20, maxLength: 20 }),
  said: fc.constantFrom('#', '≥ #', 'trên #', 'tối thiểu #', 'từ # trở lên', '# - 99'),
  corner: fc.constantFrom('Năm', 'Thời gian', 'Mốc thực hiện', 'Lộ trình'),
  between: fc.constantFrom('\t', ' | '),
});

it('read by rows or by columns', () => {
  fc.assert(
    fc.property(table, ({ names, years, year, figures, said, corner, between }) => {
      const times = years.map((text) => year.replace('%', text));
      const cell = (name: number, time: number) => said.replace('#', String(figures[name * 5 + time]));
      const usual = [
        ['TT', 'Chỉ tiêu', ...times],
        ...names.map((name, at) => [String(at + 1), name, ...times.map((_, time) => cell(at, time))]),
      ];
      const turned = [[corner, ...names], ...times.map((time, row) => [time, ...names.map((_, at) => cell(at, row))])];
      const expected = targets(usual, between);
      expect(expected).toHaveLength(names.length * years.length);
      expect(targets(turned, between)).toEqual(expected);
      const numbered = turned.map((row, at) => [at === 0 ? 'TT' : String(at), ...row, at === 0 ? 'Ghi chú' : '']);
      expect(targets(numbered, between)).toEqual(expected);
    }),
    { numRuns: drawn(70, 200), seed: 17 },
  );
});

it('a calendar is no table of targets: what is to be done when is read as before', () => {
  const rows = [
    ['Thời gian', 'Nội dung công việc'],
    ['Quý I', 'Ban hành kế hoạch'],
    ['Quý IV', 'Tổng kết, khen thưởng 05 tập thể'],
  ];
  expect(targets(rows, '\t')).toEqual([]);
});

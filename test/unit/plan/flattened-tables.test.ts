/** A table whose columns are separated only by a space reads like the same table with visible columns. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD = `ỦY BAN NHÂN DÂN XÃ PÚ NHUNG
Số: 31/KH-UBND
Pú Nhung, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua xã hội học tập giai đoạn 2026 - 2028
I. MỤC ĐÍCH
Đưa việc học vào từng bản.`;
const TAIL = `III. TỔ CHỨC THỰC HIỆN
Văn phòng HĐND và UBND xã theo dõi, đôn đốc.`;

const targets = (lines: readonly string[]) =>
  extractPlan([HEAD, ...lines, TAIL].join('\n')).targets.map(
    ({ subject, value, unit, comparator, deadline, section }) => [subject, value, unit, comparator, deadline, section],
  );

/** Name and unit; none of the names ends in words that could be the unit's. */
const ROWS: readonly (readonly [name: string, unit: string])[] = [
  ['Người từ 15 đến 60 tuổi đạt chuẩn biết chữ mức độ 2', '%'],
  ['Dòng họ được công nhận “Dòng họ học tập”', 'dòng họ'],
  ['Học viên ra lớp xóa mù chữ trong năm', 'người'],
  ['Mức đóng góp bình quân vào quỹ khuyến học của xã', 'đồng/người'],
  ['Câu lạc bộ đọc sách ở bản duy trì hằng tháng', 'câu lạc bộ'],
  ['Học sinh phổ thông bỏ học giữa chừng', '%'],
];
const cut = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 });
const table = fc.record({
  rows: fc.shuffledSubarray([...ROWS], { minLength: 1 }),
  told: fc.boolean(),
  said: fc.constantFrom('#', '≥ #', 'trên #'),
  figures: fc.array(fc.integer({ min: 11, max: 99 }), { minLength: 24, maxLength: 24 }),
  cuts: fc.array(cut, { minLength: 6, maxLength: 6 }),
});

/** The first words of a row on lines of their own; its figures stay together. */
function broken(row: readonly string[], cuts: readonly number[]): string[] {
  const words = row.slice(0, 2).join(' ').split(' ');
  const lines: string[] = [];
  for (const count of cuts) if (words.length > count + 2) lines.push(words.splice(0, count + 1).join(' '));
  return [...lines, [...words, ...row.slice(2)].join(' ')];
}

it('of targets a year, its names broken over lines', () => {
  fc.assert(
    fc.property(table, ({ rows, told, said, figures, cuts }) => {
      const heading = [
        'TT',
        'Chỉ tiêu',
        'ĐVT',
        ...(told ? ['Thực hiện 2025'] : []),
        'Năm 2026',
        'Năm 2027',
        'Năm 2028',
      ];
      const cells = rows.map(([name, unit], at) => [
        String(at + 1),
        name,
        unit,
        ...(told ? ['12,5'] : []),
        ...[0, 1, 2].map((year) => said.replace('#', String(figures[at * 4 + year]))),
      ]);
      const title = 'II. CHỈ TIÊU CHỦ YẾU TỪNG NĂM';
      const shown = targets([title, ...[heading, ...cells].map((row) => row.join('\t'))]);
      const flat = targets([title, heading.join(' '), ...cells.flatMap((row, at) => broken(row, cuts[at] ?? []))]);
      expect(shown).toHaveLength(rows.length * 3);
      expect(flat).toEqual(shown);
    }),
  );
});

it('of targets a year, a cell a line', () => {
  fc.assert(
    fc.property(table, ({ rows, told, said, figures, cuts }) => {
      const heading = ['TT', 'Chỉ tiêu', 'ĐVT', ...(told ? ['Năm 2025'] : []), 'Năm 2026', 'Năm 2027', 'Năm 2028'];
      const cells = rows.map(([name, unit], at) => [
        String(at + 1),
        name,
        unit,
        ...(told ? ['12,5'] : []),
        ...[0, 1, 2].map((year) => said.replace('#', String(figures[at * 4 + year]))),
      ]);
      const title = 'II. CHỈ TIÊU CHỦ YẾU TỪNG NĂM';
      const shown = targets([title, ...[heading, ...cells].map((row) => row.join('\t'))]);
      const lines = cells.flatMap(([index = '', name = '', ...rest], at) => [
        index,
        ...broken(['', name], cuts[at] ?? []).map((line) => line.trim()),
        ...rest,
      ]);
      expect(targets([title, ...heading, ...lines])).toEqual(shown);
    }),
  );
});

it('with shares for each unit', () => {
  const share = fc.record({
    places: fc.shuffledSubarray(['Háng Chua', 'Phiêng Pẻn', 'Trung Dình', 'Tênh Lá', 'Đề Chia'], { minLength: 2 }),
    figures: fc.array(fc.integer({ min: 11, max: 99 }), { minLength: 15, maxLength: 15 }),
  });
  fc.assert(
    fc.property(share, ({ places, figures }) => {
      const heading = ['TT', 'Tên bản', 'Số người chưa biết chữ hiện có', 'Mở lớp (lớp)', 'Ra lớp (người)'];
      const cells = places.map((name, at) => [String(at + 1), name, ...figures.slice(at * 3, at * 3 + 3).map(String)]);
      const title = 'II. PHÂN GIAO CHỈ TIÊU NĂM 2026 CHO CÁC BẢN';
      const shown = targets([title, ...[heading, ...cells].map((row) => row.join('\t'))]);
      expect(shown).toHaveLength(cells.length * 2);
      expect(targets([title, ...[heading, ...cells].map((row) => row.join(' '))])).toEqual(shown);
    }),
  );
});

/** Tables of works with their days, and of who is commended, in any order of columns and under any heading. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ AN LẠC\nSố: 9/KH-UBND\nAn Lạc, ngày 10 tháng 02 năm 2026\nKẾ HOẠCH\nThi đua số năm 2026\nI. CHỈ TIÊU\n1. 90% hộ có VNeID.\n';
const rows = (table: readonly (readonly string[])[]) => table.map((row) => row.join('\t')).join('\n');

const WORKS: readonly (readonly [string, string])[] = [
  ['Đăng ký thi đua', 'registration'],
  ['Gửi báo cáo 6 tháng', 'unit-report'],
  ['Sơ kết', 'interim-review'],
  ['Hội đồng họp xét', 'evaluation'],
  ['Tổng kết, trao thưởng', 'final-review'],
  ['Các thôn gửi báo cáo năm', 'unit-report'],
];
const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 3, max: 12 }));
/** Two works of one kind on one day are listed once. */
const days = fc.uniqueArray(day, { minLength: WORKS.length, maxLength: WORKS.length, selector: String });
const works = fc.record({
  works: fc.shuffledSubarray([...WORKS], { minLength: 3 }),
  days,
  heading: fc.constantFrom('II. MỐC', 'II. TIẾN ĐỘ', 'II. CÁC BƯỚC', 'Phần 2. Việc và ngày'),
  names: fc.constantFrom(
    ['Mốc', 'Việc', 'Ai'],
    ['Thời gian', 'Công việc', 'Đơn vị'],
    ['Ngày', 'Nội dung', 'Phụ trách'],
  ),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

it('each work is due on the day of its row', () => {
  fc.assert(
    fc.property(works, ({ works: chosen, days, heading, names, order }) => {
      const cells = chosen.map(([work], at) => [`${days[at]?.join('/')}/2026`, work, 'Văn phòng']);
      const table = [names, ...cells].map((row) => order.map((column) => row[column] ?? ''));
      const { deadlines } = extractPlan(`${HEAD}${heading}\n${rows(table)}\nIII. KINH PHÍ\nTheo quy định.\n`);
      const two = (number = 0): string => String(number).padStart(2, '0');
      expect(deadlines.map(({ what, when }) => `${what} ${'date' in when ? when.date : ''}`).sort()).toEqual(
        chosen.map(([, what], at) => `${what} 2026-${two(days[at]?.[1])}-${two(days[at]?.[0])}`).sort(),
      );
    }),
    { numRuns: 60 },
  );
});

const KINDS: readonly (readonly [string, string])[] = [
  ['Thôn', 'collective'],
  ['Cơ quan', 'collective'],
  ['Trường', 'collective'],
  ['Tập thể', 'collective'],
  ['Cá nhân', 'individual'],
  ['Hộ gia đình', 'household'],
];
const awards = fc.record({
  kinds: fc.shuffledSubarray([...KINDS], { minLength: 2 }),
  places: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }),
  heading: fc.constantFrom('II. THƯỞNG', 'II. KHEN THƯỞNG', 'II. HÌNH THỨC, SỐ LƯỢNG KHEN'),
});

it('each cell says how many of its column are commended so', () => {
  fc.assert(
    fc.property(awards, ({ kinds, places, heading }) => {
      const papers = ['Giấy khen của Chủ tịch UBND xã', 'Đề nghị Bằng khen của Chủ tịch UBND tỉnh'];
      const cells = papers.map((paper, row) => [paper, ...kinds.map((_, at) => String(places[6 * row + at]))]);
      const table = [['Hình thức', ...kinds.map(([name]) => name)], ...cells];
      const { quotas } = extractPlan(`${HEAD}${heading}\n${rows(table)}\nIII. KINH PHÍ\nTheo quy định.\n`);
      const expected = papers.flatMap((_, row) =>
        kinds.map(([, kind], at) => [places[6 * row + at], kind]).filter(([max]) => max !== 0),
      );
      expect(quotas.map(({ max, kind }) => [max, kind])).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

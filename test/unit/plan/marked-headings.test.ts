/** A set of criteria as a list: a heading with its points, and below it how they are earned, in any form. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as randomOf } from '../../fixtures/random.ts';

const TITLES = [
  'Hồ sơ, sổ sách điện tử',
  'Học bạ số',
  'Thu các khoản không dùng tiền mặt',
  'Trang thông tin điện tử được cập nhật thường xuyên',
  'Phụ huynh dùng ứng dụng liên lạc',
  'Chế độ thông tin, báo cáo',
  'Sản phẩm đóng góp vào kho dùng chung',
  'An toàn thông tin trên mạng',
];

/** The forms in which a heading gives its points. */
const HEADINGS: readonly ((title: string, points: number) => string)[] = [
  (title, points) => `${title} (${points} điểm)`,
  (title, points) => `${title} (tối đa ${points} điểm)`,
  (title, points) => `${title} - ${points} điểm`,
  (title, points) => `${title} – tối đa ${points} điểm`,
  (title, points) => `${title}: ${points} điểm`,
  (title, points) => `${title}: tối đa ${points} điểm.`,
];

/** Lines below the heading of a criterion of so many points. */
const RULES: readonly ((points: number) => readonly string[])[] = [
  (points) => [`Đầy đủ, đúng hạn: ${points} điểm; chậm mỗi lần trừ 1 điểm.`],
  (points) => [`Mỗi sản phẩm được công nhận: 1 điểm, không quá ${points} điểm.`],
  () => ['Số điểm = (số loại đã số hóa/tổng số loại) x 10.'],
  (points) => [`Đạt 95% trở lên: ${points} điểm; dưới 95% tính theo tỷ lệ tương ứng.`],
  (points) => [`Ký số đầy đủ: ${points} điểm; không đầy đủ hoặc chậm: 0 điểm.`],
  (points) => [`- Đạt từ 90% trở lên: ${points} điểm.`, '- Từ 50% đến dưới 90%: 2 điểm.', '- Dưới 50%: 0 điểm.'],
  (points) => [`Từ 90% trở lên: ${points} điểm`, 'Từ 70% đến dưới 90%: 3 điểm', 'Dưới 70%: 1 điểm'],
  (points) => [`Cứ đạt 1% được 0,1 điểm, tối đa ${points} điểm.`],
  (points) => [`Mỗi buổi được tổ chuyên môn xếp loại tốt tính 2 điểm, tối đa ${points} điểm.`],
  (points) => [`- Có giải cấp tỉnh: ${points} điểm.`, '- Có giải cấp xã: 3 điểm.', '- Không tham gia: 0 điểm.'],
  (points) => [`Bằng hoặc cao hơn bình quân chung: ${points} điểm; thấp hơn bình quân: 3 điểm.`],
];

function composed(seed: number) {
  const { pick, between } = randomOf(seed);
  const heading = pick(HEADINGS);
  let number = 0;
  const groups = ['A', 'B'].map((code, at) => {
    const sizes = Array.from({ length: between(2, 4) }, () => between(5, 12));
    const rest = 50 - sizes.reduce((sum, size) => sum + size, 0);
    const items = [...sizes, ...(rest > 0 ? [rest] : [])].map((points) => {
      number += 1;
      const title = `${pick(TITLES)} ${['lần', 'đợt'][at]} ${'abcdefghik'[number]}`;
      return { code: String(number), title, points, lines: pick(RULES)(points) };
    });
    return { code, title: ['Hạ tầng và quản lý', 'Dạy và học'][at] ?? '', items };
  });
  const lines = groups.flatMap(({ code, title, items }) => [
    `${code}. ${title} (${items.reduce((sum, { points }) => sum + points, 0)} điểm)`,
    ...items.flatMap((item) => [`${item.code}. ${heading(item.title, item.points)}`, ...item.lines]),
  ]);
  const text = ['HƯỚNG DẪN', 'Chấm điểm phong trào thi đua năm 2026', 'II. CÁC TIÊU CHÍ', ...lines].join('\n');
  return { text, groups };
}

const bare = (words: string) => words.replace(/[^\p{L}\d%]+/gu, ' ').trim();

describe('a heading with its points', () => {
  it('is a criterion of these points, and what stands below it is its rule', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { text, groups } = composed(seed);
      const { scorings, targets } = extractPlan(text);
      const [scoring] = scorings;
      const read = scoring?.marks.map(({ code, parts }) => ({
        code,
        items: parts.map((part) => [part.code, part.text, (part.points ?? 0) / 100, part.parts.length]),
      }));
      expect(read, `seed ${seed}\n${text}`).toEqual(
        groups.map(({ code, items }) => ({
          code,
          items: items.map((item) => [item.code, item.title, item.points, 0]),
        })),
      );
      const rules = scoring?.marks.flatMap(({ parts }) => parts.map(({ rule }) => bare(rule))) ?? [];
      for (const [at, { lines }] of groups.flatMap(({ items }) => items).entries())
        for (const line of lines)
          for (const piece of line.split(/[;,:](?=\s)|\.(?=$)/u))
            expect(rules[at], `seed ${seed}, ${line}`).toContain(bare(piece));
      expect(scoring?.faults).toEqual([]);
      expect(
        targets.map((target) => target.text),
        `seed ${seed}\n${text}`,
      ).toEqual([]);
    }
  });

  it('may go on with its rule in the same line, where the points then add up', () => {
    const { scorings, targets, quotas } = extractPlan(
      [
        'ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSuối Mẫu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026',
        'I. CHỈ TIÊU\n1. Ít nhất 90% hộ dân có VNeID.',
        'II. THANG ĐIỂM CHẤM THI ĐUA CÁC BẢN (tổng 100 điểm, chưa kể điểm thưởng)',
        'A. Bản sạch: 60 điểm',
        '1. Hộ có hố rác: 40 điểm. Từ 70% số hộ trở lên được 40 điểm, từ 50% đến cận 70% được 20 điểm, còn lại 0 điểm.',
        '2. Không để xảy ra dịch bệnh: 20 điểm; để xảy ra 01 vụ trừ 8 điểm.',
        'B. Bản số: 40 điểm',
        '3. Hộ bán hàng qua mạng: 30 điểm. Từ 20 người trở xuống được 4 điểm; trên 20 người thì cứ thêm 05 người được tính thêm 01 điểm.',
        '4. Nhóm mạng xã hội của bản: có thì được 10 điểm, không có 0 điểm.',
      ].join('\n'),
    );
    expect(scorings.map(({ faults }) => faults)).toEqual([[]]);
    const points = scorings[0]?.marks.map(({ code, parts }) => [
      code,
      ...parts.map((part) => (part.points ?? 0) / 100),
    ]);
    expect(points).toEqual([
      ['A', 40, 20],
      ['B', 30, 10],
    ]);
    expect(scorings[0]?.marks[1]?.parts[1]).toMatchObject({
      text: 'Nhóm mạng xã hội của bản',
      rule: 'có thì được 10 điểm, không có 0 điểm',
    });
    expect(targets.map(({ value }) => value)).toEqual([90]);
    expect(quotas).toEqual([]);
  });

  it('keeps marks of its own that add up to its points', () => {
    const { scorings } = extractPlan(
      'KẾ HOẠCH\nThi đua năm 2026\nI. CHẤM ĐIỂM\n1. Tuyên truyền (100 điểm) Tin bài: 60 điểm; hội nghị: 40 điểm.\n',
    );
    const points = scorings
      .flatMap(({ marks }) => marks)
      .flatMap((mark) => [mark, ...mark.parts].map((part) => part.points));
    expect(points).toEqual(expect.arrayContaining([6000, 4000]));
  });
});

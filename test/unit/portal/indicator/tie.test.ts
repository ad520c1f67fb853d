/**
 * Which targets a portal's indicator measures: the same thing out of the same whole; a near match is a question, the
 * rest has a reason.
 */
import { describe, expect, it } from 'vitest';
import { findMovement } from '../../../../core/movements/index.ts';
import { indicatorTargets } from '../../../../core/portal/indicator/targets.ts';
import { tieNote, tieOf } from '../../../../core/portal/indicator/tie.ts';

const tied = (text: string, unit = '%', subject = text) => {
  const tie = tieOf({ text, unit, subject });
  return `${tie.kind} ${tie.kind === 'none' ? tie.why : tie.indicator}`;
};

describe('a target and the indicator of the portal', () => {
  it.each([
    ['Tối thiểu 85% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến', 'sure ho-so-truc-tuyen'],
    ['Tối thiểu 80% hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến', 'ask ho-so-truc-tuyen'],
    ['Hồ sơ nộp trực tuyến toàn trình tối thiểu 80%', 'ask ho-so-truc-tuyen'],
    ['100% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình', 'sure dich-vu-toan-trinh'],
    ['80% dịch vụ công toàn trình được cung cấp trên nhiều phương tiện', 'ask dich-vu-toan-trinh'],
    ['Thực hiện 100% dịch vụ công trực tuyến', 'ask dich-vu-toan-trinh'],
    ['60% hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến', 'sure thanh-toan-truc-tuyen'],
    ['80% thủ tục có nghĩa vụ tài chính được thanh toán trực tuyến', 'ask thanh-toan-truc-tuyen'],
    ['Thanh toán trực tuyến: 60%', 'ask thanh-toan-truc-tuyen'],
    ['Giải quyết hồ sơ đúng và trước hạn: 99%', 'sure dung-han'],
    ['50% hồ sơ giải quyết trước hạn', 'ask dung-han'],
    [
      'Không quá 1% hồ sơ trễ hạn',
      'none Cổng đếm hồ sơ đúng hạn, kế hoạch đặt mức cho hồ sơ không đúng hạn hoặc phải trả lại',
    ],
    ['100% hồ sơ đất đai được số hóa', 'ask so-hoa-ho-so'],
    ['Mức độ hài lòng của người dân đối với việc giải quyết thủ tục đạt 95%', 'sure hai-long'],
    ['Mức độ hài lòng của người bệnh đạt 95%', 'none Cổng chỉ đo hài lòng khi giải quyết thủ tục hành chính'],
    ['Ít nhất 90% trưởng thôn biết nộp hồ sơ trực tuyến', 'none Cổng không có chỉ số về trưởng thôn'],
    ['Hồ sơ trực tuyến tăng 10% so với năm 2025', 'none kế hoạch đặt mức tăng hoặc giảm, Cổng cho tỷ lệ'],
  ])('%s', (text, expected) => {
    expect(tied(text, '%', text.includes('trưởng thôn') ? 'trưởng thôn' : text)).toBe(expected);
  });

  it('in a list of figures only the own name counts', () => {
    const list = 'Tỷ lệ hồ sơ nộp trực tuyến, hồ sơ số hóa lần lượt đạt 85%, 100%';
    expect(tied(list, '%', 'hồ sơ số hóa')).toBe('sure so-hoa-ho-so');
    expect(tied('12 lớp về dịch vụ công', 'lớp')).toMatch(/^none .*tính bằng lớp$/);
  });

  it('a question names the indicator, the doubt and where to confirm it', () => {
    expect(tieNote(tieOf({ text: '50% hồ sơ trả trước hạn', subject: 'hồ sơ', unit: '%' }))).toBe(
      'Chỉ số trên Cổng có thể là “Tỷ lệ hồ sơ giải quyết đúng hạn”, cần xác nhận: kế hoạch nói trước hạn, Cổng đếm cả trước hạn và đúng hạn. Đúng thì chọn chỉ số ấy ở cột “Đối chiếu chỉ số trên Cổng” của trang Tiêu chí.',
    );
  });

  it('each of the eight shares of Cát Nê is followed, or has a reason why not; a doubtful tie has a note', () => {
    const movement = findMovement('cat-ne-2024');
    if (!movement) throw new Error('not bundled');
    const followed = indicatorTargets(movement, '2024-11-21').map(({ text }) => text);
    const shares = movement.targets.filter(({ unit }) => unit === '%');
    expect(shares).toHaveLength(8);
    for (const { code, text, subject, unit, note } of shares) {
      const tie = tieOf({ text, subject, unit });
      expect(tie.kind === 'ask', code).toBe(followed.some((item) => item.startsWith(text)));
      const why = tie.kind === 'sure' ? '' : tie.why;
      expect(note?.toLowerCase(), code).toContain(`${why}.`.toLowerCase());
    }
  });
});

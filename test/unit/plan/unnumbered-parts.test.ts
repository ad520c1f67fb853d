/** Plans whose parts have no numbers, and parts picked out of a plan: nothing ahead of the first number is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD = `UBND XÃ NÀ PHÒN\nSố: 12/KH-UBND\nNà Phòn, ngày 10 tháng 02 năm 2026\nKẾ HOẠCH
Phát động phong trào thi đua chuyển đổi số năm 2026\n`;
const LAST_YEAR =
  'Năm 2025, UBND xã đã triển khai phong trào, kết quả cụ thể như sau:\n- Tỷ lệ hộ có Internet đạt 74%.\n';
const ISSUES = 'Thực hiện Kế hoạch số 20/KH-UBND ngày 15/01/2026 của UBND tỉnh, UBND xã ban hành Kế hoạch như sau:\n';
const PARTS = ['MỤC TIÊU', 'NHIỆM VỤ TRỌNG TÂM', 'TỔ CHỨC THỰC HIỆN'] as const;
const BELOW: readonly (readonly string[])[] = [
  ['Trên 80% hộ gia đình có đường truyền Internet.', '100% thôn có Tổ công nghệ số cộng đồng.'],
  ['Mở 12 lớp tập huấn kỹ năng số.', 'Tối thiểu 95% hồ sơ được xử lý trực tuyến.'],
  ['Các thôn gửi báo cáo kết quả trước ngày 15/11/2026.'],
];

/** The same parts, each with or without its number. */
const plan = (head: string, numbered: readonly boolean[]): string =>
  head +
  PARTS.map((name, at) => {
    const heading = numbered[at] ? `${'I'.repeat(at + 1)}. ${name}` : name;
    return [heading, ...(BELOW[at] ?? []).map((line) => `- ${line}`)].join('\n');
  }).join('\n');

function found(text: string) {
  const { targets, deadlines } = extractPlan(text);
  return {
    targets: targets.map(({ comparator, value, unit }) => [comparator, value, unit]),
    deadlines: deadlines.map(({ when, what }) => [when, what]),
  };
}

describe('parts without numbers', () => {
  const whole = found(plan(HEAD + ISSUES, [true, true, true]));

  it('are read like numbered parts, whichever lack numbers and whatever comes before them', () => {
    expect([whole.targets.length, whole.deadlines.length]).toEqual([4, 1]);
    fc.assert(
      fc.property(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), fc.boolean(), (numbered, isTold) => {
        expect(found(plan(HEAD + (isTold ? LAST_YEAR : '') + ISSUES, numbered))).toEqual(whole);
      }),
    );
  });

  it('are found behind an announcement though their headings are no capitals', () => {
    const text = plan(HEAD + ISSUES.replace('như sau', 'như\nsau'), [false, false, false]);
    expect(found(text.replace('MỤC TIÊU', 'Mục tiêu'))).toEqual(whole);
  });

  it('report or demand by their headings: last year’s results are no targets', () => {
    const state =
      'ĐÁNH GIÁ KẾT QUẢ NĂM 2025\nToàn xã có 34 xóm; 22/34 nhà văn hóa có wifi; còn 1.260 hộ chưa dùng VNeID.\n';
    expect(found(plan(HEAD + ISSUES + state, [false, false, false]))).toEqual(whole);
    const numbered = plan(HEAD + ISSUES + state, [true, true, true]);
    expect(found(numbered)).toEqual(whole);
    expect(extractPlan(numbered).targets.map(({ section }) => section)).toEqual(['I', 'I', 'II', 'II']);
  });

  it.each(['III', 'IV', 'B', 'Điều 3'])('picked out of a plan are read from their first word: %s', (label) => {
    const text = `${label}. CHỈ TIÊU THI ĐUA\n- Trên 80% hộ có Internet.\n1. Về hồ sơ\na) Tối thiểu 95% hồ sơ trực tuyến.`;
    expect(found(text).targets).toEqual([
      ['>', 80, '%'],
      ['>=', 95, '%'],
    ]);
  });
});

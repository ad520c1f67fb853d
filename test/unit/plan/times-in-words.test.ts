/** Times of targets, of phases and of the movement in words that plans use for them. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const read = (body: string, preamble = '') =>
  extractPlan(
    `ỦY BAN NHÂN DÂN\nXÃ AN LẠC\nSố: 9/KH-UBND\nAn Lạc, ngày 22 tháng 9 năm 2025\nKẾ HOẠCH\nPhát động đợt thi đua số giai đoạn 2025 - 2026\n${preamble}\nI. CHỈ TIÊU\n${body}\n`,
  );

describe('the time of a target', () => {
  it.each([
    ['Đảng phí nộp không dùng tiền mặt đạt 95% trở lên từ quý II/2026.', '2026-06-30'],
    ['Tỷ lệ hồ sơ trực tuyến đạt 95% từ tháng 4 năm 2026.', '2026-04-30'],
    ['Tỷ lệ văn bản giấy giảm 40% so với năm học 2024 - 2025.', '2026-12-31'],
  ])('%s', (words, day) => {
    expect(read(`1. ${words}`).targets.map(({ deadline }) => deadline)).toEqual([day]);
  });
});

it('“là tất cả” is a demand without a number', () => {
  const { leftovers } = read('1. 60% hộ có VNeID ở đợt I; đợt II là tất cả.');
  expect(leftovers.map(({ why }) => why)).toEqual(['có thể là chỉ tiêu 100%']);
});

it('an hour before a day leaves it the end of the movement', () => {
  const { deadlines } = read('1. 90% hộ có VNeID.', 'Thời gian: từ 00 giờ ngày 18/10/2025 đến 24 giờ ngày 30/11/2026.');
  expect(deadlines.map(({ what, when }) => [what, when])).toEqual([['end', { date: '2026-11-30' }]]);
});

it('days that each begin an item are of the work behind them', () => {
  const words = '08/3 phát động – 15/3 các chi hội nộp bản đăng ký – 30/6 sơ kết – 10/10 chấm chéo – 20/10 tổng kết.';
  const { deadlines } = read(`1. 90% hộ có VNeID.\nII. LỊCH\n1. ${words}`);
  expect(deadlines.map(({ what, when, text }) => [what, Object.values(when)[0], text])).toEqual([
    ['launch', '03-08', '08/3 phát động'],
    ['registration', '03-15', '15/3 các chi hội nộp bản đăng ký'],
    ['interim-review', '06-30', '30/6 sơ kết'],
    ['evaluation', '10-10', '10/10 chấm chéo'],
    ['final-review', '10-20', '20/10 tổng kết'],
  ]);
});

it('a phase begins on the day of issue where its words say so', () => {
  const phases = (words: string) =>
    read(
      `1. 90% hộ có VNeID.\nII. LỘ TRÌNH\n1. Giai đoạn 1 (${words}): làm điểm.\n2. Giai đoạn 2 (2026 - 2026): nhân rộng.`,
    ).movement.phases;
  for (const words of ['từ khi ban hành đến 31/12/2025', 'từ nay đến ngày 31/12/2025', 'từ ngày ký đến 31/12/2025'])
    expect(phases(words)[0], words).toEqual({ name: 'Giai đoạn 1', from: '2025-09-22', to: '2025-12-31' });
});

it('marks taken off are no target, whoever is named behind them', () => {
  const { targets, leftovers } = read('1. 90% hộ có VNeID.\nII. KHEN THƯỞNG\nTrừ 5 điểm đơn vị nộp muộn.');
  expect(targets.map(({ value }) => value)).toEqual([90]);
  expect(leftovers.map(({ value }) => value)).toEqual([5]);
});

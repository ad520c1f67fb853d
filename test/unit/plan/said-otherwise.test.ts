/** Figures that are said in less usual ways: stages on the way, so many out of ten, nothing of several things. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const PLAN = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” giai đoạn 2026 - 2028\nI. CHỈ TIÊU\n1. `;
const found = (sentence: string) =>
  extractPlan(PLAN + sentence).targets.map(
    ({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline?.slice(0, 4)}`,
  );

it.each([
  [
    'Tỷ lệ hồ sơ toàn trình từ 75% năm 2026, 80% năm 2027 lên 85% năm 2028.',
    ['>= 75 % 2026', '= 80 % 2027', '= 85 % 2028'],
  ],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 75% năm 2026 lên 85% năm 2028.', ['>= 75 % 2026', '= 85 % 2028']],
  ['Giảm tỷ lệ hộ nghèo từ 5% năm 2026 còn 3% năm 2028.', ['>= 5 % 2026', '= 3 % 2028']],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 62% năm 2025 lên 85% năm 2028.', ['= 85 % 2028']],
  ['Nâng tỷ lệ hộ dùng nước sạch từ 62% lên 85% năm 2028.', ['= 85 % 2028']],
  ['Ít nhất 8 trong 10 hộ kinh doanh tại chợ nhận thanh toán bằng mã QR.', ['>= 80 % 2028']],
  ['Có 7 trong 11 thôn đạt chuẩn.', ['= 7 thôn 2028']],
  ['Xây dựng và duy trì từ 02 mô hình “Dân vận khéo” trở lên.', ['>= 2 mô hình 2028']],
  ['Không có phản ánh, kiến nghị tồn đọng quá 05 ngày làm việc.', ['= 0 phản ánh 2028']],
  ['Không có phản ánh đúng về thái độ phục vụ.', ['= 0 phản ánh 2028']],
  ['Đến 30/6/2026 một nửa số hộ có cáp quang, khi kết thúc phong trào đạt ba phần tư.', ['= 50 % 2026', '= 75 % 2028']],
  [
    'Mỗi người có ít nhất 01 sáng kiến, toàn xã có từ 3 sáng kiến được công nhận.',
    ['>= 1 sáng kiến 2028', '>= 3 sáng kiến 2028'],
  ],
  ['Tổng doanh số bán trên sàn từ 800 triệu đồng.', ['>= 800 triệu đồng 2028']],
  ['Hướng dẫn cầm tay chỉ việc cho 350 hội viên và 90 tiểu thương.', ['= 350 người 2028', '= 90 người 2028']],
  ['Mở 5 lớp mỗi năm, mỗi lớp 25 - 30 học viên.', ['= 5 lớp 2028']],
])('%s', (sentence, targets) => {
  expect(found(sentence)).toEqual(targets);
});

/** Of none of them less is of each of them at least as much; of none of them more, at most. */
it('what no unit is to be below or above holds for each, whatever the unit, the words and the figure', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const draw = random(seed);
    const noun = draw.pick(['thôn', 'bản', 'trường', 'chi bộ', 'hộ', 'cơ quan', 'khu phố']);
    const reached = draw.pick(['', 'đạt ', 'có tỷ lệ ']);
    const [words, meant] = draw.pick([
      ['dưới', '>='],
      ['thấp hơn', '>='],
      ['quá', '<='],
      ['vượt', '<='],
    ] as const);
    const share = draw.between(11, 95);
    expect(found(`Không ${noun} nào ${reached}${words} ${share}%.`), `${noun} ${reached}${words}`).toEqual([
      `${meant} ${share} % 2028`,
    ]);
  }
});

it('whom one puts forward for an award of those above is a quota, whatever the verb', () => {
  for (const verb of ['lựa chọn', 'chọn', 'giới thiệu', 'bình chọn'])
    for (const asks of ['trình', 'đề nghị']) {
      const { quotas, targets } = extractPlan(
        `${PLAN}80% hộ có cáp quang.\nII. TIÊU CHUẨN, KHEN THƯỞNG\n1. UBND xã tặng Giấy khen cho 05 thôn; ${verb} 01 thôn, 02 cá nhân tiêu biểu nhất ${asks} Chủ tịch UBND tỉnh tặng Bằng khen.`,
      );
      expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['5 collective', '1 collective', '2 individual']);
      expect(targets).toHaveLength(1);
    }
});

it('a last day said behind a deed is the figure’s own', () => {
  const plan = PLAN.replace('giai đoạn 2026 - 2028', 'năm 2026');
  for (const words of ['hạn chót là ngày', 'hạn chót ngày', 'chậm nhất ngày', 'chậm nhất là ngày'])
    expect(extractPlan(`${plan}Mỗi đảng viên kèm được 3 người dân, ${words} 31/8/2026.`).targets).toMatchObject([
      { value: 3, deadline: '2026-08-31' },
    ]);
});

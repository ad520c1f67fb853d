/** Figures that are said in less usual ways: stages on the way, so many out of ten, nothing of several things. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

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
])('%s', (sentence, targets) => {
  expect(found(sentence)).toEqual(targets);
});

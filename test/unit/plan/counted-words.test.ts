/** Figures in the words of other hands: each line failed once on a plan the reader had not seen. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const read = (body: string) =>
  extractPlan(`KẾ HOẠCH
Thi đua giai đoạn 2026 - 2028
Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Vĩnh Long;
I. MỤC TIÊU
${body}
`).targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline?.slice(0, 4)}`);

it.each([
  ['1. Vào nhóm 20 xã, phường có Chỉ số cải cách hành chính cao nhất tỉnh.', ['rank<= 20 xã 2028']],
  ['1. Không có hồ sơ trễ hẹn quá 10 ngày.', ['= 0 hồ sơ 2028']],
  ['1. Không phát sinh thêm người nghiện mới.', ['= 0 người 2028']],
  ['1. Theo nhóm đối tượng:\n- Người cao tuổi chưa có thẻ: 0 người.', ['= 0 người 2028']],
  [
    '1. Mỗi thôn có không ít hơn hai câu lạc bộ, trong đó một câu lạc bộ thể thao.',
    ['>= 2 câu lạc bộ 2028', '= 1 câu lạc bộ 2028'],
  ],
  ['1. Mở một gian hàng trải nghiệm số.', ['= 1 gian hàng 2028']],
  ['1. Năm 2027 giảm 90%, từ năm 2028 không còn hộ nào đốt rơm.', ['= 90 % 2027', '= 0 hộ 2028']],
  [
    '1. Trên 40% người dân trong độ tuổi lao động có năng lực, kỹ năng số cơ bản vào năm 2026, 55% vào năm 2027.',
    ['> 40 % 2026', '> 55 % 2027'],
  ],
  ['1. Mỗi hộ có ít nhất 01 bình chữa cháy, 21 thôn ra mắt Tổ liên gia.', ['>= 1 bình 2028', '= 21 thôn 2028']],
  [
    '1. Tổ chức 02 chuyên đề/học kỳ, dự giờ ít nhất 18 tiết/giáo viên/năm học.',
    ['= 2 chuyên đề/học kỳ 2028', '>= 18 tiết/giáo viên/năm học 2028'],
  ],
  [
    '1. Giữ vững an ninh.\nII. PHÂN CÔNG\n1. Hội Cựu chiến binh: tự quản 20 tuyến đường, đóng góp 550 ngày công.',
    ['= 20 tuyến 2028', '= 550 ngày công 2028'],
  ],
])('%s', (body, expected) => {
  expect(read(body)).toEqual(expected);
});

it('a table that assigns the targets, a row a unit; the same table without such words reports', () => {
  const table = 'STT | Ấp | Người tham gia mới năm 2026 | Hộ gắn mã (%)\n1 | Kênh Ba | 35 | 40\n2 | Rạch Gốc | 28 | -';
  const targets = extractPlan(`KẾ HOẠCH
Thi đua năm 2026
I. MỤC TIÊU
1. Bảng phân bổ cho các ấp:
${table}
`).targets;
  expect(targets.map(({ section, subject, value, unit }) => [section, subject, value, unit])).toEqual([
    ['I.1.1', 'Người tham gia mới năm 2026, Kênh Ba', 35, 'người'],
    ['I.1.1', 'Hộ gắn mã, Kênh Ba', 40, '%'],
    ['I.1.2', 'Người tham gia mới năm 2026, Rạch Gốc', 28, 'người'],
  ]);
  expect(read(`1. Danh sách các ấp:\n${table}`)).toEqual([]);
});

/**
 * Conditions that hold for few sentences: no plan at hand has one, so that taking one out fails nothing else. Each
 * sentence here reads otherwise without the condition for it.
 */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Vì quê hương” năm 2026\nI. MỤC TIÊU, CHỈ TIÊU\n- 90% hộ có wifi.\n';

/** Targets besides the 90 % of the head, then quotas, then leftovers. */
function foundIn(text: string): string {
  const { targets, quotas, leftovers } = extractPlan(HEAD + text);
  return [
    targets.slice(1).map(({ comparator, value, unit }) => `${comparator}${value} ${unit}`),
    quotas.map(({ max, kind }) => `${max ?? 'open'} ${kind}`),
    leftovers.map(({ value }) => value),
  ]
    .map((part) => part.join(', '))
    .join(' | ');
}

it.each([
  ['- Mỗi thôn mở rộng diện tích trồng rau sạch trên 1 ha.', '>1 ha |  | '],
  ['- Chợ có 23 quầy thì ít nhất 20 quầy phải niêm yết giá.', '>=20 quầy |  | 23'],
  ['- Gửi báo cáo trong vòng 05 ngày kể từ ngày ký văn bản.', ' |  | 5'],
  ['- Nâng tỷ lệ hộ có nước sạch từ 75% năm 2026 lên 85% năm 2028.', '>=75 %, =85 % |  | '],
  ['- Lao động qua đào tạo đạt 65% (trong đó có chứng chỉ: 30%).', '=65 %, =30 % |  | '],
  ['- Số hội viên tăng gấp ba năm 2025.', '=3 lần |  | '],
  ['- Vận động đến 2026 hộ tham gia bảo hiểm.', '=2026 hộ |  | '],
  ['- Tỷ lệ hồ sơ trễ hạn kém 5% so với năm 2025.', '=5 % |  | '],
  ['II. HỘI THI\n1. Thể lệ hội thi\n- Mỗi đội có 03 người, thi trong 15 phút.', ' |  | 3, 15'],
  ['II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi, kiểm tra mỗi năm 02 lần.', ' |  | 2'],
  ['II. KHEN THƯỞNG\n- Được đề nghị 20% số khẩu đội hoàn thành.', ' | 20 combined | '],
  ['II. KHEN THƯỞNG, KINH PHÍ\n- Tặng Giấy khen cho 05 tập thể, 10 cá nhân.', ' | 5 collective, 10 individual | '],
  ['II. KHEN\n- Đề nghị tặng 40 Giấy khen, trong đó 30 tập thể, 10 cá nhân.', ' | 30 collective, 10 individual | 40'],
  [
    'II. KHEN THƯỞNG\n- Tặng Giấy khen cho các tập thể tiêu biểu; số lượng do Chủ tịch UBND xã quyết định.',
    ' | open collective | ',
  ],
])('%s', (text, found) => {
  expect(foundIn(`${text}\n`)).toBe(found);
});

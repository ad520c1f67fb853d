/**
 * Law in force that papers cite, each with where it was taken from, and law of before that a plan may still name. When
 * one of these is replaced, this is the place.
 */

/** In the order papers cite them. */
export const BASES = {
  emulation: 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
  decree: 'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
  power: 'Điều 59 Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ',
} as const;

/**
 * What holds for every proposal: Luật Thi đua, khen thưởng, Điều 5; Nghị định 152/2025/NĐ-CP, Điều 4.
 */
export const PRINCIPLES: readonly string[] = [
  'Thành tích đến đâu khen thưởng đến đó; một thành tích không khen nhiều lần một hình thức.',
  'Khi có nhiều tập thể, cá nhân cùng đủ điều kiện, ưu tiên cá nhân nữ hoặc tập thể có từ 70 % nữ trở lên; còn bằng nhau thì Hội đồng biểu quyết.',
  'Chưa xét khen khi đang xem xét kỷ luật, thanh tra, xác minh đơn thư.',
];

/** From this day there is no district, and communes answer to the province (XP-13). */
export const NO_DISTRICT_FROM = '2025-07-01';

/** What an old plan says that a paper of today should not repeat unseen. */
const OUTDATED: readonly (readonly [RegExp, string])[] = [
  [
    /(?:ubnd|ủy ban nhân dân|cấp|địa bàn|ngoài|của)\s+huyện|\bhuyện ủy\b|\(huyện/iu,
    'cấp huyện không còn từ ngày 01/7/2025',
  ],
  [/98\/2023\/NĐ-?CP/iu, 'Nghị định số 98/2023/NĐ-CP hết hiệu lực từ ngày 01/7/2025'],
  [/91\/2017\/NĐ-?CP/iu, 'Nghị định số 91/2017/NĐ-CP hết hiệu lực từ ngày 01/01/2024'],
  [/12\/2019\/TT-?BNV/iu, 'Thông tư số 12/2019/TT-BNV không còn áp dụng'],
  [/mức độ 4/iu, '“mức độ 4” nay gọi là dịch vụ công trực tuyến toàn trình'],
];

/** Why each line that still says so should be looked at; empty when none does. */
export function outdatedIn(lines: readonly string[]): readonly string[] {
  return OUTDATED.filter(([pattern]) => lines.some((line) => pattern.test(line.normalize('NFC')))).map(
    ([, why]) => why,
  );
}

/**
 * Laws in force that papers cite, each with its source, and former laws that a plan may still name. When a law is
 * replaced, change it here.
 */
import { BLANK } from './words.ts';

/** In the order papers cite them. */
interface Bases {
  readonly emulation: string;
  readonly decree: string;
  /** What lets a commune's chair give a giấy khen. */
  readonly power: string;
}

const OF_2022 = 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022';

/** First ISO day in force, the latest first. */
const IN_FORCE: readonly (readonly [from: string, Bases])[] = [
  [
    '2025-07-01',
    {
      emulation: OF_2022,
      decree: 'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
      power: 'Điều 59 Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ',
    },
  ],
  [
    '2024-01-01',
    {
      emulation: OF_2022,
      decree: 'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ',
      power: 'Điều 80 Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
    },
  ],
];

/**
 * Law in force on the ISO day a paper is signed; without a day that of today, the latest known. Before 2024 none is
 * known here, so that it stays a blank for people to fill in.
 */
export function basesOn(day: string | null): Bases {
  const [latest] = IN_FORCE;
  const found = day === null ? latest : IN_FORCE.find(([from]) => from <= day);
  const unknown = `${BLANK} (văn bản còn hiệu lực tại ngày ký)`;
  return found?.[1] ?? { emulation: `Luật Thi đua, khen thưởng ${unknown}`, decree: unknown, power: unknown };
}

/** First ISO day of the decree whose factors are known here: amounts of an earlier decision are not reckoned. */
export const FACTORS_FROM = '2025-07-01';

/** Why an amount is blank in a decision of that ISO day: a factor is not guessed, nor taken from another decree. */
export function whyNoAmount(day: string | null): string {
  const { decree } = basesOn(day);
  if (day !== null && day < FACTORS_FROM) return `Mức tiền để trống: tra tại ${decree}`;
  return `Mức tiền của cá nhân, hộ gia đình để trống: tra hệ số cá nhân tại ${decree}, ghi ở mục "Hệ số giấy khen cá nhân" của cài đặt văn bản; hộ gia đình bằng 1,5 lần cá nhân; làm tròn lên chục nghìn đồng (Điều 49)`;
}

/**
 * What holds for every proposal: Luật Thi đua, khen thưởng, Điều 5; Nghị định 152/2025/NĐ-CP, Điều 4.
 */
export const PRINCIPLES: readonly string[] = [
  'Thành tích đến đâu khen thưởng đến đó; một thành tích không khen nhiều lần một hình thức.',
  'Khi có nhiều tập thể, cá nhân cùng đủ điều kiện, ưu tiên cá nhân nữ hoặc tập thể có từ 70 % nữ trở lên; còn bằng nhau thì Hội đồng biểu quyết.',
  'Chưa xét khen khi đang xem xét kỷ luật, thanh tra, xác minh đơn thư.',
];

/** From this day there is no district, and communes answer to the province. */
export const NO_DISTRICT_FROM = '2025-07-01';

/** Words of an old plan that a paper of today should not repeat unnoticed. */
const OUTDATED: readonly { readonly from: string; readonly words: RegExp; readonly why: string }[] = [
  {
    from: NO_DISTRICT_FROM,
    words: /(?:ubnd|ủy ban nhân dân|cấp|địa bàn|ngoài|của)\s+huyện|\bhuyện ủy\b|\(huyện/iu,
    why: 'cấp huyện không còn từ ngày 01/7/2025',
  },
  {
    from: NO_DISTRICT_FROM,
    words: /98\/2023\/NĐ-?CP/iu,
    why: 'Nghị định số 98/2023/NĐ-CP hết hiệu lực từ ngày 01/7/2025',
  },
  {
    from: '2024-01-01',
    words: /91\/2017\/NĐ-?CP/iu,
    why: 'Nghị định số 91/2017/NĐ-CP hết hiệu lực từ ngày 01/01/2024',
  },
  { from: '2024-01-01', words: /12\/2019\/TT-?BNV/iu, why: 'Thông tư số 12/2019/TT-BNV không còn áp dụng' },
  {
    from: '2022-01-01',
    words: /mức độ 4/iu,
    why: '“mức độ 4” nay gọi là dịch vụ công trực tuyến toàn trình',
  },
];

/** Why each line that still says so should be looked at, in a paper signed on that ISO day; empty when none does. */
export function outdatedIn(lines: readonly string[], signedOn: string | null): readonly string[] {
  return OUTDATED.filter(({ from }) => signedOn === null || signedOn >= from)
    .filter(({ words }) => lines.some((line) => words.test(line.normalize('NFC'))))
    .map(({ why }) => why);
}

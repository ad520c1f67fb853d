/** The school, Party cell or office that issued the plan, where it is not the commune's own committee. */

import { isSyllable } from '../../base/text/syllable.ts';
import { bareKey } from '../../base/text/text.ts';
import type { PlanText } from '../layout/plan-text.ts';
import { NEXT_IN_CELL } from '../layout/written-grid.ts';

/** Between two columns of a line. */
const APART = new RegExp(String.raw`\t|${NEXT_IN_CELL}| {3,}|\|`, 'u');
/** The right half of a head, and what stands below the name of the issuer. */
const NO_NAME = /CỘNG (?:HÒA|HOÀ)|CHỦ NGHĨA|ĐẢNG CỘNG SẢN|^VIỆT NAM|^[^\p{Lu}]*$|^SỐ(?!\p{L})|\d ?[-/]/u;
const IN_CAPITALS = /^[^\p{Ll}]{3,}$/u;
/** The commune itself: its committee, its council, and those who work for them. */
const COMMUNE_ITSELF =
  /^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|TỈNH|THÀNH PHỐ)(?!\p{L})|HỘI ĐỒNG|BAN CHỈ ĐẠO|HĐND)/u;
/** The commune's Party committee stands above its cells, and issues plans of its own. */
const ABOVE = /^(?:ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ))(?!\p{L})/u;
const BODY =
  /^(?:TRƯỜNG|CHI BỘ|TRẠM|TRUNG TÂM|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN|ĐOÀN|CÔNG AN|BAN|PHÒNG|VĂN PHÒNG|CÔNG TY|HỢP TÁC XÃ|(?:ỦY|UỶ) BAN MẶT TRẬN|(?:ỦY|UỶ) BAN MTTQ)(?!\p{L})/u;

/** `BCH ĐOÀN XÃ …`, `BAN THƯỜNG TRỰC`: who leads a body, not another body. */
const LEADS = /^(?:BCH|BAN CHẤP HÀNH|BTV|BAN THƯỜNG (?:VỤ|TRỰC))(?: |$)/u;
/** The sign of the commune's own papers in the number of the plan. */
const OF_COMMUNE = /UBND|HĐTĐ/u;

/** As the plan writes it in its text (`Trường Tiểu học Suối Mẫu`), else from its head; null = the commune issued it. */
export function issuingBodyIn({ flat, lines }: PlanText, headEnd: number, number: string | null): string | null {
  if (OF_COMMUNE.test(number ?? '')) return null;
  const names = lines
    .filter(({ start }) => start < headEnd)
    .flatMap(({ raw }) => raw.split(APART))
    .map((words) =>
      words
        .replace(/[*_]|-{2,}/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(LEADS, ''),
    )
    .filter((words) => IN_CAPITALS.test(words) && !NO_NAME.test(words));
  const first = names.findLastIndex((words) => BODY.test(words));
  const isJoint = names.some((words) => /(?:ỦY|UỶ) BAN NHÂN DÂN|UBND/u.test(words));
  const own = first >= 0 || isJoint ? first : names.findLastIndex((words) => ABOVE.test(words));
  if (own < 0 || COMMUNE_ITSELF.test(names[own] ?? '')) return null;
  // "TRƯỜNG TRUNG HỌC CƠ SỞ⏎NGUYỄN DU": the name goes on in the next line.
  const [more = ''] = names.slice(own + 1);
  const goesOn = more !== '' && !BODY.test(more) && (!COMMUNE_ITSELF.test(more) || /^(?:XÃ|PHƯỜNG)/u.test(more));
  const name = goesOn ? `${names[own]} ${more}` : (names[own] ?? '');
  return writtenIn(flat.slice(headEnd), name) ?? inSmallLetters(name);
}

/** The same words in the text, where they are not all in capitals. */
function writtenIn(text: string, name: string): string | null {
  const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  for (const [words] of text.matchAll(pattern))
    if (/\p{Ll}/u.test(words) && bareKey(words) === bareKey(name))
      return words.charAt(0).toUpperCase() + words.slice(1);
  return null;
}

/** `TRƯỜNG TIỂU HỌC SUỐI MẪU` → `Trường Tiểu học Suối Mẫu`; what is no syllable is a short form and stays. */
function inSmallLetters(name: string): string {
  const words = name
    .split(' ')
    .map((word) => (isSyllable(word.toLowerCase()) ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .join(' ');
  return words
    .replace(COMMON, (common) => common.charAt(0) + common.slice(1).toLowerCase())
    .replace(/(?<= )(?:Thôn|Ấp|Bản|Xã|Phường|Trường|Khu|Tổ|Và|Các)(?= (?:\p{Lu}|phố))/gu, (kind) => kind.toLowerCase());
}
const COMMON =
  /(?:Tiểu Học|Trung Học|Mầm Non|Mẫu Giáo|Cơ Sở|Phổ Thông|Chi Bộ|Chi Hội|Đảng Bộ|Đảng Ủy|Y Tế|Công An|Công Đoàn|Trung Tâm|Văn Phòng|Ủy Ban|Uỷ Ban|Mặt Trận|Tổ Quốc|Khu Phố)(?!\p{L})/gu;

/** Whether a school or a cell plans for itself: `Đảng ủy xã Phú Xuân`, `Hội Phụ nữ phường` have the commune in their names. */
export function plansForItself({ body }: { readonly body?: string | null | undefined }): boolean {
  return Boolean(body) && !/(?<!\p{L})(?:xã|phường|đặc khu)(?!\p{L})/iu.test(body ?? '');
}

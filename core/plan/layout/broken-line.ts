/** Whether a heading's first line was only broken: it runs on in the next, which starts with a name or a figure. */

import { EACH_OF, RELATING_WORDS } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES, PREDICATES } from '../lexicon/verbs.ts';
import { findPhrase, phraseAt, phraseBefore, type Token, tokensOf } from '../words/token.ts';

/** Read of the next line. */
const NEXT_LENGTH = 120;

/**
 * `line` = the words before the break, `rest` = those behind it, a capital, a quote or a figure first. `titled` = the
 * line names a part of a plan ("Mục tiêu cụ thể") or stands in capitals.
 */
export function runsOn(line: string, rest: string, titled: boolean): boolean {
  // "Đề nghị Ủy ban MTTQ Việt⏎Nam đặc khu"
  if (/(?<!\p{L})Việt$/u.test(line.trimEnd()) && /^Nam(?!\p{L})/u.test(rest)) return true;
  // "2. Những việc đã làm được (từ 01/7/2025 đến 15/8/2025)"
  if (CLOSED_TIME.test(line)) return false;
  const words = tokensOf(line, 0, line.length);
  // "Ủy ban MTTQ
  // Việt Nam xã": the second line continues the name before it.
  const relates = phraseBefore(words, words.length, RELATING_WORDS) > 0;
  // "VÀ MỘT SỐ TỒN TẠI" is no "tại".
  if (/^Việt Nam(?!\p{L})/u.test(rest) || (relates && phraseBefore(words, words.length, ENDING_SO) === 0)) return true;
  const takesName = phraseBefore(words, words.length, TAKES_NAME);
  const tells = hasCount(words) || findPhrase(words, 0, words.length, PREDICATES) >= 0;
  if (titled) return takesName > 0 && (tells || phraseBefore(words, words.length - takesName, RELATING_WORDS) > 0);
  const next = tokensOf(rest, 0, Math.min(rest.length, NEXT_LENGTH));
  // "4. Thi đua xây dựng đời sống văn hóa⏎Hằng năm, tỷ lệ hộ …"
  if (!hasCount(words) && phraseAt(next, 0, OPENS_WITH_TIME) > 0) return false;
  if (tells) return true;
  if (/[,(]\s*$/.test(line) || quotesOpen(line) || /^[“"]/.test(rest)) return true;
  if (phraseAt(words, 0, EACH_OF) > 0) return true;
  // "(5) Chuyển⏎60 ha …": one word is no heading of figures.
  if (/^\d/.test(rest)) return words.filter(({ kind }) => kind === 'word').length === 1 || isRestOfClause(next);
  if (phraseAt(next, 0, DOES) > 0 || phraseAt(next, 0, OPENS) > 0) return false;
  if (phraseAt(words, 0, MEASURES) > 0 && phraseAt(words, 0, NO_MEASURES) === 0) return true;
  return endsInPartOfName(words) || takesName > 0 || wantsColon(words, next);
}

/** A heading that ends in a bracket with its time. */
export const CLOSED_TIME = /\([^()]*20\d\d\)\s*$/u;
const ENDING_SO = phrases('tồn tại | hiện tại | thực tại');
/** No heading starts so. */
/** What opens a sentence of its own behind a heading. */
const OPENS = phrases(
  'các | mỗi | từng | toàn | cả | năm | đến | quý | tháng | từ | trên | tối thiểu | ít nhất | bảo đảm | đảm bảo | tỷ lệ | số | tiếp tục | tăng cường | chủ trì | phối hợp | tham mưu | chủ động | là | ubnd | ủy ban | hằng | hàng | trong | không | đẩy mạnh | nâng',
);
const OPENS_WITH_TIME = phrases('hằng năm | hàng năm | hằng tháng | hàng tháng | trong năm | đến năm | đến hết | năm');
/** "Số bài đăng trên fanpage⏎Hội: …" */
const MEASURES = phrases('số | tổng số | tỷ lệ | chỉ số | điểm | mức');
const NO_MEASURES = phrases('số hóa | số hoá | điểm nhấn | điểm mới');
/** Nouns that are nothing without the name behind them. */
const TAKES_NAME = phrases(
  'cổng | trung tâm | trang thông tin | quỹ | lễ hội | chỉ số | danh hiệu | cuộc thi | hội thi | chuyên mục | mang tên | mô hình | fanpage | ứng dụng | vận động | phần mềm | nền tảng | theo tiêu chuẩn | đạt tiêu chuẩn',
);

/**
 * "chợ Vĩnh
 * Hải", "qua eTax
 * Mobile": part of a name behind a word in small letters.
 */
function endsInPartOfName(words: readonly Token[]): boolean {
  const [last, before] = [words.at(-1), words.at(-2)];
  if (last?.kind !== 'word' || before?.kind !== 'word') return false;
  return /\p{Lu}/u.test(last.text) && !/^\p{Lu}{2}/u.test(last.text) && /^\p{Ll}/u.test(before.text);
}

/** "Đối với tiểu thương chợ⏎Vĩnh Hải: …" ends at its colon. */
function wantsColon(words: readonly Token[], next: readonly Token[]): boolean {
  if (phraseAt(words, 0, TOWARDS) === 0) return false;
  const colon = next.findIndex(({ key }) => key === ':');
  return (
    colon > 0 && next.slice(0, colon).every((token, at) => token.kind !== 'percent' && phraseAt(next, at, DOES) === 0)
  );
}
const TOWARDS = phrases('đối với');

/** "Thu gom rác thải nhựa⏎12 tấn; …": a figure without a predicate of its own. */
function isRestOfClause(next: readonly Token[]): boolean {
  const end = next.findIndex(({ kind, key }) => kind === 'mark' && /^[.,;:(]$/.test(key));
  const to = end < 0 ? next.length : end;
  return next[to]?.key !== ':' && [PREDICATES, DOES].every((list) => findPhrase(next, 0, to, list) < 0);
}

function quotesOpen(line: string): boolean {
  return (line.match(/“/g) ?? []).length > (line.match(/”/g) ?? []).length;
}

/** A number that counts; a year does not. */
export function hasCount(words: readonly Token[]): boolean {
  return words.some(({ kind, text }) => kind === 'number' && !/^(?:19|20)\d\d$/.test(text));
}

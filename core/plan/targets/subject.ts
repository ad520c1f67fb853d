/** Who or what a target speaks of: its subject, what narrows its denominator, and what is left out. */

import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Figure } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { PREDICATES } from '../lexicon/verbs.ts';
import { BECOMES } from '../lexicon/wanted.ts';
import { findPhrase, phraseAt, type Token, tokensOf } from '../words/token.ts';
import { ageEnd, qualifierOf, qualifierOfName } from './qualifier.ts';

export interface Subject {
  readonly subject: string;
  readonly qualifier: string | null;
  readonly exclusion: string | null;
  readonly perSector: boolean;
}

const EXCEPT = phrases('trừ | ngoại trừ | không bao gồm | không kể | không tính | trừ các');
/** They belong to the noun although they may begin like a predicate. */
const GOES_WITH_NOUN = phrases(
  'đủ điều kiện | trưởng thành | trong độ tuổi | đủ tuổi | có phát sinh | phát sinh | có yêu cầu | có nhu cầu | thuộc thẩm quyền | thuộc phạm vi | đang hoạt động | còn hiệu lực | đang cư trú | trong độ tuổi lao động',
);
const EACH_SECTOR = phrases('từng ngành | mỗi ngành | từng lĩnh vực');
const VERBS_BEFORE = phrases(
  'bảo đảm | đảm bảo | phấn đấu | có | đạt | đưa | yêu cầu | thực hiện | duy trì | cung cấp | nâng | tăng | giảm | xây dựng | tổ chức',
);
/** `khu dân cư` is one word as `thôn` is. */
const VILLAGE = new RegExp(String.raw`(?<!\p{L})(?:${VILLAGE_PATTERN})(?!\p{L})`, 'giu');
const LONGEST = 300;

/** Subject of a figure inside its own words (tokens from … to). */
export function subjectOf(
  flat: string,
  tokens: readonly Token[],
  figure: Figure,
  bounds: { readonly from: number; readonly to: number },
): Subject {
  const words = (from: number, to: number): string =>
    flat
      .slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
      .slice(0, LONGEST)
      .replace(/^[\s,:;(“"]+|[\s,:;(“"]+$/g, '');
  const lead = skip(tokens, bounds.from, figure.from);
  const replaces = findPhrase(tokens, bounds.from, figure.at, BECOMES);
  const since = replaces < 0 ? figure.from : replaces;
  const led = lead < since ? words(lead, since).replace(EACH_ASIDE, '').replace(STOOD, '') : '';
  const own = replaces >= 0 ? led.replace(OLD, '') : isMoved(tokens, figure) ? led.replace(FROM, '') : led;
  // "Số bản số: chỉ tiêu 10 bản, nay là 12 bản": the words before the colon say what of.
  const before = withoutTime(own === '' && replaces >= 0 ? words(bounds.from, lead) : own);
  // "100% (15/15) khu phố"
  const closing =
    tokens[figure.to]?.key === '(' ? tokens.findIndex(({ key }, at) => at > figure.to && key === ')') : -1;
  const noun = closing < 0 ? figure.to : closing + 1;
  const end = nounEnd(tokens, noun, bounds.to);
  const after =
    end > noun ? words(figure.kind === 'percent' ? noun : nounStart(tokens, figure), end).replace(THAN, '') : '';
  const isShort = before.replace(VILLAGE, 'thôn').split(' ').length < 3;
  const isDoer = tokens[figure.at - 1]?.key === ':' && DOER.test(before) && isNounAt(tokens, noun);
  const numberFirst = (isShort || isDoer) && after !== '';
  const scope = { from: bounds.from, to: bounds.to };
  return {
    subject: (numberFirst ? after : before) || after || words(figure.at, figure.to),
    qualifier: qualifierOf(flat, tokens, figure, { ...scope, noun }),
    exclusion: exclusionIn(flat, tokens, scope),
    perSector: findPhrase(tokens, scope.from, scope.to, EACH_SECTOR) >= 0,
  };
}

/** "Trạm Y tế: 95% người dân có hồ sơ": who sees to it, not what is counted. */
const DOER =
  /^(?:trạm|công an|hội|đoàn|mặt trận|ban|phòng|ubnd|ủy ban|uỷ ban|trung tâm|trường|các trường|chi bộ|chi hội|tổ)(?!\p{L})/iu;
function isNounAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && phraseAt(tokens, at, PREDICATES) === 0;
}

function skip(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (let next = from; next < to; next++)
    if (tokens[next]?.key === ':' && !isOnlyTime(tokens, next + 1, to)) at = next + 1;
  // "Tỷ lệ thu gom: khu trung tâm đạt 98%": the words before the colon say what of; keep them when nothing else does.
  if (at >= to) at = from;
  for (
    let length = phraseAt(tokens, at, VERBS_BEFORE);
    length > 0 && at + length <= to;
    length = phraseAt(tokens, at, VERBS_BEFORE)
  )
    at += length;
  return at;
}

/** "Tỷ lệ số hóa: năm 2026: 60%": behind the colon stands but a time. */
function isOnlyTime(tokens: readonly Token[], from: number, to: number): boolean {
  if (from >= to || to - from > 6) return false;
  const words = tokens.slice(from, to).map(({ text }) => text);
  return withoutTime(`: ${words.join(' ')}`) === '';
}

/** `tăng 5 điểm phần trăm so với năm 2025 về tỷ lệ hồ sơ trực tuyến` */
const THAN = /^so với [^,;:]{2,40}? về /iu;

/** `trồng cây xanh (mỗi thôn 50 cây)`: for whom, not what. */
const EACH_ASIDE = /\s*\((?:mỗi|từng|hằng|hàng) [^()]*$/iu;

/** `tỷ lệ hộ dùng nước sạch từ 35% (tháng 3) lên`: where it stood. */
const STOOD = /\s+(?:chiếm |đạt |tăng |giảm )?từ \d[\d.,]*\s?%?\s*\([^()]{1,30}\)$/iu;

/** `số hộ dùng nước sạch từ 78% lên 90%`, `rút thời gian từ 5 ngày còn 3 ngày` */
const FROM = /\s+(?:chiếm |đạt |tăng |giảm )?từ \d[\d.,]*\s?(?:%|\p{L}+)?$/iu;
/** `tỷ lệ hồ sơ trực tuyến từ 75%, được [sửa thành] 82%`: what was set before. */
const OLD =
  /(?:^|[\s,]+)(?:(?:chiếm|đạt|tăng|giảm|chỉ tiêu|mức|là) )*(?:từ )?\d[\d.,]*\s?(?:%|\p{L}+(?: \p{L}+)?)?,?(?: được)?$/iu;
function isMoved(tokens: readonly Token[], { from, at }: Figure): boolean {
  return tokens.slice(Math.max(0, from - 1), at).some(({ key }) => /^(?:lên|xuống|còn|thành|đến)$/.test(key));
}

/** Words before a figure without the time that leads to it: "Tỷ lệ hộ nghèo năm 2026", "số hộ: đến hết quý II". */
function withoutTime(words: string): string {
  return words
    .replace(TIME, '')
    .replace(EVERY_TIME, '')
    .replace(/[\s,:;(]+$/, '');
}
/** `Hằng năm, tỷ lệ hộ …` */
const EVERY_TIME = /^(?:h[ằà]ng|trong|mỗi) (?:năm|quý|tháng|tuần|năm học), (?=\p{L})/iu;
const TIME = new RegExp(
  [
    String.raw`(?:^|[\s,:;(]+)(?:(?:đến|tới|hết|trong|vào|cuối|trước|riêng|các|từng|giảm|lần lượt)\s)*`,
    String.raw`(?:ngày\s\d{1,2}/\d{1,2}/20\d\d|ngày\s\d{1,2}\stháng\s\d{1,2}(?:\snăm\s20\d\d|[/]20\d\d)?|\d{1,2}\stháng\s(?:đầu|cuối)\snăm|cả\snăm|(?<=(?:hết|cuối)\s)năm(?:\shọc)?|(?:năm|năm học|học kỳ|quý|tháng|giai đoạn)\s(?:20\d\d|[IVX]{1,3}|\d{1,2}(?:[/]20\d\d)?))`,
    String.raw`(?:(?:\s?[-–/,]\s?|\svà\s|\snăm\s)20\d\d)*(?:\s(?:giảm|tăng|lần lượt|là|đạt|còn|hoàn thành))*\s?:?$`,
  ].join(''),
  'iu',
);

/** "từ 2 đến 3 sản phẩm": behind the far number. */
function nounStart(tokens: readonly Token[], { at, to }: Figure): number {
  const last = tokens.slice(at, to).findLastIndex(({ kind }) => kind === 'number');
  const noun = tokens.slice(at + last + 1, to).findIndex(({ kind }) => kind === 'word');
  return noun < 0 ? to : at + last + 1 + noun;
}

function nounEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const key = tokens[at]?.key ?? '';
    if (/^[;:()]$/.test(key)) return at;
    // "người từ đủ 14 tuổi trở lên có tài khoản"
    const age = at > from ? ageEnd(tokens, at) : 0;
    if (age > at) {
      at = age - 1;
      continue;
    }
    // "hộ dân còn dùng tiền mặt"; "văn bản còn hiệu lực" is a kind of them.
    if (at > from && key === 'còn' && phraseAt(tokens, at, GOES_WITH_NOUN) === 0) return at;
    if (at > from && phraseAt(tokens, at, GOES_WITH_NOUN) > 0) {
      at += phraseAt(tokens, at, GOES_WITH_NOUN) - 1;
      continue;
    }
    // "cán bộ bị xử lý kỷ luật": the passive narrows the noun.
    if (at > from && phraseAt(tokens, at, PREDICATES) > 0 && tokens[at - 1]?.key !== 'bị')
      return /^(?:đã|đang|chưa|sẽ)$/.test(tokens[at - 1]?.key ?? '') ? Math.max(from + 1, at - 1) : at;
  }
  return to;
}

/** What narrows a share that is named by itself, and what is left out of it. */
export function narrowedBy(name: string): Pick<Subject, 'qualifier' | 'exclusion'> {
  const tokens = tokensOf(name, 0, name.length);
  return {
    qualifier: qualifierOfName(name, tokens),
    exclusion: exclusionIn(name, tokens, { from: 0, to: tokens.length }),
  };
}

/** `trừ văn bản mật`: up to the closing bracket it stands in, else to the end of the clause. */
function exclusionIn(flat: string, tokens: readonly Token[], scope: { from: number; to: number }): string | null {
  let at = findPhrase(tokens, scope.from, scope.to, EXCEPT);
  while (at >= 0 && isTakenOff(tokens, at)) at = findPhrase(tokens, at + 1, scope.to, EXCEPT);
  if (at < 0) return null;
  const ends = tokens[at - 1]?.key === '(' ? /^[);.]$/ : /^[);,.]$/;
  let end = at + 1;
  while (end < scope.to && !ends.test(tokens[end]?.key ?? '')) end++;
  return flat.slice(tokens[at]?.start ?? 0, tokens[end - 1]?.end ?? 0);
}

/** "bị trừ điểm", "trừ 2 điểm", "phòng trừ sâu bệnh": a verb, nothing is left out. */
function isTakenOff(tokens: readonly Token[], at: number): boolean {
  const isPoints =
    tokens[at + 1]?.key === 'điểm' || (tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.key === 'điểm');
  return isPoints || /^(?:bị|được|sẽ|phòng|diệt|khấu|bài|cộng)$/.test(tokens[at - 1]?.key ?? '');
}

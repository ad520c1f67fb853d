/**
 * Whether a number in words is a figure: `hai lớp` is a figure where classes are opened, `một` is mostly the article.
 */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { EVERY } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { type Cue, TO } from '../words/comparator.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { PERSONS, type Unit } from '../words/unit-words.ts';
import type { Figure } from './figure.ts';
import { type ReadValue, valueAt } from './figure-value.ts';

interface Around {
  readonly cue: Cue;
  /** The figure before it in the sentence. */
  readonly previous: Figure | undefined;
  /** Its own unit, or that of the far end of its range. */
  readonly unit: Unit | null;
}

/**
 * A number in words is a figure only where something says so: a comparator, a percent, a range, a verb that is done
 * with so many, a share for each (`mỗi quý một lần`), or a figure it goes on from.
 */
export function isSpelledFigure(
  tokens: readonly Token[],
  at: number,
  read: ReadValue,
  { cue, previous, unit }: Around,
): boolean {
  if (unit?.kind === 'percent') return true;
  // "gấp ba lần năm trước"
  if (tokens[at - 1]?.key === 'gấp') return true;
  // "Hai Ban Thường vụ": who they are.
  if (/^\p{Lu}\p{Ll}/u.test(tokens[at + read.length]?.text ?? '')) return false;
  const counted = unit?.kind === 'count' || (unit?.kind === 'unknown' && isHadByEach(tokens, at));
  if (counted && phraseBefore(tokens, at, GIVERS) > 0) return true;
  // "hai câu lạc bộ, trong đó một câu lạc bộ thể thao"
  if (counted && previous?.kind === 'count' && phraseBefore(tokens, at, AMONG_THEM) > 0) return true;
  // "trên một đơn vị diện tích" is a rate.
  if (cue.comparator) return cue.comparator !== '>' || read.words !== 1;
  const isRange =
    phraseAt(tokens, at + read.length, TO) > 0 &&
    valueAt(tokens, at + read.length + phraseAt(tokens, at + read.length, TO)) !== null;
  // "từ một đến hai cô nuôi dạy trẻ": a range counts what is not known too.
  if (isRange && cue.fromWord && unit?.kind === 'unknown') return true;
  if (!counted) return false;
  const joint = tokens[at - 1]?.key;
  const isJoined = joint === ',' || joint === 'và';
  if (
    isJoined &&
    previous &&
    at - previous.to <= FARTHEST_JOINED &&
    (previous.compared || previous.kind === 'count' || !isYearWord(tokens, at))
  )
    return true;
  const end = at + read.length;
  if (phraseBefore(tokens, at, LIKENS) > 0) return false;
  if (isRange) return true;
  // "mở một gian hàng": setting something up adds one; "tạo một phong trào" counts nothing.
  if (read.words === 1 && unit?.kind === 'count' && phraseBefore(tokens, at, SETS_UP) > 0) return true;
  if (opensList(tokens, at, end)) return true;
  if (isForEach(tokens, at, end, read.words)) return true;
  return (
    read.words !== 1 &&
    (at === 0 ||
      tokens[at - 1]?.key === ':' ||
      phraseBefore(tokens, at, DOES) > 0 ||
      (!isYearWord(tokens, at) && !isDetermined(tokens, at)))
  );
}

const SETS_UP = phrases('mở | thành lập | xây dựng | ra mắt | khai trương | lắp đặt | xây mới | trồng mới | tổ chức');
const AMONG_THEM = phrases('trong đó | trong đó có');
const FARTHEST_JOINED = 16;
/** `khen ba khu phố`, `tặng Giấy khen cho hai cá nhân` */
const GIVERS = phrases('khen | tặng | khen thưởng | giấy khen cho | bằng khen cho | khen thưởng cho | tặng cho');
/** `mỗi người dân là một tuyên truyền viên` */
const LIKENS = phrases('là | như | thành | trở thành | bằng');

/** `, năm hộ` may be "the year the households". */
function isYearWord(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === 'năm';
}

/** What only names so many: `của hai xã`, `hợp nhất ba thôn`, `thứ hai`. */
function isDetermined(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind !== 'word' || phraseBefore(tokens, at, NAMES_SO_MANY) > 0;
}
const NAMES_SO_MANY = phrases(
  'của | trong | ở | tại | các | những | với | cả | thứ | về | theo | từ | giữa | gồm | bao gồm | nhập | hợp nhất | sáp nhập | sắp xếp | chia | và | hoặc | cơ sở | năm | tháng | quý | ngày | số | lớp | khối | cấp | loại | mức | bậc | hạng | độ | đến | sau | trước | thuộc | do | nguyên | cũ | trên | dưới | một | là | lần | phần | giai đoạn | nhóm',
);

/** `mỗi quý một lần`, `một tháng một lần`, `mỗi thôn có một tổ`, `hai buổi mỗi tuần`. */
function isForEach(tokens: readonly Token[], at: number, end: number, value: number | null): boolean {
  if (isYearWord(tokens, at)) return false;
  // "mỗi ấp một điểm tư vấn"; "mỗi xã một sản phẩm" is a programme.
  for (let before = at - 2; before >= Math.max(0, at - 4); before--)
    if (phraseAt(tokens, before, EVERY) > 0 && isNounPhrase(tokens, before + 1, at))
      return phraseAt(tokens, end, PROGRAMMES) === 0;
  const isTime = TIMES.has(tokens[at - 1]?.key ?? '');
  // "mỗi học kỳ một lần"
  if (isTime && tokens[at - 2]?.key === 'học' && phraseBefore(tokens, at - 2, EVERY) > 0) return true;
  // "mỗi tuần một tổ đi từng ngõ": who does it.
  if (isTime && phraseBefore(tokens, at - 1, EACH_OR_NUMBER) > 0)
    return value !== 1 || phraseAt(tokens, end, DOERS) === 0;
  for (let next = end; next <= end + 3 && tokens[next]?.kind === 'word'; next++) {
    const each = phraseAt(tokens, next, EVERY);
    if (each > 0 && TIMES.has(tokens[next + each]?.key ?? '')) return true;
  }
  const verb = phraseBefore(tokens, at, DOES);
  if (verb > 0 && isEachBehind(tokens, end)) return true;
  const isEvent = phraseAt(tokens, end, EVENTS) > 0;
  if (verb === 0 && !isEvent) return false;
  for (let before = at - verb - 1; before >= Math.max(0, at - FARTHEST_EACH); before--) {
    if (/^[;:]$/.test(tokens[before]?.key ?? '')) return false;
    // "Mỗi thôn, khu duy trì một điểm": a comma parts the nouns of the list.
    if (tokens[before]?.key === ',' && !isEachBefore(tokens, before)) return false;
    const each = phraseAt(tokens, before, EVERY);
    // "mỗi người dân có một hồ sơ sức khỏe" says all of them.
    if (each > 0 && isEvent)
      return TIMES.has(tokens[before + each]?.key ?? '') || verb > 0 || isDoneByEach(tokens, before, before + each, at);
    if (each > 0)
      return (
        value !== 1 || Math.max(phraseAt(tokens, before + each, PERSONS), phraseAt(tokens, before + each, HOMES)) === 0
      );
  }
  return false;
}
function isEachBefore(tokens: readonly Token[], comma: number): boolean {
  const each = [comma - 2, comma - 3].find((at) => phraseAt(tokens, at, EVERY) > 0) ?? -1;
  return each >= 0 && isNounPhrase(tokens, each + 1, comma);
}
/** `Mỗi thôn tổng vệ sinh một lần`: each of those who do it; what is thrown away is "dùng một lần". */
function isDoneByEach(tokens: readonly Token[], start: number, doer: number, at: number): boolean {
  const opens = start === 0 || tokens[start - 1]?.kind === 'mark';
  return opens && phraseAt(tokens, doer, DOERS) > 0 && tokens[at - 1]?.key !== 'dùng';
}
/** `mỗi ấp có một câu chuyện hay`: whatever the noun. */
function isHadByEach(tokens: readonly Token[], at: number): boolean {
  const has = phraseBefore(tokens, at, DOES);
  for (let before = at - has - 1; has > 0 && before >= Math.max(0, at - has - 4); before--) {
    if (tokens[before]?.kind !== 'word') return false;
    if (phraseAt(tokens, before, EVERY) > 0) return true;
  }
  return false;
}
/** `tổ chức một diễn đàn, hai hội thi`: a count among counts. */
function opensList(tokens: readonly Token[], at: number, end: number): boolean {
  if (phraseBefore(tokens, at, DOES) === 0) return false;
  for (let joint = end; joint <= end + 6; joint++) {
    const key = tokens[joint]?.key;
    if (key === ',' || key === 'và') return (valueAt(tokens, joint + 1)?.words ?? 0) >= 2;
    if (tokens[joint]?.kind !== 'word') return false;
  }
  return false;
}

function isNounPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (tokens[at]?.kind !== 'word' || TIMES.has(tokens[at]?.key ?? '') || phraseAt(tokens, at, DOES) > 0) return false;
  return true;
}
const HOMES = phrases('hộ | gia đình');
const PROGRAMMES = phrases('sản phẩm | nghề | làng nghề');
/** `bố trí một ki-ốt tại mỗi khu phố` */
function isEachBehind(tokens: readonly Token[], end: number): boolean {
  for (let at = end; at <= end + 8 && (tokens[at]?.kind === 'word' || tokens[at]?.key === '-'); at++)
    if (phraseAt(tokens, at, EVERY) > 0 && phraseBefore(tokens, at, AT) > 0) return true;
  return false;
}
const AT = phrases('tại | ở | cho | trong');
const DOERS = phrases(`tổ | đội | nhóm | đơn vị | cơ quan | ${VILLAGE_PATTERN} | chi hội | chi bộ | người | cán bộ`);
const EVENTS = phrases('lần | lượt | đợt | buổi | phiên | kỳ | cuộc');
const FARTHEST_EACH = 12;
const EACH_OR_NUMBER = phrases('mỗi | từng | hàng | hằng | một | 1 | 01 | 2 | 02 | 3 | 03 | 6 | 06 | hai | ba | sáu');
const TIMES: ReadonlySet<string> = new Set(['tuần', 'tháng', 'quí', 'năm', 'kì', 'ngày']);

/** Counts that only say more of what was counted before: `mỗi lớp 40 học viên`, `đường dài 300 m`. */
import { foldKey } from '../../base/text/text.ts';
import type { Figure } from '../figure/figure.ts';
import { EACH_OF, RATE } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES, PREDICATES } from '../lexicon/verbs.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';

/** "tỷ lệ hộ có ít nhất 01 người biết … đạt 70%": the count only describes what the rate is of. */
export function isInsideRate(tokens: readonly Token[], figure: Figure, start: number): boolean {
  const has = tokens[figure.from]?.key === 'có' && figure.from > start && figure.compared;
  const ofRate = findPhrase(tokens, start, figure.at, RATE) >= 0;
  if (has && ofRate && figure.kind !== 'percent') return true;
  if (!has && !ofRate) return false;
  for (let at = figure.to; at < tokens.length && !/^[,;]$/.test(tokens[at]?.key ?? ''); at++)
    if (tokens[at]?.kind === 'percent') return true;
  return false;
}

/**
 * "100% thôn có ít nhất 01 tổ", "đoạn đường dài ít nhất 300m", "tổ gồm từ 5 - 7 thành viên": more about what was
 * counted before.
 */
export function describes(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  const list = figure.kind === 'measure' || figure.kind === 'time' ? MEASURING : DESCRIBING;
  const describing = phraseBefore(tokens, figure.from, list) || phraseBefore(tokens, figure.at, list);
  // "tổng chiều dài không dưới 4 km" is a target for all of them together.
  const isTotal = tokens[figure.from - describing - 1]?.key === 'tổng';
  if ((describing > 0 && !isTotal) || isSharedOut(tokens, figure) || isListedPart(tokens, figure)) return true;
  if (figure.kind === 'measure' && isMeasured(tokens, figure)) return true;
  if (!figure.compared && phraseAt(tokens, clauseStart(tokens, figure.at), LASTS) > 0) return true;
  // "01 bình chữa cháy hoặc 01 dụng cụ phá dỡ": the other of two.
  // "900 em trong ba dịp hè, bình quân 300 em một dịp"
  if (before?.unit === figure.unit && phraseBefore(tokens, figure.at, ON_AVERAGE) > 0) return true;
  if (!before || /^(?:và|hoặc)$/.test(tokens[figure.from - 1]?.key ?? '')) return false;
  if (isOfEach(tokens, figure, before)) return true;
  // "góp 15.000 ngày công để làm 36 km đường": what comes of it.
  if (phraseBefore(tokens, figure.at, DOES) > 0 && findPhrase(tokens, before.to, figure.at, AIM) >= 0) return false;
  const joined = isOneClause(tokens, before.to, figure) || isFirstDone(tokens, before, figure);
  // "01 vườn cộng đồng từ 200 m2 trở lên": how large it is.
  if (joined && before.kind === 'count' && figure.kind === 'measure' && !isDone(tokens, before.to, figure.at))
    return true;
  return joined && (before.kind === 'percent' || !figure.compared || figure.comparator === 'range');
}

/** `chương trình gồm 7 bài, 14 tiết và 2 buổi`: each of the list. */
function isListedPart(tokens: readonly Token[], { from, at, kind }: Figure): boolean {
  if (from !== at || kind === 'percent') return false;
  let isBare = false;
  for (let back = at - 1; back >= Math.max(0, at - FARTHEST_PART); back--) {
    const token = tokens[back];
    if (token?.kind === 'number') {
      if (phraseBefore(tokens, back, CONSISTS) > 0) return true;
      isBare = true;
    } else if (token?.key === ',' || token?.key === 'và') {
      // Behind each comma of the list a number stands at once.
      if (!isBare && back !== at - 1) return false;
      isBare = false;
    } else if (token?.kind !== 'word' || phraseAt(tokens, back, DOES) > 0) return false;
    else isBare = false;
  }
  return false;
}
const FARTHEST_PART = 12;
const CONSISTS = phrases('gồm | bao gồm | gồm có');

function isDone(tokens: readonly Token[], from: number, to: number): boolean {
  return findPhrase(tokens, from, to, PREDICATES) >= 0 || findPhrase(tokens, from, to, DOES) >= 0;
}

/** `mặt đường rộng 3 m`, `các bản cách UBND xã từ 15 km`. */
function isMeasured(tokens: readonly Token[], figure: Figure): boolean {
  if (phraseBefore(tokens, figure.from, DOES) > 1) return false;
  if (phraseBefore(tokens, figure.from, DIMENSIONS) > 0 && LENGTHS.has(figure.unit)) return true;
  // "mỗi vườn rộng 0,5 ha trở lên"; "lúa chất lượng cao 2.400 ha" is counted.
  if (tokens[figure.from - 1]?.key === 'rộng' && AREAS.has(figure.unit)) return true;
  if (LENGTHS.has(figure.unit) && /^[<>]$/.test(figure.comparator) && isOfThose(tokens, figure)) return true;
  return findPhrase(tokens, Math.max(clauseStart(tokens, figure.at), figure.from - 6), figure.from, AWAY) >= 0;
}
const LENGTHS: ReadonlySet<string> = new Set(['m', 'km', 'cm', 'mét', 'kg', 'tấn']);
/** "Chia khối thi đua: 04 khối, gồm …": how they are parted. */
function isSharedOut(tokens: readonly Token[], { at, compared }: Figure): boolean {
  const first = tokens[0]?.kind === 'number' ? 2 : 0;
  return !compared && phraseAt(tokens, first, PARTS) > 0 && tokens[at - 1]?.key === ':';
}
const PARTS = phrases('chia | phân chia | phân | xếp');
const AREAS: ReadonlySet<string> = new Set(['ha', 'm2']);
/** "cấp thẻ cho các thuyền thúng dưới 6 m": which of them. */
function isOfThose(tokens: readonly Token[], { from }: Figure): boolean {
  const those = findPhrase(tokens, from - 4, from, THOSE);
  return those >= 0 && findPhrase(tokens, those, from, DOES) < 0 && tokens[from - 1]?.kind === 'word';
}
const THOSE = phrases('các | những');
const AWAY = phrases('cách | xa');

/** `mở 12 lớp, mỗi lớp 40 học viên`: how large each of them is. */
function isOfEach(tokens: readonly Token[], figure: Figure, before: Figure): boolean {
  const noun = foldKey(/^[^ /]*/.exec(before.unit)?.[0] ?? '');
  for (let at = Math.max(before.to, figure.from - 6); at < figure.from; at++)
    if (phraseAt(tokens, at, EACH_OF) > 0 && tokens[at + 1]?.key === noun)
      return (
        !figure.compared || (figure.comparator === 'range' && !isHad(tokens, figure)) || tokens[at - 1]?.key === '('
      );
  return false;
}
/** `mỗi tổ có từ 3 đến 5 người` is a target; `mỗi lớp 25 - 30 học viên` describes. */
function isHad(tokens: readonly Token[], { from, at }: Figure): boolean {
  return tokens[at - 1]?.key === 'có' || tokens[at - 1]?.key === 'từ' || tokens[from]?.key === 'từ';
}

/** Whether the words between belong to one clause: commas only part nouns ("cơ quan, đơn vị có ít nhất 01 mô hình"). */
export function isOneClause(tokens: readonly Token[], from: number, figure: Figure): boolean {
  const between = tokens.slice(from, figure.at);
  if (!between.some(({ key }) => /^(?:,|;|:|và|hoặc|\()$/.test(key))) return true;
  if (between.some(({ key }) => /^[;:()]$/.test(key))) return false;
  if (tokens[figure.from]?.key !== 'có') return false;
  const comma = between.findIndex(({ key }) => key === ',' || key === 'và') + from;
  if (phraseAt(tokens, comma + 1, AMONG_THEM) > 0 || phraseAt(tokens, comma + 1, BY_THEN) > 0) return false;
  for (let at = comma + 1; at < figure.from; at++)
    if (tokens[at]?.key === 'toàn' || phraseAt(tokens, at, PREDICATES) > 0 || phraseAt(tokens, at, EACH_OF) > 0)
      return false;
  return comma + 1 < figure.from;
}
/** "100% cán bộ, công chức hoàn thành ít nhất 01 khóa học": commas part nouns until the first that is done. */
function isFirstDone(tokens: readonly Token[], before: Figure, { from, at, compared }: Figure): boolean {
  if (before.kind !== 'percent' || !compared || tokens[before.to]?.kind !== 'word') return false;
  for (let end = from; end <= at; end++) {
    const does = phraseBefore(tokens, end, DOES);
    if (does > 0) return !isDone(tokens, before.to, end - does);
  }
  return false;
}

const PARTED =
  'gồm | bao gồm | gồm có | quy mô | khu đất | gồm từ | bao gồm từ | chia làm | chia thành | chia | cứ | trung bình mỗi';
const DESCRIBING = phrases(PARTED);
const MEASURING = phrases(`${PARTED} | dài | diện tích | thời lượng | chiều dài | chiều rộng | kéo dài`);
export const AMONG_THEM = phrases('trong đó | trong đó có | gồm | riêng');
/** "có 350 tàu, đến hết năm có 500 tàu" */
const BY_THEN = phrases(
  'đến hết | đến năm | đến ngày | đến cuối | đến quý | đến tháng | hết năm | hết quý | cuối năm | năm | quý | tháng | sang năm',
);
const AIM = phrases('để | nhằm');
const ON_AVERAGE = phrases(', bình quân | ( bình quân | , trung bình | ( trung bình');
/** `thời gian học 02 buổi` */
const LASTS = phrases('thời gian | thời lượng');
const DIMENSIONS = phrases('rộng | cao | sâu | nặng | dày');

/** "khám thai đủ 4 lần: 96,5%": the count is part of the name of the rate behind the colon. */
export function isInName(tokens: readonly Token[], figure: Figure): boolean {
  for (let at = figure.to; at <= figure.to + 4; at++) {
    if (tokens[at]?.key !== ':') {
      if (tokens[at]?.kind === 'word') continue;
      return false;
    }
    return tokens.slice(at + 1, at + 6).some(({ kind }) => kind === 'percent');
  }
  return false;
}

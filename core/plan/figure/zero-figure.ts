/** Nothing of a thing as a figure: `không còn hộ nghèo`, `không có hồ sơ quá hạn`. */

import { phrases } from '../lexicon/phrases.ts';
import { clauseStart } from '../words/clause.ts';
import { COMPARED } from '../words/comparator.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { Figure } from './figure.ts';

const NO_LONGER = phrases(
  'không còn | không có | không để | không để tồn | không để xảy ra | không để phát sinh | không xảy ra | không phát sinh | không phát sinh thêm | không có thêm | không để phát sinh thêm | không tăng thêm',
);
const NO_LONGER_PLAIN = phrases(
  'không còn | không còn có | không phát sinh thêm | không có thêm | không để phát sinh thêm | không tăng thêm',
);
const OVERDUE = phrases(
  'tái nghèo | vi phạm | quá hạn | trễ hạn | chậm hạn | tồn đọng | trễ hẹn | bỏ học | mù chữ | tái mù chữ | tảo hôn | hôn nhân cận huyết | nghiện | nghiện mới | chưa đạt | không đạt',
);
/** `không có công chức bị kỷ luật`; not those of a grade alone: `bị kỷ luật từ hình thức cảnh cáo trở lên`. */
export const PUNISHED = phrases('bị kỷ luật | bị xử lý kỷ luật | bị thi hành kỷ luật');
/** Of these nobody wants any. */
const COMPLAINTS = phrases(
  'phản ánh | khiếu nại | khiếu kiện | tố cáo | đơn thư khiếu nại | đơn thư vượt cấp | đơn tố cáo | dư luận xấu',
);
/** `không có học sinh điều khiển xe khi chưa đủ tuổi`: what they do is wrong itself. */
function isDeniedOf(tokens: readonly Token[], from: number): boolean {
  const wrong = findPhrase(tokens, from, from + FAR_WRONG, NOT_RIGHT);
  return wrong >= 0 && tokens.slice(from, wrong).every(({ kind }) => kind === 'word');
}
const FAR_WRONG = 12;
const NOT_RIGHT = phrases('khi chưa | chưa đủ | không đúng | trái phép | trái quy định');
const FAR = 8;
/** "thời gian không còn nhiều" */
const MANY = phrases('nhiều | ít | lâu | xa');
const CALLS = phrases('đứng ngoài | đứng ngoài cuộc | bị bỏ lại | bỏ lại phía sau | bị tụt lại | tụt lại phía sau');

/** What must not happen, whatever the noun: `không để xảy ra vụ cháy`, `không để phát sinh trường hợp tái nghèo`. */
const NOT_TO_HAPPEN = phrases(
  'không để xảy ra | không để phát sinh | không xảy ra | không phát sinh | không có | không để',
);
const ARISES = phrases('không để xảy ra | không để phát sinh | không xảy ra | không phát sinh');
const CASES = phrases('trường hợp | vụ | vụ việc | sự cố | ca | ca bệnh | điểm nóng');

/** A number in the same clause: near, or of what is compared (`không có thôn nào có tỷ lệ hồ sơ trực tuyến dưới 60%`). */
function hasNumber(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + FAR_LIMIT && tokens[at] !== undefined && tokens[at]?.kind !== 'mark'; at++)
    if (tokens[at]?.kind === 'number') return at < from + FAR || findPhrase(tokens, from, at, COMPARED) >= 0;
  return false;
}
const FAR_LIMIT = 20;

/**
 * The last noun of a list that starts with a noun of that many tokens: `kiến nghị` of "phản ánh, kiến nghị". A loop,
 * not recursion: a hostile list may have any number of nouns.
 */
function lastNoun(tokens: readonly Token[], from: number, length: number): { from: number; to: number } {
  let last = { from, to: from + length };
  while (/^(?:,|và|hoặc)$/.test(tokens[last.to]?.key ?? '')) {
    const next = unitAt(tokens, last.to + 1);
    if (next?.kind !== 'count') break;
    last = { from: last.to + 1, to: last.to + 1 + next.length };
  }
  return last;
}

/** `không có hồ sơ trễ hẹn quá 10 ngày`: by how much. */
function isOverdueBy(tokens: readonly Token[], from: number): boolean {
  const length = phraseAt(tokens, from, OVERDUE);
  const over = length > 0 && tokens[from + length]?.key === 'quá' ? from + length + 1 : -1;
  return over > 0 && tokens[over]?.kind === 'number' && unitAt(tokens, over + 1)?.kind === 'time';
}

/** `không có văn bản bị kiến nghị xử lý`: nobody wants what is borne. */
function isSuffered(tokens: readonly Token[], at: number): boolean {
  const length = phraseAt(tokens, at, PUNISHED);
  return length > 0 ? tokens[at + length]?.key !== 'từ' : tokens[at]?.key === 'bị';
}

/** `Không còn hộ nghèo` = 0; `không có hồ sơ quá hạn` = 0. */
export function zeroAt(tokens: readonly Token[], at: number): Figure | null {
  if (tokens[at]?.key !== 'không') return null;
  const length = phraseAt(tokens, at, NO_LONGER);
  const noun = length > 0 ? unitAt(tokens, at + length) : null;
  if (!noun || (noun.kind !== 'count' && noun.kind !== 'unknown') || phraseAt(tokens, at + length, MANY) > 0)
    return null;
  // "Số hộ không còn đất sản xuất dưới 12 hộ": of whom it is.
  if (phraseAt(tokens, clauseStart(tokens, at), COMPARED) > 0 && hasNumber(tokens, at + length)) return null;
  // "không để bản nào đứng ngoài", "không để hộ nào bị bỏ lại phía sau": a call, nothing to count.
  if (findPhrase(tokens, at + length, at + length + FAR, CALLS) >= 0) return null;
  const plain = phraseAt(tokens, at, NO_LONGER_PLAIN) > 0;
  const isCase =
    // "không phát sinh điểm lấn chiếm": places.
    (noun.name === 'điểm' && phraseAt(tokens, at, ARISES) > 0) ||
    (phraseAt(tokens, at, NOT_TO_HAPPEN) > 0 && phraseAt(tokens, at + length, CASES) > 0);
  if (!plain && !isCase) {
    // "không có thôn nào dưới 60%": all have at least as much.
    const last = lastNoun(tokens, at + length, noun.length);
    if (hasNumber(tokens, at + length) && !isOverdueBy(tokens, last.to)) return null;
    const isWrong = noun.kind === 'count' && isDeniedOf(tokens, last.to);
    let [isFault, isAny] = [isWrong || phraseAt(tokens, at + length, COMPLAINTS) > 0, false];
    for (let next = last.from; next < last.from + FAR && tokens[next]?.kind !== 'mark'; next++) {
      isFault ||= noun.kind === 'count' && phraseAt(tokens, next, OVERDUE) > 0;
      isFault ||= noun.kind === 'count' && isSuffered(tokens, next);
      isAny ||= next >= last.to && tokens[next]?.key === 'nào';
    }
    if (!isFault && !isAny) return null;
  }
  return {
    from: at,
    at,
    to: at + length + noun.length,
    kind: 'zero',
    value: 0,
    valueMax: null,
    unit: noun.name,
    comparator: '=',
    compared: true,
    fromWord: false,
    fraction: false,
  };
}

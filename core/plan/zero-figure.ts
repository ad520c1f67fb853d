/** Nothing of a thing as a figure: `không còn hộ nghèo`, `không có hồ sơ quá hạn`. */
import type { Figure } from './figure.ts';
import { phraseAt, phrases, type Token } from './token.ts';
import { unitAt } from './unit-words.ts';

const NO_LONGER = phrases('không còn | không có | không để | không để xảy ra | không để phát sinh');
const NO_LONGER_PLAIN = phrases('không còn | không còn có');
const OVERDUE = phrases('quá hạn | trễ hạn | chậm hạn | tồn đọng | trễ hẹn | bị trả lại');
const FAR = 8;

/** `Không còn hộ nghèo` = 0; `không có hồ sơ quá hạn` = 0. */
export function zeroAt(tokens: readonly Token[], at: number): Figure | null {
  if (tokens[at]?.key !== 'không') return null;
  const length = phraseAt(tokens, at, NO_LONGER);
  const noun = length > 0 ? unitAt(tokens, at + length) : null;
  if (!noun || (noun.kind !== 'count' && noun.kind !== 'unknown')) return null;
  const plain = phraseAt(tokens, at, NO_LONGER_PLAIN) > 0;
  if (!plain) {
    let overdue = false;
    for (let next = at + length; next < at + length + FAR && !overdue; next++)
      overdue =
        phraseAt(tokens, next, OVERDUE) > 0 || (next > at + length + noun.length && tokens[next]?.key === 'nào');
    if (!overdue || noun.kind !== 'count') return null;
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

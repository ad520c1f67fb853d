/** All of a thing as a figure: `Tất cả trường học dùng …`, `mọi thôn đều có …`. */
import { phrases } from '../lexicon/phrases.ts';
import { phraseAt, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { Figure } from './figure.ts';

/** Words for all of what is counted. */
const EVERY = phrases('tất cả | tất cả các | mọi | toàn bộ | toàn bộ các | toàn bộ số | toàn thể | toàn thể các');
const OF_WHAT = phrases('các | số | những');

/** 100 % where a clause without a number opens with all of something known. */
export function allAt(tokens: readonly Token[], at: number): Figure | null {
  const before = tokens[at - 1];
  const every = before === undefined || before.kind === 'mark' ? phraseAt(tokens, at, EVERY) : 0;
  if (every === 0 || hasNumber(tokens, at)) return null;
  const noun = at + every + phraseAt(tokens, at + every, OF_WHAT);
  if (unitAt(tokens, noun)?.kind !== 'count') return null;
  return {
    ...{ from: at, at, to: at + every, kind: 'all', value: 100, valueMax: null, unit: '%' },
    ...{ comparator: '=', compared: false, fromWord: false, fraction: false },
  };
}

/** A number of things; that of a name (`lớp 6`) counts nothing. */
function hasNumber(tokens: readonly Token[], from: number): boolean {
  for (let at = from; tokens[at] !== undefined && !/^[,;.]$/.test(tokens[at]?.key ?? ''); at++) {
    const isName = tokens[at - 1]?.key !== '(' && (tokens[at + 1] === undefined || tokens[at + 1]?.kind === 'mark');
    if (/\d/.test(tokens[at]?.text ?? '') && !(isName && tokens[at]?.kind === 'number')) return true;
  }
  return false;
}

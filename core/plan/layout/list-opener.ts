/** What opens a list: "- Tỷ lệ hộ gia đình có Internet theo từng năm:" is what the bare figures below it are of. */
import { phrases } from '../lexicon/phrases.ts';
import { horizonsOf } from '../time/horizon.ts';
import { phraseAt, phraseBefore, tokensOf } from '../words/token.ts';

export interface ListOpener {
  /** Place where its part starts. */
  readonly start: number;
  /** What it names; '' = nothing ("Cụ thể:") or a figure of its own. */
  readonly name: string;
}

/** Longer words tell. */
const LONGEST = 300;

/** null when the words from `start` to `end` open no list. */
export function listOpenerOf(flat: string, start: number, end: number): ListOpener | null {
  const words = flat.slice(start, end).trimEnd();
  if (!words.endsWith(':') || words.length > LONGEST) return null;
  const tokens = tokensOf(words, 0, words.length);
  const times = horizonsOf(tokens);
  let [from, to] = [0, tokens.length];
  for (let length = -1; length !== 0; to -= length) {
    const time = times.find((time) => time.to === to);
    length = time ? to - time.from : phraseBefore(tokens, to, ENDS);
  }
  for (let length = phraseAt(tokens, 0, LEADS); length > 0; length = phraseAt(tokens, from, LEADS)) from += length;
  const named = tokens.slice(from, to);
  const isNamed = named.length > 1 && named.every(({ kind }) => kind !== 'number' && kind !== 'percent');
  return { start, name: isNamed ? words.slice(tokens[from]?.start, tokens[to - 1]?.end) : '' };
}
const ENDS = phrases(
  ': | , | - | ( | ) | cụ thể | cụ thể là | như sau | sau | trong đó | theo lộ trình | lộ trình | với lộ trình | theo | từng năm | theo từng năm | từng quý | hằng năm | hàng năm | hằng quý | hàng quý | qua các năm | các năm | trong các năm | từng giai đoạn | theo tiến độ | tiến độ | đạt | phải đạt | phấn đấu | là | các mức | năm | đến | vào | trong | hết',
);
const LEADS = phrases(
  'phấn đấu | bảo đảm | đảm bảo | nâng | tăng | giảm | duy trì | yêu cầu | chỉ tiêu | chỉ tiêu về | mục tiêu | mục tiêu về | về | các chỉ tiêu | các mục tiêu | chủ yếu | : | - | +',
);

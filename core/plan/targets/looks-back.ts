/** Sentences of a plan that report what was reached so far. */
import type { PlanText } from '../layout/plan-text.ts';
import type { Sentence } from '../layout/sentence.ts';
import { phrases } from '../lexicon/phrases.ts';
import { WANTED } from '../lexicon/wanted.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';

/**
 * "Theo kết quả khảo sát, xã có 26 xóm; 47,6% người dân …", "Năm 2025, xã đã tiếp nhận …; hài lòng đạt 92%": such a
 * sentence reports the past up to the full stop, or to the year or word that looks ahead. `isBefore` = the sentence
 * before it does; `since` = ISO day on which the plan's period begins.
 */
export function looksBack(
  text: PlanText,
  before: Sentence | undefined,
  { tokens, start, section: { topics } }: Sentence,
  { isBefore, since }: { readonly isBefore: boolean; readonly since: string | null },
): boolean {
  const goesOn = isBefore && before !== undefined && text.flat.slice(before.end - 1, start).includes(';');
  const year = Number(since?.slice(0, 4));
  const isOpen = topics.length === 0 || topics.includes('purpose') || topics.includes('state');
  const counts = isOpen && countsItself(tokens);
  const opens = counts || phraseAt(tokens, 0, LOOKS_BACK) > 0 || opensInPast(tokens, year);
  const isAhead = !counts && tokens.some(({ text: words }) => /^20\d\d$/.test(words) && Number(words) >= year);
  const last = tokens.findLastIndex(({ kind }) => kind === 'number' || kind === 'percent');
  return (opens || goesOn) && !isAhead && findPhrase(tokens, 0, counts ? last : tokens.length, WANTED) < 0;
}

/** "Năm nay Hội ta có 11 chi hội với 1.284 hội viên": the commune, or who issued the plan, says how large it is. */
function countsItself(tokens: readonly Token[]): boolean {
  const has = findPhrase(tokens, 1, FARTHEST_HAS, HAS_NOW);
  if (
    has < 0 ||
    tokens[has + phraseAt(tokens, has, HAS_NOW)]?.kind !== 'number' ||
    !tokens.slice(0, has).every(({ key }) => key !== ':')
  )
    return false;
  return findPhrase(tokens, Math.max(0, has - LONGEST_ITSELF), has, ITSELF) >= 0;
}
const HAS_NOW = phrases('có | gồm | hiện có');
const FARTHEST_HAS = 12;
const LONGEST_ITSELF = 5;
const ITSELF = phrases(
  'xã | phường | đặc khu | đảng bộ | chi bộ | nhà trường | trường | hội | hội ta | xã ta | phường ta | thôn ta | bản ta | ấp ta | cơ quan | đơn vị',
);

/** "Năm 2025, …", "Nhìn lại: năm 2025, …": a year before the plan's, with a comma behind it. */
function opensInPast(tokens: readonly Token[], since: number): boolean {
  const colon = tokens.findIndex(({ key }) => key === ':');
  return [0, colon + 1].some((at) => {
    const of = at + phraseAt(tokens, at, WITHIN);
    const past = tokens[of]?.key === 'năm' ? Number(tokens[of + 1]?.text) : Number.NaN;
    if (past >= 1990 && past < since && tokens[of + 2]?.key === ',') return true;
    // "Đến ngày 31/12/2025, toàn xã có …"
    const day = tokens[at + phraseAt(tokens, at, UP_TO)];
    const last = Number(/^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$/.exec(day?.text ?? '')?.[1]);
    return last < since && tokens[at + phraseAt(tokens, at, UP_TO) + 1]?.key === ',';
  });
}
const UP_TO = phrases('đến | đến ngày | đến hết ngày | tính đến | tính đến ngày | tính đến hết ngày');
const WITHIN = phrases('trong | riêng | đến hết | đến cuối | tính đến | tính đến hết | sáu tháng cuối | 6 tháng cuối');
const LOOKS_BACK = phrases(
  'theo kết quả khảo sát | theo kết quả rà soát | theo khảo sát | theo thống kê | theo số liệu | qua khảo sát | qua rà soát | kết quả khảo sát | kết quả rà soát',
);

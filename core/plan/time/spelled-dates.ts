/** Days and months in words (`ngày mười lăm tháng sáu năm hai nghìn không trăm hai mươi sáu`) as digits. */
import { numberWordsAt } from '../words/number-words.ts';
import type { Token } from '../words/token.ts';

/**
 * The tokens of a sentence with the numbers of its dates in digits, each a single token in place of its words. A month
 * in words counts only where the date ends with it: `mỗi tháng hai buổi` is a count.
 */
export function withDateDigits(tokens: readonly Token[]): readonly Token[] {
  let rewritten: Token[] | null = null;
  let taken = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.key !== 'tháng') continue;
    const month = tokens[at + 1]?.key === 'tư' ? FOURTH : numberWordsAt(tokens, at + 1);
    const end = at + 1 + (month?.length ?? 0);
    const day = dayBefore(tokens, at);
    const ends =
      (tokens[end]?.kind ?? 'mark') === 'mark' || tokens[end]?.key === 'năm' || OF_EACH.has(tokens[end]?.key ?? '');
    if (!month || month.value > 12 || !ends || (day === null && !LEADS.has(tokens[at - 1]?.key ?? ''))) continue;
    const year = tokens[end]?.key === 'năm' ? yearAt(tokens, end + 1) : null;
    rewritten ??= [];
    const until = day ?? at;
    for (; taken < until; taken++) push(rewritten, tokens[taken]);
    if (day !== null) rewritten.push(digits(tokens, day, at));
    push(rewritten, tokens[at]);
    rewritten.push(digits(tokens, at + 1, end, month.value));
    taken = end;
    if (year === null) continue;
    push(rewritten, tokens[end]);
    rewritten.push(digits(tokens, end + 1, end + 1 + year.length, year.value));
    taken = end + 1 + year.length;
  }
  return rewritten === null ? tokens : [...rewritten, ...tokens.slice(taken)];
}
const LEADS: ReadonlySet<string> = new Set([
  'đầu',
  'giữa',
  'cuối',
  'trong',
  'vào',
  'trước',
  'hết',
  'đến',
  'tuần',
  'khoảng',
]);
const OF_EACH: ReadonlySet<string> = new Set(['hằng', 'hàng', 'tới']);
/** `tháng tư`: a form the digit has behind a month alone. */
const FOURTH = { value: 4, length: 1 } as const;
const LONGEST_DAY = 4;

/** Where the words of the day start that stand between `ngày` or `mùng` and the month; null = none. */
function dayBefore(tokens: readonly Token[], month: number): number | null {
  for (let at = month - 1; at >= Math.max(1, month - LONGEST_DAY); at--) {
    const opens = tokens[at - 1]?.key;
    if (opens === 'ngày' || opens === 'mùng' || opens === 'mồng') {
      const day = numberWordsAt(tokens, at);
      return day !== null && day.length === month - at && day.value <= 31 ? at : null;
    }
  }
  return null;
}

/** `hai nghìn không trăm hai mươi sáu`, `hai ngàn hai bảy` is none. */
function yearAt(tokens: readonly Token[], at: number): { readonly value: number; readonly length: number } | null {
  if (tokens[at]?.key !== 'hai' || !/^ng[hà]/u.test(tokens[at + 1]?.key ?? '')) return null;
  const rest = numberWordsAt(tokens, at + 2);
  return rest && tokens[at + 3]?.key === 'trăm' ? { value: 2000 + rest.value, length: 2 + rest.length } : null;
}

function digits(
  tokens: readonly Token[],
  from: number,
  to: number,
  value = numberWordsAt(tokens, from)?.value ?? 0,
): Token {
  const first = tokens[from];
  const text = String(value);
  return { kind: 'number', text, key: text, start: first?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function push(list: Token[], token: Token | undefined): void {
  if (token) list.push(token);
}

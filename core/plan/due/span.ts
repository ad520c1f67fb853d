/** Spans of days: `01/11 - 10/11/2026`, `từ ngày 01 đến hết ngày 10/11`. */
import { readDate } from '../../sheet/grid/date.ts';
import { phrases } from '../lexicon/phrases.ts';
import { phraseBefore, type Token } from '../words/token.ts';
import type { Dated } from './due-dates.ts';

interface DaySpan {
  /** Token of its first day. */
  readonly from: number;
  /** Its first day, written as its last: ISO, or month and day. */
  readonly opens: string;
}

const TILL = phrases('- | đến | đến hết | đến ngày | đến hết ngày | tới | tới ngày');

/** The span that a date ends; null = it stands alone, or the day before it is no earlier. */
export function spanOf(tokens: readonly Token[], { from, when }: Dated): DaySpan | null {
  const last = 'date' in when ? when.date : 'monthDay' in when ? when.monthDay : null;
  const till = phraseBefore(tokens, from, TILL);
  const at = from - till - 1;
  if (last === null || till === 0) return null;
  const first = firstDay(tokens[at], last);
  return first !== null && first < last ? { from: at, opens: first } : null;
}

/** `01/11/2026`, `01/11`, `01`: what it leaves out is that of the last day. */
function firstDay(token: Token | undefined, last: string): string | null {
  const [day, month = last.slice(-5, -3), year = last.length > 5 ? last.slice(0, 4) : '2000'] =
    token?.text.split(/ ?[/.-] ?/) ?? [];
  const isShort = token?.kind === 'number' && /^\d{1,2}$/.test(token.text);
  if (token?.kind !== 'date' && token?.kind !== 'slash' && !isShort) return null;
  return readDate(`${day}/${month}/${year}`)?.slice(-last.length) ?? null;
}

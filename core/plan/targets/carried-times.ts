/**
 * Times that a sentence takes over from the sentence before it: the time that opened its list, the times of the figures
 * before.
 */
import { leadsLength } from '../figure/figure-horizon.ts';
import type { PlanTarget } from '../finding.ts';
import type { Sentence } from '../layout/sentence.ts';
import { phrases } from '../lexicon/phrases.ts';
import { horizonsOf } from '../time/horizon.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { findPhrase } from '../words/token.ts';

/** Tokens among which a sentence says whose times it takes over. */
const OPENING = 12;

/** A time, ISO day, that holds for the sentences of a list. */
export interface LedTime {
  readonly day: string;
  /** Behind the colon of a lead it is the time of every sentence, otherwise of those that open with their figure. */
  readonly ofAll: boolean;
}

/**
 * "Đến hết năm 2027, mỗi thôn có …; 85% số hộ …", "Chặng 1 (đến 31/12/2025): …; tỷ lệ … đạt …": a time at the beginning
 * or at the colon of a lead holds as long as semicolons follow; `led` = the time that held before.
 */
export function openingTime(
  flat: string,
  before: Sentence | undefined,
  { tokens, start }: Sentence,
  { led, period }: { readonly led: LedTime | null; readonly period: PlanPeriod },
): LedTime | null {
  const times = horizonsOf(tokens.slice(0, OPENING), period);
  const [first] = times;
  const opens = first !== undefined && first.from <= leadsLength(tokens, first.from);
  if (opens && tokens[first.to]?.key === ',') return { day: first.day, ofAll: false };
  const last = times.findLast(({ to }) => tokens[to + (tokens[to]?.key === ')' ? 1 : 0)]?.key === ':');
  if (last) return { day: last.day, ofAll: true };
  return before !== undefined && flat.slice(before.end, start).trim() === ';' ? led : null;
}

/** "…; các tỷ lệ tương ứng của dòng họ là 70% và 80%, của thôn là 65% và 80%": by the times of those before, in turn. */
export function withSameTimes(
  { tokens }: Sentence,
  targets: readonly PlanTarget[],
  times: readonly PlanTarget['deadline'][],
): readonly PlanTarget[] {
  const isSaid = findPhrase(tokens, 0, OPENING, ACCORDINGLY) >= 0 && horizonsOf(tokens).length === 0;
  if (!isSaid || new Set(times).size < 2 || targets.length % times.length > 0) return targets;
  return targets.map((target, at) => ({ ...target, deadline: times[at % times.length] ?? target.deadline }));
}
const ACCORDINGLY = phrases('tương ứng');

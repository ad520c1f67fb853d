/** "Mở 16 lớp, với ít nhất 560 lượt người tham gia; hoàn thành trước ngày 15/10": a day behind the semicolon closes it all. */

import { leadsLength } from '../figure/figure-horizon.ts';
import type { Sentence } from '../layout/sentence.ts';
import { phrases } from '../lexicon/phrases.ts';
import { horizonsOf } from '../time/horizon.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { phraseAt, type Token } from '../words/token.ts';

const CLOSES = phrases(
  'hoàn thành | hoàn thành xong | hoàn tất | xong | thực hiện xong | thời gian hoàn thành | thời hạn hoàn thành | thời hạn',
);
const LEADS = phrases('trước | trước ngày | xong trước | trong | vào | chậm nhất | chậm nhất là | : | ngày | xong');

/** Where the time of a sentence that does nothing but close starts; −1 = it says more. */
export function closingAt(tokens: readonly Token[]): number {
  let at = phraseAt(tokens, 0, CLOSES);
  if (at === 0) return -1;
  for (let length = phraseAt(tokens, at, LEADS); length > 0; length = phraseAt(tokens, at, LEADS)) at += length;
  return at;
}

/** ISO day by which what stands before a semicolon is wanted; null = the sentence behind it does not close it. */
export function closingTime(
  flat: string,
  { end }: Sentence,
  behind: Sentence | undefined,
  period: PlanPeriod,
): string | null {
  if (!behind || flat.slice(end, behind.start).trim() !== ';') return null;
  const at = closingAt(behind.tokens);
  const [first] = at < 0 ? [] : horizonsOf(behind.tokens, period);
  const isFirst = first !== undefined && first.from - leadsLength(behind.tokens, first.from) <= at;
  return isFirst ? first.day : null;
}

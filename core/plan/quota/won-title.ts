/** A title to be won is a target, not a quota, unless somebody gives it: `03 cá nhân đạt Chiến sĩ thi đua cơ sở`. */
import type { Figure } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { findPhrase, type Token } from '../words/token.ts';

const WINS = phrases('đạt | giữ vững | giữ | được công nhận');
const TITLES = phrases('chiến sĩ thi đua | lao động tiên tiến | lao động xuất sắc | ưu tú | danh hiệu | lao động giỏi');

/** Whether what the figure counts is to win a title. */
export function winsTitle(tokens: readonly Token[], { to, comparator }: Figure): boolean {
  const wins = findPhrase(tokens, to, to + 4, WINS);
  return (
    wins >= 0 &&
    comparator !== '<=' &&
    !tokens.slice(to, wins).some(({ kind }) => kind === 'mark') &&
    findPhrase(tokens, wins, wins + 4, TITLES) >= 0
  );
}

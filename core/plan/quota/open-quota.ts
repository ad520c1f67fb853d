/** The awards that a plan grants without a number of places. */
import type { PlanQuota, QuotaKind } from '../finding.ts';
import type { Section } from '../layout/section.ts';
import { phrases } from '../lexicon/phrases.ts';
import { roundIn } from '../words/rounds.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';
import { GIVES, OUTSIDE, PLURAL, PROPOSES, recipientKind } from './quota.ts';

/** Where the plan leaves the number to a person, plain words name the recipients: `thưởng đột xuất cho cá nhân`. */
const GIVES_OPENLY = phrases('khen | thưởng | khen thưởng');
/** The plan leaves the number to a person. */
const LEFT_OPEN = phrases(
  'số lượng do | số lượng tùy | không hạn chế | không giới hạn | không khống chế | hướng dẫn khen thưởng | hướng dẫn cụ thể | hướng dẫn riêng | theo đề nghị | xem xét, quyết định',
);

/**
 * "… tặng Bằng khen cho tập thể (nếu có)": beside quotas it is another quota; among the forms of commending it is not.
 */
const IF_ANY = phrases('nếu có');

/**
 * A sentence of the part on quotas that grants an award without a number; null = it grants none. `behind` = the next
 * clause: "…; số lượng do Chủ tịch UBND xã quyết định".
 */
export function openQuotaOf(
  tokens: readonly Token[],
  section: Section,
  behind: readonly Token[],
  afterQuota: boolean,
): Omit<PlanQuota, 'text' | 'section' | 'offset'> | null {
  // Nobody knows beforehand how many will earn it.
  const unforeseen = findPhrase(tokens, 0, tokens.length, OUT_OF_TURN);
  const left =
    unforeseen >= 0 ||
    findPhrase(tokens, 0, tokens.length, LEFT_OPEN) >= 0 ||
    phraseAt(behind, 0, LEFT_OPEN) > 0 ||
    (afterQuota && findPhrase(tokens, 0, tokens.length, IF_ANY) >= 0);
  const isPlace = left
    ? section.topics.some((topic) => topic.startsWith('award'))
    : section.topics.includes('award-quota');
  const proposed = isPlace && left ? findPhrase(tokens, 0, tokens.length, PROPOSES) : -1;
  const stated = proposed >= 0 ? proposed : isPlace ? findPhrase(tokens, 0, tokens.length, GIVES) : -1;
  const gives = stated < 0 && isPlace && left ? findPhrase(tokens, 0, tokens.length, GIVES_OPENLY) : stated;
  if (gives < 0) return null;
  const kind = recipientBehind(tokens, gives);
  if (kind === null && stated < 0) return null;
  if (kind === null && !left) return null;
  const round = section.round ?? roundIn(tokens, 0, tokens.length);
  return { max: null, unit: null, base: null, kind: kind ?? 'combined', round, per: null };
}

const OUT_OF_TURN = phrases('khen đột xuất | thưởng đột xuất');

/** `cho các tập thể, cá nhân ngoài xã`, `đột xuất đối với cá nhân`, `đột xuất: cá nhân`, `đột xuất cá nhân`. */
function recipientBehind(tokens: readonly Token[], from: number): QuotaKind | null {
  for (let at = from; at < Math.min(tokens.length, from + 24); at++) {
    const to = phraseAt(tokens, at, GIVES_TO);
    if (to === 0) continue;
    const noun = at + to + phraseAt(tokens, at + to, PLURAL);
    const kind = recipientKind(tokens, noun);
    if (kind === null) continue;
    if (findPhrase(tokens, noun, noun + 10, OUTSIDE) >= 0) return 'outside';
    const joint = tokens[noun + 2]?.key;
    const other = joint === ',' || joint === 'và' || joint === 'hoặc' ? recipientKind(tokens, noun + 3) : null;
    return other !== null && other !== kind ? 'combined' : kind;
  }
  return null;
}

const GIVES_TO = phrases('cho | đối với | đột xuất | đột xuất :');

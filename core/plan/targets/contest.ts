/** What the rules of a contest say: its prizes, who takes part with how many, how long a turn lasts. */
import type { Figure } from '../figure/figure.ts';
import type { Section } from '../layout/section.ts';
import { phrases } from '../lexicon/phrases.ts';
import { isPrize } from '../quota/prize.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';

/** A prize or a rule of a contest: nothing the movement is to reach. */
export function isOfContest(tokens: readonly Token[], figure: Figure, { heading, under, topics }: Section): boolean {
  if (topics.some((topic) => topic.startsWith('award'))) return false;
  if (figure.unit === 'giải') return isPrize(tokens, figure);
  if (!OF_A_TURN.has(figure.unit) || figure.comparator === '>=') return false;
  const isRule = phraseAt(tokens, clauseStart(tokens, figure.at), RULES) > 0;
  return isRule && (findPhrase(tokens, 0, figure.at, CONTESTS) >= 0 || CONTEST.test(`${heading} ${under}`));
}

const RULES = phrases('mỗi | từng | các đội | đội | thi | phần thi | thời gian thi | vòng thi | gồm');
const OF_A_TURN: ReadonlySet<string> = new Set(
  'đội,người,thành viên,phần,phần thi,vòng,phút,câu hỏi,tiết mục'.split(','),
);
const CONTESTS = phrases('hội thi | cuộc thi | hội diễn | hội thao | liên hoan | phần thi');
const CONTEST = /hội thi|cuộc thi|hội diễn|hội thao|liên hoan/iu;

/** How many of the council's votes a candidate needs, where the plan says it: a rule of the vote, no target. */
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { clausesWith } from '../words/clauses-with.ts';

export interface PlanVote extends PlanPlace {
  /** Percent of the votes in favour; exactly so much is enough. */
  readonly least: number;
  /** What the percent is taken of; null = the plan does not say. */
  readonly of: 'members' | 'present' | null;
}

const VOTERS = /phiếu|(?:thành|ủy|uỷ) viên|hội đồng/iu;
const BALLOTS = /phiếu/iu;
const AWARDS = /khen|danh hiệu|công nhận|trình|đề nghị|thông qua|xét tặng/iu;
const AGREES = /đồng ý|tán thành|nhất trí|tín nhiệm|thuận|thông qua/giu;
const SHARE =
  /(?:từ|trên|tối thiểu|ít nhất|đạt|không dưới|quá|là)\s*(?:(\d{1,3}(?:,\d{1,2})?)\s?(?:%|phần trăm)|(\d)\/(\d)(?!\d)|(một nửa|nửa|bán))/giu;
const MEMBERS = /số (?:các )?thành viên|toàn thể thành viên|thành viên (?:của )?hội đồng(?! (?:có mặt|dự|tham))/iu;
const PRESENT = /có mặt|dự họp|tham dự|tham gia (?:họp|bỏ phiếu)|số phiếu (?:phát ra|hợp lệ)/iu;
/** Longest words between the share and who agrees. */
const NEAR = 80;

/** The first that a part of the plan says; null = none does. */
export function voteRuleIn(text: PlanText, bodies: readonly (readonly Section[])[]): PlanVote | null {
  for (const section of bodies.flat())
    for (const { words, at } of clausesWith(text.flat.slice(section.start, section.end), VOTERS)) {
      const least = leastIn(words);
      if (!(least > 0 && least <= 100)) continue;
      const lead = words.length - words.trimStart().length;
      return {
        ...{ text: words.trim(), section: section.section, offset: text.offsetOf(section.start + at + lead) },
        ...{ least, of: PRESENT.test(words) ? 'present' : MEMBERS.test(words) ? 'members' : null },
      };
    }
  return null;
}

/** The share nearest to who agrees, in percent: another may be how many must be there. 0 = none. */
function leastIn(words: string): number {
  if (!BALLOTS.test(words) && (!AWARDS.test(words) || /\d\s?điểm/iu.test(words))) return 0;
  const agreeing = [...words.matchAll(AGREES)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const shares = [...words.matchAll(SHARE)].map((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    return { match, apart: Math.min(...agreeing.map((word) => Math.max(word.from - to, from - word.to))) };
  });
  const nearest = shares.filter(({ apart }) => apart <= NEAR).sort((x, y) => x.apart - y.apart)[0];
  if (!nearest) return 0;
  const [, percent, part, whole, half] = nearest.match;
  if (percent !== undefined) return Number(percent.replace(',', '.'));
  if (part !== undefined) return Math.ceil((10_000 * Number(part)) / Number(whole)) / 100;
  return half === undefined ? 0 : 50.01;
}

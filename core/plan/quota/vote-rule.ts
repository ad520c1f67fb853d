/** How many of the council's votes a candidate needs, where the plan says it: a rule of the vote, no target. */
import type { Place } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { clausesWith } from '../words/clauses-with.ts';

export interface PlanVote extends Place {
  /** Percent of the votes in favour; exactly so much is enough. */
  readonly least: number;
  /** What the percent is taken of; null = the plan does not say. */
  readonly of: 'members' | 'present' | null;
}

const VOTES = /phiếu/iu;
const SENTENCE = /[^.;\n]{0,300}phiếu[^.;\n]{0,300}/giu;
const AGREES = /đồng ý|tán thành|tín nhiệm|thuận/iu;
const SHARE =
  /(?:từ|trên|tối thiểu|ít nhất|đạt|không dưới|quá)\s*(?:(\d{1,3}(?:,\d{1,2})?)\s?(?:%|phần trăm)|(\d)\/(\d)(?!\d)|(một nửa|nửa|bán))/iu;
const MEMBERS = /tổng số (?:các )?thành viên|toàn thể thành viên|thành viên (?:của )?hội đồng(?! (?:có mặt|dự|tham))/iu;
const PRESENT = /có mặt|dự họp|tham dự|tham gia (?:họp|bỏ phiếu)|số phiếu (?:phát ra|hợp lệ)/iu;

/** The first that a part of the plan says; null = none does. */
export function voteRuleIn(text: PlanText, bodies: readonly (readonly Section[])[]): PlanVote | null {
  for (const section of bodies.flat())
    for (const { words, at } of voted(text.flat.slice(section.start, section.end))) {
      const [, percent, part, whole, half] = AGREES.test(words) ? (SHARE.exec(words) ?? []) : [];
      const least =
        percent !== undefined
          ? Number(percent.replace(',', '.'))
          : part !== undefined
            ? Math.ceil((10_000 * Number(part)) / Number(whole)) / 100
            : half === undefined
              ? 0
              : 50.01;
      if (!(least > 0 && least <= 100)) continue;
      const lead = words.length - words.trimStart().length;
      return {
        ...{ text: words.trim(), section: section.section, offset: text.offsetOf(section.start + at + lead) },
        ...{ least, of: PRESENT.test(words) ? 'present' : MEMBERS.test(words) ? 'members' : null },
      };
    }
  return null;
}

function voted(text: string): readonly { readonly words: string; readonly at: number }[] {
  return [...clausesWith(text, VOTES)].flatMap((clause) =>
    [...clause.words.matchAll(SENTENCE)].map(({ 0: words, index }) => ({ words, at: clause.at + index })),
  );
}

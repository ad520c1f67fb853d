/** A voting rule in the words of the sheet and the screen: each choice by name, and shares as `2/3` or `80 %`. */
import { formatNumber } from '../base/quantity/points.ts';
import { DEFAULT_VOTE_RULES, type Fraction, shareOfPercent, type VoteRule } from './vote-rule.ts';

/** By field of the rule. */
export const RULE_WORDS = {
  over: { over: 'Quá mức này', least: 'Từ mức này trở lên' },
  of: { all: 'Tất cả thành viên Hội đồng', present: 'Thành viên tham gia biểu quyết' },
  ballot: { secret: 'Bỏ phiếu kín', show: 'Giơ tay' },
  proxies: { yes: 'Được ủy quyền', no: 'Không được ủy quyền' },
  written: { yes: 'Tính là phiếu', no: 'Chỉ ghi vào biên bản' },
  tie: { chair: 'Theo ý kiến của Chủ tịch Hội đồng', fails: 'Không thông qua' },
} as const;

/** The choices of a rule by their keys in RULE_WORDS. */
export interface RuleChoices {
  readonly over: keyof typeof RULE_WORDS.over;
  readonly of: keyof typeof RULE_WORDS.of;
  readonly ballot: keyof typeof RULE_WORDS.ballot;
  readonly proxies: keyof typeof RULE_WORDS.proxies;
  readonly written: keyof typeof RULE_WORDS.written;
  readonly tie: keyof typeof RULE_WORDS.tie;
}

export function choicesOf({ over, of, ballot, proxies, writtenCounts, tie }: VoteRule): RuleChoices {
  return {
    over: over ? 'over' : 'least',
    of,
    ballot,
    proxies: proxies ? 'yes' : 'no',
    written: writtenCounts ? 'yes' : 'no',
    tie,
  };
}

export function ofChoices({
  over,
  of,
  ballot,
  proxies,
  written,
  tie,
}: RuleChoices): Pick<VoteRule, 'over' | 'of' | 'ballot' | 'proxies' | 'writtenCounts' | 'tie'> {
  return { over: over === 'over', of, ballot, proxies: proxies === 'yes', writtenCounts: written === 'yes', tie };
}

/** Whether the source is that of our own proposals, which no rule in force supports. */
export function isProposal(source: string): boolean {
  return DEFAULT_VOTE_RULES.some((rule) => rule.source === source);
}

/** `80 %`, `66,67 %`; a share that is no percentage of two decimals stays a fraction: `2/3`. */
export function shareText({ n, d }: Fraction): string {
  return (n * 10_000) % d === 0 ? `${formatNumber((n * 100) / d)} %` : `${n}/${d}`;
}

/** `2/3`, `80 %`, `66,67`: null for what is no share from 1 % to the whole. */
export function readShare(text: string): Fraction | null {
  const fraction = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(text.trim());
  if (fraction) {
    const [n, d] = [Number(fraction[1]), Number(fraction[2])];
    return d > 0 && n <= d && n * 100 >= d ? { n, d } : null;
  }
  const percent = /^(\d{1,3})(?:[.,](\d{1,2}))? ?%?$/.exec(text.trim());
  return percent === null ? null : sharePercent(Number(`${percent[1]}.${percent[2] ?? 0}`));
}

/** A percentage as a share; null below 1 % (0,8 is a slip for 80 %) and above the whole. */
export function sharePercent(percent: number): Fraction | null {
  return percent >= 1 && percent <= 100 ? shareOfPercent(percent) : null;
}

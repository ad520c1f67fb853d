/**
 * How a council votes, as settings: quorum, share of the votes needed and of whom, ballot or show of hands, who counts
 * besides those present. Thresholds are fractions of integers, so two thirds is two thirds and 80 % of 7 is never
 * rounded down to 5.
 */
import * as z from 'zod/mini';

const shareSchema = z.readonly(
  z
    .object({ n: z.int().check(z.gte(0)), d: z.int().check(z.gte(1)) })
    .check(z.refine(({ n, d }) => n <= d, 'more than all')),
);
/** n / d of the base; 80 % is 80 / 100. */
export type Fraction = z.infer<typeof shareSchema>;

export const voteRuleSchema = z.readonly(
  z.object({
    /** Kind of award it is for. */
    code: z.string(),
    name: z.string(),
    /** Least share of members that must take part; null = no quorum. Proxies take part, written opinions do not. */
    quorum: z.nullable(shareSchema),
    threshold: shareSchema,
    /** true = more than the threshold (more than half); false = at least the threshold. */
    over: z.boolean(),
    /** Share of all members, or of those present (with proxies, and written opinions where they count). */
    of: z.enum(['all', 'present']),
    ballot: z.enum(['secret', 'show']),
    /** Written opinions of absent members count as votes; otherwise they are only recorded in the minutes. */
    writtenCounts: z.boolean(),
    /** An absent member may vote by proxy. */
    proxies: z.boolean(),
    /**
     * Outcome when the votes are exactly at a threshold that requires more, or two candidates are equal at the last
     * place.
     */
    tie: z.enum(['chair', 'fails']),
    /** Where it comes from, in Vietnamese. */
    source: z.string(),
    /** No rule in force was found that fixes it for a commune: the council's own rules decide. */
    proposed: z.boolean(),
  }),
);
export type VoteRule = z.infer<typeof voteRuleSchema>;

const TWO_THIRDS: Fraction = { n: 2, d: 3 };
const COMMON = { quorum: TWO_THIRDS, writtenCounts: true, proxies: false, tie: 'chair', proposed: true } as const;

/**
 * What settings start from. No national threshold exists for a commune's certificate; those of Nghị định 98/2023/NĐ-CP,
 * Điều 30 have expired.
 */
export const DEFAULT_VOTE_RULES: readonly VoteRule[] = [
  {
    ...COMMON,
    code: 'certificate',
    name: 'Giấy khen của Chủ tịch UBND cấp xã',
    threshold: { n: 1, d: 2 },
    over: true,
    of: 'all',
    ballot: 'show',
    source: 'Không có mức chung cho giấy khen; đa số theo nguyên tắc tập thể (Luật Thi đua, khen thưởng, Điều 90.4).',
  },
  {
    ...COMMON,
    code: 'grass-roots-fighter',
    name: 'Chiến sĩ thi đua cơ sở, Cờ thi đua',
    threshold: { n: 80, d: 100 },
    over: false,
    of: 'all',
    ballot: 'secret',
    source: 'Thói quen theo Nghị định 98/2023/NĐ-CP, Điều 30.7 (đã hết hiệu lực).',
  },
  {
    ...COMMON,
    code: 'higher-fighter',
    name: 'Chiến sĩ thi đua cấp bộ, tỉnh; toàn quốc',
    threshold: { n: 90, d: 100 },
    over: false,
    of: 'all',
    ballot: 'secret',
    source: 'Thói quen theo Nghị định 98/2023/NĐ-CP, Điều 30.7 (đã hết hiệu lực).',
  },
];

/** A percentage typed in the settings, with at most two decimals, as a share: 66,67 → 6667/10000. */
export function shareOfPercent(percent: number): Fraction {
  return { n: Math.round(percent * 100), d: 10_000 };
}

/** Least number of `members` that reaches the share (or goes over it): 80 % of 7 → 6, more than half of 6 → 4. */
export function leastOf({ n, d }: Fraction, members: number, over = false): number {
  const whole = n * members;
  return over ? Math.floor(whole / d) + 1 : Math.floor((whole + d - 1) / d);
}

/** Negative below the share, 0 exactly at it, positive above. Exact. */
export function compareToShare(votes: number, { n, d }: Fraction, members: number): number {
  return votes * d - n * members;
}

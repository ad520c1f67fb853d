/** The ballot by quota: each a card with the plan's clause, its places, who may be voted on and who may not. Pure. */
import { groupBy } from '../../core/base/group-by.ts';
import type { Ballot, BallotLine } from '../../core/council/ballot.ts';
import { type AwardCandidate, ROUND_NAME } from '../../core/judge/award/candidate.ts';
import type { Movement } from '../../core/movement/movement.ts';

export interface QuotaCard {
  readonly key: string;
  /** `Giấy khen của Chủ tịch UBND xã · Thôn · Hằng năm`. */
  readonly title: string;
  /** The plan's own words; '' = it states no number. */
  readonly clause: string;
  /** For whom it numbers none, though it does for others; '' = it numbers nobody. */
  readonly limit: string;
  readonly section: string;
  /** null = no number stated. */
  readonly places: number | null;
  readonly lines: readonly BallotLine[];
  /** Who is not voted on, with the reason in one sentence. */
  readonly aside: readonly AwardCandidate[];
}

export function quotaCards({ lines, aside }: Ballot, movement: Movement): readonly QuotaCard[] {
  const cards = groupBy(lines, ({ candidate }) => keyOf(candidate));
  const refused = groupBy(aside, keyOf);
  return [...cards].flatMap(([key, own]) => {
    const first = own[0]?.candidate;
    if (!first) return [];
    const quota = movement.quotas.find(({ code }) => code === first.quota);
    const kinds = quota?.audiences ?? [...new Set(own.map(({ candidate }) => candidate.audience))];
    const who = kinds
      .map((kind) => movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind)
      .join(', ');
    return [
      {
        ...{ key, title: [first.form, who, ROUND_NAME[first.round]].filter((part) => part !== '').join(' · ') },
        ...{ clause: quota?.text ?? '', limit: first.limit, section: first.section, places: first.places },
        ...{ lines: bestFirst(own), aside: refused.get(key) ?? [] },
      },
    ];
  });
}

function keyOf({ round, quota }: AwardCandidate): string {
  return JSON.stringify([round, quota]);
}

/**
 * By rank; where audiences with rankings of their own share the places, by their share of the points first. Candidates
 * without points come last, in their original order.
 */
function bestFirst(lines: readonly BallotLine[]): readonly BallotLine[] {
  const isShared = new Set(lines.map(({ candidate }) => candidate.audience)).size > 1;
  const share = ({ candidate }: BallotLine) => (isShared ? (candidate.share ?? -1) : 0);
  const rank = ({ candidate }: BallotLine) => candidate.rank ?? Number.MAX_SAFE_INTEGER;
  return lines.toSorted((x, y) => share(y) - share(x) || rank(x) - rank(y));
}

/**
 * One vote of the council: whether its count can be right, whether enough took part, whether it passed, and the
 * sentence for the minutes.
 */
import { formatNumber } from '../base/quantity/points.ts';
import { shownShare } from '../base/quantity/shown-figure.ts';
import type { Refusal, Result } from '../base/result.ts';
import { compareToShare, type Fraction, leastOf, type VoteRule } from './vote-rule.ts';

/** How the votes were cast: ballot papers have to add up, hands are counted. */
export type VoteCount =
  | {
      readonly kind: 'secret';
      readonly issued: number;
      readonly returned: number;
      readonly valid: number;
      readonly invalid: number;
      readonly inFavour: number;
    }
  | { readonly kind: 'show'; readonly inFavour: number };

/** How the votes on a candidate fell, where they were counted apart. */
type Tally = {
  /** Of the candidate (candidate-code.ts). */
  readonly candidate: string;
  /** Votes that may be cast there on this candidate: those present and proxies, without who stands aside. */
  readonly voters: number;
  readonly against: number;
  readonly abstained: number;
  /** Members who took part and stand aside: the candidate, or of that unit. */
  readonly recused: readonly string[];
};

export interface Vote {
  /** The motion: `Tặng Giấy khen cho Bản Nà Đít`. */
  readonly subject: string;
  /** All members of the council; invited guests are none. */
  readonly members: number;
  readonly present: number;
  /** Absent members with a proxy. */
  readonly proxies: number;
  /** Absent members who sent a written opinion, and those of them in favour. */
  readonly written: number;
  readonly writtenInFavour: number;
  readonly count: VoteCount;
  /** The chair's own vote, where it has to decide; null = unknown. */
  readonly chairInFavour: boolean | null;
  readonly tally?: Tally;
}

export interface VoteOutcome {
  /** undecided = exactly at the threshold, and the chair's vote is unknown. */
  readonly result: 'passed' | 'failed' | 'no-quorum' | 'undecided';
  readonly inFavour: number;
  /** Of how many. */
  readonly base: number;
  /** Least number in favour. */
  readonly needed: number;
  /** The rule in Vietnamese: `cần ít nhất 80 % thành viên Hội đồng, tức từ 6/7 phiếu đồng ý`. */
  readonly rule: string;
  /** The outcome with its figures, in Vietnamese. */
  readonly sentence: string;
}

/** Holds a count to the rule; refused, with a Vietnamese sentence, when the count cannot be right. */
export function voteOutcome(vote: Vote, rule: VoteRule): Result<VoteOutcome> {
  const message = faultOf(vote, rule);
  if (message !== null) {
    const refusal: Refusal = { code: 'bad-count', message };
    return { ok: false, refusal };
  }
  const inFavour = vote.count.inFavour + (rule.writtenCounts ? vote.writtenInFavour : 0);
  const takingPart = vote.present + vote.proxies;
  const base = rule.of === 'all' ? vote.members : votersOf(vote) + (rule.writtenCounts ? vote.written : 0);
  const needed = leastOf(rule.threshold, base, rule.over);
  const requirement = `cần ${rule.over ? 'quá' : 'ít nhất'} ${shareText(rule.threshold)}`;
  const whom = rule.of === 'all' ? 'thành viên Hội đồng' : 'thành viên tham gia biểu quyết';
  const figures = { inFavour, base, needed, rule: `${requirement} ${whom}, tức từ ${needed}/${base} phiếu đồng ý` };

  const few = quorumFault(takingPart, vote.members, rule);
  if (few !== null) return { ok: true, value: { result: 'no-quorum', ...figures, sentence: few } };
  const result = resultOf(vote, rule, inFavour, base);
  const counted = `Đồng ý ${inFavour}/${base} ${whom} (${percentText(inFavour, base, rule.threshold)})`;
  return {
    ok: true,
    value: { result, ...figures, sentence: `${counted}, ${requirement} (từ ${needed}): ${ENDINGS[result]}.` },
  };
}

const FAVOUR = /^Đồng ý (\d+)\/\d+ /u;

/** Votes in favour that a vote's own sentence states, written opinions among them where its rule counts them. */
export function favourIn(sentence: string): number | null {
  const found = FAVOUR.exec(sentence.normalize('NFC'));
  return found ? Number(found[1]) : null;
}

/** Why too few took part, in Vietnamese; null when enough did, or there is no quorum. */
export function quorumFault(takingPart: number, members: number, { quorum }: VoteRule): string | null {
  if (!quorum || compareToShare(takingPart, quorum, members) >= 0) return null;
  const least = leastOf(quorum, members);
  return `Có mặt ${takingPart}/${members} thành viên, cần ít nhất ${least} (${shareText(quorum)}): không đủ số thành viên dự họp.`;
}

const ENDINGS = {
  passed: 'thông qua',
  failed: 'không thông qua',
  undecided: 'ngang phiếu, chờ ý kiến của Chủ tịch Hội đồng',
} as const;

function resultOf(vote: Vote, rule: VoteRule, inFavour: number, base: number): keyof typeof ENDINGS {
  const difference = compareToShare(inFavour, rule.threshold, base);
  if (difference > 0 || (difference === 0 && !rule.over)) return base > 0 ? 'passed' : 'failed';
  if (difference < 0 || rule.tie === 'fails') return 'failed';
  if (vote.chairInFavour === null) return 'undecided';
  return vote.chairInFavour ? 'passed' : 'failed';
}

/** Why the figures cannot be those of a vote; null when they can. */
function faultOf(vote: Vote, rule: VoteRule): string | null {
  if (vote.count.kind !== rule.ballot) {
    return rule.ballot === 'secret' ? 'Nội dung này phải bỏ phiếu kín.' : 'Nội dung này biểu quyết bằng giơ tay.';
  }
  if (vote.proxies > 0 && !rule.proxies) return 'Quy chế không cho phép ủy quyền biểu quyết.';
  return countFault(vote);
}

/** Votes that may be cast in the room. */
function votersOf({ present, proxies, tally }: Pick<Vote, 'present' | 'proxies' | 'tally'>): number {
  return tally?.voters ?? present + proxies;
}

/** Why the figures cannot be those of any vote, under any rule, in Vietnamese; null when they can. */
export function countFault(vote: Omit<Vote, 'subject' | 'chairInFavour'>): string | null {
  const { members, present, proxies, written, writtenInFavour, count, tally } = vote;
  const counts = [...Object.values(count), ...Object.values(tally ?? {})].filter(isNumber);
  const numbers = [members, present, proxies, written, writtenInFavour, ...counts];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) {
    return 'Số phiếu và số thành viên phải là số nguyên không âm.';
  }
  if (members === 0) return 'Hãy ghi số thành viên Hội đồng.';
  if (present + proxies + written > members) {
    return `Có mặt ${present}, ủy quyền ${proxies}, ý kiến bằng văn bản ${written}: nhiều hơn ${members} thành viên.`;
  }
  if (writtenInFavour > written) {
    return `Ý kiến bằng văn bản đồng ý (${writtenInFavour}) nhiều hơn số nhận được (${written}).`;
  }
  if (tally && (tally.voters > present + proxies || tally.voters + tally.recused.length < present + proxies)) {
    return `Số người được biểu quyết (${tally.voters}) không khớp số có mặt, ủy quyền và không biểu quyết.`;
  }
  const papers = count.kind === 'secret' ? ballotFault(count, present + proxies) : null;
  if (papers !== null || tally) return papers ?? tallyFault(count, tally);
  return count.kind === 'show' ? handsFault(count.inFavour, present + proxies) : null;
}

/** The votes of a line against those who may vote on it, and the valid papers. */
function tallyFault(count: VoteCount, tally: Tally | undefined): string | null {
  if (!tally) return null;
  const cast = count.inFavour + tally.against + tally.abstained;
  const most = count.kind === 'secret' ? Math.min(count.valid, tally.voters) : tally.voters;
  return cast > most ? `Số phiếu đã ghi (${cast}) nhiều hơn số phiếu được biểu quyết (${most}).` : null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function handsFault(inFavour: number, voters: number): string | null {
  return inFavour > voters ? `Số đồng ý (${inFavour}) nhiều hơn số người biểu quyết (${voters}).` : null;
}

function ballotFault(count: Extract<VoteCount, { kind: 'secret' }>, voters: number): string | null {
  const { issued, returned, valid, invalid, inFavour } = count;
  if (issued > voters) return `Số phiếu phát ra (${issued}) nhiều hơn số người bỏ phiếu (${voters}).`;
  if (returned > issued) return `Số phiếu thu về (${returned}) nhiều hơn số phiếu phát ra (${issued}).`;
  if (valid + invalid !== returned) {
    return `Phiếu hợp lệ (${valid}) cộng phiếu không hợp lệ (${invalid}) phải bằng số phiếu thu về (${returned}).`;
  }
  return inFavour > valid ? `Số phiếu đồng ý (${inFavour}) nhiều hơn số phiếu hợp lệ (${valid}).` : null;
}

function shareText({ n, d }: Fraction): string {
  if (n * 2 === d) return 'một nửa';
  return (n * 10_000) % d === 0 ? `${formatNumber((n * 100) / d)} %` : `${n}/${d}`;
}

/** A share that does not reach the threshold never looks as if it did. */
function percentText(part: number, whole: number, { n, d }: Fraction): string {
  return whole === 0 ? '0 %' : `${formatNumber(shownShare(part, whole, [{ n: 100 * n, d }]))} %`;
}

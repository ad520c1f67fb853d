/** The votes of the record as the lines of candidates look them up. */

import { periodDays } from '../base/period/period.ts';
import { squashKey } from '../base/text/text.ts';
import { ROUND_NAME } from '../judge/award/candidate.ts';
import type { CouncilVote, VotedOn } from '../judge/award/council-vote.ts';
import { candidateCode, type Occasion } from './candidate-code.ts';
import type { VoteEntry, VoteLog } from './vote-log.ts';
import { favourIn } from './votes.ts';
import { withdrawals } from './withdrawals.ts';

/**
 * The last vote that was not taken back: by the candidate's code, or by a subject that names form and unit, with the
 * round or without.
 */
export function votedOn(log: VoteLog, occasion: Occasion): VotedOn {
  const last = lastVotes(log);
  const known = new Map<string, ReturnType<VotedOn>>();
  const votedOn: VotedOn = (line) => {
    const vote = standingVote(last, occasion, line);
    if (!vote) return null;
    // Those counted: a row keeps written opinions apart, and only its sentence says whether they were votes.
    const inFavour = favourIn(vote.sentence) ?? vote.inFavour;
    return { outcome: outcomeOf(vote), inFavour, sentence: vote.sentence, id: vote.id };
  };
  // Each line of thousands of units is looked up several times, and every lookup digests its words.
  return (line) => {
    const { round, quota, form, audience, unit, achievement, hasOtherDeed } = line;
    const key = [round, quota, form, audience, unit, achievement, hasOtherDeed].join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const vote = votedOn(line);
    known.set(key, vote);
    return vote;
  };
}

/** Key of a subject or candidate → the vote that stands on it. */
export function lastVotes(log: VoteLog): ReadonlyMap<string, VoteEntry> {
  const taken = withdrawals(log);
  const standing = log.filter(({ id, result }) => result !== 'withdrawn' && !taken.has(id));
  return new Map(standing.map((vote) => [vote.tally?.candidate ?? squashKey(vote.subject), vote]));
}

/** The fields by which a vote finds its candidate. */
type VoteLine = Parameters<VotedOn>[0];

export function standingVote(
  last: ReadonlyMap<string, VoteEntry>,
  occasion: Occasion,
  line: VoteLine,
): VoteEntry | null {
  if (last.size === 0) return null;
  const { form, unit, hasOtherDeed } = line;
  const round = ROUND_NAME[line.round];
  const subjects = [`Tặng ${form} cho ${unit}`, `Đề nghị tặng ${form} cho ${unit}`, `${form}: ${unit}`];
  const withRound = subjects.flatMap((subject) => [
    ...[`${subject} (${round})`, `${subject} (đợt ${round})`],
    ...[`${round}: ${subject}`, `Đợt ${round}: ${subject}`],
  ]);
  const codes = [candidateCode(occasion, line), candidateCode(occasion, { ...line, achievement: '' })];
  const ways = hasOtherDeed
    ? [codes.slice(0, 1)]
    : [...codes.map((code) => [code]), withRound.map(squashKey), subjects.map(squashKey)];
  return ways.map((keys) => latest(keys, last)).find((vote) => vote !== undefined && isOf(occasion, vote)) ?? null;
}

/** Of votes on the same in other words, the last. */
function latest(keys: readonly string[], last: ReadonlyMap<string, VoteEntry>): VoteEntry | undefined {
  const found = keys.flatMap((key) => last.get(key) ?? []);
  return found.reduce<VoteEntry | undefined>((best, vote) => (best && best.seq > vote.seq ? best : vote), undefined);
}

/**
 * Whether a vote belongs to the period. A candidate's code names its period; a subject in words does not, so a vote
 * from before the period belongs to an earlier period.
 */
function isOf({ period }: Occasion, { tally, at }: VoteEntry): boolean {
  return tally !== undefined || period === null || at.slice(0, 10) >= periodDays(period).from;
}

function outcomeOf({ result }: VoteEntry): CouncilVote['outcome'] {
  return result === 'passed' || result === 'failed' ? result : 'open';
}

/** The votes of the record as the lines of candidates look them up. */
import type { AwardCandidate } from '../award/candidate.ts';
import type { CouncilVote, VotedOn } from '../award/council-vote.ts';
import { squashKey } from '../text/text.ts';
import { candidateCode, type Occasion } from './candidate-code.ts';
import type { VoteEntry, VoteLog } from './vote-log.ts';
import { withdrawals } from './withdrawals.ts';

/** The last vote that was not taken back: by the candidate's code, or by a subject that names form and unit. */
export function votedOn(log: VoteLog, occasion: Occasion): VotedOn {
  const last = lastVotes(log);
  return (line) => {
    const vote = standingVote(last, occasion, line);
    return vote ? { outcome: outcomeOf(vote), inFavour: vote.inFavour, sentence: vote.sentence } : null;
  };
}

/** Key of a subject or candidate → the vote that stands on it. */
export function lastVotes(log: VoteLog): ReadonlyMap<string, VoteEntry> {
  const taken = withdrawals(log);
  const standing = log.filter(({ id, result }) => result !== 'withdrawn' && !taken.has(id));
  return new Map(standing.map((vote) => [vote.tally?.candidate ?? squashKey(vote.subject), vote]));
}

export function standingVote(
  last: ReadonlyMap<string, VoteEntry>,
  occasion: Occasion,
  line: Pick<AwardCandidate, 'round' | 'quota' | 'form' | 'audience' | 'unit'>,
): VoteEntry | null {
  const { form, unit } = line;
  const subjects = [`Tặng ${form} cho ${unit}`, `Đề nghị tặng ${form} cho ${unit}`, `${form}: ${unit}`];
  const keys = [candidateCode(occasion, line), ...subjects.map(squashKey)];
  return keys.map((key) => last.get(key)).find((vote) => vote !== undefined) ?? null;
}

function outcomeOf({ result }: VoteEntry): CouncilVote['outcome'] {
  return result === 'passed' || result === 'failed' ? result : 'open';
}

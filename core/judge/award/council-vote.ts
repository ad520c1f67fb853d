/**
 * What the council's votes make of the lines of candidates: who passed is proposed, who did not is not, and never more
 * than the quota has places. Whom the plan refuses no vote lifts. Knows of votes only what they came to.
 */
import type { AwardCandidate, CandidateState } from './candidate.ts';

/** open = held, but without an outcome: no quorum, or the chair has yet to say. */
export interface CouncilVote {
  readonly outcome: 'passed' | 'failed' | 'open';
  readonly inFavour: number;
  /** Vietnamese, with its figures. */
  readonly sentence: string;
  /** Row of the record; absent = the vote is of this line alone. */
  readonly id?: string;
}

type Line = Pick<AwardCandidate, 'round' | 'quota' | 'form' | 'audience' | 'unit' | 'achievement' | 'hasOtherDeed'>;

/** The vote that stands on a candidate; null = none. */
export type VotedOn = (line: Line) => CouncilVote | null;

interface RoundVotes {
  readonly votedOn: VotedOn;
  /** The round in which a vote counts whose words fit this line too; null = none fits, or it counts here. */
  readonly countedIn: (line: Line) => Line['round'] | null;
}

/**
 * A vote serves a single round: when its words fit a candidate's lines in several rounds, it counts for the first round
 * in which the candidate can be voted on, and the other rounds wait for their own vote. `lines` = all of them, in order
 * and without any vote.
 */
export function votesForOneRound(votedOn: VotedOn, lines: readonly AwardCandidate[]): RoundVotes {
  const rounds = new Map<string, Line['round']>();
  const canBeVoted = lines.filter(({ onBallot, granted }) => onBallot && granted === null);
  for (const line of [...canBeVoted, ...lines]) {
    const id = votedOn(line)?.id;
    if (id !== undefined && !rounds.has(id)) rounds.set(id, line.round);
  }
  const roundOf = (line: Line) => rounds.get(votedOn(line)?.id ?? '') ?? line.round;
  return {
    votedOn: (line) => (roundOf(line) === line.round ? votedOn(line) : null),
    countedIn: (line) => (roundOf(line) === line.round ? null : roundOf(line)),
  };
}

/**
 * Lines of a quota with the vote on each. Of the lines that passed, only as many are proposed as places are left (null
 * = no number). Awards already granted come first; where there was any vote, the proposed lines stand before those
 * still open for the council.
 */
export function votedLines(max: number | null, all: readonly AwardCandidate[], votedOn: VotedOn): AwardCandidate[] {
  const awarded = all.filter(({ granted }) => granted !== null);
  const lines = all.filter(({ granted }) => granted === null);
  const voted = lines.map((line): VotedCandidate => {
    const vote = votedOn(line);
    return { line: toldLine(line, vote), vote, before: line.state };
  });
  if (voted.every(({ vote }) => vote === null)) return [...awarded, ...lines];
  const fitting = withinPlaces(max, voted);
  return [...awarded, ...STATES.flatMap((wanted) => fitting.filter(({ state }) => state === wanted))];
}

const STATES: readonly CandidateState[] = ['proposed', 'council', 'refused'];

interface VotedCandidate {
  readonly line: AwardCandidate;
  readonly vote: CouncilVote | null;
  /** Without the vote. */
  readonly before: CandidateState;
}

function withinPlaces(max: number | null, voted: readonly VotedCandidate[]): readonly AwardCandidate[] {
  if (max === null) return voted.map(({ line }) => line);
  // Who stands within the places by points goes first, then the most votes.
  const ahead = (candidate: VotedCandidate) =>
    candidate.before === 'proposed' ? Infinity : (candidate.vote?.inFavour ?? 0);
  const proposed = voted.filter(({ line }) => line.state === 'proposed');
  const byPoints = proposed.filter(({ before }) => before === 'proposed').length;
  const fits = (candidate: VotedCandidate) =>
    proposed.filter((other) => ahead(other) >= ahead(candidate)).length <= max;
  return voted.map((votedCandidate) => {
    if (votedCandidate.line.state !== 'proposed' || fits(votedCandidate)) return votedCandidate.line;
    const before = proposed.filter((other) => ahead(other) > ahead(votedCandidate)).length;
    const { line } = votedCandidate;
    return before < max
      ? { ...line, state: 'council', reason: `${line.reason} Bằng phiếu ở chỗ cuối của chỉ tiêu ${max}: ${CHAIR}` }
      : { ...line, state: 'refused', reason: `${line.reason} ${passedOver(max, byPoints)}` };
  });
}

/**
 * The reason of a candidate for whom no place was left. Candidates proposed by points may have had fewer votes, so the
 * sentence does not speak of votes then.
 */
function passedOver(max: number, byPoints: number): string {
  if (byPoints === 0) return `Ít phiếu hơn các ứng viên trong chỉ tiêu ${max}.`;
  const others = byPoints < max ? ', rồi đến ứng viên nhiều phiếu hơn' : '';
  return `Chỉ tiêu ${max} đã đủ: trước hết là ${byPoints} ứng viên theo điểm${others}.`;
}

const CHAIR = 'ý kiến của Chủ tịch Hội đồng quyết định, ghi bằng biểu quyết lại.';

function toldLine(line: AwardCandidate, vote: CouncilVote | null): AwardCandidate {
  if (vote === null) return line;
  const reason = `${line.reason} Hội đồng biểu quyết: ${vote.sentence}`;
  const decided = { ...line, reason, ...(vote.id === undefined ? {} : { vote: vote.id }) };
  if (vote.outcome === 'failed') return { ...decided, state: 'refused', onBallot: false };
  if (!line.onBallot) return decided;
  return { ...decided, state: vote.outcome === 'passed' ? 'proposed' : 'council' };
}

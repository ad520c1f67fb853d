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

/**
 * A vote serves a single round: when its words fit a candidate's lines in several rounds, it counts for the first round
 * looked up, and the other rounds wait for their own vote.
 */
export function votesForOneRound(votedOn: VotedOn): VotedOn {
  const rounds = new Map<string, Line['round']>();
  return (line) => {
    const vote = votedOn(line);
    if (vote?.id === undefined) return vote;
    const round = rounds.get(vote.id) ?? line.round;
    rounds.set(vote.id, round);
    return round === line.round ? vote : null;
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
  return voted.map((one) => {
    if (one.line.state !== 'proposed' || fits(one)) return one.line;
    const before = proposed.filter((other) => ahead(other) > ahead(one)).length;
    const { line } = one;
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
  if (vote.outcome === 'failed') return { ...line, state: 'refused', onBallot: false, reason };
  if (!line.onBallot) return { ...line, reason };
  return { ...line, state: vote.outcome === 'passed' ? 'proposed' : 'council', reason };
}

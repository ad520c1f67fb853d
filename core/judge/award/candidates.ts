/**
 * The ledger of candidates: for each round and form of award everybody, whether scored, silent or put forward, has
 * exactly one line: proposed for what, refused by which clause, or for the council. Nobody is passed over without a word.
 */
import { sharedText } from '../../base/text/remembered.ts';
import type { Movement, Quota } from '../../movement/movement.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import { type AwardCandidate, ROUND_NAME } from './candidate.ts';
import { audienceOf, candidateKey, candidateOf, type Within } from './candidate-of.ts';
import { type VotedOn, votedLines, votesForOneRound } from './council-vote.ts';
import { awardsBetween, awardText, registeredName } from './ledger.ts';
import type { Nomination } from './nomination.ts';
import { outOfTurnLines } from './out-of-turn.ts';
import { withOverlaps } from './overlaps.ts';
import { leftOf } from './places.ts';
import { type PutForward, putForward } from './put-forward.ts';
import { scoredLines } from './scored-lines.ts';
import { type SelectInput, type Selection, selectForAwards } from './select.ts';
import { besideWords, limitWords } from './share-words.ts';
import { unscoredLines } from './unscored-lines.ts';

interface CandidateInput extends SelectInput {
  readonly nominations: readonly Nomination[];
  /** The council's votes; absent = none yet. */
  readonly votedOn?: VotedOn;
}

/**
 * In the order of the quotas; within a quota first the proposed, then those the council settles, then the rest, each by
 * points, best first.
 */
export function awardCandidates(input: CandidateInput): readonly AwardCandidate[] {
  const forward = putForward(input.nominations.map((nomination) => asRegistered(nomination, input)));
  const nominations = forward.filter(({ outOfTurn }) => !outOfTurn);
  const byKey = new Map(nominations.map((named) => [candidateKey(named.name, named.audience), named] as const));
  const within = { ...input, nominations, byKey };
  const deeds = forward.filter(({ outOfTurn }) => outOfTurn);
  const unvoted = linesOf(within, deeds, () => null);
  if (!input.votedOn) return withOverlaps(unvoted);
  const { votedOn, countedIn } = votesForOneRound(input.votedOn, unvoted);
  const lines = linesOf(within, deeds, votedOn).map((line): AwardCandidate => {
    const other = line.onBallot && line.granted === null ? countedIn(line) : null;
    if (other === null) return line;
    const counted = `Biểu quyết không ghi đợt đã tính cho đợt ${ROUND_NAME[other].toLowerCase()}`;
    return { ...line, reason: `${line.reason} ${counted}: đợt này chờ biểu quyết riêng.` };
  });
  return withOverlaps(lines);
}

/** Every line of every round, as the votes leave it. */
function linesOf(
  within: Within & SelectInput,
  deeds: readonly PutForward[],
  votedOn: VotedOn,
): readonly AwardCandidate[] {
  const isDown = (quota: Quota, ranked: RankedUnit) =>
    votedOn(candidateOf(quota, within, { unit: ranked.unit, audience: ranked.audience }, 'council', ''))?.outcome ===
    'failed';
  const lines = selectForAwards({ ...within, votedDown: isDown }).flatMap((selection) => {
    const limit = limitNote(selection, within.movement);
    const own = [...scoredLines(selection, within), ...unscoredLines(selection, within)];
    const places = leftOf(selection.places);
    const annotated = own.map((line) => withEarlierYears({ ...line, limit, places }, within));
    return votedLines(places, annotated, votedOn);
  });
  // A reason is put together from many pieces, and many candidates have the same.
  return [...lines, ...outOfTurnLines(deeds, within, votedOn)].map((line) => ({
    ...line,
    reason: sharedText(line.reason),
  }));
}

/** A collective by the register's name for it, so that one put forward and one scored are the same. */
function asRegistered(nomination: Nomination, { movement, register }: CandidateInput): Nomination {
  if (audienceOf(movement, nomination.audience).subject !== 'collective') return nomination;
  const name = registeredName(nomination.name, register);
  const isSame = register?.some((unit) => unit.name === name && unit.audience === nomination.audience);
  return isSame ? { ...nomination, name } : nomination;
}

/** A quota whose number the plan states in its own words gets no second note. */
function limitNote({ quota, places }: Selection, movement: Movement): string {
  return quota.percent === null ? besideWords(quota, movement) : limitWords(quota, places);
}

/** A review of several years shows the awards of the years before; they exclude no candidate by themselves. */
function withEarlierYears(line: AwardCandidate, { movement, period, alreadyAwarded }: Within) {
  if (period === null || line.granted !== null || (line.round !== 'interim' && line.round !== 'final')) return line;
  const from = movement.period.from === null ? null : Number(movement.period.from.slice(0, 4));
  const awards = awardsBetween(alreadyAwarded, line.unit, { from, to: period.year - 1 });
  const named = awards.map(awardText).filter((text) => !line.reason.includes(text));
  return named.length === 0
    ? line
    : { ...line, reason: `${line.reason} Các năm trước đã được khen: ${named.join('; ')}.` };
}

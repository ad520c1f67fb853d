/**
 * Commending out of turn (đột xuất): a line for every nominated deed, within the plan's own number of places where it
 * states a number. The council always settles it.
 */
import type { Movement, Quota } from '../../movement/movement.ts';
import type { AwardCandidate } from './candidate.ts';
import { audienceOf } from './candidate-of.ts';
import { type VotedOn, votedLines } from './council-vote.ts';
import { type AwardForm, formOf, outOfTurnForm } from './form-of.ts';
import { grantedIn, grantedLine } from './granted.ts';
import { awardText, earlierAward } from './ledger.ts';
import { leftOf, placesOf } from './places.ts';
import type { PutForward } from './put-forward.ts';
import { audiencesOf, isFor, isOutside, outOfTurnQuotas } from './quotas.ts';
import type { SelectInput } from './select.ts';
import { limitWords } from './share-words.ts';
import { SAME_DEED } from './verdict.ts';

/** By quota, deeds under no quota last; within a quota in the order of votedLines. */
export function outOfTurnLines(
  deeds: readonly PutForward[],
  input: SelectInput,
  votedOn: VotedOn,
): readonly AwardCandidate[] {
  const { movement, period, rankings } = input;
  const quotas = outOfTurnQuotas(movement, period);
  const limited = quotas.flatMap((quota) => {
    const own = deeds.filter((deed) => isUnder(quota, deed, movement));
    const audiences = audiencesOf(quota, movement);
    const count = rankings.filter(({ audience }) => audiences.has(audience)).length;
    // Of the eligible there is no number here: nobody's points make a deed.
    const all = placesOf(quota, input, count, 0);
    const places = quota.base === 'eligible' ? { ...all, max: null, count: null } : all;
    const limit = limitWords(quota, places);
    const form = formOf(quota, movement);
    const left = leftOf(places);
    const under = { quota: quota.code, section: quota.source.section, places: left, limit };
    const lines = own.map((putForward) => ({ ...deedLine(putForward, form, sourceOf(quota, limit), input), ...under }));
    return votedLines(left, lines, votedOn);
  });
  const free = deeds.filter((deed) => !quotas.some((quota) => isUnder(quota, deed, movement)));
  const { outOfTurn } = movement;
  const source = outOfTurn ? `mục ${outOfTurn.source.section}` : 'kế hoạch không nói đến khen đột xuất';
  return [
    ...limited,
    ...votedLines(
      null,
      free.map((putForward) => deedLine(putForward, outOfTurnForm(movement), source, input)),
      votedOn,
    ),
  ];
}

function sourceOf({ source }: Quota, limit: string): string {
  return [`mục ${source.section}`, ...(limit === '' ? [] : [limit])].join(', ');
}

function isUnder(quota: Quota, { audience }: PutForward, movement: Movement): boolean {
  return isFor(quota, audienceOf(movement, audience));
}

function deedLine(nominee: PutForward, form: AwardForm, source: string, input: SelectInput): AwardCandidate {
  const { movement, alreadyAwarded, period } = input;
  const award = earlierAward(alreadyAwarded, nominee.name, period?.year ?? null);
  const deed = nominee.achievement === '' ? '' : ` vì “${nominee.achievement.replace(/[.;,:\s]+$/u, '')}”`;
  const question = nominee.hasOtherDeed
    ? `còn được đề cử đột xuất cho việc khác, ${SAME_DEED}`
    : 'Hội đồng xét thành tích';
  const reason = award
    ? `Đã được khen: ${awardText(award)}; ${nominee.achievement === '' ? '' : `nay đề cử${deed}: `}${SAME_DEED}.`
    : `Đề nghị khen đột xuất${deed} (${source}): ${nominee.doubt ?? question}.`;
  const { subject } = audienceOf(movement, nominee.audience);
  const line: AwardCandidate = {
    ...{ round: 'out-of-turn', quota: '', form: form.name, level: form.level },
    ...{ section: movement.outOfTurn?.source.section ?? '', places: null, limit: '' },
    ...{ unit: nominee.name, audience: nominee.audience, subject, outsider: isOutside(nominee.audience) },
    ...{ state: 'council', cause: 'nominated', onBallot: nominee.doubt === null, reason, overlap: null },
    ...{
      rank: null,
      share: null,
      achievement: nominee.achievement,
      hasOtherDeed: nominee.hasOtherDeed,
      nominatedBy: nominee.by,
      granted: null,
    },
  };
  const granted = grantedIn(alreadyAwarded, period, line);
  return granted ? grantedLine(line, granted) : line;
}

/** The lines of one quota for who has no points of their own: units that sent nothing, and who was put forward. */
import type { AwardCandidate } from './candidate.ts';
import {
  audienceOf,
  candidateKey,
  candidateOf,
  numberWords,
  refusedAsAwarded,
  shutOut,
  type Within,
} from './candidate-of.ts';
import { grantedIn, grantedLine } from './granted.ts';
import { awardText, earlierAward, isOutOfTurn } from './ledger.ts';
import type { PutForward } from './put-forward.ts';
import { isFor, isOutside } from './quotas.ts';
import type { Selection } from './select.ts';
import { besideWords, shareWords } from './share-words.ts';
import { SAME_DEED, verdictOnUnscored } from './verdict.ts';

export function unscoredLines(selection: Selection, input: Within): AwardCandidate[] {
  const { quota } = selection;
  const { movement, nominations, rankings, register } = input;
  const scored = new Set(rankings.map(({ unit, audience }) => candidateKey(unit, audience)));
  const isOpen = (name: string, audience: string) =>
    !scored.has(candidateKey(name, audience)) && isFor(quota, audienceOf(movement, audience));
  const own = nominations.filter(({ name, audience }) => isOpen(name, audience));
  const named = new Set(own.map(({ name, audience }) => candidateKey(name, audience)));
  const silent = (register ?? []).filter(
    ({ name, audience }) => isOpen(name, audience) && !named.has(candidateKey(name, audience)),
  );
  return [
    ...silent.map(({ name, audience }) => silentLine(selection, input, { unit: name, audience })),
    ...own.map((putForward) => nominatedLine(selection, input, putForward)),
  ];
}

/** A unit of the register from which nothing came, or nothing that could be scored. */
function silentLine(
  { quota }: Selection,
  input: Within,
  named: { readonly unit: string; readonly audience: string },
): AwardCandidate {
  const verdict = verdictOnUnscored(input.movement, named.audience);
  if (verdict.kind === 'excluded') return candidateOf(quota, input, named, 'refused', verdict.why);
  return { ...candidateOf(quota, input, named, 'council', verdict.why), cause: 'unscored' };
}

/** Put forward for this quota: the council weighs the achievement. */
function nominatedLine({ quota, places }: Selection, input: Within, nominee: PutForward): AwardCandidate {
  const bare = candidateOf(quota, input, { unit: nominee.name, audience: nominee.audience }, 'council', '');
  const granted = grantedIn(input.alreadyAwarded, input.period, bare);
  if (granted) return grantedLine(bare, granted);
  const award = earlierAward(input.alreadyAwarded, nominee.name, input.period?.year ?? null);
  const isOtherDeed = award !== null && isOutOfTurn(award);
  const out = shutOut(quota, nominee.name, input);
  if (out?.kind === 'excluded') return { ...bare, state: 'refused', onBallot: false, reason: out.why };
  if (award && !isOtherDeed)
    return { ...bare, state: 'refused', onBallot: false, reason: refusedAsAwarded(awardText(award)) };
  const candidate = { unit: nominee.name, audience: nominee.audience, sheet: null, set: undefined };
  const years = input.yearsJudge?.(candidate, quota) ?? [];
  const failed = years.find(({ state }) => state === 'failed');
  if (failed) return { ...bare, state: 'refused', onBallot: false, reason: `${failed.words}.` };
  const by = nominee.by.length === 0 ? 'Được đề cử' : `Do ${nominee.by.join(', ')} đề cử`;
  const what = isOutside(nominee.audience) ? 'ngoài chỉ tiêu của xã' : 'chưa có bảng điểm';
  const share = shareWords(quota, places);
  const reasons = [
    nominee.doubt === null ? `${by}, ${what}: Hội đồng xét thành tích` : `${by}; ${nominee.doubt}`,
    ...years.map(({ words }) => words),
    ...(isOtherDeed ? [`đã được khen đột xuất: ${awardText(award)}, ${SAME_DEED}`] : []),
    ...(share === '' ? [] : [share]),
    ...(share === '' && (quota.award === null || besideWords(quota, input.movement) !== '')
      ? [numberWords(quota, input.movement)]
      : []),
  ].join('; ');
  return { ...bare, cause: 'nominated', reason: `${reasons}.`, onBallot: nominee.doubt === null };
}

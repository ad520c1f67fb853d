/**
 * One line for each candidate of each quota of the period's rounds, outsiders and nominations among them: proposed for
 * what, or why not, or what the council has to settle. Nobody is passed over without a word.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import type { Audience, Movement, Quota } from '../../movement/movement.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { type AwardCandidate, type AwardRound, type CandidateState, ROUND_NAME } from './candidate.ts';
import { type VotedOn, votedLines } from './council-vote.ts';
import { formOf } from './form-of.ts';
import { grantedIn, grantedLine } from './granted.ts';
import { awardText, earlierAward, isOutOfTurn, registeredName } from './ledger.ts';
import type { Nomination } from './nomination.ts';
import { outOfTurnLines } from './out-of-turn.ts';
import { leftOf } from './places.ts';
import { type PutForward, putForward } from './put-forward.ts';
import { audiencesOf, isFor } from './quotas.ts';
import { type SelectInput, type Selection, selectForAwards } from './select.ts';
import { limitWords, shareWords, takenWords } from './share-words.ts';
import { SAME_DEED } from './verdict.ts';

interface CandidateInput extends SelectInput {
  readonly nominations: readonly Nomination[];
  /** What the council voted; absent = nothing yet. */
  readonly votedOn?: VotedOn;
}

/** With those put forward in a round, each once. */
interface Within extends SelectInput {
  readonly nominations: readonly PutForward[];
}

/**
 * In the order of the quotas; within one the proposed, then what the council settles, then the others, each best first.
 */
export function awardCandidates(input: CandidateInput): readonly AwardCandidate[] {
  const { votedOn = () => null } = input;
  const forward = putForward(input.nominations.map((one) => asRegistered(one, input)));
  const within = { ...input, nominations: forward.filter(({ outOfTurn }) => !outOfTurn) };
  const isDown = (quota: Quota, unit: RankedUnit) =>
    votedOn(candidate(quota, within, unit, 'council', ''))?.outcome === 'failed';
  const selections = selectForAwards({ ...input, votedDown: isDown });
  // A body's own giấy khen, without a number or a form the plan names, is not the commune's to propose.
  const ours = selections.filter(({ quota: { award, max, percent } }) => award !== null || (max ?? percent) !== null);
  const lines = ours.flatMap((one) => {
    const told = [...scoredLines(one, within), ...unscoredLines(one.quota, within), ...nominatedLines(one, within)];
    const limit = shareLimit(one);
    const limited = told.map((line) => ({ ...line, limit }));
    return votedLines(leftOf(one.places), limited, votedOn);
  });
  const deeds = forward.filter(({ outOfTurn }) => outOfTurn);
  return withOverlaps([...lines, ...outOfTurnLines(deeds, input, votedOn)]);
}

/** A collective by the register's name for it, so that one put forward and one scored are the same. */
function asRegistered(one: Nomination, { movement, register }: CandidateInput): Nomination {
  if (audienceOf(movement, one.audience)?.subject !== 'collective') return one;
  const name = registeredName(one.name, register);
  const isSame = register?.some((unit) => unit.name === name && unit.audience === one.audience);
  return isSame ? { ...one, name } : one;
}

/** Of a quota whose number the plan states in words of its own nothing is said twice. */
function shareLimit({ quota, places }: Selection): string {
  return quota.percent === null ? '' : limitWords(quota, places);
}

function scoredLines(selection: Selection, input: Within): AwardCandidate[] {
  const { quota, places, chosen, undecided, qualified, waiting, granted, down, excluded, behind, parted, placesLeft } =
    selection;
  const { condition } = quota;
  const share = shareWords(quota, places);
  const within = `chỉ tiêu ${places.max ?? ''}${share === '' ? '' : ` (${share})`}${takenWords(places)}`;
  const why = new Map(parted.map((one) => [one.unit, one.why] as const));
  const tie = (unit: RankedUnit) => (why.get(unit) ? `; ${why.get(unit)}` : '');
  const line = (unit: RankedUnit, state: CandidateState, reason: string) =>
    candidate(quota, input, unit, state, reason, unit);
  const sheets = new Map(input.sheets.map((sheet) => [keyOf(sheet.unit, sheet.audience), sheet] as const));
  const sheetOf = ({ unit, audience }: RankedUnit) => sheets.get(keyOf(unit, audience));
  const mayPass = (one: RankedUnit, other: RankedUnit) => canStandAbove(sheetOf(one), sheetOf(other));
  const outside = [...behind, ...undecided, ...waiting.flatMap(({ unit, on }) => (on === 'points' ? unit : []))];
  const losable = (unit: RankedUnit) => (outside.some((other) => mayPass(other, unit)) ? `; ${OPEN} mất chỗ này` : '');
  const winnable = (unit: RankedUnit) => (chosen.some((other) => mayPass(unit, other)) ? `; ${OPEN} được chỗ này` : '');
  const stands = (unit: RankedUnit) => `xếp thứ ${unit.rank}, ${formatNumber(unit.share / 100)} % số điểm`;
  const unnumbered =
    condition !== null
      ? `kế hoạch ghi “${condition}”: Hội đồng nêu tên`
      : places.max === null && share !== ''
        ? share
        : 'kế hoạch không ấn định số lượng: Hội đồng nêu tên';
  return [
    ...granted.map(({ unit, by }) => grantedLine(line(unit, 'proposed', ''), by)),
    ...chosen.map((unit) =>
      line(unit, 'proposed', `Đủ tiêu chuẩn, ${stands(unit)}; trong ${within}${tie(unit)}${losable(unit)}.`),
    ),
    ...undecided.map((unit) =>
      line(
        unit,
        'council',
        `Bằng tỷ lệ điểm: ${undecided.length} ứng viên cho ${placesLeft ?? 0} chỉ tiêu còn lại; Hội đồng quyết định.`,
      ),
    ),
    ...qualified.map((unit) => line(unit, 'council', `Đủ tiêu chuẩn, ${stands(unit)}; ${unnumbered}.`)),
    ...waiting.map(({ unit, why: reason, on }) => ({ ...line(unit, 'council', reason), onBallot: on === 'judgement' })),
    ...down.map((unit) => line(unit, 'council', `Đủ tiêu chuẩn, ${stands(unit)}.`)),
    ...behind.map((unit) =>
      line(unit, 'refused', `Đủ tiêu chuẩn, ${stands(unit)}, nhưng sau ${within}${tie(unit)}${winnable(unit)}.`),
    ),
    ...excluded.map(({ unit, why: reason }) => line(unit, 'refused', reason)),
  ];
}

const OPEN = 'còn nội dung chưa chốt, có thể';

/** With what is still open: its most against the other's least. Exact: points over maxima, cross-multiplied. */
function canStandAbove(one: ScoreSheet | undefined, other: ScoreSheet | undefined): boolean {
  return one !== undefined && other !== undefined && one.high * other.max > other.low * one.max;
}

/** Units of the register that have no points, because nothing came or nothing could be scored. */
function unscoredLines(quota: Quota, input: Within): AwardCandidate[] {
  const audiences = audiencesOf(quota, input.movement);
  const known = new Set(
    [...input.rankings, ...input.nominations.map(({ name, audience }) => ({ unit: name, audience }))].map((one) =>
      keyOf(one.unit, one.audience),
    ),
  );
  return (input.register ?? [])
    .filter(({ name, audience }) => audiences.has(audience) && !known.has(keyOf(name, audience)))
    .map(({ name, audience }) =>
      candidate(quota, input, { unit: name, audience }, 'refused', 'Chưa có báo cáo được chấm điểm.'),
    );
}

/** Nominated for this quota without points of their own here: the council weighs the achievement. */
function nominatedLines({ quota, places }: Selection, input: Within): AwardCandidate[] {
  const share = shareWords(quota, places);
  const scored = new Set(input.rankings.map(({ unit, audience }) => keyOf(unit, audience)));
  return input.nominations
    .filter(({ name, audience }) => {
      const kind = audienceOf(input.movement, audience);
      if (kind === undefined) return false;
      const isOutside = audience.startsWith('outside-');
      if (quota.kind === 'outside') return isOutside;
      return !isOutside && isFor(quota, kind) && !scored.has(keyOf(name, audience));
    })
    .map((one) => {
      const named = { unit: one.name, audience: one.audience };
      const bare = candidate(quota, input, named, 'council', '');
      const granted = grantedIn(input.alreadyAwarded, input.period, bare);
      if (granted) return grantedLine(bare, granted);
      const given = earlierAward(input.alreadyAwarded, one.name, input.period?.year ?? null);
      const isOtherDeed = given !== null && isOutOfTurn(given) && quota.condition === null;
      if (given && !isOtherDeed) {
        const rule = quota.condition === null ? '' : ` (kế hoạch: “${quota.condition}”)`;
        return candidate(quota, input, named, 'refused', `Đã được khen: ${awardText(given)}${rule}.`);
      }
      const by = one.by.length === 0 ? 'Được đề cử' : `Do ${one.by.join(', ')} đề cử`;
      const what = one.audience.startsWith('outside-') ? 'ngoài chỉ tiêu của xã' : 'chưa có bảng điểm';
      const asked = [
        one.doubt === null ? `${by}, ${what}: Hội đồng xét thành tích` : `${by}; ${one.doubt}`,
        ...(isOtherDeed ? [`đã được khen đột xuất: ${awardText(given)}, ${SAME_DEED}`] : []),
        ...(share === '' ? [] : [share]),
      ].join('; ');
      return { ...bare, reason: `${asked}.`, onBallot: one.doubt === null };
    });
}

function candidate(
  quota: Quota,
  { movement, nominations }: Within,
  { unit, audience }: Pick<RankedUnit, 'unit' | 'audience'>,
  state: CandidateState,
  reason: string,
  ranked: RankedUnit | null = null,
): AwardCandidate {
  const form = formOf(quota, movement);
  const round: AwardRound = quota.round;
  const named = nominations.find((one) => keyOf(one.name, one.audience) === keyOf(unit, audience));
  return {
    ...{
      round,
      quota: quota.code,
      form: form.name,
      level: form.level,
    },
    ...{
      unit,
      audience,
      subject: audienceOf(movement, audience)?.subject ?? 'collective',
      outsider: quota.kind === 'outside',
    },
    limit: '',
    ...{ state, onBallot: state !== 'refused', reason, rank: ranked?.rank ?? null, share: ranked?.share ?? null },
    achievement: named?.achievement ?? '',
    hasOtherDeed: false,
    granted: null,
    nominatedBy: named?.by ?? [],
  };
}

function keyOf(unit: string, audience: string): string {
  return `${audience}|${squashKey(unit)}`;
}

function audienceOf({ audiences }: Movement, kind: string): Audience | undefined {
  return audiences.find((one) => one.kind === kind);
}

/**
 * One form proposed for one candidate in two rounds of the period: one achievement is not commended twice (Luật, Điều
 * 5).
 */
function withOverlaps(lines: readonly AwardCandidate[]): readonly AwardCandidate[] {
  const proposed = lines.filter(({ state }) => state === 'proposed');
  return lines.map((line) => {
    if (line.state !== 'proposed') return line;
    const other = proposed.find(
      (one) =>
        one.quota !== line.quota &&
        one.form === line.form &&
        keyOf(one.unit, one.audience) === keyOf(line.unit, line.audience),
    );
    if (!other) return line;
    const name = ROUND_NAME[other.round].toLowerCase();
    const isSingle = line.round === 'out-of-turn' || other.round === 'out-of-turn';
    const what = isSingle ? SAME_DEED : 'một thành tích không khen hai lần, Hội đồng chọn một đợt';
    return { ...line, reason: `${line.reason} Cũng trong danh sách đợt ${name}: ${what}.` };
  });
}

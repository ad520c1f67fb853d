/** The line of a candidate under a quota, before its outcome is decided. */

import { squashKey } from '../../base/text/text.ts';
import type { Audience, Movement, Quota } from '../../movement/movement.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import type { AwardCandidate, CandidateState } from './candidate.ts';
import { formOf, statesNumber } from './form-of.ts';
import { awardsBetween, awardText, isOutOfTurn } from './ledger.ts';
import type { PutForward } from './put-forward.ts';
import { isOutside } from './quotas.ts';
import type { SelectInput } from './select.ts';
import { besideWords } from './share-words.ts';
import { ONE_AWARD, SAME_DEED, type Verdict } from './verdict.ts';

/** With those put forward in a round, each once. */
export interface Within extends SelectInput {
  readonly nominations: readonly PutForward[];
  /** The same by `candidateKey`: looked up for each line of each quota. */
  readonly byKey: ReadonlyMap<string, PutForward>;
}

interface CandidateName {
  readonly unit: string;
  readonly audience: string;
  /** Where it is scored. */
  readonly ranked?: RankedUnit;
}

export function candidateOf(
  quota: Quota,
  { movement, byKey }: Within,
  { unit, audience, ranked }: CandidateName,
  state: CandidateState,
  reason: string,
): AwardCandidate {
  const form = formOf(quota, movement);
  const named = byKey.get(candidateKey(unit, audience));
  return {
    ...{ round: quota.round, quota: quota.code, form: form.name, level: form.level },
    ...{ section: quota.source.section, places: null, limit: '' },
    ...{ unit, audience, subject: audienceOf(movement, audience).subject, outsider: isOutside(audience) },
    ...{
      state,
      cause: null,
      onBallot: state !== 'refused',
      reason,
      overlap: null,
      rank: ranked?.rank ?? null,
      share: ranked?.share ?? null,
    },
    ...{ achievement: named?.achievement ?? '', hasOtherDeed: false, granted: null, nominatedBy: named?.by ?? [] },
  };
}

export function candidateKey(unit: string, audience: string): string {
  return `${audience}|${squashKey(unit)}`;
}

/** As the movement has it; who comes from outside may be of a kind it does not list. */
export function audienceOf(
  { audiences }: Pick<Movement, 'audiences'>,
  kind: string,
): Pick<Audience, 'kind' | 'subject'> {
  return (
    audiences.find((audience) => audience.kind === kind) ?? {
      kind,
      subject: kind.endsWith('individual') ? 'individual' : kind === 'household' ? 'household' : 'collective',
    }
  );
}

/**
 * "Chưa được khen năm" (TM-Q04): a unit commended in any year of the phase that the review closes is not commended
 * again; an award out of turn is left to the council. null = nothing excludes the unit, or the plan has no such
 * condition.
 */
export function shutOut({ condition, phase, source }: Quota, unit: string, setting: SelectInput): Verdict | null {
  if (condition === null || !/chưa (?:được )?khen/iu.test(condition.normalize('NFC'))) return null;
  const { movement, period, alreadyAwarded } = setting;
  const from = movement.phases.find(({ code }) => code === phase)?.from ?? movement.period.from;
  const years = { from: from === null ? null : Number(from.slice(0, 4)), to: period?.year ?? null };
  const awards = awardsBetween(alreadyAwarded, unit, years);
  const found = awards.find((pastAward) => !isOutOfTurn(pastAward)) ?? awards[0];
  if (!found) return null;
  const clause = `mục ${source.section}: “${condition}”`;
  return isOutOfTurn(found)
    ? { kind: 'waiting', on: 'judgement', why: `Đã được khen đột xuất: ${awardText(found)} (${clause}); ${SAME_DEED}.` }
    : { kind: 'excluded', why: `Đã được khen: ${awardText(found)} (${clause}).` };
}

/** Why a list without a number proposes nobody by itself, to end a sentence. */
export function numberWords(quota: Quota, movement: Movement): string {
  const { condition, award, source, max, percent } = quota;
  const where = source.section === '' ? '' : ` (mục ${source.section})`;
  if (condition !== null) return `kế hoạch${where} ghi “${condition}”: Hội đồng nêu tên`;
  if (statesNumber({ max, percent })) return 'Hội đồng nêu tên';
  const beside = besideWords(quota, movement);
  if (beside !== '') return `${beside}: Hội đồng nêu tên`;
  if (award === null)
    return `kế hoạch${where} nói khen thưởng nhưng không nêu hình thức: Hội đồng chọn; ghi Giấy khen theo thẩm quyền của Chủ tịch UBND (NĐ 129/2025/NĐ-CP, Điều 59)`;
  const isIfAny = movement.awards.some(({ code, name }) => code === award && /\(nếu có\)/iu.test(name));
  return `kế hoạch${where} ${isIfAny ? 'ghi “nếu có”' : 'không ấn định số lượng'}: Hội đồng nêu tên`;
}

/** For an award that the unit already received in the same year. */
export function refusedAsAwarded(text: string): string {
  return `Đã được khen: ${text}; ${ONE_AWARD}.`;
}

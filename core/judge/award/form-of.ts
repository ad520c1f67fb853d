/** Which form of award a list of candidates is for, by name, and who gives it. */

import type { Period } from '../../base/period/period.ts';
import { periodDays } from '../../base/period/period.ts';
import { kindOfCommune } from '../../base/text/commune-name.ts';
import type { Movement, Quota } from '../../movement/movement.ts';

type Award = Movement['awards'][number];

export interface AwardForm {
  /** `Bằng khen của Chủ tịch UBND tỉnh`. */
  readonly name: string;
  /** null = the plan does not say. */
  readonly level: Award['level'] | null;
}

/** From this day there is no district (Nghị quyết 202/2025/QH15). */
const NO_DISTRICT_FROM = '2025-07-01';

/** "(nếu có)" is not part of a form's name; that proposing is optional is written beside it. */
const IF_ANY = /\s*\(nếu có\)\s*$/iu;

/** A form that the plan names; else the commune's own form, which its chair may award whatever the plan says. */
export function formOf({ award, round }: Pick<Quota, 'award' | 'round'>, movement: Movement): AwardForm {
  const named = movement.awards.find(({ code }) => code === award);
  if (named) return { name: named.name.replace(IF_ANY, ''), level: named.level };
  return round === 'out-of-turn' ? outOfTurnForm(movement) : ownForm(movement);
}

/** The form of an award out of turn: the plan's where it names a form, else the commune's own. */
export function outOfTurnForm(movement: Movement): AwardForm {
  const code = movement.outOfTurn?.award ?? null;
  return movement.awards.some((award) => award.code === code)
    ? formOf({ award: code, round: 'out-of-turn' }, movement)
    : ownForm(movement);
}

/** The commune's own giấy khen: as the plan names it, else as the law does (NĐ 129/2025/NĐ-CP, Điều 59). */
function ownForm({ awards, issuer }: Movement): AwardForm {
  const own = awards.filter(({ level, name }) => level === 'commune' && /^giấy khen/iu.test(name));
  const [only] = own.length === 1 ? own : [];
  return only ?? { name: `Giấy khen của Chủ tịch UBND ${kindOfCommune(issuer.commune)}`, level: 'commune' };
}

/** Whether the quota has a number of places, or a share of a number. */
export function statesNumber({ max, percent }: Pick<Quota, 'max' | 'percent'>): boolean {
  return (max ?? percent) !== null;
}

/**
 * Forms that have a list in every round, whatever its quotas: the commune's own forms, and those of the plan that no
 * quota names and that the commune's chair requests from a higher chair. Where the plan names no form at all: the
 * commune's own.
 */
export function formsBeside(
  { awards, quotas }: Movement,
  round: Quota['round'],
  period: Period | null,
): readonly Pick<Quota, 'award' | 'round'>[] {
  const named = new Set(quotas.map(({ award }) => award));
  const beside = awards.filter(
    (award) => award.level === 'commune' || (!named.has(award.code) && apartWhy(award, period) === null),
  );
  if (awards.length === 0) return [{ award: null, round }];
  return beside.map(({ code }) => ({ award: code, round }));
}

/** Forms of the plan that have no list in a period, each with the reason: `Giấy khen của …: do cơ quan khác tặng`. */
export function formsApart({ awards, quotas }: Movement, period: Period | null): readonly string[] {
  const named = new Set(quotas.map(({ award }) => award));
  return awards.flatMap((award) => {
    const why = named.has(award.code) || award.level === 'commune' ? null : apartWhy(award, period);
    return why === null ? [] : [`${award.name.replace(IF_ANY, '')} (mục ${award.source.section}): ${why}.`];
  });
}

/** The chairs and the state's forms to which a commune's chair puts candidates forward. */
const CHAIRS = /chủ tịch (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|nước)|thủ tướng|chính phủ|huân chương|huy chương/iu;

function apartWhy({ level, name }: Award, period: Period | null): string | null {
  if (!CHAIRS.test(name.normalize('NFC'))) return 'do cơ quan khác tặng, đề nghị theo ngành hoặc tổ chức đó';
  const last = period === null ? null : periodDays(period).to;
  return level === 'district' && last !== null && last >= NO_DISTRICT_FROM
    ? 'cấp huyện không còn từ ngày 01/7/2025'
    : null;
}

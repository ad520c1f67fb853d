/** Which form of award a quota is for, by name, and who gives it. */

import { kindOfCommune } from '../../base/text/commune-name.ts';
import type { Movement, Quota } from '../../movement/movement.ts';

export interface AwardForm {
  /** `Bằng khen của Chủ tịch UBND tỉnh`. */
  readonly name: string;
  /** null = the plan does not say. */
  readonly level: Movement['awards'][number]['level'] | null;
}

/** Where the plan names none each body gives its own; out of turn the commune does. */
export function formOf({ award, round }: Pick<Quota, 'award' | 'round'>, movement: Movement): AwardForm {
  const named = movement.awards.find(({ code }) => code === award);
  if (named) return named;
  if (round === 'out-of-turn') return outOfTurnForm(movement);
  return { name: 'Giấy khen của cơ quan, đơn vị, địa phương', level: null };
}

/**
 * What is given out of turn: what the plan says, else the commune's own giấy khen, which its chair may give whatever
 * the plan says (NĐ 129/2025/NĐ-CP, Điều 59).
 */
export function outOfTurnForm({ awards, outOfTurn, issuer }: Movement): AwardForm {
  const named = awards.find(({ code }) => code === outOfTurn?.award);
  const own = awards.filter(({ level, name }) => level === 'commune' && /^giấy khen/iu.test(name));
  const [only] = own.length === 1 ? own : [];
  return named ?? only ?? { name: `Giấy khen của Chủ tịch UBND ${kindOfCommune(issuer.commune)}`, level: 'commune' };
}

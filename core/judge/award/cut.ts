/**
 * The cut of a quota. Units of equal share at the cut are ordered by the tie-breaks of their own ranking where all
 * stand in the same ranking; else by the law's preference (a woman, a collective with at least 70 % women: NĐ
 * 152/2025/NĐ-CP, Điều 4 khoản 6). Units still equal after that are left to the council.
 */
import type { Register } from '../../report/register.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import type { Selection } from './select.ts';

type Cut = Pick<Selection, 'chosen' | 'undecided' | 'behind' | 'parted' | 'placesLeft'>;

const WOMEN = 70;
const PREFERRED = 'bằng tỷ lệ điểm, ưu tiên nữ hoặc tập thể có từ 70 % nữ trở lên (NĐ 152/2025/NĐ-CP, Điều 4)';

/** `order` = best first; `compare` < 0 when the first has less. */
export function cutAt(
  order: readonly RankedUnit[],
  max: number,
  compare: (x: RankedUnit, y: RankedUnit) => number,
  register: Register | null,
): Cut {
  const first = order[max];
  if (first === undefined)
    return { chosen: order, undecided: [], behind: [], parted: [], placesLeft: max - order.length };
  const chosen = order.filter((unit) => compare(unit, first) > 0);
  const behind = order.filter((unit) => compare(unit, first) < 0);
  const equals = order.filter((unit) => compare(unit, first) === 0);
  const women = new Map((register ?? []).map((unit) => [unit.name, unit.women ?? 0] as const));
  const fieldOf = ({ audience, bloc }: RankedUnit) => JSON.stringify([audience, bloc ?? null]);
  const isOneRanking = new Set(equals.map(fieldOf)).size === 1;
  const preference = ({ unit }: RankedUnit) => ((women.get(unit) ?? 0) >= WOMEN ? 1 : 2);
  // The plan's tie-breaks come first: no unit is preferred over a unit that stands before it in the same ranking.
  const ahead = (unit: RankedUnit) =>
    equals.filter((rankedUnit) => fieldOf(rankedUnit) === fieldOf(unit) && rankedUnit.rank < unit.rank).map(preference);
  const placeOf = (unit: RankedUnit) => (isOneRanking ? unit.rank : Math.max(preference(unit), ...ahead(unit)));
  const groups = [...new Set(equals.map(placeOf))].sort((x, y) => x - y);
  const within = [...chosen];
  let undecided: readonly RankedUnit[] = [];
  const left: RankedUnit[] = [];
  for (const place of groups) {
    const group = equals.filter((unit) => placeOf(unit) === place);
    if (undecided.length === 0 && left.length === 0 && within.length + group.length <= max) within.push(...group);
    else if (undecided.length === 0 && left.length === 0 && within.length < max) undecided = group;
    else left.push(...group);
  }
  const why = (unit: RankedUnit) => (isOneRanking ? (unit.tie ?? '') : PREFERRED);
  return {
    chosen: within,
    undecided,
    behind: [...left, ...behind],
    parted: groups.length === 1 ? [] : equals.map((unit) => ({ unit, why: why(unit) })),
    placesLeft: max - within.length,
  };
}

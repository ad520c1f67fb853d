/** Which of a plan's own ladders of classes holds for which audience, and what to tell of those that cannot be taken. */

import { formatNumber } from '../../base/quantity/points.ts';
import { CLASS_CODES, type ClassBand } from '../../movement/criteria-set.ts';
import type { Audience } from '../../movement/movement.ts';
import type { ClassLadder } from '../../plan/scoring/class-ladders.ts';
import { type PlanScoring, sumOf, WHOLE_SCALE } from '../../plan/scoring/plan-marks.ts';
import { heldFor } from './held-for.ts';

interface ClassesFor {
  /** By the audience's kind; best first, down to a class from 0. */
  readonly classes: ReadonlyMap<string, readonly ClassBand[]>;
  readonly notes: readonly string[];
}

/**
 * Only the one ladder that holds for an audience is taken. `competing` = those who are scored; `scales` = the plan's own
 * scale of each, by its kind.
 */
export function classesFor(
  ladders: readonly ClassLadder[],
  competing: readonly Audience[],
  scales: ReadonlyMap<string, PlanScoring>,
): ClassesFor {
  const classes = new Map<string, readonly ClassBand[]>();
  const taken = new Map<ClassLadder, string[]>();
  const unclear = new Set<ClassLadder>();
  for (const audience of competing) {
    const [only, ...others] = heldFor(ladders, ({ whom }) => whom, audience, competing);
    if (!only) continue;
    const scale = scales.get(audience.kind);
    const bands = bandsOf(only, scale ? sumOf(scale.marks) : WHOLE_SCALE);
    if (others.length > 0) for (const classLadder of [only, ...others]) unclear.add(classLadder);
    else if (bands) {
      classes.set(audience.kind, bands);
      taken.set(only, [...(taken.get(only) ?? []), audience.name]);
    }
  }
  const notes = ladders.map((ladder) => {
    const who = taken.get(ladder);
    const place = `Kế hoạch có mức xếp loại riêng (${ladder.section === '' ? '' : `mục ${ladder.section}: `}${ladderText(ladder)})`;
    if (unclear.has(ladder)) return `${place}, cùng với một bảng xếp loại khác. ${LEFT}`;
    if (!taken.has(ladder) && bandsOf(ladder, WHOLE_SCALE) === null)
      return `${place}, phần mềm không dùng được. ${LEFT}`;
    if (!who) return `${place}, chưa rõ cho đối tượng nào. ${LEFT}`;
    return `${place}: bộ tiêu chí ${who.join(', ')} lấy đúng các mức này${isOpenBelow(ladder) ? `; dưới mức thấp nhất ghi “${BELOW}” (đề xuất)` : ''}.`;
  });
  return { classes, notes };
}

const LEFT =
  'Mức xếp loại trong bộ tiêu chí vẫn là đề xuất của phần mềm; xem lại mục này rồi sửa ở cột “Xếp loại” của trang “Bộ tiêu chí”.';
const BELOW = 'Chưa xếp loại';

function ladderText({ classes }: ClassLadder): string {
  return classes.map(({ name, from }) => `${name} từ ${formatNumber(from)}`).join('; ');
}

function isOpenBelow({ classes }: ClassLadder): boolean {
  return (classes.at(-1)?.from ?? 0) > 0;
}

/** null = of another scale than the audience's, or more classes than a set has. `total` in hundredths. */
function bandsOf(ladder: ClassLadder, total: number): readonly ClassBand[] | null {
  const all = isOpenBelow(ladder) ? [...ladder.classes, { name: BELOW, from: 0 }] : ladder.classes;
  const shareOf = (from: number): number =>
    ladder.isShare || total === WHOLE_SCALE ? from : Math.round((from * 100 * 1e6) / total) / 1e4;
  const bands = all.map(({ name, from }) => ({ name, from: shareOf(from) }));
  if (bands.length > CLASS_CODES.length || bands.some(({ from }) => from > 100)) return null;
  return bands.flatMap(({ name, from }, at): ClassBand[] => {
    const code = CLASS_CODES[at];
    return code === undefined ? [] : [{ code, name, from, noZeroCriterion: false }];
  });
}

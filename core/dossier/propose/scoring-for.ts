/** Which of a plan's own scales of marks holds for which audience, and what to tell of those that cannot be taken. */

import { formatPoints } from '../../base/quantity/points.ts';
import type { Audience } from '../../movement/movement.ts';
import { isScale, type PlanScoring, sumOf, WHOLE_SCALE } from '../../plan/scoring/plan-marks.ts';
import { heldFor } from './held-for.ts';

interface ScoringsFor {
  /** By the audience's kind. */
  readonly chosen: ReadonlyMap<string, PlanScoring>;
  readonly notes: readonly string[];
}

/** The only scoring for an audience is used. `competing` = the audiences that are scored. */
export function scoringsFor(scorings: readonly PlanScoring[], competing: readonly Audience[]): ScoringsFor {
  const notes = scorings.flatMap((scoring) => {
    const fault = faultOf(scoring);
    if (fault === null) return [];
    return [`${scoringText(scoring)}: ${fault}. ${isScale(scoring) ? KEPT : LEFT}`];
  });
  const whole = scorings.filter(isScale);
  const chosen = new Map<string, PlanScoring>();
  const names = new Map<PlanScoring, string[]>();
  const open = new Map<readonly PlanScoring[], string[]>();
  for (const audience of competing) {
    const found = heldFor(whole, ({ text }) => withoutAsides(text), audience, competing);
    const [only, ...others] = withoutSummaries(found);
    if (!only) continue;
    if (others.length > 0) {
      const same = [...open.keys()].find((some) => some.every((planScoring) => found.includes(planScoring))) ?? found;
      open.set(same, [...(open.get(same) ?? []), audience.name]);
      continue;
    }
    chosen.set(audience.kind, only);
    names.set(only, [...(names.get(only) ?? []), audience.name]);
  }
  for (const [some, who] of open)
    notes.push(
      `Kế hoạch có ${some.length} thang điểm cùng dùng được cho ${who.join(', ')} (${some.map(placeOf).join('; ')}). ${LEFT}`,
    );
  for (const [planScoring, who] of names)
    notes.push(
      `${scoringText(planScoring)}, tổng ${formatPoints(sumOf(planScoring.marks))} điểm: bộ tiêu chí ${who.join(', ')} lấy đúng nhóm, nội dung và điểm của kế hoạch; phần nào của phần mềm thì cột “Nguồn” ghi “đề xuất”.`,
    );
  return { chosen, notes };
}

/** `(Kèm theo Kế hoạch số …)`, `(100 điểm)`: they name nobody; `KHỐI II (TỔ DÂN PHỐ)` does. */
const ASIDE = /\([^)]*(?:kèm theo|ban hành|\d ?điểm)[^)]*\)/giu;
export function withoutAsides(heading: string): string {
  return heading.replace(ASIDE, '');
}
const LEFT = 'Bộ tiêu chí vẫn là đề xuất của phần mềm; xem lại mục này rồi sửa ở trang “Tiêu chí”.';

function placeOf({ section, text }: PlanScoring): string {
  if (section === '') return `“${text.slice(0, 60)}”`;
  return /^(?:Điều|PL)/u.test(section) ? section.replace(/^PL/u, 'Phụ lục ').trim() : `mục ${section}`;
}

function scoringText(planScoring: PlanScoring): string {
  const isNamed = planScoring.section !== '' || planScoring.text !== '';
  return `Kế hoạch có thang điểm riêng${isNamed ? ` (${placeOf(planScoring)})` : ''}`;
}

const KEPT = 'Bộ tiêu chí lấy đúng điểm từng dòng; xã sửa ở trang “Tiêu chí” nếu dòng nào in sai.';

/** How the total the plan names and the sum of its marks differ; null = they agree. */
function faultOf({ total, marks, faults, isTable }: PlanScoring): string | null {
  const sum = sumOf(marks);
  const [fault] = faults.toSorted(
    (scoringFault, other) => Number(scoringFault.text === '') - Number(other.text === ''),
  );
  if (fault) {
    const of = fault.text === '' ? 'cả thang' : `nhóm “${fault.text}”`;
    return `kế hoạch ghi ${of} ${formatPoints(fault.said)} điểm, các điểm ghi trong đó cộng lại là ${formatPoints(fault.sum)}`;
  }
  if (isTable || sum === WHOLE_SCALE || sum === total) return null;
  return `các điểm cộng lại là ${formatPoints(sum)}, không phải thang 100`;
}

/** "Thang điểm 100, gồm: I 40 điểm, II 60 điểm" beside the table that parts these 40 and 60. */
function withoutSummaries(found: readonly PlanScoring[]): readonly PlanScoring[] {
  const tops = ({ marks }: PlanScoring): string => marks.map(({ points }) => points ?? 0).join(' ');
  const isParted = ({ marks }: PlanScoring): boolean => marks.some(({ parts }) => parts.length > 0);
  return found.filter(
    (planScoring) =>
      isParted(planScoring) || !found.some((other) => isParted(other) && tops(other) === tops(planScoring)),
  );
}

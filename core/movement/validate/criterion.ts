/** One criterion of a set: maximum, rule, target as the plan states it, gates. */

import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import type { CriteriaSet, Criterion } from '../criteria-set.ts';
import type { Target } from '../movement.ts';
import { factsOf, partsOf } from '../rule.ts';
import { untilWords } from '../threshold-words.ts';
import { finding, type MovementFinding, place } from './finding.ts';
import { notPositive } from './points.ts';
import { checkRule } from './rule.ts';

export function criterionPlace(criterion: Criterion, where: string): string {
  return place(where, `Tiêu chí ${criterion.code} “${criterion.title}”`);
}

export function checkCriterion(
  criterion: Criterion,
  set: CriteriaSet,
  targets: ReadonlyMap<string, Target>,
  setWhere: string,
): MovementFinding[] {
  const where = criterionPlace(criterion, setWhere);
  const { rule, measure, maxPoints, direction, target } = criterion;
  return [
    ...(set.scored ? checkMaximum(criterion, where) : []),
    ...(set.scored ? checkRule(rule, { measure, max: maxPoints, direction, target, where }) : []),
    ...checkTarget(criterion, targets, where),
    ...checkMilestones(criterion, set, targets, where),
    ...criterion.gates.flatMap((gate) => checkGate(gate, set, where, criterion.code)),
  ];
}

function checkMaximum(criterion: Criterion, where: string): MovementFinding[] {
  const { deducts, ranksOnly } = factsOf(criterion.rule);
  if (deducts === null && !ranksOnly) return criterion.maxPoints > 0 ? [] : [notPositive(where, criterion.maxPoints)];
  if (criterion.maxPoints === 0) return [];
  return [
    finding(
      'deduction-with-max',
      where,
      `Tiêu chí ${ranksOnly ? 'chỉ xếp thứ tự' : 'điểm trừ'} có điểm tối đa ${formatPoints(criterion.maxPoints)}.`,
      `Đặt điểm tối đa của tiêu chí ${ranksOnly ? 'chỉ xếp thứ tự' : 'điểm trừ'} bằng 0.`,
    ),
  ];
}

/** A figure that is not marked as our proposal must stand in the plan, with the value it has there. */
function checkTarget(criterion: Criterion, targets: ReadonlyMap<string, Target>, where: string): MovementFinding[] {
  const { target, source, proposed } = criterion;
  if (source.section.trim() === '' && !proposed) {
    return [
      finding(
        'target-without-source',
        where,
        'Tiêu chí không ghi lấy từ mục nào của kế hoạch.',
        'Ghi mục của kế hoạch hoặc đánh dấu là đề xuất.',
      ),
    ];
  }
  return target === null ? [] : checkAim(target, proposed, targets, where);
}

function checkAim(
  target: NonNullable<Criterion['target']>,
  proposed: Criterion['proposed'],
  targets: ReadonlyMap<string, Target>,
  where: string,
): MovementFinding[] {
  if (target.code === null) {
    if (proposed) return [];
    return [
      finding(
        'target-without-source',
        where,
        `Mức cần đạt ${formatNumber(target.value)} không ghi lấy từ chỉ tiêu nào của kế hoạch.`,
        'Ghi mã chỉ tiêu của kế hoạch hoặc đánh dấu là đề xuất.',
      ),
    ];
  }
  const plan = targets.get(target.code);
  if (plan === undefined) {
    return [
      finding(
        'target-unknown',
        where,
        `Kế hoạch không có chỉ tiêu ${target.code}.`,
        'Sửa mã chỉ tiêu hoặc thêm chỉ tiêu vào kế hoạch.',
      ),
    ];
  }
  if (plan.value === target.value && plan.comparator === target.comparator) return [];
  const stated = plan.value === null ? 'không có con số' : `ghi ${formatNumber(plan.value)}`;
  return [
    finding(
      'target-altered',
      where,
      `Mức cần đạt ${formatNumber(target.value)} khác chỉ tiêu ${target.code} của kế hoạch (${stated}).`,
      'Ghi đúng mức của kế hoạch, hoặc bỏ mã chỉ tiêu và đánh dấu là đề xuất.',
    ),
  ];
}

/** Each earlier threshold needs a day before the last threshold's and is scored on the same single figure. */
function checkMilestones(
  { milestones = [], target, rule, measure, maxPoints: max, direction, proposed }: Criterion,
  set: CriteriaSet,
  targets: ReadonlyMap<string, Target>,
  where: string,
): MovementFinding[] {
  if (milestones.length > 0 && (target === null || partsOf(rule).length > 0))
    return [
      finding(
        'milestone-figure',
        where,
        'Tiêu chí có mốc nhưng không có một mức cần đạt chung để so.',
        'Ghi mức cần đạt cuối cùng ở dòng Tiêu chí và chấm theo một số liệu, hoặc bỏ các dòng Mốc.',
      ),
    ];
  const days = [...milestones.map((milestone) => milestone.target.by), target?.by ?? null];
  return milestones.flatMap((milestone, at): MovementFinding[] => {
    const there = place(where, `Mốc ${untilWords(milestone.target.by)}`);
    const next = days[at + 1] ?? null;
    const inTurn =
      milestone.target.by !== null && (next === null ? at === milestones.length - 1 : milestone.target.by < next);
    return [
      ...(inTurn
        ? []
        : [
            finding(
              'milestone-day',
              there,
              'Mốc phải có ngày riêng, trước mốc sau và trước ngày của tiêu chí.',
              'Sửa ngày của mốc, hoặc bỏ dòng Mốc này.',
            ),
          ]),
      ...(partsOf(milestone.rule).length === 0
        ? []
        : [
            finding(
              'milestone-figure',
              there,
              'Mốc không chấm theo các ý được.',
              'Chấm mốc theo một số liệu như tiêu chí.',
            ),
          ]),
      ...(set.scored
        ? checkRule(milestone.rule, { measure, max, direction, target: milestone.target, where: there })
        : []),
      ...checkAim(milestone.target, proposed, targets, there),
    ];
  });
}

export function checkGate(gate: string, set: CriteriaSet, where: string, self?: string): MovementFinding[] {
  if (gate === self)
    return [finding('gate-unknown', where, `Tiêu chí ${gate} lấy chính nó làm điều kiện.`, 'Bỏ điều kiện này.')];
  if (set.criteria.some((criterion) => criterion.code === gate)) return [];
  return [
    finding(
      'gate-unknown',
      where,
      `Điều kiện chấm điểm nhắc tiêu chí ${gate}, bộ tiêu chí không có.`,
      'Sửa mã tiêu chí điều kiện.',
    ),
  ];
}

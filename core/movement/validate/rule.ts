/**
 * One rule against the maximum and the measure of its criterion or part: points within 0 … maximum, parts that add up,
 * sane figures.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import type { Criterion } from '../criteria-set.ts';
import { kindOf, type Measure, partsOf, type RulePart, type ScoringRule } from '../rule.ts';
import type { CheckSetting } from './check-setting.ts';
import { finding, type MovementFinding, place } from './finding.ts';
import { duplicates, notPositive } from './points.ts';

/** Facts of a criterion that its rule is checked against. */
interface Setting extends CheckSetting {
  /** What the criterion aims at; a part aims at nothing of its own. */
  readonly target: Criterion['target'];
}

export function checkRule(rule: ScoringRule, setting: Setting): MovementFinding[] {
  return [
    ...checkMeasure(rule, setting),
    ...kindOf(rule).check(rule, setting),
    ...checkParts(partsOf(rule), setting),
    ...checkStrictness(rule, setting),
  ];
}

const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  percentage: 'tỷ lệ phần trăm',
  count: 'số lượng',
  amount: 'giá trị',
  rate: 'tốc độ tăng',
  'yes-no': 'có/không',
  date: 'ngày',
  level: 'mức',
};

function checkMeasure(rule: ScoringRule, { measure, where }: Setting): MovementFinding[] {
  const allowed = kindOf(rule).measures;
  if (allowed.includes(measure)) return [];
  const names = allowed.map((text) => MEASURE_NAMES[text]).join(', ');
  return [
    finding(
      'rule-measure',
      where,
      `Cách chấm này cần số liệu dạng ${names}, nhưng tiêu chí ghi dạng ${MEASURE_NAMES[measure]}.`,
      'Đổi dạng số liệu của tiêu chí hoặc chọn cách chấm khác.',
    ),
  ];
}

/** "trên 70 %" is not reached by 70 %: the limit itself must not give all points. */
function checkStrictness(rule: ScoringRule, { target, max, direction, where }: Setting): MovementFinding[] {
  if (target === null || (target.comparator !== 'gt' && target.comparator !== 'lt')) return [];
  if (!kindOf(rule).givesAllAt(rule, target.value, { max, lower: direction === 'lower' })) return [];
  const word = target.comparator === 'gt' ? 'trên' : 'dưới';
  const limit = formatNumber(target.value);
  return [
    finding(
      'target-not-strict',
      where,
      `Chỉ tiêu ghi “${word} ${limit}” nhưng đạt đúng ${limit} đã được điểm tối đa.`,
      `Đặt mức điểm tối đa là ${word} ${limit}.`,
    ),
  ];
}

function checkParts(parts: readonly RulePart[], { where, direction }: Setting): MovementFinding[] {
  const own = parts.flatMap((part) => {
    const there = place(where, `Ý ${part.code}`);
    const positive = part.maxPoints > 0 ? [] : [notPositive(there, part.maxPoints)];
    const { measure, maxPoints: max } = part;
    return [...positive, ...checkRule(part.rule, { measure, max, direction, target: null, where: there })];
  });
  return [
    ...duplicates(
      parts.map((part) => part.code),
      'ý',
      where,
    ),
    ...own,
  ];
}

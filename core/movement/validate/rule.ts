/** One rule against the maximum and the measure of its criterion or part: points within 0 … maximum, parts that add up, sane figures. */

import { formatNumber, formatPoints, type Points } from '../../quantity/points.ts';
import type { Criterion } from '../criteria-set.ts';
import type { Band, Measure, Part, ScoringRule } from '../rule.ts';
import { checkBands } from './bands.ts';
import { type Finding, finding, place, repeated } from './finding.ts';

/** What a rule is checked against. `where` leads to the criterion or part. */
interface Setting {
  readonly measure: Measure;
  readonly max: Points;
  readonly direction: Criterion['direction'];
  /** What the criterion aims at; a part aims at nothing of its own. */
  readonly target: Criterion['target'];
  readonly where: string;
}

export function checkRule(rule: ScoringRule, setting: Setting): Finding[] {
  return [...checkMeasure(rule, setting), ...checkFigures(rule, setting), ...checkStrictness(rule, setting)];
}

/** Measures a rule can be computed from; no entry = any. */
const MEASURES: Readonly<Partial<Record<ScoringRule['kind'], readonly Measure[]>>> = {
  'yes-no': ['yes-no'],
  threshold: ['percentage', 'count', 'amount', 'rate'],
  levels: ['level'],
  proportional: ['percentage', 'count', 'amount', 'rate'],
  bands: ['percentage', 'count', 'amount', 'rate'],
  'per-unit': ['count', 'amount'],
  peer: ['percentage', 'count', 'amount', 'rate'],
  deduction: ['count', 'amount'],
  'by-date': ['date'],
  improvement: ['percentage', 'count', 'amount', 'rate'],
};

const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  percentage: 'tỷ lệ phần trăm',
  count: 'số lượng',
  amount: 'giá trị',
  rate: 'tốc độ tăng',
  'yes-no': 'có/không',
  date: 'ngày',
  level: 'mức',
};

function checkMeasure(rule: ScoringRule, { measure, where }: Setting): Finding[] {
  const allowed = MEASURES[rule.kind];
  if (allowed === undefined || allowed.includes(measure)) return [];
  const names = allowed.map((one) => MEASURE_NAMES[one]).join(', ');
  return [
    finding(
      'rule-measure',
      where,
      `Cách chấm này cần số liệu dạng ${names}, nhưng tiêu chí ghi dạng ${MEASURE_NAMES[measure]}.`,
      'Đổi dạng số liệu của tiêu chí hoặc chọn cách chấm khác.',
    ),
  ];
}

function checkFigures(rule: ScoringRule, setting: Setting): Finding[] {
  const { max, where } = setting;
  switch (rule.kind) {
    case 'levels':
      return [
        ...checkChoices(
          rule.levels.map((level) => ({ name: `Mức “${level.label}”`, points: level.points })),
          max,
          where,
        ),
        ...duplicates(
          rule.levels.map((level) => level.code),
          'mức',
          where,
        ),
      ];
    case 'bands':
      return [
        ...checkBands(rule.bands, setting.measure, where),
        ...checkChoices(
          rule.bands.map((band, index) => ({ name: `Mức ${index + 1}`, points: band.points })),
          max,
          where,
        ),
      ];
    case 'by-date':
      return [...checkDates(rule.steps, where), ...checkChoices(dateChoices(rule), max, where)];
    case 'per-unit':
      return [
        ...(rule.points <= 0 || rule.cap <= 0
          ? [figure(where, 'Điểm mỗi đơn vị và điểm trần phải lớn hơn 0.', 'Ghi số điểm dương.')]
          : []),
        ...checkChoices([{ name: 'Điểm trần', points: rule.cap }], max, where),
      ];
    case 'deduction':
      return rule.points < 0 || rule.cap < 0
        ? [figure(where, 'Mức trừ và mức trừ tối đa ghi bằng số dương.', 'Bỏ dấu trừ: phần mềm tự trừ.')]
        : [];
    case 'proportional':
      return checkProportional(rule, setting);
    case 'sum':
      return [...checkSum(rule.parts, max, where), ...checkParts(rule.parts, setting)];
    case 'best':
      return [
        ...checkChoices(
          rule.parts.map((part) => ({ name: `Ý ${part.code}`, points: part.maxPoints })),
          max,
          where,
        ),
        ...checkParts(rule.parts, setting),
      ];
    default:
      return [];
  }
}

interface Choice {
  readonly name: string;
  readonly points: Points;
}

/** None below 0, none above the maximum, one that reaches it. */
function checkChoices(choices: readonly Choice[], max: Points, where: string): Finding[] {
  const findings: Finding[] = [];
  for (const { name, points } of choices) {
    if (points < 0) {
      const message = `${name} cho ${formatPoints(points)} điểm, nhỏ hơn 0.`;
      findings.push(
        finding('points-negative', place(where, name), message, 'Dùng tiêu chí điểm trừ thay cho điểm âm.'),
      );
    }
    if (points > max) {
      const message = `${name} cho ${formatPoints(points)} điểm, vượt điểm tối đa ${formatPoints(max)}.`;
      findings.push(
        finding('points-over-max', place(where, name), message, 'Giảm điểm của mức hoặc tăng điểm tối đa.'),
      );
    }
  }
  const highest = Math.max(...choices.map((choice) => choice.points));
  if (highest < max) {
    const message = `Mức cao nhất chỉ cho ${formatPoints(highest)} điểm, không đơn vị nào đạt được điểm tối đa ${formatPoints(max)}.`;
    findings.push(finding('max-unreachable', where, message, 'Tăng điểm của mức cao nhất hoặc giảm điểm tối đa.'));
  }
  return findings;
}

function dateChoices(rule: Extract<ScoringRule, { kind: 'by-date' }>): Choice[] {
  return [
    ...rule.steps.map((step, index) => ({ name: `Mốc ${index + 1}`, points: step.points })),
    { name: 'Sau các mốc', points: rule.late },
  ];
}

const DAY = /^(?:\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Days written alike, each later than the one before. */
function checkDates(steps: readonly { readonly onOrBefore: string }[], where: string): Finding[] {
  const days = steps.map((step) => step.onOrBefore);
  const bad = days.filter((day) => !DAY.test(day));
  if (bad.length > 0) {
    return [
      finding(
        'date-steps',
        where,
        `Mốc “${bad[0]}” không phải là ngày.`,
        'Ghi dạng tháng-ngày (11-04) hoặc năm-tháng-ngày (2025-11-04).',
      ),
    ];
  }
  const ordered = days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);
  const alike = new Set(days.map((day) => day.length)).size <= 1;
  if (ordered && alike) return [];
  return [
    finding(
      'date-steps',
      where,
      `Các mốc ngày không theo thứ tự: ${days.join(', ')}.`,
      'Xếp các mốc từ sớm đến muộn, cùng một cách ghi.',
    ),
  ];
}

/** Where less is better the floor lies above the full figure, and 0 can be the full figure ("không còn hộ …"). */
function checkProportional(
  rule: Extract<ScoringRule, { kind: 'proportional' }>,
  { where, direction }: Setting,
): Finding[] {
  const isLower = direction === 'lower';
  if (isLower ? rule.full < 0 : rule.full <= 0) {
    return [
      figure(
        where,
        `Mức được điểm tối đa là ${formatNumber(rule.full)}, ${isLower ? 'không được âm' : 'phải lớn hơn 0'}.`,
        'Ghi mức cần đạt để được điểm tối đa.',
      ),
    ];
  }
  if (rule.floor === undefined || (isLower ? rule.floor >= rule.full : rule.floor <= rule.full)) return [];
  const [side, wanted] = isLower ? ['thấp hơn', 'cao hơn'] : ['cao hơn', 'thấp hơn'];
  const message = `Mức sàn ${formatNumber(rule.floor)} ${side} mức được điểm tối đa ${formatNumber(rule.full)}.`;
  return [figure(where, message, `Đặt mức sàn ${wanted} mức được điểm tối đa${isLower ? ' (càng ít càng tốt)' : ''}.`)];
}

/** "trên 70 %" is not reached by 70 %: the limit itself must not give all points. */
function checkStrictness(rule: ScoringRule, { target, max, direction, where }: Setting): Finding[] {
  if (target === null || (target.comparator !== 'gt' && target.comparator !== 'lt')) return [];
  if (!givesAllAt(rule, target.value, max, direction === 'lower')) return [];
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

/** Rules over one figure only; of the others none is measured against a limit. */
function givesAllAt(rule: ScoringRule, limit: number, max: Points, isLower: boolean): boolean {
  switch (rule.kind) {
    case 'threshold': {
      const isStrict = rule.comparator === 'gt' || rule.comparator === 'lt';
      return (limit === rule.value && !isStrict) || (isLower ? limit < rule.value : limit > rule.value);
    }
    case 'proportional':
    case 'improvement':
      return isLower ? limit <= rule.full : limit >= rule.full;
    case 'bands':
      return rule.bands.some((band) => band.points >= max && holdsAt(band, limit));
    default:
      return false;
  }
}

function holdsAt({ from, fromInclusive, to, toInclusive }: Band, figure: number): boolean {
  if (from !== undefined && (fromInclusive ? figure < from : figure <= from)) return false;
  return to === undefined || (toInclusive ? figure <= to : figure < to);
}

function checkSum(parts: readonly Part[], max: Points, where: string): Finding[] {
  const sum = parts.reduce((total, part) => total + part.maxPoints, 0);
  if (sum === max) return [];
  return [
    finding(
      'parts-sum',
      where,
      `Các ý cộng lại được ${formatPoints(sum)} điểm, khác điểm tối đa ${formatPoints(max)}.`,
      'Sửa điểm các ý hoặc điểm tối đa cho khớp.',
    ),
  ];
}

function checkParts(parts: readonly Part[], { where, direction }: Setting): Finding[] {
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

/** A maximum that nobody can earn anything of. */
export function notPositive(where: string, max: Points): Finding {
  return finding(
    'max-not-positive',
    where,
    `Điểm tối đa là ${formatPoints(max)}, phải lớn hơn 0.`,
    'Ghi điểm tối đa lớn hơn 0 hoặc bỏ dòng này.',
  );
}

function duplicates(codes: readonly string[], what: string, where: string): Finding[] {
  return repeated(codes).map((code) =>
    finding('duplicate-code', where, `Mã ${what} “${code}” được dùng nhiều lần.`, 'Đặt mỗi mã một lần.'),
  );
}

function figure(where: string, message: string, todo: string): Finding {
  return finding('rule-figure', where, message, todo);
}

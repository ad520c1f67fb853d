/**
 * A target of the plan → the criterion it could become: its wording with a rule, evidence, and the portal indicator that
 * can check it.
 */

import type { Criterion } from '../../movement/criteria-set.ts';
import type { Target } from '../../movement/movement.ts';
import type { ScoringRule } from '../../movement/rule.ts';
import type { DatedTarget } from '../../movement/set-in-period.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { tieOf } from '../../portal/indicator/tie.ts';
import { aimAt, criterion } from './build.ts';
import { PORTAL_EVIDENCE } from './common-criteria.ts';
import { above, atMost, proportional } from './rules.ts';
import { sentence, type Wording } from './wording-of-target.ts';

/** May not arise at a unit: nobody filed, nobody paid. The council confirms. */
const MAY_NOT_ARISE = /hồ sơ|thanh toán|phát sinh|học sinh|đơn thư|vụ việc|sản phẩm|cuộc họp/iu;

const EVIDENCE: readonly (readonly [words: RegExp, evidence: string])[] = [
  [/tập huấn|bồi dưỡng|đào tạo|phổ cập/iu, 'Danh sách tham gia, giấy chứng nhận hoặc báo cáo tập huấn'],
  [/văn bản|ký số|hồ sơ công việc|báo cáo|cuộc họp/iu, 'Ảnh chụp số liệu thống kê trên phần mềm'],
  [/hộ|người dân|dân số|gia đình|công dân/iu, 'Danh sách tổng hợp có xác nhận của người phụ trách'],
];

/** A target, and its row as it stands in the movement. */
export interface PlanAim {
  readonly target: PlanTarget;
  readonly row: Target;
}

interface TargetAims {
  readonly wording: Wording;
  /** The less the better. */
  readonly lower: boolean;
  /** The plan's levels for it, earliest day first. */
  readonly aims: readonly PlanAim[];
}

/** The criterion for `points` whole points, of at least one aim. */
export function criterionOfTarget(code: string, points: number, { wording, lower, aims }: TargetAims): Criterion {
  const last = aims[aims.length - 1] as PlanAim;
  const target = aims.find((aim) => !aim.target.goesOn)?.target ?? last.target;
  const tie = tieOf(target);
  const indicator = tie.kind === 'sure' ? tie.indicator : undefined;
  const { title, numerator, denominator } = wording;
  const counted = aims.length > 1 ? numerator : sentence(target.text);
  const hint = indicator ? PORTAL_EVIDENCE : EVIDENCE.find(([words]) => words.test(target.text))?.[1];
  const isShare = target.unit === '%';
  const base = criterion(code, points, isShare ? title : counted, aimAt(last.row), {
    ...(isShare ? { a: numerator, b: denominator } : { measure: 'count' as const, unit: target.unit }),
    rule: ruleOf(last.target, points, lower),
    ...(lower ? { lower } : {}),
    ...(indicator ? { indicator } : {}),
    attach: hint ?? 'Số liệu, danh sách hoặc văn bản chứng minh',
    na: MAY_NOT_ARISE.test(target.text) ? 'drop-confirmed' : 'zero',
  });
  const milestones = aims.slice(0, -1).flatMap((aim): DatedTarget[] => {
    const aimed = aimAt(aim.row).target;
    return aimed === null ? [] : [{ target: aimed, rule: ruleOf(aim.target, points, lower) }];
  });
  return milestones.length === 0 ? base : { ...base, milestones };
}

/** `giảm còn 12 %`. */
const FALLS = /(?:giảm|xuống|còn)\s+(?:xuống )?(?:còn\s*)?$/u;

export function isLower({ comparator, value, text, offset, figureOffset }: PlanTarget): boolean {
  const fallsTo = comparator === '=' && FALLS.test(text.slice(0, Math.max(0, figureOffset - offset)));
  return (
    fallsTo ||
    comparator === '<=' ||
    comparator === '<' ||
    comparator === 'rank<=' ||
    (comparator === '=' && value === 0)
  );
}

/**
 * In proportion to the target; strict limits by steps beyond them, so that the limit itself does not give all points.
 */
function ruleOf({ comparator, value }: PlanTarget, points: number, lower: boolean): ScoringRule {
  if (lower) {
    if (comparator === '<') return under(value, points);
    return value === 0
      ? atMost([[0, points]])
      : atMost([
          [value, points],
          [value * 2, points / 2],
        ]);
  }
  if (comparator !== '>') return proportional(value);
  const steps = [3 / 4, 1 / 2, 1 / 4].map((part): [number, number] => [
    roundTo(value * part),
    hundredth(points * part),
  ]);
  return above(value, points, steps);
}

/** Below the limit all points; up to twice the limit half of them. */
function under(limit: number, points: number): ScoringRule {
  return {
    kind: 'bands',
    bands: [
      { fromInclusive: true, to: limit, toInclusive: false, points: points * 100 },
      { from: limit, fromInclusive: true, to: limit * 2, toInclusive: true, points: points * 50 },
      { from: limit * 2, fromInclusive: false, toInclusive: false, points: 0 },
    ],
  };
}

const roundTo = (value: number) => Math.round(value * 100) / 100;
const hundredth = (points: number) => Math.round(points * 100) / 100;

/** Builders for proposed scoring rules. Points are written as in the forms (7.5), stored as hundredths. */
import { toPoints } from '../../base/quantity/points.ts';
import type { Band, Comparator, Measure, RulePart, ScoringRule } from '../../movement/rule.ts';

/** Threshold and its points, as a pair. */
type Step = readonly [from: number, points: number];

export const yesNo: ScoringRule = { kind: 'yes-no' };

/** Open until the council grades it. */
export const byCouncil: ScoringRule = { kind: 'council-graded', by: 'council' };

/** SR-27: full points from `full` up, below it in proportion, nothing below `floor`. */
export function proportional(full: number, floor?: number): ScoringRule {
  return floor === undefined ? { kind: 'proportional', full } : { kind: 'proportional', full, floor };
}

/** SR-01 on a figure: all or nothing. */
export function threshold(comparator: Comparator, value: number): ScoringRule {
  return { kind: 'threshold', comparator, value };
}

/**
 * SR-05, SR-06: "từ … trở lên", highest threshold first; `below` the lowest. Closed below, open above, without gaps.
 */
export function ladder(steps: readonly Step[], below = 0): ScoringRule {
  return { kind: 'bands', bands: downFrom(undefined, false, steps, below) };
}

/** Like `ladder`, under a first step that has to be exceeded: "trên 40 %". */
export function above(limit: number, points: number, steps: readonly Step[], below = 0): ScoringRule {
  const top: Band = { from: limit, fromInclusive: false, toInclusive: false, points: toPoints(points) };
  return { kind: 'bands', bands: [top, ...downFrom(limit, true, steps, below)] };
}

/** Lower is better: "không quá …", lowest limit first; `over` the highest. */
export function atMost(steps: readonly Step[], over = 0): ScoringRule {
  const bands: Band[] = [];
  let from: number | undefined;
  for (const [to, points] of steps) {
    bands.push({
      ...edge('from', from),
      fromInclusive: from === undefined,
      to,
      toInclusive: true,
      points: toPoints(points),
    });
    from = to;
  }
  bands.push({ ...edge('from', from), fromInclusive: false, toInclusive: false, points: toPoints(over) });
  return { kind: 'bands', bands };
}

function downFrom(top: number | undefined, topInclusive: boolean, steps: readonly Step[], below: number): Band[] {
  const bands: Band[] = [];
  let to = top;
  let toInclusive = topInclusive;
  for (const [from, points] of steps) {
    bands.push({ from, fromInclusive: true, ...edge('to', to), toInclusive, points: toPoints(points) });
    to = from;
    toInclusive = false;
  }
  bands.push({ fromInclusive: true, ...edge('to', to), toInclusive, points: toPoints(below) });
  return bands;
}

function edge<K extends 'from' | 'to'>(key: K, value: number | undefined): { [P in K]?: number } {
  const item: { [P in K]?: number } = {};
  if (value !== undefined) item[key] = value;
  return item;
}

/** SR-02. */
export function levels(...rows: readonly (readonly [code: string, label: string, points: number])[]): ScoringRule {
  return {
    kind: 'levels',
    levels: rows.map(([code, label, points]) => ({ code, label, points: toPoints(points) })),
  };
}

/** SR-08. */
export function perUnit(points: number, cap: number): ScoringRule {
  return { kind: 'per-unit', points: toPoints(points), cap: toPoints(cap) };
}

/** SR-16, SR-21. A deduction whose size the plan leaves open is written as 0: the council sets it. */
export function deduction(points: number, cap: number): ScoringRule {
  return { kind: 'deduction', points: toPoints(points), cap: toPoints(cap) };
}

/** SR-20: `MM-DD` or a full ISO day, inclusive, in order; later than all of them `late`. */
export function byDate(steps: readonly (readonly [onOrBefore: string, points: number])[], late = 0): ScoringRule {
  return {
    kind: 'by-date',
    steps: steps.map(([onOrBefore, points]) => ({ onOrBefore, points: toPoints(points) })),
    late: toPoints(late),
  };
}

/** SR-03, SR-10. */
export function sum(...parts: readonly RulePart[]): ScoringRule {
  return { kind: 'sum', parts };
}

export function part(
  code: string,
  points: number,
  title: string,
  measure: Measure,
  rule: ScoringRule = yesNo,
): RulePart {
  return { code, title, measure, maxPoints: toPoints(points), rule };
}

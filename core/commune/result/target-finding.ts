/**
 * One target over the units of one run: its figure, what it can still become, who gave it, and the one state that
 * follows.
 */

import { compare, percentage, type Quantity, quantityOf } from '../../base/quantity/quantity.ts';
import { shownFigure } from '../../base/quantity/shown-figure.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import type { Target } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { FigureSource, MissingUnit, TargetResult } from './commune-result.ts';
import { portalWords, reasonFor, sourceWords } from './finding-words.ts';
import type { Method, Tied } from './measured-by.ts';
import { type Reach, type Summed, sumCounts, sumShares, verdictOn } from './reach.ts';
import { type UnitFigure, unitAnswer, unitFigure } from './unit-figure.ts';
import type { ResultUnit } from './units.ts';

export type TargetFinding = Pick<
  TargetResult,
  'state' | 'soFar' | 'figure' | 'low' | 'high' | 'source' | 'sourceText' | 'units' | 'reason'
>;

const NO_UNITS = { gave: [], missing: [], doubtful: [] };

export const NO_FIGURE: TargetFinding = {
  state: 'no-source',
  soFar: null,
  figure: { a: null, b: null, value: null },
  low: null,
  high: null,
  source: 'none',
  sourceText: 'không có nguồn',
  units: NO_UNITS,
  reason: 'Không có nguồn số liệu.',
};

/** A figure somebody wrote down for the whole commune. */
export function concludeFigure(target: Target, figure: Quantity, sourceText: string): TargetFinding {
  const summed: Summed = {
    figure: { a: null, b: null, value: figure },
    reach: { low: figure, high: figure, lowOpen: false, highOpen: false, unbounded: false },
  };
  return conclude(target, summed, { units: NO_UNITS, lower: target.value === 0, source: 'told', sourceText });
}

/** The commune's own figure as the portal shows it. */
export function foundOnPortal(target: Target, observation: Observation): TargetFinding {
  const { value, numerator, denominator } = observation;
  const isPair = numerator != null && denominator != null && denominator > 0;
  const figure = isPair ? percentage(numerator, denominator) : quantityOf(value ?? 0);
  const summed: Summed = {
    figure: { a: isPair ? numerator : null, b: isPair ? denominator : null, value: figure },
    reach: { low: figure, high: figure, lowOpen: false, highOpen: false, unbounded: false },
  };
  return conclude(target, summed, {
    units: NO_UNITS,
    lower: false,
    source: 'portal',
    sourceText: portalWords(observation),
  });
}

/** The figure out of the units' reports. */
export function findTarget(
  target: Target,
  method: Method,
  units: readonly ResultUnit[],
  result: RunResult,
): TargetFinding {
  switch (method.kind) {
    case 'none':
      return { ...NO_FIGURE, sourceText: method.why, reason: `Không có nguồn số liệu: ${method.why}.` };
    case 'sum':
      return findSum(target, method.criteria, units, result);
    case 'each':
      return findEach(target, method.criteria, units, result);
    case 'unit-count':
      return findAnswers(target, method.criteria, units, result);
    case 'scores':
      return findScores(target, method.audiences, units, result);
  }
}

/** A unit with what it gave. */
interface UnitContribution {
  readonly unit: ResultUnit;
  readonly figure: UnitFigure;
}

function findSum(
  target: Target,
  criteria: readonly Tied[],
  units: readonly ResultUnit[],
  result: RunResult,
): TargetFinding {
  const respondents = unitsAsked(criteria, units);
  const reports = respondents.flatMap(({ result: own }) => (own === null ? [] : [own.report]));
  const isAsked = reports.length === 0 || reports.some(({ set, audience }) => tiedFor(criteria, set, audience));
  const contributions = respondents.map((unit): UnitContribution => ({ unit, figure: figureOf(unit, criteria) }));
  const figures = contributions.map(({ figure }) => figure);
  const counted = criteria[0]?.criterion;
  const summed = counted?.measure === 'percentage' ? sumShares(figures) : sumCounts(figures);
  const isAdded = ({ kind }: UnitFigure) => kind === 'pair' || kind === 'count' || kind === 'none-arose';
  const pairs = figures.filter(({ kind }) => kind === 'pair');
  const onPortal = pairs.length > 0 && pairs.every((pair) => pair.kind === 'pair' && pair.portal);
  const source: FigureSource = onPortal ? 'portal' : 'units';
  const split = {
    gave: contributions.filter(({ figure }) => isAdded(figure)).map(({ unit }) => unit.name),
    missing: contributions.flatMap(({ unit, figure }) => missingOf(unit, figure)),
    doubtful: contributions.flatMap(({ unit, figure }) => ('inDoubt' in figure && figure.inDoubt ? [unit.name] : [])),
  };
  const sourceText = sourceWords({
    onPortal,
    gave: split.gave.length,
    expected: respondents.length,
    audiences: namesOf(criteria, result),
    target,
  });
  const about = { units: isAsked ? split : NO_UNITS, lower: counted?.direction === 'lower', source, sourceText };
  return isAsked ? conclude(target, summed, about) : conclude(target, NOTHING, about);
}

const NOTHING: Summed = { figure: null, reach: null };

function missingOf(unit: ResultUnit, figure: UnitFigure): MissingUnit[] {
  return figure.kind === 'share' || figure.kind === 'unknown' ? [{ unit: unit.name, why: figure.why }] : [];
}

/** Units of the audiences these criteria are for. */
function unitsAsked(criteria: readonly Tied[], units: readonly ResultUnit[]): readonly ResultUnit[] {
  const audiences = new Set(criteria.map(({ set }) => set.audience));
  return units.filter(({ audience }) => audiences.has(audience));
}

function tiedFor(criteria: readonly Tied[], version: string, audience: string): Tied | undefined {
  return criteria.find(({ set }) => set.audience === audience && set.version === version);
}

const OTHER_FORM: UnitFigure = { kind: 'unknown', why: 'báo cáo theo biểu mẫu không hỏi số liệu này' };

function figureOf({ result, observe, why }: ResultUnit, criteria: readonly Tied[]): UnitFigure {
  if (result === null) return { kind: 'unknown', why };
  const tied = tiedFor(criteria, result.report.set, result.report.audience);
  return tied ? unitFigure(result, tied, observe) : OTHER_FORM;
}

/** Units with the criterion; a unit that has not answered may answer either way. */
interface UnitsByAnswer {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly open: readonly MissingUnit[];
}

function findAnswers(
  target: Target,
  criteria: readonly Tied[],
  units: readonly ResultUnit[],
  result: RunResult,
): TargetFinding {
  const counted = { yes: [] as string[], no: [] as string[], open: [] as MissingUnit[] };
  for (const { name, result: own, why: gone } of unitsAsked(criteria, units)) {
    const tied = own && tiedFor(criteria, own.report.set, own.report.audience);
    const answer = own && tied ? unitAnswer(own, tied) : 'unknown';
    if (answer === 'yes' || answer === 'no') counted[answer].push(name);
    else if (answer === 'unknown') {
      const why = own === null ? gone : 'chưa trả lời hoặc còn cảnh báo chưa xử lý';
      counted.open.push({ unit: name, why });
    }
  }
  return concludeCount(target, counted, 'unit-count', namesOf(criteria, result));
}

/** Units whose own figure reaches the target: a sum or a share of all would hide who does not. */
function findEach(
  target: Target,
  criteria: readonly Tied[],
  units: readonly ResultUnit[],
  result: RunResult,
): TargetFinding {
  const counted = { yes: [] as string[], no: [] as string[], open: [] as MissingUnit[] };
  const isLower = criteria[0]?.criterion.direction === 'lower';
  for (const unit of unitsAsked(criteria, units)) {
    const figure = figureOf(unit, criteria);
    if (figure.kind === 'none-arose') continue;
    const value = ownValue(figure);
    const verdict =
      value === null || target.comparator === null || target.value === null
        ? 'open'
        : verdictOn(pointReach(value), target.comparator, quantityOf(target.value), isLower);
    if (verdict === 'met') counted.yes.push(unit.name);
    else if (verdict === 'not-met') counted.no.push(unit.name);
    else counted.open.push({ unit: unit.name, why: 'why' in figure ? figure.why : 'số liệu còn nghi vấn' });
  }
  // Every unit has to reach it, so the required share of units is all of them.
  return concludeCount({ ...target, comparator: null, value: null }, counted, 'unit-count', namesOf(criteria, result));
}

/** null where it is open. */
function ownValue(figure: UnitFigure): Quantity | null {
  if (figure.kind === 'share') return figure;
  if (figure.kind === 'pair') return figure.inDoubt ? null : percentage(figure.a, figure.b);
  if (figure.kind === 'count') return figure.inDoubt ? null : quantityOf(figure.value);
  return null;
}

function findScores(
  target: Target,
  audiences: readonly string[],
  units: readonly ResultUnit[],
  result: RunResult,
): TargetFinding {
  const counted = { yes: [] as string[], no: [] as string[], open: [] as MissingUnit[] };
  for (const { name, audience, result: own } of units) {
    if (!audiences.includes(audience)) continue;
    const { low = 0, high = 0, max = 0 } = own?.score ?? {};
    const least = quantityOf(target.value ?? 0);
    const reaches = (points: number) => max > 0 && compare(percentage(points, max), least) >= 0;
    if (max <= 0) counted.open.push({ unit: name, why: 'chưa có bảng điểm' });
    else if (reaches(low)) counted.yes.push(name);
    else if (!reaches(high)) counted.no.push(name);
    else counted.open.push({ unit: name, why: 'điểm còn có thể thay đổi do cảnh báo, nội dung chưa chấm' });
  }
  const names = result.movement.audiences.filter(({ kind }) => audiences.includes(kind)).map(({ name }) => name);
  // Every unit has to reach it, so the required share of units is all of them.
  return concludeCount({ ...target, comparator: null, value: null }, counted, 'scores', names);
}

function concludeCount(
  target: Target,
  { yes, no, open }: UnitsByAnswer,
  source: FigureSource,
  names: readonly string[],
) {
  const all = yes.length + no.length + open.length;
  const share = (count: number) => percentage(count, all);
  const reach: Reach | null =
    yes.length + no.length === 0
      ? null
      : {
          low: share(yes.length),
          high: share(yes.length + open.length),
          lowOpen: false,
          highOpen: false,
          unbounded: false,
        };
  const answered = yes.length + no.length;
  const summed: Summed = {
    figure: answered === 0 ? null : { a: yes.length, b: answered, value: percentage(yes.length, answered) },
    reach,
  };
  const sourceText = sourceWords({ onPortal: false, gave: answered, expected: all, audiences: names, target: null });
  const wanting = target.comparator === null ? { ...target, comparator: 'eq' as const, value: 100, unit: '%' } : target;
  return conclude(wanting, summed, {
    units: { gave: [...yes, ...no], missing: open, doubtful: [] },
    lower: false,
    source,
    sourceText,
  });
}

function namesOf(criteria: readonly Tied[], { movement }: RunResult): readonly string[] {
  const kinds = new Set(criteria.map(({ set }) => set.audience));
  return movement.audiences.filter(({ kind }) => kinds.has(kind)).map(({ name }) => name);
}

interface About {
  readonly units: TargetFinding['units'];
  readonly lower: boolean;
  readonly source: FigureSource;
  readonly sourceText: string;
}

function conclude(target: Target, { figure, reach }: Summed, about: About): TargetFinding {
  const { comparator, value: level } = target;
  const verdict =
    reach === null || comparator === null || level === null
      ? 'open'
      : verdictOn(reach, comparator, quantityOf(level), about.lower);
  const state = verdict === 'open' ? 'not-enough-data' : verdict;
  const told = figure && pointReach(figure.value);
  const alone =
    told && comparator !== null && level !== null
      ? verdictOn(told, comparator, quantityOf(level), about.lower)
      : 'open';
  const isBounded = reach !== null && !reach.unbounded;
  const plain = (end: Quantity) => shownFigure(end, level === null ? [] : [level]);
  const finding = {
    state,
    soFar: alone === 'open' || state !== 'not-enough-data' ? null : alone,
    figure: figure ? { a: figure.a, b: figure.b, value: plain(figure.value) } : NO_FIGURE.figure,
    low: isBounded ? plain(reach.low) : null,
    high: isBounded && reach.high !== null ? plain(reach.high) : null,
    source: about.source,
    sourceText: about.sourceText,
    units: about.units,
  } as const;
  return { ...finding, reason: reasonFor(target, finding) };
}

function pointReach(value: Quantity): Reach {
  return { low: value, high: value, lowOpen: false, highOpen: false, unbounded: false };
}

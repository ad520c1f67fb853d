/**
 * What the council still has to look at, unit by unit: open flags and criteria only people can grade, first those that
 * can still change a class, a place or an award, then by severity, then by the points at stake. Nothing is decided
 * here.
 */

import type { Points } from '../base/quantity/points.ts';
import { audiencesOf, quotasFor } from '../judge/award/quotas.ts';
import type { Flag } from '../judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../judge/run/run-result.ts';
import { criterionOf } from '../judge/score/matters.ts';
import type { CriterionScore, Impact, Proposal, RankedUnit, ScoreSheet } from '../judge/score/score-sheet.ts';
import { boundsOf, type PointsBounds } from '../movement/bounds-of.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import { factsOf } from '../movement/rule.ts';
import type { CellRef, Report } from '../report/report.ts';
import type { NamedLevel } from './alike.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Current, EntryState } from './current.ts';
import { isAppraisal } from './entry-kinds.ts';
import type { DecisionTarget } from './subject.ts';
import { targetKey } from './target-key.ts';

export interface QueueItem {
  readonly key: string;
  /** The target that a decision on this item names. */
  readonly target: DecisionTarget;
  readonly title: string;
  /** null = the criterion itself is to be graded. */
  readonly flag: Flag | null;
  readonly criterion: string | null;
  /**
   * Of its criterion: what counts now, the range left, the applicable maximum (hundredths); null when no single
   * criterion is meant.
   */
  readonly points: Range | null;
  /** Between which it can be adjusted; null = not at all. */
  readonly bounds: PointsBounds | null;
  /** The appraisal group's proposal for the criterion; null = none. */
  readonly proposal: Proposal | null;
  /** The unit's own points; null = none. */
  readonly self: Points | null;
  /** Grades the criterion names; empty where it names none. */
  readonly levels: readonly NamedLevel[];
  readonly changes: Omit<Impact, 'flag'>;
  readonly cell: CellRef | null;
  /** Returned to the unit: waits for it, not for the council. */
  readonly returned: boolean;
  /** Decisions on it that do not settle it: returned, made on other figures, or at odds with each other. */
  readonly earlier: readonly EntryState[];
}

interface Range {
  readonly now: Points;
  readonly low: Points;
  readonly high: Points;
  readonly max: Points;
}

export interface QueueSheet {
  readonly unit: string;
  readonly file: string;
  readonly audience: string;
  readonly total: Range;
  /** Classes still possible, best first. */
  readonly classes: readonly string[];
  readonly place: { readonly now: number; readonly best: number; readonly worst: number } | null;
  readonly items: readonly QueueItem[];
}

type Reviewed = Pick<RunResult, 'movement' | 'period' | 'reports' | 'rankings' | 'impacts'>;

/**
 * `run` must have been scored with `current.decisions`. Notices (info) are not for the council, nor are flags without a
 * scored report. What a
 * flag can change is exact as far as impact.ts is; for a criterion to grade it is what its unit's whole range can.
 */
export function councilQueue(run: Reviewed, current: Current): readonly QueueSheet[] {
  const desk = deskOf(run, current);
  const sheets = run.reports.flatMap((reportResult) =>
    reportResult.score ? sheetOf(reportResult, reportResult.score, desk) : [],
  );
  return sortedBy(sheets, urgencyOfSheet);
}

/** Facts of the whole run. */
interface Desk {
  readonly run: Reviewed;
  readonly impacts: ReadonlyMap<string, Impact>;
  readonly places: ReadonlyMap<string, RankedUnit>;
  /** Audiences with a quota. */
  readonly awarded: ReadonlySet<string>;
  /** Keys of settled flags and criteria, and of criteria whose points are fixed whatever their flags. */
  readonly settled: ReadonlySet<string>;
  readonly earlier: ReadonlyMap<string, readonly EntryState[]>;
}

function deskOf(run: Reviewed, current: Current): Desk {
  const { movement, period } = run;
  const settled = new Set<string>();
  const earlier = new Map<string, EntryState[]>();
  for (const entryState of current.entries) {
    const { entry, target, state } = entryState;
    // A proposal to the council settles nothing and is no earlier decision of the council.
    if (isAppraisal(entry.kind)) continue;
    const key = targetKey(target);
    const isInForce = state === 'in-force' && entry.kind !== 'withdraw';
    if (isInForce && entry.kind !== 'return') {
      settled.add(key);
      if (entry.kind === 'adjust' || target.flag === null) settled.add(targetKey({ ...target, flag: null }));
    } else if (isInForce || state === 'stale' || state === 'conflict') {
      earlier.set(key, [...(earlier.get(key) ?? []), entryState]);
    }
  }
  return {
    run,
    impacts: new Map(run.impacts.map((impact) => [impact.flag, impact])),
    places: new Map(run.rankings.map((place) => [canonicalJson([place.audience, place.unit]), place])),
    awarded: new Set(quotasFor(movement, period).flatMap((quota) => [...audiencesOf(quota, movement)])),
    settled,
    earlier,
  };
}

function sheetOf(result: ReportResult, score: ScoreSheet, desk: Desk): readonly QueueSheet[] {
  const scores = new Map(score.points.map((criterionScore) => [criterionScore.criterion, criterionScore] as const));
  const items = [
    ...result.flags.filter((flag) => flag.severity !== 'info').flatMap((flag) => flagItem(flag, result, scores, desk)),
    ...score.points.filter(needsGrading).flatMap((criterionScore) => gradeItem(criterionScore, result, score, desk)),
  ];
  if (items.length === 0) return [];
  const { unit, audience, file, total, low, high, max, possibleClasses } = score;
  const ranked = placeOf(score, desk);
  const place = ranked ? { now: ranked.rank, best: ranked.best, worst: ranked.worst } : null;
  const range = { now: total, low, high, max };
  return [
    { unit, file, audience, total: range, classes: possibleClasses, place, items: sortedBy(items, urgencyOfItem) },
  ];
}

/**
 * Nobody but people can say its points: graded by them, open without a flag to decide on, or appraised otherwise than
 * it is reckoned. Figures that wait for other units are not.
 */
function needsGrading({ status, flags, computed, proposal }: CriterionScore): boolean {
  if (status === 'to-grade') return true;
  return status === 'in-doubt' && (proposal?.open || (flags.length === 0 && computed === null));
}

function flagItem(
  flag: Flag,
  { report, unit }: ReportResult,
  scores: ReadonlyMap<string, CriterionScore>,
  desk: Desk,
): readonly QueueItem[] {
  const code = criterionOf(flag.criterion, scores);
  const target: DecisionTarget = { unit, flag: flag.id, criterion: code };
  const doubt = flag.severity === 'error' ? flag.doubt : 'nothing';
  const isRuled = doubt === 'value' && desk.settled.has(targetKey({ ...target, flag: null }));
  if (desk.settled.has(targetKey(target)) || isRuled) return [];
  const score = code === null ? undefined : scores.get(code);
  const criterion = code === null ? undefined : criterionIn(desk.run, report, code);
  const impact = desk.impacts.get(flag.id);
  return [
    {
      ...itemOf(target, score, criterion, desk),
      title: criterion?.title ?? flag.name,
      flag,
      changes: { class: impact?.class ?? false, place: impact?.place ?? false, award: impact?.award ?? false },
      cell: flag.cell,
    },
  ];
}

function gradeItem(
  score: CriterionScore,
  { report, unit }: ReportResult,
  sheet: ScoreSheet,
  desk: Desk,
): readonly QueueItem[] {
  const code = score.criterion;
  const target: DecisionTarget = { unit, flag: null, criterion: code };
  if (desk.settled.has(targetKey(target))) return [];
  const entry = report.entries.find((entry) => entry.criterion === code);
  const ranked = placeOf(sheet, desk);
  const place = ranked !== undefined && ranked.best !== ranked.worst;
  return [
    {
      ...itemOf(target, score, criterionIn(desk.run, report, code), desk),
      title: score.title,
      flag: null,
      changes: { class: sheet.possibleClasses.length > 1, place, award: place && desk.awarded.has(sheet.audience) },
      cell: (entry?.value ?? entry?.title)?.cell ?? null,
    },
  ];
}

function itemOf(
  target: DecisionTarget,
  score: CriterionScore | undefined,
  criterion: Criterion | undefined,
  desk: Desk,
) {
  const key = targetKey(target);
  const earlier = desk.earlier.get(key) ?? [];
  return {
    key,
    target,
    criterion: target.criterion,
    points: score ? { now: score.points, low: score.low, high: score.high, max: score.max } : null,
    bounds: criterion ? boundsOf(criterion) : null,
    proposal: score?.proposal ?? null,
    self: score?.self ?? null,
    levels: (criterion && factsOf(criterion.rule).levels) ?? [],
    returned: earlier.some(({ state }) => state === 'in-force'),
    earlier,
  };
}

function criterionIn({ movement, period }: Reviewed, report: Report, code: string): Criterion | undefined {
  return setOfReport(movement, report, period)?.criteria.find((criterion) => criterion.code === code);
}

function placeOf({ audience, unit }: ScoreSheet, desk: Desk): RankedUnit | undefined {
  return desk.places.get(canonicalJson([audience, unit]));
}

/** Lower goes first, compared from the left. */
function urgencyOfItem({ changes, flag, points, returned }: QueueItem): readonly number[] {
  const hasImpact = changes.class || changes.place || changes.award;
  const width = points ? points.high - points.low : 0;
  return [returned ? 1 : 0, hasImpact ? 0 : 1, flag?.severity === 'warning' ? 1 : 0, -width];
}

function urgencyOfSheet({ items, total }: QueueSheet): readonly number[] {
  const [returned = 0, impact = 0, severity = 0] = items[0] ? urgencyOfItem(items[0]) : [];
  return [returned, impact, severity, total.low - total.high];
}

/** Stable: equals stay in the order of the run. */
function sortedBy<T>(list: readonly T[], urgency: (nonNullable: T) => readonly number[]): readonly T[] {
  const keyed = list.map((nonNullable) => ({ one: nonNullable, key: urgency(nonNullable) }));
  keyed.sort((x, y) => {
    const at = x.key.findIndex((value, index) => value !== y.key[index]);
    return at < 0 ? 0 : (x.key[at] ?? 0) - (y.key[at] ?? 0);
  });
  return keyed.map(({ one }) => one);
}

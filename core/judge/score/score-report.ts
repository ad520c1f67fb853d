/** One report scored against its compiled set: the way every report goes, alone or among 100,000. */

import type { Points } from '../../base/quantity/points.ts';
import { sharedText } from '../../base/text/remembered.ts';
import type { ClassBand } from '../../movement/criteria-set.ts';
import { versionWords } from '../../movement/set-version.ts';
import type { RegisterUnit } from '../../report/register.ts';
import type { Report } from '../../report/report.ts';
import { tableOf } from '../../report/table-of.ts';
import { classify, ladderFor } from './classify.ts';
import { type CompiledSet, judgeReport } from './compile-set.ts';
import { type JudgedCriterion, openAppraisal, openFlags } from './judge.ts';
import type { Matters } from './matters.ts';
import type { PeerRange } from './measure.ts';
import type { Observe } from './observed.ts';
import { possiblePositions, zerosIn } from './prospects.ts';
import { reasonOf } from './reason.ts';
import type { CriterionScore, Proposal, ScoreSheet } from './score-sheet.ts';
import { keysOf, type UnitProspect } from './standing.ts';
import { maximumOf, shareOfMaximum, type Total, totalOf } from './total.ts';
import { selfOf } from './typed-points.ts';

/** A report with all that decides its points. */
export interface Candidate {
  readonly report: Report;
  readonly unit: string;
  readonly entry: RegisterUnit | null;
  readonly compiled: CompiledSet;
  readonly matters: Matters | null;
  readonly observe: Observe | null;
}

type PeerRanges = ReadonlyMap<string, PeerRange>;

/** A scored report, as the ranking sees it; `sheetOf` makes of it what others see. */
interface ScoredReport extends UnitProspect {
  readonly candidate: Candidate;
  /** The total now, and at both ends of what is open (all equal when nothing is). */
  readonly totals: { readonly now: Total; readonly low: Total; readonly high: Total };
}

export function scoreReport(candidate: Candidate, peers: PeerRanges | null): ScoredReport {
  const { unit, compiled, entry, matters, observe, report } = candidate;
  const judged = judgeReport(compiled, report, { matters, observe, registered: entry, peers });
  const max = maximumOf(judged);
  const ladder = entry && entry.facts.length > 0 ? ladderFor(compiled.set, entry.facts) : compiled.ladder;
  const totals = totalsOf(compiled, judged);
  const { now, low, high } = totals;
  const placed = { compiled, judged, max, ladder, entry };
  const keys = keysOf(placed, now, 'points');
  // A flagged figure can move tie-breaks even where it moves no points.
  const isOpen = matters !== null || low !== high;
  return {
    candidate,
    unit,
    compiled,
    entry,
    matters,
    judged,
    max,
    ladder,
    totals,
    total: now.total,
    keys,
    low: isOpen ? keysOf(placed, low, 'low') : keys,
    high: isOpen ? keysOf(placed, high, 'high') : keys,
  };
}

function sameTotals(now: Total): ScoredReport['totals'] {
  return { now, low: now, high: now };
}

function totalsOf(compiled: CompiledSet, judged: readonly JudgedCriterion[]): ScoredReport['totals'] {
  const at = (corner: 'points' | 'low' | 'high') =>
    totalOf(
      compiled,
      judged,
      judged.map((judgedCriterion) => judgedCriterion[corner]),
    );
  const now = at('points');
  return judged.some((judgedCriterion) => judgedCriterion.low !== judgedCriterion.high)
    ? { now, low: at('low'), high: at('high') }
    : sameTotals(now);
}

/** The sheet others see: plain data, with the reason of every criterion, after gates. */
export function sheetOf(scored: ScoredReport): ScoreSheet {
  const { candidate, compiled, unit, judged, max, total, totals } = scored;
  const { set } = compiled;
  const { band, reasons } = set.scored ? classOf(scored) : { band: null, reasons: [] };
  const { now, low, high } = totals;
  return {
    unit,
    audience: set.audience,
    file: candidate.report.file,
    table: tableOf(candidate.report),
    set: set.version,
    version: versionWords(set),
    points: judged.map((judgedCriterion, at) =>
      criterionScore(judgedCriterion, now.points[at] ?? 0, low.points[at] ?? 0, high.points[at] ?? 0),
    ),
    self: selfTotal(candidate.report),
    total,
    low: low.total,
    high: high.total,
    max,
    share: shareOfMaximum(total, max, compiled.bounds),
    classification: band,
    classReasons: reasons.map(sharedText),
    possibleClasses: set.scored ? classesOf(scored, band) : [],
  };
}

/** `points`, `low` and `high` are what gates leave of the criterion's own. */
function criterionScore(judged: JudgedCriterion, points: Points, low: Points, high: Points): CriterionScore {
  const { compiled, entry, computed, appraised, max, status } = judged;
  const { code, criterion } = compiled;
  return {
    criterion: code,
    title: criterion.title,
    self: selfOf(entry),
    computed,
    appraised,
    proposal: proposalOf(judged),
    points,
    low,
    high,
    max,
    bonus: criterion.bonus,
    status,
    reason: sharedText(reasonOf(judged, points)),
    flags: openFlags(judged),
  };
}

function proposalOf({ compiled, setting, status }: JudgedCriterion): Proposal | null {
  const matter = setting.matters?.criteria.get(compiled.code);
  const { points = null, reason = '', who = '' } = matter?.appraisal ?? {};
  return points === null ? null : { points, reason, who, open: status !== 'settled' && openAppraisal(matter) !== null };
}

/**
 * A criterion that is not graded yet is not 0 points: it lowers no class, but its possible points are among the
 * possible classes. A nought that only holds until a flag is decided is marked provisional, and every open criterion is
 * named.
 */
function classOf({ ladder, totals, max, judged }: ScoredReport): ReturnType<typeof classify> {
  const { total, points } = totals.now;
  const { low, high } = totals;
  const codesOf = (wanted: (judgedCriterion: JudgedCriterion, at: number) => boolean): readonly string[] =>
    judged.filter(wanted).map((judgedCriterion) => judgedCriterion.compiled.code);
  const ungraded = new Set(codesOf(({ status }) => status === 'to-grade'));
  const doubtful = codesOf(
    (judgedCriterion, at) => judgedCriterion.status !== 'to-grade' && low.points[at] !== high.points[at],
  );
  const zeros = ladder.asksNoZero ? zerosIn(judged, points).filter((code) => !ungraded.has(code)) : [];
  const { band, reasons } = classify(ladder, total, max, zeros, new Set(doubtful));
  if (!band) return { band, reasons };
  const more = [
    ...(ungraded.size > 0 ? [`Còn chờ chấm tiêu chí ${[...ungraded].join(', ')}: xếp loại có thể thay đổi.`] : []),
    ...(doubtful.length > 0
      ? [`Còn cảnh báo chưa xử lý ở tiêu chí ${doubtful.join(', ')}: xếp loại có thể thay đổi.`]
      : []),
  ];
  return { band, reasons: [...reasons, ...more] };
}

/**
 * Best first. Where the register holds something we do not understand, every class below the best possible one is open.
 */
function classesOf(scored: ScoredReport, band: ClassBand | null): readonly string[] {
  const { bands, isOpen } = scored.ladder;
  if (!band) return [];
  const isDecided = scored.totals.low === scored.totals.high;
  const reached = isDecided ? [bands.indexOf(band)] : possiblePositions(scored);
  const best = Math.min(...reached);
  const all = isOpen ? bands.map((_, at) => at).filter((at) => at >= best) : reached;
  return all.map((at) => bands[at]?.name ?? '');
}

function selfTotal(report: Report): Points | null {
  let total: Points | null = null;
  for (const entry of report.entries) {
    const points = selfOf(entry);
    if (points !== null) total = (total ?? 0) + points;
  }
  return total;
}

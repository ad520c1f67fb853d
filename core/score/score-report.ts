/** One report scored against its compiled set: the way every report goes, alone or among 100,000. */
import type { Points } from '../movement/points.ts';
import type { RegisterUnit } from '../report/register.ts';
import type { Report } from '../report/report.ts';
import { classify, ladderFor } from './classify.ts';
import { type CompiledSet, judgeReport } from './compile-set.ts';
import type { Judged } from './judge.ts';
import type { Matters } from './matters.ts';
import type { PeerRange } from './measure.ts';
import type { Observe } from './observed.ts';
import { type Prospect, possiblePositions, zerosIn } from './prospects.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { keysOf, type Standing } from './standing.ts';
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

/** A report's points with their total, and the totals at both ends of what is open (the same when nothing is). */
export interface Scored extends Prospect {
  readonly now: Total;
  readonly low: Total;
  readonly high: Total;
}

export function scoreCandidate(candidate: Candidate, peers: ReadonlyMap<string, PeerRange> | null): Scored {
  const { compiled, entry, matters, observe } = candidate;
  const judged = judgeReport(compiled, candidate.report, { matters, observe, peers });
  const now = totalOf(compiled, judged, pointsOf(judged));
  const isOpen = judged.some((one) => one.low !== one.high);
  return {
    compiled,
    judged,
    max: maximumOf(judged),
    ladder: entry && entry.facts.length > 0 ? ladderFor(compiled.set, entry.facts) : compiled.ladder,
    now,
    low: isOpen
      ? totalOf(
          compiled,
          judged,
          judged.map((one) => one.low),
        )
      : now,
    high: isOpen
      ? totalOf(
          compiled,
          judged,
          judged.map((one) => one.high),
        )
      : now,
  };
}

function pointsOf(judged: readonly Judged[]): Points[] {
  return judged.map((one) => one.points);
}

/** The sheet as others see it: points after gates, class with its reasons. */
export function sheetOf({ report, unit }: Candidate, scored: Scored): ScoreSheet {
  const { compiled, judged, max, ladder, now, low, high } = scored;
  const { set } = compiled;
  const { band, reasons } = classify(ladder, now.total, max, ladder.asksNoZero ? zerosIn(judged, now.points) : []);
  return {
    unit,
    audience: set.audience,
    file: report.file,
    set: set.version,
    points: compiled.gated ? gatedLines(scored) : judged,
    self: selfTotal(report),
    total: now.total,
    low: low.total,
    high: high.total,
    max,
    share: shareOfMaximum(now.total, max),
    classification: set.scored ? band : null,
    classReasons: reasons,
    possibleClasses: set.scored ? classesOf(scored, band?.name ?? null) : [],
  };
}

function gatedLines({ judged, now, low, high }: Scored): Judged[] {
  return judged.map((one, at) => one.gatedTo(now.points[at] ?? 0, low.points[at] ?? 0, high.points[at] ?? 0));
}

function classesOf(scored: Scored, now: string | null): string[] {
  if (scored.low === scored.high) return now === null ? [] : [now];
  return possiblePositions(scored).map((at) => scored.ladder.bands[at]?.name ?? '');
}

function selfTotal(report: Report): Points | null {
  let total: Points | null = null;
  for (const entry of report.entries) {
    const points = selfOf(entry);
    if (points !== null) total = (total ?? 0) + points;
  }
  return total;
}

/** The report in the ranking. A flagged figure can move tie-breaks even where it moves no points. */
export function standingOf({ unit, entry, matters }: Candidate, scored: Scored): Standing {
  const { compiled, judged, max, ladder } = scored;
  const place = { compiled, judged, max, ladder, entry };
  const keys = keysOf(place, scored.now, 'points');
  const isOpen = matters !== null || scored.low !== scored.high;
  const low = isOpen ? keysOf(place, scored.low, 'low') : keys;
  const high = isOpen ? keysOf(place, scored.high, 'high') : keys;
  return { ...place, unit, matters, total: scored.now.total, keys, low, high };
}

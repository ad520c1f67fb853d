/** One report scored against its compiled set: the way every report goes, alone or among 100,000. */
import { versionWords } from '../movement/set-version.ts';
import type { Points } from '../quantity/points.ts';
import type { RegisterUnit } from '../report/register.ts';
import type { Report } from '../report/report.ts';
import { classify, type Ladder, ladderFor } from './classify.ts';
import { type CompiledSet, judgeReport, plainPoints } from './compile-set.ts';
import type { Judged } from './judge.ts';
import type { Matters } from './matters.ts';
import type { PeerRange } from './measure.ts';
import type { Observe } from './observed.ts';
import { possiblePositions, zerosIn } from './prospects.ts';
import type { CriterionScore, ScoreSheet } from './score-sheet.ts';
import { type Keys, keysOf, type Standing } from './standing.ts';
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

export type PeerRanges = ReadonlyMap<string, PeerRange>;

/**
 * A scored report, as the ranking sees it. Totals are there at once; the criteria one by one, with their reasons, only
 * when somebody asks, because of 100,000 reports few are ever looked into.
 */
export class ScoredReport implements Standing {
  readonly candidate: Candidate;
  readonly max: Points;
  readonly ladder: Ladder;
  readonly keys: Keys;
  readonly low: Keys;
  readonly high: Keys;
  /** As it stands, and at both ends of what is open (the same when nothing is). */
  readonly totals: { readonly now: Total; readonly low: Total; readonly high: Total };
  private readonly peers: PeerRanges | null;
  private lines: readonly Judged[] | null = null;

  constructor(candidate: Candidate, peers: PeerRanges | null) {
    const { compiled, entry, matters, report } = candidate;
    this.candidate = candidate;
    this.peers = peers;
    this.ladder = entry && entry.facts.length > 0 ? ladderFor(compiled.set, entry.facts) : compiled.ladder;
    const plain = matters === null ? plainPoints(compiled, report) : null;
    this.max = plain ? compiled.max : maximumOf(this.judged);
    this.totals = plain ? sameTotals(totalOf(compiled, [], plain)) : totalsOf(compiled, this.judged);
    const { now, low, high } = this.totals;
    // A flagged figure can move tie-breaks even where it moves no points.
    const isOpen = matters !== null || low !== high;
    this.keys = keysOf(this, now, 'points');
    this.low = isOpen ? keysOf(this, low, 'low') : this.keys;
    this.high = isOpen ? keysOf(this, high, 'high') : this.keys;
  }

  get unit(): string {
    return this.candidate.unit;
  }
  get entry(): RegisterUnit | null {
    return this.candidate.entry;
  }
  get matters(): Matters | null {
    return this.candidate.matters;
  }
  get compiled(): CompiledSet {
    return this.candidate.compiled;
  }
  get total(): Points {
    return this.totals.now.total;
  }
  /** Every criterion, before gates. */
  get judged(): readonly Judged[] {
    if (!this.lines) {
      const { compiled, report, entry, matters, observe } = this.candidate;
      this.lines = judgeReport(compiled, report, { matters, observe, registered: entry, peers: this.peers });
    }
    return this.lines;
  }
}

function sameTotals(now: Total): ScoredReport['totals'] {
  return { now, low: now, high: now };
}

function totalsOf(compiled: CompiledSet, judged: readonly Judged[]): ScoredReport['totals'] {
  const at = (corner: 'points' | 'low' | 'high') =>
    totalOf(
      compiled,
      judged,
      judged.map((one) => one[corner]),
    );
  const now = at('points');
  return judged.some((one) => one.low !== one.high) ? { now, low: at('low'), high: at('high') } : sameTotals(now);
}

/** The sheet others see, worked out when asked for. Like its criteria it is copied by toJSON(), not by spread. */
export class Sheet implements ScoreSheet {
  private readonly scored: ScoredReport;

  constructor(scored: ScoredReport) {
    this.scored = scored;
  }

  get classification(): ScoreSheet['classification'] {
    return this.scored.compiled.set.scored ? classOf(this.scored).band : null;
  }
  get classReasons(): readonly string[] {
    return this.scored.compiled.set.scored ? classOf(this.scored).reasons : [];
  }
  get possibleClasses(): readonly string[] {
    return this.scored.compiled.set.scored ? classesOf(this.scored) : [];
  }
  get unit(): string {
    return this.scored.unit;
  }
  get audience(): string {
    return this.scored.compiled.set.audience;
  }
  get file(): string {
    return this.scored.candidate.report.file;
  }
  get set(): string {
    return this.scored.compiled.set.version;
  }
  get version(): string {
    return versionWords(this.scored.compiled.set);
  }
  /** After gates. */
  get points(): readonly CriterionScore[] {
    const { judged, compiled, totals } = this.scored;
    if (!compiled.gated) return judged;
    const { now, low, high } = totals;
    return judged.map((one, at) => one.gatedTo(now.points[at] ?? 0, low.points[at] ?? 0, high.points[at] ?? 0));
  }
  get self(): Points | null {
    return selfTotal(this.scored.candidate.report);
  }
  get total(): Points {
    return this.scored.totals.now.total;
  }
  get low(): Points {
    return this.scored.totals.low.total;
  }
  get high(): Points {
    return this.scored.totals.high.total;
  }
  get max(): Points {
    return this.scored.max;
  }
  get share(): number {
    return shareOfMaximum(this.total, this.max);
  }

  toJSON(): ScoreSheet {
    const { unit, audience, file, set, version, points, self, total, low, high, max, share } = this;
    const { classification, classReasons, possibleClasses } = this;
    return {
      unit,
      audience,
      file,
      set,
      version,
      points,
      self,
      total,
      low,
      high,
      max,
      share,
      classification,
      classReasons,
      possibleClasses,
    };
  }
}

/**
 * What nobody has graded yet is not 0 points: it holds no class back, but what it may still do is among the possible
 * classes.
 */
function classOf({ ladder, totals, max, judged }: ScoredReport): ReturnType<typeof classify> {
  const { total, points } = totals.now;
  const open = new Set(judged.filter((one) => one.status === 'to-grade').map((one) => one.criterion));
  const zeros = ladder.asksNoZero ? zerosIn(judged, points).filter((code) => !open.has(code)) : [];
  const { band, reasons } = classify(ladder, total, max, zeros);
  if (!band || open.size === 0) return { band, reasons };
  return { band, reasons: [...reasons, `Còn chờ chấm tiêu chí ${[...open].join(', ')}: xếp loại có thể thay đổi.`] };
}

function classesOf(scored: ScoredReport): readonly string[] {
  if (scored.totals.low !== scored.totals.high) {
    return possiblePositions(scored).map((at) => scored.ladder.bands[at]?.name ?? '');
  }
  const { band } = classOf(scored);
  return band ? [band.name] : [];
}

function selfTotal(report: Report): Points | null {
  let total: Points | null = null;
  for (const entry of report.entries) {
    const points = selfOf(entry);
    if (points !== null) total = (total ?? 0) + points;
  }
  return total;
}

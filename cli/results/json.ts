/**
 * The `--json` document of `check` and `score` (a contract): plain numbers (points and percentages with at most two
 * decimals), ISO dates, null for missing. Nothing is computed here; it only presents the run.
 */

import { periodKey } from '../../core/base/period/period.ts';
import { fromPoints } from '../../core/base/quantity/points.ts';
import type { Flag } from '../../core/judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../../core/judge/run/run-result.ts';
import type { CriterionScore, RankedUnit, ScoreSheet } from '../../core/judge/score/score-sheet.ts';
import type { Criterion } from '../../core/movement/criteria-set.ts';
import { setOfReport } from '../../core/movement/criteria-set-for.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import type { Entry, Read } from '../../core/report/report.ts';
import { tableOf } from '../../core/report/table-of.ts';
import { setsUsed } from '../../core/sheets/council/scored-subtitle.ts';
import { mapped } from '../files/write-json.ts';
import type { AboutFiles, CommandRun, Stopped } from '../run/run.ts';

/** The whole document, for writeJson: the reports are made one by one as they are written. */
export function runDocument({ result, movementChosen, about, evidence }: CommandRun) {
  return {
    movement: { id: result.movement.id, title: result.movement.title, chosenBySheets: movementChosen },
    period: result.period && periodKey(result.period),
    sets: setsUsed(result, result.reports),
    reports: mapped(result.reports, (reportResult) => reportDocument(reportResult, result)),
    ranking: result.rankings.map(placeDocument),
    ...aboutDocument(about),
    flags: result.looseFlags.map(flagDocument),
    impacts: result.impacts,
    silent: result.silent,
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceDocument) }),
  };
}

/** The same document for a run that could not be done: no reports, but every file is named. */
export function stoppedDocument({ stopped, about }: Stopped) {
  return {
    movement: null,
    period: null,
    reports: [],
    ranking: [],
    ...aboutDocument(about),
    flags: [],
    impacts: [],
    silent: [],
    stopped,
  };
}

function aboutDocument({ unreadable, notReports, notes }: AboutFiles) {
  const plain = ({ file, reason }: AboutFiles['notes'][number]) => ({ file, reason });
  return { unreadable: unreadable.map(plain), notReports: notReports.map(plain), notes: notes.map(plain) };
}

function evidenceDocument({
  unit,
  criterion,
  name,
  kind,
  hash,
  size,
  number,
  date,
  state,
  who,
  reason,
}: PlacedEvidence) {
  return { file: name, unit, criterion, kind, state, who, reason, number, date, size, hash };
}

function reportDocument({ report, unit, flags, score }: ReportResult, { movement, period }: RunResult) {
  const set = setOfReport(movement, report, period);
  const targets = new Map(set?.criteria.map(({ code, target }) => [code, target]));
  return {
    file: report.file,
    sheet: report.layout.sheet,
    table: tableOf(report).slice(report.layout.sheet.length + 1),
    unit,
    audience: report.audience,
    period: report.period && periodKey(report.period.period),
    date: report.date?.date ?? null,
    entries: report.entries.map((entry) => entryDocument(entry, targets)),
    leftovers: report.account?.leftovers ?? [],
    flags: flags.map(flagDocument),
    score: score && scoreDocument(score),
  };
}

interface EntryDocument {
  readonly criterion: string;
  readonly title: string;
  /** The criterion's target in the period of the run; null for a criterion without a target, and for parts. */
  readonly target: Criterion['target'];
  readonly numerator: JsonValue;
  readonly denominator: JsonValue;
  readonly value: JsonValue;
  readonly self: JsonValue;
  readonly evidence: readonly string[];
  readonly explanation: string | null;
  /** Cell of each value, A1. */
  readonly cells: Readonly<Record<string, string>>;
  readonly parts?: readonly EntryDocument[];
}

type JsonValue = number | string | boolean | null;

function entryDocument(entry: Entry, targets: ReadonlyMap<string, Criterion['target']>): EntryDocument {
  const { numerator, denominator, value, self } = entry;
  const reads = { numerator, denominator, value, self };
  const cells = Object.entries(reads).flatMap(([role, read]) => (read ? [[role, read.cell.address]] : []));
  return {
    criterion: entry.criterion,
    title: entry.title.text,
    target: targets.get(entry.criterion) ?? null,
    numerator: plainValue(numerator),
    denominator: plainValue(denominator),
    value: plainValue(value),
    self: plainValue(self),
    evidence: entry.evidence,
    explanation: entry.explanation?.text ?? null,
    cells: Object.fromEntries([['title', entry.title.cell.address], ...cells]),
    ...(entry.parts ? { parts: entry.parts.map((part) => entryDocument(part, targets)) } : {}),
  };
}

/**
 * A number, true/false, an ISO day, a level's code; what could not be read stands as its text; null when there is
 * nothing.
 */
function plainValue(read: Read | undefined): JsonValue {
  if (!read) return null;
  const { reading } = read;
  switch (reading.kind) {
    case 'number':
      return Math.round(reading.value * 1e6) / 1e6;
    case 'fraction':
      return `${reading.a}/${reading.b}`;
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'date':
      return reading.date;
    case 'level':
      return reading.code;
    case 'missing':
      return null;
    case 'not-applicable':
    case 'error':
    case 'ambiguous':
    case 'bound':
    case 'bad-date':
    case 'text':
      return reading.text;
  }
}

function flagDocument(flag: Flag) {
  return {
    id: flag.id,
    code: flag.code,
    severity: flag.severity,
    unit: flag.unit,
    criterion: flag.criterion,
    file: flag.file,
    sheet: flag.cell?.sheet ?? null,
    cell: flag.cell?.address ?? null,
    message: flag.message,
    suggestion: flag.suggestion,
  };
}

function scoreDocument(score: ScoreSheet) {
  return {
    set: score.set,
    version: score.version,
    self: orNull(score.self),
    computed: fromPoints(score.total),
    max: fromPoints(score.max),
    share: score.share / 100,
    low: fromPoints(score.low),
    high: fromPoints(score.high),
    classification: score.classification?.name ?? null,
    classReasons: score.classReasons,
    possibleClasses: score.possibleClasses,
    points: score.points.map(pointDocument),
  };
}

/**
 * `computed` is what counts (the least while a flag is open), so that the points add up to the total; null while
 * ungraded.
 */
function pointDocument(point: CriterionScore) {
  const ungraded = point.status === 'to-grade' && point.points === 0;
  return {
    criterion: point.criterion,
    self: orNull(point.self),
    computed: ungraded ? null : fromPoints(point.points),
    max: fromPoints(point.max),
    reason: point.reason,
    low: fromPoints(point.low),
    high: fromPoints(point.high),
    status: point.status,
    asReported: orNull(point.computed),
    appraisal: point.proposal && { ...point.proposal, points: fromPoints(point.proposal.points) },
  };
}

function placeDocument(place: RankedUnit) {
  const { rank, best, worst, unit, audience, bloc, points, share, tie } = place;
  const field = bloc === undefined ? { audience } : { audience, bloc };
  return { rank, best, worst, unit, ...field, points: fromPoints(points), share: share / 100, tie };
}

function orNull(points: number | null): number | null {
  return points === null ? null : fromPoints(points);
}

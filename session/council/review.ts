/** The council's decisions: adds a line to its log, then brings points, places and marks up to date. */

import type { Points } from '../../core/base/quantity/points.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { headsOf } from '../../core/council/ancestry.ts';
import type { LogEntry } from '../../core/council/entry.ts';
import { type EntryKind, TAKEN_BACK_BY } from '../../core/council/entry-kinds.ts';
import { append, type Log } from '../../core/council/log.ts';
import { councilQueue, type QueueSheet } from '../../core/council/queue.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { boundsOf, type PointsBounds } from '../../core/movement/bounds-of.ts';
import { setOfReport } from '../../core/movement/criteria-set-for.ts';
import { readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { entryActions, readCouncilLog } from '../record/council-log.ts';
import { sealsAfter } from '../record/sealed-rows.ts';
import { type Scored, score, scoreAfter, type Unscored } from '../run/check-and-score.ts';
import { type LoadedBook, load } from '../run/load.ts';
import { runOver, type SessionRun } from '../run/run.ts';

export interface WithdrawWanted {
  /** Id of the decision or vote. */
  readonly id: string;
  readonly reason: string;
  readonly who: string;
}

/** A decision as an officer makes it, not written yet. */
export interface DecisionWanted {
  readonly unit: string;
  readonly flag: string | null;
  readonly criterion: string | null;
  readonly kind: EntryKind;
  /** Hundredths, for `adjust`. */
  readonly points: Points | null;
  readonly reason: string;
  readonly who: string;
}

/** Items that wait for the council, those with most at stake first. */
export function queueOf({ result, current }: Pick<SessionRun, 'result' | 'current'>): readonly QueueSheet[] {
  return councilQueue(result, current);
}

/** Records a decision, as `decideAll` records many. */
export function decide(
  host: Host,
  wanted: DecisionWanted,
  at: string,
  progress?: (done: number) => void,
): Promise<Result<Scored | Unscored>> {
  return decideAll(host, [wanted], at, progress);
}

/**
 * Records decisions, an entry each, and scores once afterwards. The workbook is read first, so a decision is always
 * about its present content. All or none: refused when the target of a decision is gone, or a decision cannot be
 * recorded. A tampered log does not block decisions, and stays reported.
 */
export async function decideAll(
  host: Host,
  wanted: readonly DecisionWanted[],
  at: string,
  progress?: (done: number) => void,
): Promise<Result<Scored | Unscored>> {
  const read = await load(host);
  if (!read.ok) return read;
  const loaded = read.value;
  const run = await runOver(loaded);
  const grounds = groundsOf(loaded.reports, run.result.flags);
  let log = loaded.log;
  const entries: LogEntry[] = [];
  for (const decisionWanted of wanted) {
    const { unit, flag, criterion } = decisionWanted;
    const which = wanted.length === 1 ? '' : `${unit}${criterion === null ? '' : `, tiêu chí ${criterion}`}: `;
    const subject = grounds.subjectOf({ unit, flag, criterion });
    if (subject === null) return refuse('gone', `${which}${GONE}`);
    const added = append(log, { ...decisionWanted, at, subject }, boundsIn(run, decisionWanted));
    if (!added.ok) return refuse(added.refusal.code, `${which}${added.refusal.message}`);
    log = added.value.log;
    entries.push(added.value.entry);
  }
  return record(host, loaded, { log, entries }, progress);
}

const GONE = 'Cảnh báo hoặc báo cáo này không còn trong tệp; hãy bấm Kiểm tra và chấm điểm lại.';

/**
 * Withdraws a decision by adding a line to the log, never by removing one. Its target is open again and can be decided
 * anew; both lines stay. Refused when there is no such decision.
 */
export async function withdraw(
  host: Host,
  { id, reason, who }: WithdrawWanted,
  at: string,
  progress?: (done: number) => void,
): Promise<Result<Scored | Unscored>> {
  const read = await load(host);
  if (!read.ok) return read;
  const made = read.value.log.find((entry) => entry.id === id);
  if (!made) return refuse('gone', 'Không còn quyết định này trong sổ; hãy bấm Kiểm tra và chấm điểm lại.');
  const { unit, flag, criterion, subject } = made;
  const kind = TAKEN_BACK_BY[made.kind] ?? made.kind;
  const taken = { unit, flag, criterion, subject, kind, points: null, reason, who, at };
  const added = append(read.value.log, taken, null);
  if (!added.ok) return added;
  const { log, entry } = added.value;
  return record(host, read.value, { log, entries: [entry] }, progress);
}

/** More entries and their seal into the workbook, then the points they change. */
async function record(
  host: Host,
  loaded: LoadedBook,
  { log, entries }: { readonly log: Log; readonly entries: readonly LogEntry[] },
  progress?: (done: number) => void,
): Promise<Result<Scored | Unscored>> {
  // Nothing is added to a log that cannot be read, nor is a setting written over that is not understood.
  const readable = readCouncilLog(loaded.book, loaded.settings.seals);
  if (!readable.ok) return readable;
  const sound = readSettings(loaded.book);
  if (!sound.ok) return sound;
  const settings = { ...loaded.settings, seals: sealsAfter(log, headsOf(log), loaded.settings.seals) };
  const label = 'Quyết định của Hội đồng';
  const actions = [...entryActions(loaded.book, entries), ...settingsActions(loaded.book, settings)];
  const noted = await performWhole(host, label, actions, 'Chưa ghi được quyết định.');
  if (!noted.ok) return noted;
  // Nothing but our own rows changed, so the book that was read still stands; only the log is longer.
  const after = withLog(loaded, log, settings);
  return done(await scoreAfter(noted.value, label, () => score(host, after, label, progress)));
}

function withLog(loaded: LoadedBook, log: Log, settings: LoadedBook['settings']): LoadedBook {
  return { ...loaded, log, settings };
}

/** Between which the criterion's points can be set; null when no single criterion is meant. */
function boundsIn({ result }: SessionRun, { unit, criterion: code }: DecisionWanted): PointsBounds | null {
  const { movement, period } = result;
  const report = result.reports.find(
    (reportResult) => reportResult.unit === unit && reportResult.score !== null,
  )?.report;
  const criterion =
    report && setOfReport(movement, report, period)?.criteria.find((criterion) => criterion.code === code);
  return criterion ? boundsOf(criterion) : null;
}

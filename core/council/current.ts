/**
 * Which decisions of the log count now. One counts when nothing later was decided on the same thing, the figures under
 * it are still those it was made on, and no other copy of the workbook decided otherwise; all others are listed with
 * the reason why not.
 */

import type { Decision } from '../judge/flag/decision.ts';
import { lineageOf } from './ancestry.ts';
import type { LogEntry } from './entry.ts';
import { isAppraisal, TAKEN_BACK_BY } from './entry-kinds.ts';
import { type Conflict, conflictsAmong, lastWords } from './last-words.ts';
import type { Log } from './log.ts';
import type { DecisionTarget, Grounds } from './subject.ts';
import { questionKey } from './target-key.ts';

export interface EntryState {
  readonly entry: LogEntry;
  /** Its target now: the flag may be in another cell than at the time of the decision. */
  readonly target: DecisionTarget;
  readonly state: 'in-force' | 'superseded' | 'withdrawn' | 'stale' | 'conflict';
  /** Vietnamese sentence why it does not count; '' when it does. */
  readonly note: string;
  /** Ids of the decisions it stands against; they do not count either. */
  readonly conflictsWith: readonly string[];
}

export interface Current {
  /** For scoring, in the order they are to be taken. */
  readonly decisions: readonly Decision[];
  /** Every entry, in the log's order. */
  readonly entries: readonly EntryState[];
  /** Those whose figures changed since, or whose flag is gone: to be looked at again. */
  readonly stale: readonly EntryState[];
  readonly conflicts: readonly Conflict[];
}

/** `log` must hold only sealed entries (table.ts sees to it) and be in order. */
export function currentDecisions(log: Log, grounds: Grounds): Current {
  const targets = new Map(log.map((entry) => [entry, targetNow(entry, grounds)] as const));
  const targetOf = (entry: LogEntry): DecisionTarget => targets.get(entry) ?? entry;
  const keys = new Map(log.map((entry) => [entry, questionKey(entry, targetOf(entry))] as const));
  const keyOf = (entry: LogEntry) => keys.get(entry) ?? '';
  const isBefore = lineageOf(log);
  const last = lastWords(log, keyOf, isBefore);
  const subjects = new Map(last.map((entry) => [entry, grounds.subjectOf(targetOf(entry))] as const));
  // Taking back rests on no figures.
  const isFresh = (entry: LogEntry) =>
    TAKEN_BACK_BY[entry.kind] === null || grounds.holds(targetOf(entry), entry.subject);
  const fresh = last.filter(isFresh);
  const conflicts = conflictsAmong(fresh, keyOf, isBefore);
  const disputed = new Map(
    conflicts.flatMap((conflict) => conflict.entries.map((entry) => [entry, conflict] as const)),
  );
  // Of several that decide the same in different copies the last speaks for all.
  const spoken = new Map(fresh.map((entry) => [keyOf(entry), entry] as const));

  const stateOf = (entry: LogEntry): Omit<EntryState, 'entry' | 'target'> => {
    const subject = subjects.get(entry);
    if (subject === undefined) return overtaken(log, entry, keyOf, isBefore);
    if (!isFresh(entry))
      return {
        state: 'stale',
        note: staleNote(entry, subject, grounds.figuresNow(targetOf(entry))),
        conflictsWith: [],
      };
    const conflict = disputed.get(entry);
    if (conflict) {
      const conflictsWith = conflict.entries.filter((other) => other !== entry).map((other) => other.id);
      return { state: 'conflict', note: DISPUTED, conflictsWith };
    }
    if (spoken.get(keyOf(entry)) !== entry) return { state: 'superseded', note: REPEATED, conflictsWith: [] };
    return { state: 'in-force', note: '', conflictsWith: [] };
  };

  const entries = log.map((entry): EntryState => ({ entry, target: targetOf(entry), ...stateOf(entry) }));
  const inForce = entries.filter(({ state }) => state === 'in-force').flatMap(toDecision);
  // Accepting one flag must not undo points set through another of the same criterion, so these go first.
  const isAcceptedFlag = (decision: Decision) => decision.kind === 'accept' && decision.flag !== null;
  return {
    decisions: [...inForce.filter(isAcceptedFlag), ...inForce.filter((decision) => !isAcceptedFlag(decision))],
    entries,
    stale: entries.filter(({ state }) => state === 'stale'),
    conflicts: conflicts.filter((conflict) => !isOverruled(conflict, targetOf, inForce)),
  };
}

/** Appraisals that differ wait for nobody once the council itself set the criterion's points. */
function isOverruled(
  { entries: [first] }: Conflict,
  targetOf: (entry: LogEntry) => DecisionTarget,
  inForce: readonly Decision[],
): boolean {
  if (!first || !isAppraisal(first.kind)) return false;
  const { unit, criterion } = targetOf(first);
  return inForce.some(
    (decision) => decision.kind === 'adjust' && decision.unit === unit && decision.criterion === criterion,
  );
}

/** `now` = what stands there now; what stood there before, the record does not hold. */
function staleNote(entry: LogEntry, subject: string | null, now: string): string {
  if (subject === null) return GONE;
  const figures = now === '' ? '' : ` Nay ghi ${now}.`;
  return `${isAppraisal(entry.kind) ? REAPPRAISE : CHANGED}${figures}`;
}

const CHANGED = 'Số liệu đã thay đổi sau khi quyết định: không tính, cần quyết định lại.';
const REAPPRAISE = 'Số liệu đã thay đổi sau khi thẩm định: không tính, cần thẩm định lại.';
const GONE = 'Cảnh báo hoặc báo cáo không còn: không tính.';
const DISPUTED = 'Hai bản của sổ làm việc quyết định khác nhau: chưa tính, cần quyết định lại.';
const REPEATED = 'Bản khác của sổ làm việc cũng quyết định như vậy.';
const SUPERSEDED = 'Đã có quyết định sau về cùng nội dung.';
const WITHDRAWN = 'Đã được rút lại.';

function targetNow(entry: LogEntry, grounds: Grounds): DecisionTarget {
  const target = { unit: grounds.unitFor(entry.unit), flag: entry.flag, criterion: entry.criterion };
  return { ...target, flag: grounds.flagFor(target, entry.subject)?.id ?? entry.flag };
}

function overtaken(
  log: Log,
  entry: LogEntry,
  keyOf: (entry: LogEntry) => string,
  isBefore: (earlier: LogEntry, later: LogEntry) => boolean,
): Omit<EntryState, 'entry' | 'target'> {
  const key = keyOf(entry);
  const next = log.find((later) => isBefore(entry, later) && keyOf(later) === key);
  return next !== undefined && TAKEN_BACK_BY[next.kind] === null
    ? { state: 'withdrawn', note: WITHDRAWN, conflictsWith: [] }
    : { state: 'superseded', note: SUPERSEDED, conflictsWith: [] };
}

function toDecision({ entry, target }: EntryState): readonly Decision[] {
  const { id, kind, points, reason, who, at } = entry;
  return kind === 'withdraw' || kind === 'withdraw-appraisal' ? [] : [{ id, ...target, kind, points, reason, who, at }];
}

/**
 * Summary of the council's log up to a day, without checking it against the reports: the units whose report it sent
 * back, the number of decisions, whether the results were closed. Whether the figures behind a decision are unchanged
 * is checked in current.ts.
 */
import { lineageOf } from './ancestry.ts';
import { isAppraisal } from './entry-kinds.ts';
import { lastWords } from './last-words.ts';
import type { Log } from './log.ts';
import { type SessionLog, standingClose } from './session-log.ts';
import { questionKey } from './target-key.ts';

export interface DecidedBy {
  /** Unit as the log names it → the last return that was neither taken back nor decided over. */
  readonly returned: ReadonlyMap<string, { readonly day: string; readonly reason: string }>;
  /** Unit → how many things of its report are decided. */
  readonly decided: ReadonlyMap<string, number>;
  /** ISO day the results were closed; null = open. */
  readonly closedOn: string | null;
}

/** `log` must hold only sealed entries and be in order; `asOf` = ISO day, itself included. */
export function decidedBy(log: Log, sessions: SessionLog, asOf: string): DecidedBy {
  const until = log.filter(({ at }) => at.slice(0, 10) <= asOf);
  const last = lastWords(until, (entry) => questionKey(entry, entry), lineageOf(until));
  const returned = new Map<string, { day: string; reason: string }>();
  const decided = new Map<string, number>();
  for (const { kind, unit, at, reason } of last) {
    if (kind === 'return') returned.set(unit, { day: at.slice(0, 10), reason });
    else if (kind !== 'withdraw' && !isAppraisal(kind)) decided.set(unit, (decided.get(unit) ?? 0) + 1);
  }
  const closed = standingClose(sessions.filter(({ at }) => at.slice(0, 10) <= asOf));
  return { returned, decided, closedOn: closed?.at.slice(0, 10) ?? null };
}

/**
 * Merges the logs of several copies of a workbook: every entry of every copy, once. Copies that diverged stay visible
 * as branches; the next decision comes after all of them.
 */
import { inOrder, lineageOf } from './ancestry.ts';
import type { LogEntry } from './entry.ts';
import { type Conflict, conflictsAmong, lastWords } from './last-words.ts';
import type { Log } from './log.ts';
import { questionKey } from './target-key.ts';

interface Merged {
  readonly log: Log;
  /** Conflicts that the council decides again; neither side counts until then. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Nothing is dropped: an entry that was edited under its seal is kept beside the true entry. The order of the copies
 * does not matter.
 */
export function mergeLogs(logs: readonly Log[]): Merged {
  const log = inOrder(logs.flat());
  const isBefore = lineageOf(log);
  const keyOf = (entry: LogEntry) => questionKey(entry, entry);
  return { log, conflicts: conflictsAmong(lastWords(log, keyOf, isBefore), keyOf, isBefore) };
}

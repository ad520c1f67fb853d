/** The last decisions of the log on each question, and where branches hold decisions that contradict each other. */
import { groupBy } from '../base/group-by.ts';
import type { lineageOf } from './ancestry.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LogEntry } from './entry.ts';

/** Decisions made without knowing of each other that cannot both hold, side by side in the log's order. */
export interface Conflict {
  readonly unit: string;
  readonly criterion: string | null;
  readonly entries: readonly LogEntry[];
}

type Lineage = ReturnType<typeof lineageOf>;

/**
 * Entries that have no later entry on the same question in their line; several where branches met. In the log's order.
 */
export function lastWords(
  log: readonly LogEntry[],
  keyOf: (entry: LogEntry) => string,
  isBefore: Lineage,
): readonly LogEntry[] {
  const standing = new Map<string, LogEntry[]>();
  for (const entry of log) {
    const key = keyOf(entry);
    const open = (standing.get(key) ?? []).filter((earlier) => !isBefore(earlier, entry));
    standing.set(key, [...open, entry]);
  }
  const last = new Set([...standing.values()].flat());
  return log.filter((entry) => last.has(entry));
}

/**
 * Conflicts among the last decisions. Two equal decisions do not conflict, nor do decisions on two flags of a criterion
 * when one of the flags is accepted.
 */
export function conflictsAmong(
  last: readonly LogEntry[],
  keyOf: (entry: LogEntry) => string,
  isBefore: Lineage,
): readonly Conflict[] {
  const groups = groupBy(last, (entry) => {
    const { unit, criterion } = entry;
    return criterion === null ? keyOf(entry) : canonicalJson(['criterion', unit, criterion]);
  });
  const clash = (x: LogEntry, y: LogEntry) =>
    (keyOf(x) === keyOf(y) || (rules(x) && rules(y))) && !agree(x, y) && !isBefore(x, y) && !isBefore(y, x);
  return [...groups.values()].flatMap((group) => {
    const entries = group.filter((readonly) => group.some((other) => clash(readonly, other)));
    const [first] = entries;
    return first ? [{ unit: first.unit, criterion: first.criterion, entries }] : [];
  });
}

/** It speaks about the criterion's points as a whole, not only about its own flag. */
function rules({ kind, flag }: LogEntry): boolean {
  return kind === 'adjust' || kind === 'return' || (kind === 'accept' && flag === null);
}

function agree(x: LogEntry, y: LogEntry): boolean {
  return x.kind === y.kind && x.points === y.points;
}

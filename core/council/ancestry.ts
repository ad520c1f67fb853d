/**
 * Which entry knew of which: every entry names the seals before it, so copies of a workbook that were edited apart
 * form branches. Gives the entries one order that does not depend on which copy was read first.
 */
import { canonicalJson, type Plain } from './canonical-json.ts';

/** The links from an entry to earlier entries. */
export interface Ancestry {
  /** Highest number before it plus 1, starting at 1. Entries of different copies of the workbook can share a number. */
  readonly seq: number;
  /** ISO date and time with offset. */
  readonly at: string;
  /** Seals of the last entries known when it was made. */
  readonly previous: readonly string[];
  /** Its own seal. */
  readonly hash: string;
}

/**
 * By time, an entry never before those it came after even when its clock ran late; equal times by number, then by seal.
 * The same set of entries always comes out in the same order. Entries that are equal in every field stand once.
 */
export function inOrder<T extends Ancestry & { readonly [field: string]: Plain }>(entries: readonly T[]): readonly T[] {
  const known = new Map(entries.map((entry) => [canonicalJson(entry), entry] as const));
  const bySeq = [...known].sort(([x, a], [y, b]) => a.seq - b.seq || compareText(x, y));
  const timeOf = new Map<string, number>();
  const placed = bySeq.map(([text, entry]) => {
    const time = Math.max(Date.parse(entry.at), ...entry.previous.map((hash) => timeOf.get(hash) ?? 0));
    timeOf.set(entry.hash, Math.max(time, timeOf.get(entry.hash) ?? 0));
    return { text, entry, time };
  });
  placed.sort(
    (x, y) =>
      x.time - y.time ||
      x.entry.seq - y.entry.seq ||
      compareText(x.entry.hash, y.entry.hash) ||
      compareText(x.text, y.text),
  );
  return placed.map(({ entry }) => entry);
}

function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Seals no other entry names as its past: the ends of the branches, in order. */
export function headsOf(log: readonly Ancestry[]): readonly string[] {
  const named = new Set(log.flatMap((entry) => entry.previous));
  return [...new Set(log.map((entry) => entry.hash))].filter((hash) => !named.has(hash)).sort();
}

/** Number and past of an entry made now, knowing all of the log. */
export function nextLink(log: readonly Ancestry[]): Pick<Ancestry, 'seq' | 'previous'> {
  return { seq: log.reduce((highest, entry) => Math.max(highest, entry.seq), 0) + 1, previous: headsOf(log) };
}

/** Tells whether the second of two entries of the log was made knowing the first. The log must be in order. */
export function lineageOf(log: readonly Ancestry[]): (earlier: Ancestry, later: Ancestry) => boolean {
  const positions = new Map<string, number>();
  const width = Math.ceil(log.length / 32);
  const pasts: Uint32Array[] = [];
  log.forEach((entry, at) => {
    const past = new Uint32Array(width);
    for (const hash of entry.previous) {
      const parent = positions.get(hash);
      if (parent === undefined) continue;
      pasts[parent]?.forEach((bits, word) => {
        past[word] = (past[word] ?? 0) | bits;
      });
      past[parent >>> 5] = (past[parent >>> 5] ?? 0) | (1 << (parent & 31));
    }
    pasts.push(past);
    if (!positions.has(entry.hash)) positions.set(entry.hash, at);
  });
  return (earlier, later) => {
    const from = positions.get(earlier.hash);
    const past = pasts[positions.get(later.hash) ?? -1];
    return from !== undefined && (((past?.[from >>> 5] ?? 0) >>> (from & 31)) & 1) === 1;
  };
}

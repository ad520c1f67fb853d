/**
 * Confirmed captures on their way to Excel: waiting until the add-in confirms that they are in the workbook. Times are
 * the caller's.
 */
import type { Store } from './db.ts';
import type { CaptureRecord } from './records.ts';

/**
 * Characters of observations in one page as JSON: far below what a message may carry (64 MiB), so that a slow computer
 * shows progress.
 */
const PAGE = 2_000_000;
const BATCH = 50;

interface WaitingPage {
  readonly captures: readonly CaptureRecord[];
  /** Id to go on after; null = the last page. */
  readonly next: string | null;
}

/** Waiting captures in the order of their ids, starting behind `after`. */
export async function waitingPage(db: Store, after: string | null): Promise<WaitingPage> {
  const ids = await waitingIds(db);
  const captures: CaptureRecord[] = [];
  let size = 0;
  for (let at = after === null ? 0 : ids.filter((id) => id <= after).length; at < ids.length; at += BATCH) {
    for (const record of await db.captures.bulkGet(ids.slice(at, at + BATCH))) {
      if (!record) continue;
      if (size >= PAGE) return { captures, next: captures.at(-1)?.id ?? null };
      captures.push(record);
      size += JSON.stringify(record.observations).length;
    }
  }
  return { captures, next: null };
}

export function waitingCount(db: Store): Promise<number> {
  return db.outbox.where('state').equals('waiting').count();
}

/** Waiting → sent; how many there were. Ids sent before, or unknown, are left as they are. */
export function markSent(db: Store, ids: readonly string[], at: string): Promise<number> {
  return db.outbox
    .where('captureId')
    .anyOf(ids)
    .and(({ state }) => state === 'waiting')
    .modify({ state: 'sent', sentAt: at });
}

/** Sent → waiting, for a workbook that was lost; how many there were. */
export function markWaiting(db: Store, ids: readonly string[]): Promise<number> {
  return db.outbox
    .where('captureId')
    .anyOf(ids)
    .and(({ state }) => state === 'sent')
    .modify({ state: 'waiting', sentAt: null });
}

async function waitingIds(db: Store): Promise<string[]> {
  return (await db.outbox.where('state').equals('waiting').primaryKeys()).sort();
}

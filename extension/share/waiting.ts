/** Which confirmed captures still wait for the shared book. */
import type { Store } from '../store/db.ts';

/** How many confirmed captures the book does not have yet, and how many it has. */
export async function sentCounts(
  db: Store,
  since: string,
): Promise<{ readonly waiting: number; readonly sent: number }> {
  const [waiting, sent] = await Promise.all([
    waitingCaptures(db, since),
    db.sharedCaptures.where('state').equals('sent').count(),
  ]);
  return { waiting: waiting.length, sent };
}

/** Confirmed captures the book does not have yet; `isSigned` = their figures are on their way. */
export async function waitingCaptures(db: Store, since: string) {
  const [inTime, confirmed, marks] = await Promise.all([
    db.captures.where('at').aboveOrEqual(since).primaryKeys(),
    // Every confirmed capture is in the outbox to Excel, whether Excel has taken it or not.
    db.outbox.toCollection().primaryKeys(),
    db.sharedCaptures.toArray(),
  ]);
  const [isConfirmed, states] = [new Set(confirmed), new Map(marks.map((mark) => [mark.captureId, mark.state]))];
  return inTime.flatMap((id) =>
    isConfirmed.has(id) && states.get(id) !== 'sent' ? [{ id, isSigned: states.has(id) }] : [],
  );
}

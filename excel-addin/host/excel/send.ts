/**
 * Sends operations in order, in batches below the size limit. A batch is no transaction: when an operation fails, those
 * before it stay. A marker after each operation reveals which ones ran: a count whose answer arrives only if Excel got
 * that far.
 */

import type { Refusal } from '../../../core/base/result.ts';
import { type HostCode, refusalOfOffice } from '../../../session/host/errors.ts';
import { CALL, type Op } from './op.ts';
import { type Conversation, MAX_BYTES } from './run.ts';

interface SendOutcome {
  /** Operations that ran, and the failing operation, which may be half done. */
  readonly done: readonly Op[];
  readonly failed: { readonly ops: readonly Op[]; readonly refusal: Refusal } | null;
}

/** Faults of a request as a whole: nothing of it ran. */
const WHOLE: ReadonlySet<HostCode> = new Set<HostCode>(['editing', 'too-big', 'offline', 'busy']);

export async function sendOps(
  talk: Conversation,
  ops: readonly Op[],
  progress: (done: number) => void,
): Promise<SendOutcome> {
  const done: Op[] = [];
  for (const batch of batchesOf(ops)) {
    const markers = batch.map((op) => {
      op.send();
      return talk.context.workbook.worksheets.getCount();
    });
    talk.count({ up: batch.reduce((sum, { bytes }) => sum + bytes + CALL, 0), down: 60 * batch.length });
    try {
      await talk.sync();
    } catch (error) {
      const refusal = refusalOfOffice(error);
      if (!refusal) throw error;
      const ran = markers.findIndex((marker) => !hasCome(marker));
      const nothing = WHOLE.has(refusal.code) && ran === 0;
      // An Excel that returns nothing for a failed request leaves it unknown what ran. All are recorded, because undo
      // looks at each cell anyway.
      const open = nothing ? 0 : ran === 0 ? batch.length : ran + 1;
      const failedFrom = done.length + Math.max(0, ran);
      done.push(...batch.slice(0, open));
      return { done, failed: { ops: ops.slice(failedFrom), refusal } };
    }
    await correct(talk, batch);
    done.push(...batch);
    progress(done.length / ops.length);
  }
  return { done, failed: null };
}

/** What Excel took without doing it is tried the other way; a look that cannot be had stops no run. */
async function correct(talk: Conversation, batch: readonly Op[]): Promise<void> {
  const others = batch.flatMap(({ check }) => check?.() ?? []);
  if (others.length === 0) return;
  const isDone = await sent(talk, others);
  if (!isDone)
    await sent(
      talk,
      batch.flatMap(({ otherwise }) => otherwise ?? []),
    );
}

/** Whether Excel did all of it. */
async function sent(talk: Conversation, calls: readonly (() => void)[]): Promise<boolean> {
  if (calls.length === 0) return true;
  for (const call of calls) call();
  try {
    await talk.sync();
    return true;
  } catch (error) {
    if (!refusalOfOffice(error)) throw error;
    return false;
  }
}

/** Neighbours together until the limit; each operation is small enough by itself. */
export function batchesOf(ops: readonly Op[]): Op[][] {
  const batches: Op[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const op of ops) {
    const weight = op.bytes + CALL;
    if (bytes + weight > MAX_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(op);
    bytes += weight;
  }
  return batches;
}

function hasCome(marker: OfficeExtension.ClientResult<number>): boolean {
  try {
    return marker.value >= 0;
  } catch {
    return false;
  }
}

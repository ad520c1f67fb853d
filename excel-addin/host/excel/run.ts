/**
 * One conversation with Excel: an `Excel.run` whose syncs and bytes are counted and whose Office errors become
 * refusals. A cell being edited is an error at once, not a wait: a waiting run hangs until the officer clicks
 * elsewhere.
 */

import type { Result } from '../../../core/base/result.ts';
import { hostRefusal, refusalOfOffice } from '../../../session/host/errors.ts';
import type { Traffic } from '../../../session/host/port.ts';
import { excelCaps } from './caps.ts';

/** Largest request we send and largest answer we ask for at once, in bytes; Excel on the web refuses 5 MB. */
export const MAX_BYTES = 4_000_000;

export interface Conversation {
  readonly context: Excel.RequestContext;
  /** Sends what is queued. */
  readonly sync: () => Promise<void>;
  /** Adds to the estimate of what goes up or comes down. */
  readonly count: (bytes: { readonly up?: number; readonly down?: number }) => void;
  readonly traffic: () => Traffic;
}

/** Runs `work`; what Office throws is a refusal, anything else is our bug and passes through. */
export async function converse<T>(work: (talk: Conversation) => Promise<Result<T>>): Promise<Result<T>> {
  const { enough, undoGroup } = excelCaps();
  if (!enough) return { ok: false, refusal: hostRefusal('unsupported-version') };
  try {
    return await Excel.run({ delayForCellEdit: false, ...(undoGroup ? { mergeUndoGroup: true } : {}) }, (context) =>
      work(conversation(context)),
    );
  } catch (error) {
    const refusal = refusalOfOffice(error);
    if (!refusal) throw error;
    return { ok: false, refusal };
  }
}

function conversation(context: Excel.RequestContext): Conversation {
  let syncs = 0;
  let bytesUp = 0;
  let bytesDown = 0;
  return {
    context,
    sync: async () => {
      syncs += 1;
      await context.sync();
    },
    count: ({ up = 0, down = 0 }) => {
      bytesUp += up;
      bytesDown += down;
    },
    traffic: () => ({ syncs, bytesUp, bytesDown }),
  };
}

const encoder = new TextEncoder();

/** UTF-8 bytes of a value as JSON. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value) ?? '').length;
}

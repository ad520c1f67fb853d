/**
 * The one ear that is open to a page: the add-in's, for the captures that wait for Excel. A sender from elsewhere gets
 * no answer at all.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import {
  type HandOverAnswer,
  type HandOverAsk,
  type HandOverRefusal,
  handOverRequestSchema,
} from '../../core/portal/capture/hand-over.ts';
import type { Store } from '../store/db.ts';
import { markSent, waitingCount, waitingPage } from '../store/outbox.ts';
import { handedFigures } from '../store/revise.ts';

interface PageSender {
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
}

type HandOverReply = HandOverAnswer<HandOverAsk> | HandOverRefusal;

/**
 * undefined = not a page that may ask. `matches` = the manifest's patterns, an address with `/*` behind each; `now` =
 * milliseconds. Never rejects.
 */
export function answerPage(
  db: Store,
  message: unknown,
  sender: PageSender,
  matches: readonly string[],
  now: () => number,
): Promise<HandOverReply> | undefined {
  return matches.some((pattern) => isFrom(sender, pattern)) ? answerHandOver(db, message, now) : undefined;
}

/** The browser lets no other page through; this stands should the manifest ever say more than it must. */
function isFrom({ origin, url }: PageSender, pattern: string): boolean {
  const address = pattern.replace(/\*$/, '');
  return origin === new URL(address).origin && url?.startsWith(address) === true;
}

/** What a page that may ask is answered. Never rejects. */
export async function answerHandOver(db: Store, message: unknown, now: () => number): Promise<HandOverReply> {
  const request = handOverRequestSchema.safeParse(message).data;
  if (!request) return { ok: false, code: 'not-understood' };
  try {
    switch (request.ask) {
      case 'hello':
        return { ok: true, waiting: await waitingCount(db) };
      case 'waiting': {
        const { captures, next } = await waitingPage(db, request.after);
        const handed = captures.map(async (capture) => ({
          id: capture.id,
          observations: await handedFigures(db, capture),
        }));
        return { ok: true, captures: await Promise.all(handed), next };
      }
      case 'received':
        return { ok: true, sent: await markSent(db, request.ids, hanoiTime(new Date(now()))) };
    }
  } catch {
    return { ok: false, code: 'failed' };
  }
}

export function listenToAddIn(db: Store): void {
  const matches = chrome.runtime.getManifest().externally_connectable?.matches ?? [];
  chrome.runtime.onMessageExternal.addListener((message, sender, reply) => {
    const answered = answerPage(db, message, sender, matches, Date.now);
    if (!answered) return false;
    void answered.then(reply);
    return true;
  });
}

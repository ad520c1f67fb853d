/**
 * The province's book in this browser: pulled from the server and verified here. Only the key is stored; the entries
 * are fetched at every visit.
 */
import { hanoiTime } from '../core/base/period/hanoi-time.ts';
import type { Result } from '../core/base/result.ts';
import { type ReadEntry, type Signer, verified } from '../core/share/entry.ts';
import type { Fact } from '../core/share/fact.ts';
import { deviceOf } from '../core/share/sign-entry.ts';
import { type Standing, standingOf } from '../core/share/standing.ts';
import { say } from '../core/share/writer.ts';
import { serverOn } from '../session/share/server-on.ts';
import { newVerify } from '../session/share/web-crypto.ts';

export interface ProvinceBook {
  readonly device: string;
  /** All there is now; asks for what came since the last time. */
  readonly look: () => Promise<Result<{ readonly standing: Standing; readonly notes: readonly string[] }>>;
  /** Asks to take part, under this name. */
  readonly ask: (standing: Standing, name: string) => Promise<Result<null>>;
  /** Resolves when there is something new, or after a minute. */
  readonly news: () => Promise<void>;
}

const MINUTE = 60_000;

export function openBook(space: string, code: string | null, signer: Signer): ProvinceBook {
  const verify = newVerify();
  const carrier = serverOn({ origin: location.origin, space, code, signer });
  const sound = new Map<string, ReadEntry>();
  const unsure = new Map<string, ReadEntry>();
  let next = 0;
  let head: number | null = null;
  const look: ProvinceBook['look'] = async () => {
    const pulled = await carrier.pull(next);
    if (!pulled.ok) return pulled;
    const fresh = pulled.value.entries.filter(({ hash }) => !sound.has(hash));
    // What waited for its key may have it now; keys stand in entries that were verified before.
    const keys = [...sound.values()].filter(({ content: { fact } }) => fact && 'key' in fact);
    const open = [...unsure.values(), ...fresh];
    for (const readEntry of await verified(open, verify, keys)) sound.set(readEntry.hash, readEntry);
    unsure.clear();
    for (const readEntry of open) if (!sound.has(readEntry.hash)) unsure.set(readEntry.hash, readEntry);
    next = pulled.value.next;
    const forged =
      unsure.size > 0 ? [`${unsure.size} mục không mang chữ ký đúng của một máy đã biết: không nhận.`] : [];
    const notes = [...pulled.value.notes, ...forged];
    return { ok: true, value: { standing: standingOf(space, [...sound.values()]), notes } };
  };
  return {
    device: deviceOf(signer.key),
    look,
    ask: async (standing, name) => {
      const fact: Fact = { kind: 'joining', key: signer.key, name };
      const added = await say(signer, space, standing, [fact], hanoiTime(new Date()));
      if (!added.ok) return added;
      const pushed = await carrier.push(added.value);
      if (!pushed.ok) return pushed;
      const [why] = pushed.value;
      return why === undefined ? { ok: true, value: null } : { ok: false, refusal: { code: 'refused', message: why } };
    },
    news: async () => {
      head = await carrier.newsAfter(head, MINUTE);
    },
  };
}

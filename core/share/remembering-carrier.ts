/**
 * A carrier from which only new entries are pulled. Earlier entries come from this machine's own store, as long as the
 * carrier still shows the last entry it held before. Once a day, and after anything odd, all entries are pulled, so that
 * a carrier that lost or hides entries is noticed and gets them again.
 */
import type { Carrier } from './carrier.ts';
import type { ReadEntry } from './entry.ts';

/** The carrier's last known content. */
export interface CarrierMemory {
  readonly next: number;
  readonly hashes: readonly string[];
  /** When everything was last fetched; milliseconds, by this machine's own clock. */
  readonly wholeAt: number;
}

export interface Memory {
  /** Null when there is none. */
  readonly load: () => CarrierMemory | null;
  readonly save: (seen: CarrierMemory) => void;
}

/** Held in memory and passed to `keep`. A failure to store it only costs time: everything is fetched again. */
export function memoryIn(stored: CarrierMemory | null, keep: (seen: CarrierMemory) => Promise<unknown>): Memory {
  let seen = stored;
  return {
    load: () => seen,
    save: (now) => {
      seen = now;
      keep(now).catch(() => undefined);
    },
  };
}

const DAY = 24 * 3600 * 1000;

export function rememberingCarrier(far: Carrier, own: Carrier, memory: Memory, now: () => number): Carrier {
  const remember = (entries: readonly ReadEntry[], next: number, wholeAt: number) => {
    if (next > 0) memory.save({ next, hashes: entries.map(({ hash }) => hash), wholeAt });
  };

  const newsAfter = async (seen: CarrierMemory): Promise<Awaited<ReturnType<Carrier['pull']>> | null> => {
    const last = seen.hashes.at(-1);
    if (last === undefined || Math.abs(now() - seen.wholeAt) > DAY) return null;
    const here = await own.pull(0);
    if (!here.ok) return here;
    const held = new Set(seen.hashes);
    const known = here.value.entries.filter(({ hash }) => held.has(hash));
    if (known.length < held.size) return null;
    // The last one once more, as a sign that all is as it was.
    const news = await far.pull(seen.next - 1);
    if (!news.ok) return news;
    const [sign, ...added] = news.value.entries;
    if (sign?.hash !== last) return null;
    const place = new Map(seen.hashes.map((hash, at) => [hash, at]));
    known.sort((a, b) => (place.get(a.hash) ?? 0) - (place.get(b.hash) ?? 0));
    const entries = [...known, ...added];
    remember(entries, news.value.next, seen.wholeAt);
    return { ok: true, value: { ...news.value, entries } };
  };

  return {
    ...far,
    pull: async () => {
      const seen = memory.load();
      const news = seen && (await newsAfter(seen));
      if (news) return news;
      const all = await far.pull(0);
      if (!all.ok) return all;
      const there = new Set(all.value.entries.map(({ hash }) => hash));
      const lost = seen?.hashes.filter((hash) => !there.has(hash)).length ?? 0;
      remember(all.value.entries, all.value.next, now());
      const note = `Không còn thấy ${lost} mục đã thấy ở đó trước đây (phục hồi từ bản cũ, bị giấu, hoặc máy này hết quyền xem).`;
      return { ok: true, value: { ...all.value, notes: [...all.value.notes, ...(lost > 0 ? [note] : [])] } };
    },
  };
}

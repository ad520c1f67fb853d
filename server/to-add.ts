/** Entries as `share.add` takes them: the fields the database needs of each, and their bodies joined. */
import type { ReadEntry } from '../core/share/entry.ts';
import type { Fact } from '../core/share/fact.ts';
import { deviceOf } from '../core/share/sign-entry.ts';

interface ToAdd {
  readonly rows: string;
  readonly bodies: Buffer;
}

/** In the same order. `communes`: names by device, under which results are stored separately. */
export function toAdd(entries: readonly ReadEntry[], communes: ReadonlyMap<string, string>): ToAdd {
  const bodies = entries.map(({ body }) => Buffer.from(body));
  let start = 0;
  const rows = entries.map(({ hash, signature, content: { device, n, fact } }, at) => {
    const { length } = bodies[at] ?? Buffer.alloc(0);
    start += length;
    const notes = fact && notesOf(fact, communes.get(device) ?? '');
    return { at, hash, device, n, kind: fact?.kind ?? 'unknown', notes, start: start - length, length, signature };
  });
  return { rows: JSON.stringify(rows), bodies: Buffer.concat(bodies) };
}

/** What the database notes of an entry, so that it never has to read it (share.keep). */
function notesOf(fact: Fact, commune: string) {
  if (fact.kind === 'result') return { commune, period: fact.result.period };
  if ((fact.kind === 'evidence' || fact.kind === 'handed-in') && fact.file.pieces)
    return { file: fact.file.sha256, pieces: fact.file.pieces };
  if (fact.kind === 'sealing') return { file: fact.file };
  if (fact.kind === 'healing') return { device: fact.device, first: fact.first, last: fact.last };
  if (fact.kind === 'link-end') return { device: fact.device };
  // Seconds, because not every instant JavaScript reads PostgreSQL reads too.
  if (fact.kind === 'link')
    return { secret: fact.secret, device: deviceOf(fact.key), until: Math.floor(Date.parse(fact.until) / 1000) };
  return null;
}

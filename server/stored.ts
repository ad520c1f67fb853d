/**
 * What the database has of a space, as far as judging a push needs it. Entries of rights never change: a process reads
 * each once, and a digest over all of them proves that its copy is complete.
 */
import type { ReadEntry } from '../core/share/entry.ts';
import type { Engine, Query } from './engine/engine.ts';
import type { StoredSpace } from './judge.ts';
import { digestOfText, entryRead } from './read-entry.ts';

interface Row {
  readonly what: 'mark' | 'rights' | 'link' | 'known' | 'forked';
  readonly seq: string | number;
  readonly hash: string;
  readonly device: string;
  readonly n: number;
  /** Null where what is stored cannot be read. */
  readonly body: string | null;
  readonly signature: string;
}

interface SpaceRights {
  readonly upTo: number;
  readonly rights: readonly ReadEntry[];
}
const NOTHING: SpaceRights = { upTo: 0, rights: [] };
/** Spaces whose rights one process remembers. */
const MOST = 1000;

const memories = new WeakMap<Engine, Map<number, SpaceRights>>();

/** `incoming` are about to be judged; `query` holds the lock of the space. */
export async function storedOf(
  engine: Engine,
  query: Query,
  { id, pass }: { readonly id: number; readonly pass: string },
  incoming: readonly ReadEntry[],
): Promise<StoredSpace> {
  const memory = memories.get(engine) ?? new Map<number, SpaceRights>();
  memories.set(engine, memory);
  const devices = [...new Set(incoming.map(({ content }) => content.device))];
  const hashes = [
    ...new Set(incoming.flatMap(({ hash, content }) => [hash, ...(content.prev === null ? [] : [content.prev])])),
  ];
  const linkRows = async (known: SpaceRights) => {
    const rows = await query<Row>('select * from share.before_push($1, $2, $3, $4)', [
      pass,
      devices,
      hashes,
      known.upTo,
    ]);
    const fresh = rows.filter(({ what }) => what === 'rights').sort((x, y) => Number(x.seq) - Number(y.seq));
    const rights = [...known.rights, ...fresh.flatMap((row) => entryRead(entryOf(row)) ?? [])];
    const mark = rows.find(({ what }) => what === 'mark');
    return { rows, mark, rights: fresh.length === 0 ? known.rights : rights };
  };
  let found = await linkRows(memory.get(id) ?? NOTHING);
  if (found.mark?.hash !== markOf(found.rights)) found = await linkRows(NOTHING);
  const { rows, rights, mark } = found;
  memory.delete(id);
  memory.set(id, { upTo: Number(mark?.seq ?? 0), rights });
  const [oldest] = memory.keys();
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest);
  const forked = new Map<string, number>();
  for (const { what, device, n } of rows) {
    if (what === 'forked') forked.set(device, Math.min(n, forked.get(device) ?? n));
  }
  return {
    rights: [...rights, ...rows.flatMap((row) => (row.what === 'link' ? (entryRead(entryOf(row)) ?? []) : []))],
    known: new Set(rows.flatMap(({ what, hash }) => (what === 'known' ? hash : []))),
    forked,
  };
}

const marks = new WeakMap<readonly ReadEntry[], string>();

function markOf(rights: readonly ReadEntry[]): string {
  const known = marks.get(rights);
  if (known !== undefined) return known;
  const made = digestOfText(rights.map(({ hash }) => hash).join(''));
  marks.set(rights, made);
  return made;
}

function entryOf({ hash, body, signature }: Row) {
  return { hash, body, signature };
}

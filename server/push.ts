/** Takes entries in: read, verified, judged and written in one transaction under the lock of their space. */
import { deviceOf, type Read, readEntry, type Verify, verified } from '../core/share/entry.ts';
import type { Rights } from '../core/share/standing.ts';
import type { Engine, Query } from './engine/engine.ts';
import { judge, type Refused, type Stored } from './judge.ts';

interface Pushed {
  readonly head: number;
  readonly added: number;
  readonly refused: readonly Refused[];
}

interface Row {
  readonly what: 'rights' | 'known' | 'forked';
  readonly hash: string;
  readonly device: string;
  readonly n: number;
  readonly body: string;
  readonly signature: string;
}

/**
 * `secret`: digest of the invitation's code; `most`: bytes the space may come to. Null: no such space for this device.
 */
export async function pushEntries(
  { asApp }: Engine,
  verify: Verify,
  asked: { readonly device: string; readonly space: string; readonly secret: string | null; readonly most: number },
  raw: readonly unknown[],
): Promise<Pushed | null> {
  const { device, space, secret, most } = asked;
  const refused: Refused[] = [];
  const incoming: Read[] = [];
  for (const one of raw) {
    const read = readEntry(one);
    const named = typeof one === 'object' && one !== null && 'hash' in one ? String(one.hash).slice(0, 64) : '';
    if (!read) refused.push({ hash: named, code: 'malformed' });
    else if (read.said.space !== space && read.hash !== space) refused.push({ hash: read.hash, code: 'other-space' });
    else incoming.push(read);
  }
  const done = asApp(async (query): Promise<Pushed> => {
    const [begun] = await query<{ id: number | null; invited: boolean }>(
      `select id, id::text = current_setting('share.invited', true) as invited from share.begin_push($1, $2, $3) as id`,
      [device, space, secret],
    );
    if (begun?.id == null) throw new NoSpace();
    const stored = await storedOf(query, begun.id, incoming);
    const keys = stored.rights.filter(({ said: { fact } }) => fact && 'key' in fact);
    const sound = new Set((await verified([...keys, ...incoming], verify)).map(({ hash }) => hash));
    const forged = incoming.filter(({ hash }) => !sound.has(hash));
    const own = incoming.filter(({ hash }) => sound.has(hash));
    const judged = judge(space, stored, own, { device, invited: begun.invited });
    if (judged.rights === null) throw new NoSpace();
    await query('select share.set_members($1, $2)', [begun.id, JSON.stringify(membersOf(judged.rights))]);
    const asks = judged.taken.some(({ said }) => said.fact?.kind === 'joining' && said.device === device);
    if (asks && secret !== null) await query('select share.spend($1, $2, $3)', [device, begun.id, secret]);
    const rows = judged.taken.map(({ hash, body, signature, said }, at) => ({
      ...{ at, hash, device: said.device, n: said.n, kind: said.fact?.kind ?? 'unknown', body, signature },
    }));
    const [head] = await query<{ head: string | number }>('select share.add($1, $2, $3) as head', [
      ...[begun.id, JSON.stringify(rows), most],
    ]);
    await noteLinks(query, begun.id, judged.taken);
    const lacking = forged.map(({ hash }): Refused => ({ hash, code: 'signature' }));
    return { head: Number(head?.head), added: rows.length, refused: [...refused, ...lacking, ...judged.refused] };
  });
  return done.catch((error) => {
    if (error instanceof NoSpace) return null;
    throw error;
  });
}

/** Ends the transaction without a trace. */
class NoSpace extends Error {}

async function noteLinks(query: Query, id: number, taken: readonly Read[]): Promise<void> {
  const made = taken.flatMap(({ hash, said: { fact } }) =>
    fact?.kind === 'link'
      ? [{ secret: fact.secret, device: deviceOf(fact.key), entry_hash: hash, until: fact.until }]
      : [],
  );
  const ended = taken.flatMap(({ said: { fact } }) => (fact?.kind === 'link-end' ? [fact.device] : []));
  if (made.length + ended.length > 0)
    await query('select share.note_links($1, $2, $3)', [id, JSON.stringify(made), ended]);
}

export async function storedOf(query: Query, id: number, incoming: readonly Read[]): Promise<Stored> {
  const devices = [...new Set(incoming.map(({ said }) => said.device))];
  const hashes = [...new Set(incoming.flatMap(({ hash, said }) => [hash, ...(said.prev === null ? [] : [said.prev])]))];
  const rows = await query<Row>('select * from share.before_push($1, $2, $3)', [id, devices, hashes]);
  const forked = new Map<string, number>();
  for (const { what, device, n } of rows) {
    if (what === 'forked') forked.set(device, Math.min(n, forked.get(device) ?? n));
  }
  return {
    rights: rows.flatMap((row) => (row.what === 'rights' ? (readEntry(entryOf(row)) ?? []) : [])),
    known: new Set(rows.flatMap(({ what, hash }) => (what === 'known' ? hash : []))),
    forked,
  };
}

function entryOf({ hash, body, signature }: Row) {
  return { hash, body, signature };
}

function membersOf({ roles, upTo }: Rights) {
  return [...roles].flatMap(([device, held]) => [...held].map((role) => ({ device, role, revoked: upTo.has(device) })));
}

/**
 * Takes entries in: read, verified, judged and written in one transaction under the lock of their space. What waits for
 * the same space goes together, so that a hundred who send at once wait for the disk a few times, not a hundred.
 */
import { type ReadEntry, type Verify, verified } from '../core/share/entry.ts';
import { digestSchema } from '../core/share/named-bytes.ts';
import type { Rights } from '../core/share/standing.ts';
import type { Engine, Query } from './engine/engine.ts';
import { judge, type Refused } from './judge.ts';
import { JUDGE_SECONDS, type Passes } from './passes.ts';
import { entryRead } from './read-entry.ts';
import { storedOf } from './stored.ts';
import { toAdd } from './to-add.ts';

interface Pushed {
  readonly head: number;
  readonly added: number;
  readonly refused: readonly Refused[];
}

interface PushRequest {
  readonly device: string;
  readonly space: string;
  readonly token: string;
  /** Digest of the invitation's code. */
  readonly secret: string | null;
  /** Bytes the space may come to. */
  readonly most: number;
}

/** Null: no such space for this device. */
export type Push = (request: PushRequest, raw: readonly unknown[]) => Promise<Pushed | null>;

interface PendingPush {
  readonly request: PushRequest;
  readonly entries: ReturnType<typeof readAll>;
  readonly done: (pushed: Pushed | null) => void;
  readonly failed: (error: unknown) => void;
}

/** Pushes that go in one transaction. */
const TOGETHER = 150;

export function newPush(engine: Engine, passes: Passes, verify: Verify): Push {
  const queues = new Map<string, PendingPush[]>();
  const take = (batch: readonly PendingPush[]) =>
    engine.asApp((query) => takeIn({ engine, passes, verify }, query, batch));
  const alone = (waiting: PendingPush) =>
    take([waiting]).then(
      ([pushed]) => waiting.done(pushed ?? null),
      (error) => (error instanceof NoSpace ? waiting.done(null) : waiting.failed(error)),
    );
  const work = async (space: string, queue: PendingPush[]) => {
    while (queue.length > 0) {
      const batch = queue.splice(0, TOGETHER);
      // When an entry of the batch is refused, nothing of the batch is stored: then each push is tried by itself.
      const pushed = batch.length > 1 ? await take(batch).catch(() => null) : null;
      if (pushed) for (const [at, waiting] of batch.entries()) waiting.done(pushed[at] ?? null);
      else for (const waiting of batch) await alone(waiting);
    }
    queues.delete(space);
  };
  return (request, raw) =>
    new Promise((done, failed) => {
      // Read at once: while the database writes what came before there is time for it.
      const waiting = { request, entries: readAll(request.space, raw), done, failed };
      const queue = queues.get(request.space);
      if (queue) queue.push(waiting);
      else {
        const own = [waiting];
        queues.set(request.space, own);
        void work(request.space, own);
      }
    });
}

/** Ends the transaction without a trace. */
class NoSpace extends Error {}
/** Somebody among them is no member yet, or no longer: what holds for members does not hold for all. */
class NotTogether extends Error {}

/** Of one space. More than one go together only where all are members; then who pushed what makes no difference. */
async function takeIn(
  { engine, passes, verify }: { readonly engine: Engine; readonly passes: Passes; readonly verify: Verify },
  query: Query,
  batch: readonly PendingPush[],
): Promise<readonly Pushed[]> {
  const [first] = batch;
  if (!first) return [];
  const { device, space, token, secret, most } = first.request;
  const pass = passes.make('judge', JUDGE_SECONDS, space);
  const pushes = batch.map(({ entries }) => entries);
  const incoming = [
    ...new Map(pushes.flatMap(({ read }) => read.map((readEntry) => [readEntry.hash, readEntry] as const))).values(),
  ];
  const [begun] = await query<{ id: number; invited: boolean }>('select * from share.begin_push($1, $2, $3)', [
    ...[pass, token, secret],
  ]);
  if (!begun) throw new NoSpace();
  const stored = await storedOf(engine, query, { id: begun.id, pass }, incoming);
  const sound = await verified(incoming, verify, stored.rights);
  const judged = judge(space, stored, sound, { device, invited: begun.invited });
  const { rights, taken } = judged;
  if (rights === null) throw new NoSpace();
  const isMember = ({ request }: PendingPush) => rights.roles.has(request.device) && !rights.upTo.has(request.device);
  if (batch.length > 1 && !batch.every(isMember)) throw new NotTogether();
  // To a caller without a part in it, an existing book looks like a missing one.
  if (batch.length === 1 && !rights.roles.has(device) && !begun.invited && taken.length === 0) throw new NoSpace();
  if (changesRights(taken, stored.forked, rights))
    await query('select share.set_members($1, $2)', [pass, JSON.stringify(membersOf(rights))]);
  const asks = taken.some(({ content }) => content.fact?.kind === 'joining' && content.device === device);
  if (asks && secret !== null) await query('select share.spend($1, $2, $3)', [pass, token, secret]);
  const { rows, bodies } = toAdd(taken, rights.names);
  const [head] = await query<{ head: string | number }>('select share.add($1, $2, $3, $4) as head', [
    ...[pass, rows, bodies, most],
  ]);
  const isSound = new Set(sound.map(({ hash }) => hash));
  const isTaken = new Set(taken.map(({ hash }) => hash));
  const codes = new Map(judged.refused.map((refused) => [refused.hash, refused]));
  return pushes.map(({ read, refused }) => ({
    head: Number(head?.head),
    added: read.filter(({ hash }) => isTaken.has(hash)).length,
    refused: [
      ...refused,
      ...read.flatMap(({ hash }): readonly Refused[] => (isSound.has(hash) ? [] : [{ hash, code: 'signature' }])),
      ...read.flatMap(({ hash }) => codes.get(hash) ?? []),
    ],
  }));
}

function readAll(space: string, raw: readonly unknown[]) {
  const refused: Refused[] = [];
  const read: ReadEntry[] = [];
  for (const item of raw) {
    const entry = entryRead(item);
    const named = digestSchema.safeParse(
      typeof item === 'object' && item !== null && 'hash' in item ? item.hash : null,
    );
    if (!entry) refused.push({ hash: named.success ? named.data : '', code: 'malformed' });
    else if (entry.content.space !== space && entry.hash !== space)
      refused.push({ hash: entry.hash, code: 'other-space' });
    else read.push(entry);
  }
  return { read, refused };
}

/** Rights come from chairs' entries; a chair that used a number twice loses the rights granted after it. */
function changesRights(taken: readonly ReadEntry[], forked: ReadonlyMap<string, number>, { roles }: Rights): boolean {
  const isChair = (device: string) => roles.get(device)?.has('chair') ?? false;
  return taken.some(({ content }) => isChair(content.device)) || [...forked.keys()].some(isChair);
}

function membersOf({ roles, upTo }: Rights) {
  return [...roles].flatMap(([device, held]) => [...held].map((role) => ({ device, role, revoked: upTo.has(device) })));
}

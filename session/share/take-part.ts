/** A machine's part in a shared book: founding a book, asking to join, adding what it may add. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Carrier } from '../../core/share/carrier.ts';
import type { ReadEntry, Signer, Verify } from '../../core/share/entry.ts';
import { bytesNamed, type Fact } from '../../core/share/fact.ts';
import { digestsIn } from '../../core/share/pieces.ts';
import { sealedIn } from '../../core/share/shared.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import { synchronise } from '../../core/share/sync.ts';
import { found, say, whyNot } from '../../core/share/writer.ts';
import { newLinkKey } from './link-key.ts';

/** This machine's key with what it keeps of the book, and the way to the others. */
export interface Machine {
  readonly space: string;
  readonly signer: Signer;
  readonly own: Carrier;
  readonly others: Carrier;
}

interface Founded<M extends Machine> {
  readonly machine: M;
  /**
   * The recovery code on paper with which another machine can take over, shown once: the book and a key's private half.
   */
  readonly recovery: string;
}

/** A new book, of which this machine is the chair; `to` = its machine once the name of the space is known. */
export async function foundBook<M extends Machine>(
  signer: Signer,
  names: { readonly name: string; readonly title: string },
  at: string,
  to: (space: string) => M | Promise<M>,
): Promise<Result<Founded<M>>> {
  const paper = await newLinkKey();
  const entry = await found(signer, at, { ...names, recovery: paper.key });
  const machine = await to(entry.hash);
  const pushed = await keepEverywhere(machine, entry);
  return pushed.ok ? done({ machine, recovery: `${entry.hash}.${paper.secret}` }) : pushed;
}

/** Asks to take part under the name, unless this machine did so before; `asked` = just now. */
export async function askToTakePart(
  machine: Machine,
  name: () => string,
  at: string,
  verify: Verify,
): Promise<Result<{ readonly isNew: boolean }>> {
  const { space, signer, own, others } = machine;
  const synced = await synchronise(space, own, others, verify);
  if (!synced.ok) return synced;
  const { standing } = synced.value;
  if (!standing.founding) return refuse('no-founding', NOT_THERE);
  if (standing.devices.some(({ device }) => device === deviceOf(signer.key))) return done({ isNew: false });
  const added = await say(signer, space, standing, [{ kind: 'joining', key: signer.key, name: name() }], at);
  if (!added.ok) return added;
  for (const entry of added.value) {
    const pushed = await keepEverywhere(machine, entry);
    if (!pushed.ok) return pushed;
  }
  return done({ isNew: true });
}

const NOT_THERE = 'Liên kết mời đã dùng cho máy khác, đã quá 7 ngày, hoặc sai: nhờ chủ tịch mời lại.';

async function keepEverywhere({ own, others }: Machine, entry: ReadEntry): Promise<Result<null>> {
  for (const carrier of [own, others]) {
    const pushed = await carrier.push([entry]);
    if (!pushed.ok) return pushed;
    const [why] = pushed.value;
    if (why !== undefined) return refuse('not-taken', `Chưa tham gia được: ${why}`);
  }
  return done(null);
}

export interface Additions {
  readonly facts: readonly Fact[];
  /** Bytes of the files the facts name, by digest. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes of a fact fetched when its turn comes, because all together are too many to hold in memory. */
  readonly read?: (fact: Fact) => Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface Added {
  readonly added: number;
  /** Why some were not: a Vietnamese sentence each. They stay where they came from. */
  readonly held: readonly string[];
}

const ASKED_OUTRIGHT: ReadonlySet<Fact['kind']> = new Set([
  'admission',
  'revocation',
  'link',
  'link-end',
  'sealing',
  'healing',
]);

/** Signs what this machine may add and keeps it here; bringing it to the others is the next step. */
export async function addFacts(
  { space, signer, own }: Omit<Machine, 'others'>,
  standing: Standing,
  additions: Additions,
  at: string,
): Promise<Result<Added>> {
  const checked = additions.facts.map((fact) => ({ fact, why: whyNot(fact, standing, deviceOf(signer.key)) }));
  for (const { fact, why } of checked) {
    // An explicit request must not be skipped silently.
    if (why !== null && ASKED_OUTRIGHT.has(fact.kind)) return refuse('may-not', why);
  }
  const facts = checked.flatMap(({ fact, why }) => (why === null ? fact : []));
  const held = [...new Set(checked.flatMap(({ why }) => why ?? []))];
  const sealed = sealedIn(standing.counting);
  for (const fact of facts) {
    const file = bytesNamed(fact);
    if (!file || sealed.has(file.sha256)) continue;
    const read = await additions.read?.(fact);
    for (const digest of digestsIn(file)) {
      const bytes = additions.files.get(digest) ?? read?.get(digest);
      const put = bytes && !sealed.has(digest) ? await own.put(digest, bytes) : null;
      if (put && !put.ok) return put;
    }
  }
  if (facts.length === 0) return done({ added: 0, held });
  const added = await say(signer, space, standing, facts, at);
  if (!added.ok) return added;
  const pushed = await own.push(added.value);
  return pushed.ok ? done({ added: facts.length, held }) : pushed;
}

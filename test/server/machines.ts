/** Machines with real keys and stores of their own, which share a book over a server without a socket. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Carrier } from '../../core/share/carrier.ts';
import type { ReadEntry, Signer } from '../../core/share/entry.ts';
import type { Fact } from '../../core/share/fact.ts';
import { type FolderPort, folderCarrier } from '../../core/share/folder-carrier.ts';
import { digestOf } from '../../core/share/named-bytes.ts';
import { proofText } from '../../core/share/proof.ts';
import type { Role } from '../../core/share/role.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { type Synced, synchronise } from '../../core/share/sync.ts';
import { found, say } from '../../core/share/writer.ts';
import { linkDigest, newLinkKey } from '../../session/share/link-key.ts';
import { type ServerCarrier, serverCarrier } from '../../session/share/server-carrier.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { AT, newSigner } from '../unit/share/people.ts';

export const ORIGIN = 'http://so-chung.test';
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface Machine {
  readonly signer: Signer;
  readonly device: string;
  readonly space: string;
  readonly own: Carrier;
  readonly server: ServerCarrier;
  /** Brings both to the same; throws the sentence of a refusal. */
  readonly sync: () => Promise<Synced>;
  /** Says it on this machine alone. */
  readonly say: (...facts: readonly Fact[]) => Promise<readonly ReadEntry[]>;
}

export function sure<T>(result: { ok: true; value: T } | { ok: false; refusal: { message: string } }): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

export function memoryFolder(): FolderPort {
  const files = new Map<string, Uint8Array>();
  return {
    list: async () => [...files].map(([name, { length: size }]) => ({ name, size })),
    read: async (name, limit) => (files.get(name) ?? new Uint8Array()).subarray(0, limit),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
    trouble: String,
  };
}

/** `pause`: how long it waits before it tries again, in milliseconds. */
export async function newMachine(
  fetch: Fetch,
  space: string,
  code: string | null,
  signer?: Signer,
  pause = 0,
): Promise<Machine> {
  const key = signer ?? (await newSigner());
  const device = deviceOf(key.key);
  const own = folderCarrier(memoryFolder(), device, webCipher);
  const wait = () => new Promise<void>((done) => setTimeout(done, pause));
  const server = serverCarrier({ origin: ORIGIN, space, signer: key, code, fetch, wait });
  const verify = newVerify();
  const sync = async () => sure(await synchronise(space, own, server, verify));
  return {
    ...{ signer: key, device, space, own, server, sync },
    say: async (...facts) => {
      const nowhere = folderCarrier(memoryFolder(), device, webCipher);
      const { standing } = sure(await synchronise(space, own, nowhere, verify));
      const entries = sure(await say(key, space, standing, facts, AT));
      sure(await own.push(entries));
      return entries;
    },
  };
}

/** A book on the server with a machine for each role, all of them in step. */
export async function newBook(fetch: Fetch, founderLink: string, ...roles: readonly Role[]) {
  const signer = await newSigner();
  const founding = await found(signer, AT, { name: 'Máy chủ tịch', title: 'Xã Ta Ma' });
  const code = founderLink.split('#')[1] ?? '';
  const chair = await newMachine(fetch, founding.hash, code, signer);
  sure(await chair.own.push([founding]));
  await chair.sync();
  const machines: Machine[] = [];
  for (const role of roles) {
    const machine = await newMachine(fetch, founding.hash, sure(await chair.server.invite()));
    await machine.sync();
    await machine.say({ kind: 'joining', key: machine.signer.key, name: role });
    await machine.sync();
    await chair.sync();
    await chair.say({ kind: 'admission', device: machine.device, role, name: role });
    await chair.sync();
    await machine.sync();
    machines.push(machine);
  }
  return { space: founding.hash, chair, machines };
}

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A link of the machine's making for a unit, and who holds it. */
export async function newLink(
  fetch: Fetch,
  by: Machine,
  unit: string,
  more: { readonly until?: string; readonly instead?: string } = {},
) {
  const form = new TextEncoder().encode('{"form":1}');
  const sha256 = digestOf(form);
  const { secret, key } = await newLinkKey();
  const { until = inHours(24), instead = null } = more;
  const about = { unit, audience: 'village', period: '2025', until, instead, form: { sha256, size: form.length } };
  sure(await by.own.put(sha256, form));
  await by.say({ kind: 'link', key, secret: linkDigest(secret), ...about });
  await by.sync();
  return { secret, key, device: deviceOf(key), door: { origin: ORIGIN, secret, fetch } };
}

/** A token as a client gets it, for requests that no carrier sends. */
export async function tokenOf(fetch: Fetch, signer: Signer, space: string): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${ORIGIN}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return answer.json() as Promise<{ question: string; token: string }>;
  };
  const { question } = await post('/v1/questions', {});
  const proof = new TextEncoder().encode(proofText(new URL(ORIGIN).host, space, question));
  const signature = bytesToHex(await signer.sign(proof));
  return (await post('/v1/tokens', { space, key: signer.key, question, signature })).token;
}

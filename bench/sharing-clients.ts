/** Machines that speak to a server over the network, as `sync` does, with keys of their own; for the bench. */
import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ReadEntry, SharedEntry, Signer } from '../core/share/entry.ts';
import type { Fact } from '../core/share/fact.ts';
import { proofText } from '../core/share/proof.ts';
import { deviceOf, signEntry } from '../core/share/sign-entry.ts';
import { type ServerCarrier, serverCarrier } from '../session/share/server-carrier.ts';
import { newKeyPair, signerOf } from '../session/share/web-crypto.ts';

export const AT = '2026-12-01T08:00:00+07:00';

export interface Client {
  readonly signer: Signer;
  readonly device: string;
  readonly carrier: ServerCarrier;
  /** Signs its next entry; the client holds its own chain. */
  readonly say: (fact: Fact) => Promise<ReadEntry>;
}

export async function newClient(
  origin: string,
  space: string,
  code: string | null,
  given?: Signer,
  spoken: ReadEntry[] = [],
): Promise<Client> {
  const signer = given ?? (await signerOf(await newKeyPair(false)));
  const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const carrier = serverCarrier({ origin, space, code, signer, fetch, wait, digest });
  return {
    ...{ signer, device: deviceOf(signer.key), carrier },
    say: async (fact) => {
      const last = spoken.at(-1);
      const head = { space, n: (last?.content.n ?? 0) + 1, prev: last?.hash ?? null, knows: [], at: AT };
      const entry = await signEntry(signer, head, fact);
      spoken.push(entry);
      return entry;
    },
  };
}

/** Throws where anything of it was not taken. */
export async function pushAll({ carrier }: Client, entries: readonly SharedEntry[]): Promise<void> {
  const done = await carrier.push(entries);
  if (!done.ok) throw new Error(done.refusal.message);
  if (done.value[0] !== undefined) throw new Error(done.value[0]);
}

export async function tokenOf(origin: string, { signer }: Client, space: string): Promise<string> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await answer.json()) as { readonly question: string; readonly token: string };
  };
  const { question } = await post('/v1/questions', {});
  const proof = new TextEncoder().encode(proofText(new URL(origin).host, space, question));
  return (
    await post('/v1/tokens', { space, key: signer.key, question, signature: bytesToHex(await signer.sign(proof)) })
  ).token;
}

/** Signs an entry. Apart from reading entries, which takes the shapes of all facts. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson, type Plain } from '../council/canonical-json.ts';
import { sha256 } from '../council/sha256.ts';
import type { Body, ReadEntry, Signer } from './entry.ts';
import type { Fact } from './fact.ts';

/** A device is called by the digest of its public key, so no list has to say which key is whose. */
export function deviceOf(key: string): string {
  return sha256(key);
}

/** Signs the next entry of a device. */
export async function signEntry(
  signer: Signer,
  body: Omit<Body, 'v' | 'device' | 'fact'>,
  fact: Fact,
): Promise<ReadEntry> {
  const content: Body = { v: 1, device: deviceOf(signer.key), ...body, fact };
  const text = canonicalJson(content as unknown as Plain);
  const signature = bytesToHex(await signer.sign(new TextEncoder().encode(text)));
  return { hash: sha256(text), body: text, signature, content };
}

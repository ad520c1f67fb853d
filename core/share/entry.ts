/**
 * An entry: exact bytes, their digest, the signature of the device that made them. What is shared is a set of entries;
 * bringing two sets together is a union, and what counts is worked out from the set (standing.ts), so it is the same on
 * every machine.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { integerOf, isObject, listOf, matching, orNull, shaped, type Test, textOf } from '../base/shape.ts';
import { canonicalValue } from '../council/canonical-value.ts';
import { sha256 } from '../council/sha256.ts';
import { type Fact, isInstant, readFact } from './fact.ts';
import { deviceOf } from './sign-entry.ts';

/** As it is carried. */
export interface SharedEntry {
  /** SHA-256 of the UTF-8 bytes of `body`. */
  readonly hash: string;
  /** Canonical JSON of a Body. */
  readonly body: string;
  /** ECDSA P-256 over those bytes, r and s, in hexadecimal. */
  readonly signature: string;
}

/** An entry that was read: its digest fits, its shape is sound. Whose it is, the signature still has to tell. */
export interface ReadEntry extends SharedEntry {
  readonly content: Body;
}

const isDigest = matching(/^[0-9a-f]{64}$/);
const isCarried = shaped({
  ...{ hash: isDigest, body: textOf(0, 64 * 1024), signature: matching(/^[0-9a-f]{128}$/) },
} satisfies Record<keyof SharedEntry, Test>);

/** The greatest number an entry can have: that of a column of the server. */
const LAST_NUMBER = 2 ** 31 - 1;

export interface Body {
  readonly v: 1;
  /** Digest of the space's founding entry; '' in that entry itself. */
  readonly space: string;
  readonly device: string;
  /** Number in the device's own chain: 1, 2, 3 …; each entry refers to the one before by `prev`. */
  readonly n: number;
  readonly prev: string | null;
  /** Last entries of other devices that it had seen since its own last entry, so that withheld entries are noticed. */
  readonly knows: readonly string[];
  /** The device's own clock; it decides nothing. */
  readonly at: string;
  /** null = of a kind this version does not know: stored and passed on, never counted. */
  readonly fact: Fact | null;
}
const isBody = shaped({
  ...{ v: (value) => value === 1, space: (value) => value === '' || isDigest(value), device: isDigest },
  ...{ n: integerOf(1, LAST_NUMBER), prev: orNull(isDigest), knows: listOf(isDigest, 0, 500), at: isInstant },
  fact: (value) => isObject(value) && typeof value.kind === 'string',
} satisfies Record<keyof Body, Test>);

/**
 * Null for anything that is no entry: a wrong digest, a body that is not written in our form, or that holds what no
 * server could store (plain-text.ts). Never throws. `digest` = SHA-256 of a text in hexadecimal, where the machine has
 * a faster implementation.
 */
export function readEntry(value: unknown, digest: (text: string) => string = sha256): ReadEntry | null {
  if (!isCarried(value)) return null;
  const { hash, body, signature } = value as SharedEntry;
  if (digest(body) !== hash) return null;
  const canonical = canonicalValue(body);
  if (!isBody(canonical)) return null;
  const { fact, ...head } = canonical as unknown as Omit<Body, 'fact'> & { readonly fact: { readonly kind: string } };
  return { hash, body, signature, content: { ...head, fact: readFact(fact) } };
}

/** Signs without revealing the private key. */
export interface Signer {
  /** Public key, as in a founding or joining entry. */
  readonly key: string;
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** True when the signature is that of the key over the bytes. Never throws. */
export type Verify = (
  key: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** Six digits two people compare by telephone before one admits the other's device. */
export function comparisonNumber(device: string): string {
  return String(Number.parseInt(device.slice(0, 10), 16) % 1_000_000).padStart(6, '0');
}

/**
 * The entries whose signature is that of their device. The key is in the device's own founding or joining entry, or in
 * the entry that made the link; an entry whose key has not arrived is left out until it has. `known`: entries whose
 * keys count too; a key proves itself, because a device's id is the digest of its key.
 */
export async function verified(
  entries: readonly ReadEntry[],
  verify: Verify,
  known: readonly ReadEntry[] = [],
): Promise<readonly ReadEntry[]> {
  const keys = new Map(
    [...known, ...entries].flatMap(({ content: { device, fact } }) => {
      if (fact?.kind === 'link') return [[deviceOf(fact.key), fact.key] as const];
      if (fact?.kind === 'founding' && fact.recovery !== undefined && deviceOf(fact.key) === device)
        return [[device, fact.key] as const, [deviceOf(fact.recovery), fact.recovery] as const];
      const isOwn = (fact?.kind === 'founding' || fact?.kind === 'joining') && deviceOf(fact.key) === device;
      return isOwn ? [[device, fact.key] as const] : [];
    }),
  );
  const sound = await Promise.all(
    entries.map(({ content, body, signature }) => {
      const key = keys.get(content.device);
      return key !== undefined && verify(key, new TextEncoder().encode(body), bytes(signature));
    }),
  );
  return entries.filter((_, at) => sound[at]);
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hexToBytes(hex));
}

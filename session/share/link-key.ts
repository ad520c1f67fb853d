/**
 * The key of a link. Its private half is the link's secret: it is behind `#` in the address, where no server sees it.
 * The machine that makes the link writes the public half and the secret's digest into the book.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '../../core/council/sha256.ts';
import type { Signer } from '../../core/share/entry.ts';
import { keyPairOf, newKeyPair, signerOf } from './web-crypto.ts';

/** 32 bytes in base64url: what stands behind `#`. */
export const LINK_SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A new link's secret with its public key, as an entry writes it. */
export async function newLinkKey(): Promise<{ readonly secret: string; readonly key: string }> {
  const pair = await newKeyPair(true);
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { secret: d, key: (await signerOf(pair)).key };
}

/** By it the server finds the link. */
export function linkDigest(secret: string): string {
  return sha256(secret);
}

/** Null when the secret is not that of the public key. */
export async function linkSigner(secret: string, key: string): Promise<Signer | null> {
  // The last 64 bytes of the key's encoding are its point.
  const bytes = hexToBytes(key);
  const [x, y] = [bytes.slice(-64, -32), bytes.slice(-32)].map(base64url);
  try {
    const signer = await signerOf(await keyPairOf({ kty: 'EC', crv: 'P-256', d: secret, x, y, ext: true }));
    return signer.key === key ? signer : null;
  } catch {
    return null;
  }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** The keys of a device by the platform's own cryptography: ECDSA P-256 with SHA-256, in Node and in browsers. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Signer, Verify } from '../../core/share/entry.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** `extractable` only where the key is stored in a file of its owner; a browser stores the pair itself. */
export function newKeyPair(extractable: boolean) {
  return crypto.subtle.generateKey(CURVE, extractable, ['sign', 'verify']);
}
type KeyPair = Awaited<ReturnType<typeof newKeyPair>>;
/** A private key as JSON Web Key. */
type PrivateJwk = { readonly [field: string]: unknown };

export async function signerOf({ publicKey, privateKey }: KeyPair): Promise<Signer> {
  const key = bytesToHex(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
  return { key, sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(SIGNATURE, privateKey, bytes)) };
}

/** The pair out of its private key; throws when it is none. */
export async function keyPairOf(jwk: PrivateJwk): Promise<KeyPair> {
  const { d: _, ...open } = jwk;
  return {
    privateKey: await crypto.subtle.importKey('jwk', jwk, CURVE, true, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', { ...open, key_ops: ['verify'] }, CURVE, true, ['verify']),
  };
}

/** A verifier that imports each key once. */
export function newVerify(): Verify {
  const keys = new Map<string, Promise<KeyPair['publicKey'] | null>>();
  const imported = (key: string) => {
    const known = keys.get(key);
    if (known) return known;
    const bytes = new Uint8Array(hexToBytes(key));
    const made = crypto.subtle.importKey('spki', bytes, CURVE, true, ['verify']).catch(() => null);
    keys.set(key, made);
    return made;
  };
  return async (key, bytes, signature) => {
    const own = await imported(key);
    return own !== null && crypto.subtle.verify(SIGNATURE, own, signature, bytes);
  };
}

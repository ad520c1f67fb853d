/**
 * Checks signatures with Node's own cryptography, synchronously: passing one to another thread costs more than checking
 * it.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Verify } from '../core/share/entry.ts';

/** Keys that a process caches; a caller may name a new key each time. */
const MOST = 10_000;

/** A verifier that reads each key once. */
export function newVerify(): Verify {
  const keys = new Map<string, KeyObject | null>();
  const keyOf = (hex: string) => {
    const known = keys.get(hex);
    if (known !== undefined) return known;
    const made = read(hex);
    keys.set(hex, made);
    const [oldest] = keys.keys();
    if (keys.size > MOST && oldest !== undefined) keys.delete(oldest);
    return made;
  };
  return async (key, bytes, signature) => {
    const own = keyOf(key);
    return own !== null && verify('sha256', bytes, { key: own, dsaEncoding: 'ieee-p1363' }, signature);
  };
}

/** Null for what is no key on P-256. */
function read(hex: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(hex, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

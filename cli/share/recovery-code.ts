/** The recovery code of a book: which book, and the private half of the key its founding entry names. */
import { createECDH } from 'node:crypto';
import type { Signer } from '../../core/share/entry.ts';
import { keyPairOf, signerOf } from '../../session/share/web-crypto.ts';

/** Null when it is no such code. */
export async function readRecoveryCode(
  typed: string,
): Promise<{ readonly space: string; readonly signer: Signer } | null> {
  const [, space = '', secret] = /^([0-9a-f]{64})\.([A-Za-z0-9_-]{43})$/.exec(typed.trim()) ?? [];
  if (secret === undefined) return null;
  try {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(secret, 'base64url'));
    const point = curve.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const signer = await signerOf(await keyPairOf({ kty: 'EC', crv: 'P-256', d: secret, x, y, ext: true }));
    return { space, signer };
  } catch {
    return null;
  }
}

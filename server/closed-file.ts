/**
 * A file as the database has it: closed under a key of its own (AES-256-GCM by Node), which lies in a table apart. What
 * an earlier version kept lies open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyId } from '../core/share/file-cipher.ts';

export interface ClosedFile {
  readonly bytes: Uint8Array;
  readonly key: Uint8Array | null;
}

const AES = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];

/** As the database's functions take it: the closed bytes, the key's name, the key. */
export function closedFile(bytes: Uint8Array): readonly [closed: Buffer, id: string, key: Buffer] {
  const [key, nonce] = [randomBytes(32), randomBytes(NONCE)];
  const cipher = createCipheriv(AES, key, nonce);
  const closed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return [closed, keyId(key), key];
}

/** Null where the key does not fit, or something was changed. */
export function openedFile({ bytes, key }: ClosedFile): Uint8Array | null {
  if (key === null) return bytes;
  const end = bytes.length - TAG;
  try {
    const cipher = createDecipheriv(AES, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    cipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([cipher.update(bytes.subarray(NONCE, end)), cipher.final()]);
  } catch {
    return null;
  }
}

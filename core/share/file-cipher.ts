/** Encrypts the bytes of a file under a key used for nothing else: destroying the key destroys the bytes for good. */
import { digestOf } from './named-bytes.ts';

export interface FileCipher {
  /** Under a fresh key; the same bytes never come out twice the same. */
  readonly close: (bytes: Uint8Array) => Promise<{ readonly key: Uint8Array; readonly closed: Uint8Array }>;
  /** Null where the key does not fit, or something was changed. Never throws. */
  readonly open: (key: Uint8Array, closed: Uint8Array) => Promise<Uint8Array | null>;
}

/** Bytes by which a closed file is longer than what it closes: the nonce before it, the tag behind it. */
export const CLOSED_MORE = 12 + 16;

/** By this a closed file and its key know each other; sixteen hexadecimal digits. */
export function keyId(key: Uint8Array): string {
  return digestOf(key).slice(0, 16);
}

/**
 * SHA-256 (FIPS 180-4) of a text, at once: the browser's own digest answers only later, while a log has to be checked
 * inside pure functions. For showing that a record was changed, not for secrets.
 */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Digest of the text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

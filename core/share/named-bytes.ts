/**
 * Bytes that travel beside the entries, and how an entry names them. Apart from the shapes of the facts: the page units
 * hand in by needs this and none of those.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Bytes of a file that is carried beside the entries. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** SHA-256 of the bytes: 64 lower-case hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

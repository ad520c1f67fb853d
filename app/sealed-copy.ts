/**
 * The copy of a book in the browser's store, closed with the key that lies in the book's own file: a page opened from a
 * disk shares its store with every page opened so, and none of them reads a file the officer did not give it.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { copyKeyIn, withCopyKey } from '../core/sheets/copy-key.ts';
import { closeWith, webCipher } from '../session/share/web-cipher.ts';

/** The workbook with the key of its copies: its own, else `fresh`. */
export const keyed = withCopyKey;
export const keyIn = copyKeyIn;

/** Hexadecimal, as the file carries it. */
export function newKey(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}

export function seal(bytes: Uint8Array, key: string): Promise<Uint8Array> {
  return closeWith(hexToBytes(key), bytes);
}

/** Null where it was closed with another key, or somebody changed it. */
export function unseal(sealed: Uint8Array, key: string): Promise<Uint8Array | null> {
  return webCipher.open(hexToBytes(key), sealed);
}

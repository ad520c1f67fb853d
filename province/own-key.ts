/** This browser's key for a book: made here, stored here, never extractable. */
import type { Signer } from '../core/share/entry.ts';
import { newKeyPair, signerOf } from '../session/share/web-crypto.ts';
import { keep, readStored } from '../ui/browser-store.ts';

const OPENED = 'tinh/so';
const placeOf = (space: string) => `tinh/khoa/${space}`;

function isPair(stored: unknown): stored is CryptoKeyPair {
  return (
    typeof stored === 'object' && stored !== null && 'privateKey' in stored && stored.privateKey instanceof CryptoKey
  );
}

/** This browser's key for the book; a new key where it has none. Null where the browser stores nothing. */
export async function ownSigner(space: string): Promise<Signer | null> {
  const stored = await readStored(placeOf(space));
  if (isPair(stored)) return signerOf(stored);
  const pair = await newKeyPair(false);
  return (await keep(placeOf(space), pair)) ? signerOf(pair) : null;
}

/** The book this browser opened last; null where it has opened none. */
export async function openedBook(): Promise<string | null> {
  const stored = await readStored(OPENED);
  return typeof stored === 'string' ? stored : null;
}

export function rememberBook(space: string): Promise<boolean> {
  return keep(OPENED, space);
}

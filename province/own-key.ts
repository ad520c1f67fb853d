/** The key of this browser for one book: made here, kept here, never to be read out of it. */
import type { Signer } from '../core/share/entry.ts';
import { newKeyPair, signerOf } from '../session/share/web-crypto.ts';
import { keep, readKept } from '../ui/kept-store.ts';

const OPENED = 'tinh/so';
const placeOf = (space: string) => `tinh/khoa/${space}`;

function isPair(kept: unknown): kept is CryptoKeyPair {
  return typeof kept === 'object' && kept !== null && 'privateKey' in kept && kept.privateKey instanceof CryptoKey;
}

/** The key this browser has for the book; a new one where it has none. Null where the browser keeps nothing. */
export async function ownSigner(space: string): Promise<Signer | null> {
  const kept = await readKept(placeOf(space));
  if (isPair(kept)) return signerOf(kept);
  const pair = await newKeyPair(false);
  return (await keep(placeOf(space), pair)) ? signerOf(pair) : null;
}

/** The book this browser opened last; null where it has opened none. */
export async function openedBook(): Promise<string | null> {
  const kept = await readKept(OPENED);
  return typeof kept === 'string' ? kept : null;
}

export function rememberBook(space: string): Promise<boolean> {
  return keep(OPENED, space);
}

/** A large file of evidence is cut into its pieces, and joined again by who reads (pieces.ts). */
import { done, type Result } from '../base/result.ts';
import type { Carrier } from './carrier.ts';
import { digestOf } from './named-bytes.ts';
import { type NamedBytes, PIECE } from './pieces.ts';

export interface Piece {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/**
 * How an entry names the bytes, with the pieces they travel in; a small file is a single piece. The same for the same bytes on
 * every machine. `digest` = SHA-256 in hexadecimal.
 */
export async function namedBytes(
  bytes: Uint8Array,
  digest: (bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly named: NamedBytes; readonly pieces: readonly Piece[] }> {
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const part = bytes.subarray(at, at + PIECE);
    pieces.push({ digest: await digest(part), bytes: part });
  }
  const named = { sha256: await digest(bytes), size: bytes.length };
  return pieces.length > 1
    ? { named: { ...named, pieces: pieces.map((piece) => piece.digest) }, pieces }
    : { named, pieces: [{ digest: named.sha256, bytes }] };
}

/** The whole file; null where a part of it is not there, or what they come to is not the file the entry names. */
export async function takeWhole(take: Carrier['take'], file: NamedBytes): Promise<Result<Uint8Array | null>> {
  if (file.pieces === undefined) return take(file.sha256);
  const whole = new Uint8Array(file.size);
  for (const [at, digest] of file.pieces.entries()) {
    const taken = await take(digest);
    if (!taken.ok) return taken;
    if (taken.value?.length !== Math.min(PIECE, file.size - at * PIECE)) return done(null);
    whole.set(taken.value, at * PIECE);
  }
  return done(digestOf(whole) === file.sha256 ? whole : null);
}

/**
 * Pieces of a large file of evidence, which come by a link in turn before the entry that names them. Each waits in the
 * database, closed under a key of its own; only the link that brought a piece can name it.
 */
import { createHash } from 'node:crypto';
import { CLOSED_MORE } from '../core/share/file-cipher.ts';
import { digestOf } from '../core/share/named-bytes.ts';
import { type NamedBytes, PIECE } from '../core/share/pieces.ts';
import { type ClosedFile, closedFile, openedFile } from './closed-file.ts';
import type { Engine } from './engine/engine.ts';
import type { HandInRefusal } from './hand-in.ts';

/** Files that a link may bring: the last piece of each is smaller than the others. */
const MOST_FILES = 40;

/** Those of the digests that this link has brought. */
export async function piecesHere(
  { query }: Engine,
  secret: string,
  digests: readonly string[],
): Promise<readonly string[]> {
  const rows = await query<{ digest: string }>('select share.pieces_here($1, $2) as digest', [secret, digests]);
  return rows.map(({ digest }) => digest);
}

interface Allowed {
  readonly secret: string;
  /** Bytes that may still come by the link, those that wait among them. */
  readonly left: number;
  /** Bytes the space may come to. */
  readonly most: number;
}

/** Null once it waits; again does no harm. */
export async function keepPiece(
  engine: Engine,
  { secret, left, most }: Allowed,
  digest: string,
  bytes: Uint8Array,
): Promise<HandInRefusal | null> {
  if (bytes.length === 0 || digestOf(bytes) !== digest) return 'other-bytes';
  const pieces = Math.ceil(left / PIECE) + MOST_FILES;
  const values = [secret, digest, ...(await closedFile(bytes)), left + pieces * CLOSED_MORE, pieces, most];
  const [row] = await engine.query<{ outcome: 'kept' | 'sealed' | 'too-many' }>(
    'select share.keep_piece($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
    values,
  );
  return row?.outcome === 'kept' ? null : (row?.outcome ?? 'no-link');
}

/**
 * Whether the pieces are all there and come to the file; a single piece is in memory at a time. Pieces that come to another file are
 * dropped.
 */
export async function whyNotWhole(engine: Engine, secret: string, file: NamedBytes): Promise<HandInRefusal | null> {
  const pieces = file.pieces ?? [];
  const whole = createHash('sha256');
  let size = 0;
  for (const [at, digest] of pieces.entries()) {
    const [piece] = await engine.query<ClosedFile>('select * from share.take_piece($1, $2)', [secret, digest]);
    const bytes = piece ? await openedFile(piece) : null;
    if (!bytes) return 'missing';
    if (at < pieces.length - 1 && bytes.length !== PIECE) break;
    size += bytes.length;
    whole.update(bytes);
  }
  if (size === file.size && whole.digest('hex') === file.sha256) return null;
  await engine.query('select share.drop_pieces($1, $2)', [secret, pieces]);
  return 'other-bytes';
}

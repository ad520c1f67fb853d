/**
 * A larger file of evidence travels in pieces, each an ordinary file under its own digest: where a connection breaks, only
 * the pieces that are not there yet are sent again. The entry names the whole and its pieces in their order.
 */

/** Bytes of each piece but the last, and the most that a file of evidence has which travels whole. */
export const PIECE = 512 * 1024;
/** Of the largest file of evidence, which has 20 MB. */
export const MOST_PIECES = 40;

/** As an entry names it. */
export interface NamedBytes {
  /** Of the whole. */
  readonly sha256: string;
  readonly size: number;
  /** Digests of its pieces in their order; absent = it travels whole. */
  readonly pieces?: readonly string[] | undefined;
}

/** True where so many pieces make up so many bytes. */
export function isCut({ size, pieces = [] }: Pick<NamedBytes, 'size' | 'pieces'>): boolean {
  return size > PIECE && pieces.length === Math.ceil(size / PIECE) && pieces.length <= MOST_PIECES;
}

/** Digests of the files that carry it: its pieces, or itself. */
export function digestsIn({ sha256, pieces }: NamedBytes): readonly string[] {
  return pieces ?? [sha256];
}

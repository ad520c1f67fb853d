/**
 * The evidence of a capture, every piece compared with its hash. A piece that does not match can still be downloaded,
 * but is marked as changed.
 */
import type { Store } from '../../store/db.ts';
import { sha256 } from '../../store/hash.ts';
import type { CapturePart, CaptureRecord } from '../../store/records.ts';

export type PieceState = 'whole' | 'changed' | 'missing';

export interface EvidencePiece extends Omit<CapturePart, 'kind'> {
  readonly kind: CapturePart['kind'] | 'picture';
  /** Place among the pieces. */
  readonly index: number;
  readonly state: PieceState;
  /** null when it is missing. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** The parts in order, then the picture if there is one. */
export async function verifyEvidence(db: Store, record: CaptureRecord): Promise<readonly EvidencePiece[]> {
  const { parts, picture, url } = record;
  const named = [
    ...parts,
    ...(picture === null ? [] : [{ kind: 'picture' as const, url, request: null, hash: picture }]),
  ];
  const blobs = await db.blobs.bulkGet(named.map(({ hash }) => hash));
  return Promise.all(
    named.map(async (piece, index) => {
      const bytes = blobs[index]?.bytes ?? null;
      const state = bytes === null ? 'missing' : (await sha256(bytes)) === piece.hash ? 'whole' : 'changed';
      return { ...piece, index, bytes, state };
    }),
  );
}

/** Every reader a capture is read with. */
import type { KeptReader } from '../../core/portal/capture/kept-reader/definition.ts';
import { keptReader } from '../../core/portal/capture/kept-reader/reader.ts';
import type { Reader } from '../../core/portal/capture/reader.ts';
import { READERS } from '../../core/portal/capture/registry.ts';
import type { Store } from '../store/db.ts';
import { keptDefinitions } from '../store/readers.ts';

/** Ours, then the kept readers, those with the more specific address first. */
export async function allReaders(db: Store): Promise<readonly Reader[]> {
  return readersWith(await keptDefinitions(db));
}

export function readersWith(kept: readonly KeptReader[]): readonly Reader[] {
  const inOrder = kept.toSorted((a, b) => particularity(b) - particularity(a));
  return [...READERS, ...inOrder.map(keptReader)];
}

function particularity({ address }: KeptReader): number {
  return address.path.length + address.fragment.length + 1000 * address.query.length;
}

/** Every reader a capture is read with. */

import type { Reader } from '../../core/portal/capture/reader.ts';
import { READERS } from '../../core/portal/capture/registry.ts';
import type { TaughtReader } from '../../core/portal/capture/taught-reader/definition.ts';
import { taughtReader } from '../../core/portal/capture/taught-reader/reader.ts';
import type { Store } from '../store/db.ts';
import { storedReaders } from '../store/readers.ts';

let held: { readonly of: string; readonly readers: readonly Reader[] } | undefined;

/**
 * Ours, then the taught readers, those with the more specific address first. The same list as long as the same readers
 * are stored.
 */
export async function allReaders(db: Store): Promise<readonly Reader[]> {
  const taught = await storedReaders(db);
  const of = JSON.stringify(taught);
  if (held?.of !== of) held = { of, readers: readersWith(taught) };
  return held.readers;
}

export function readersWith(taught: readonly TaughtReader[]): readonly Reader[] {
  const inOrder = taught.toSorted((a, b) => particularity(b) - particularity(a));
  return [...READERS, ...inOrder.map(taughtReader)];
}

function particularity({ address }: TaughtReader): number {
  return address.path.length + address.fragment.length + 1000 * address.query.length;
}

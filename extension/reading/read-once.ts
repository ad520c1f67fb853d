/**
 * What the last press says, kept while the worker runs: the press itself, its panel, what rose or fell and the
 * confirmation ask for the same pages one after the other, and a long page takes a second to read.
 */
import { type PartsRead, readParts } from '../../core/portal/capture/read-parts.ts';
import type { Captured, Reader } from '../../core/portal/capture/reader.ts';

let last:
  | { readonly parts: readonly Captured[]; readonly readers: readonly Reader[]; readonly read: PartsRead }
  | undefined;

/** As `readParts`; the same result for the same parts and the same list of readers. */
export function readOnce(parts: readonly Captured[], readers: readonly Reader[]): PartsRead {
  if (last?.readers === readers && isSame(last.parts, parts)) return last.read;
  const read = readParts(parts, readers);
  last = { parts, readers, read };
  return read;
}

function isSame(one: readonly Captured[], other: readonly Captured[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ url, request, at, body }, index) => {
      const part = other[index];
      return part?.url === url && part.request === request && part.at === at && part.body === body;
    })
  );
}

/** Entries as `share.add` takes them: what the database asks of each, and their bodies behind each other. */
import type { Read } from '../core/share/entry.ts';

interface ToAdd {
  readonly rows: string;
  readonly bodies: Buffer;
}

/** In the order given. `communes`: names by device, which results are set apart under. */
export function toAdd(entries: readonly Read[], communes: ReadonlyMap<string, string>): ToAdd {
  const bodies = entries.map(({ body }) => Buffer.from(body));
  let start = 0;
  const rows = entries.map(({ hash, signature, said: { device, n, fact } }, at) => {
    const { length } = bodies[at] ?? Buffer.alloc(0);
    start += length;
    return {
      ...{ at, hash, device, n, kind: fact?.kind ?? 'unknown', start: start - length, length, signature },
      ...(fact?.kind === 'result' ? { commune: communes.get(device) ?? '', period: fact.result.period } : {}),
    };
  });
  return { rows: JSON.stringify(rows), bodies: Buffer.concat(bodies) };
}

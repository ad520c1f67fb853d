/** What this machine last saw on a server, in a file beside its key; an unreadable file counts as none. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { digestSchema } from '../../core/share/named-bytes.ts';
import type { Memory } from '../../core/share/remembering-carrier.ts';

const FILE = 'da-thay.json';

const seenSchema = z.object({
  origin: z.string(),
  next: z.int().check(z.gte(1)),
  hashes: z.array(digestSchema),
  wholeAt: z.number(),
});

/** Of another server nothing is known. */
export function seenMemory(stores: string, space: string, origin: string): Memory {
  const path = join(stores, space, FILE);
  return {
    load: () => {
      try {
        const seen = existsSync(path) ? seenSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : null;
        return seen?.success && seen.data.origin === origin ? seen.data : null;
      } catch {
        return null;
      }
    },
    save: (seen) => {
      try {
        writeFileSync(path, JSON.stringify({ origin, ...seen }), { mode: 0o600 });
      } catch {
        // Only an optimisation: without it everything is fetched again.
      }
    },
  };
}

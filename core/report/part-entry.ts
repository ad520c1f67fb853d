/** The entry of a part of a composed criterion. */
import type { Entry } from './report.ts';

/** The entry of a part, by its code alone (`a`) or behind its criterion's (`1.2.a`). */
export function partEntry(entry: Entry | null, criterion: string, part: string): Entry | undefined {
  return entry?.parts?.find((entry) => entry.criterion === part || entry.criterion === `${criterion}.${part}`);
}

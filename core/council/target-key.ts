import { canonicalJson } from './canonical-json.ts';
import type { Entry } from './entry.ts';

/** What an entry is on: the flag, or the criterion of the unit. */
export function targetKey({ unit, flag, criterion }: Pick<Entry, 'unit' | 'flag' | 'criterion'>): string {
  return canonicalJson(flag === null ? [unit, criterion] : [unit, null, flag]);
}

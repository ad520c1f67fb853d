import type { Movement } from './movement.ts';
import { unconfirmed } from './unconfirmed.ts';

const TARGET = 'Chỉ tiêu ';

/**
 * Codes of the targets that rest on such a number, as its row says where it is used. A row that names a target the
 * movement does not have may mean any: then all of them.
 */
export function unconfirmedTargets({ scanned, targets }: Pick<Movement, 'scanned' | 'targets'>): ReadonlySet<string> {
  const codes = new Set(targets.map(({ code }) => code));
  const named = unconfirmed(scanned).flatMap(({ usedIn }) =>
    usedIn.split(', ').flatMap((part) => (part.startsWith(TARGET) ? [part.slice(TARGET.length).trim()] : [])),
  );
  return named.every((code) => codes.has(code)) ? new Set(named) : codes;
}

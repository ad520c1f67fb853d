import type { EntryState } from './current.ts';

/** Names of the units whose report, or a part of it, the council gave back and that stands so. */
export function returnedUnits(entries: readonly EntryState[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ entry, target, state }) =>
      state === 'in-force' && entry.kind === 'return' ? [target.unit] : [],
    ),
  );
}

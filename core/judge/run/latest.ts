/** Of several reports of one unit the latest dated counts, of equal dates the last. */

/**
 * The latest item for each key, in the order in which the keys first occur. `dayOf` returns an ISO day, empty when
 * undated.
 */
export function latestOf<T>(
  list: readonly T[],
  keyOf: (nonNullable: T) => string,
  dayOf: (nonNullable: T) => string,
): T[] {
  const latest = new Map<string, T>();
  for (const nonNullable of list) {
    const key = keyOf(nonNullable);
    const known = latest.get(key);
    if (known === undefined || dayOf(nonNullable) >= dayOf(known)) latest.set(key, nonNullable);
  }
  return [...latest.values()];
}

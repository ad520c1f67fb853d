/** Of several reports of one unit the latest dated counts, of equal dates the last. */

/**
 * The latest item for each key, in the order in which the keys first occur. `dayOf` returns an ISO day, empty when
 * undated.
 */
export function latestOf<T>(list: readonly T[], keyOf: (one: T) => string, dayOf: (one: T) => string): T[] {
  const latest = new Map<string, T>();
  for (const one of list) {
    const key = keyOf(one);
    const known = latest.get(key);
    if (known === undefined || dayOf(one) >= dayOf(known)) latest.set(key, one);
  }
  return [...latest.values()];
}

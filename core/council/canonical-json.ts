/** Canonical JSON: no spaces, keys in order, so that equal values have equal digests wherever they were written. */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Texts go in as they are: bring them to NFC before. Numbers must be finite. */
export function canonicalJson(value: Plain): string {
  // What was written so before is so already; to see that takes less than half the time of ordering it.
  return isOrdered(value) ? JSON.stringify(value) : ordered(value);
}

/** Keys in order, none of them `__proto__`, and not nested more deeply. */
export function isOrdered(value: Plain, deepest = Number.POSITIVE_INFINITY): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (deepest === 0) return false;
  if (isList(value)) return value.every((item) => isOrdered(item, deepest - 1));
  let before: string | null = null;
  for (const key of Object.keys(value)) {
    if ((before !== null && before > key) || key === '__proto__' || !isOrdered(value[key] as Plain, deepest - 1))
      return false;
    before = key;
  }
  return true;
}

function ordered(value: Plain): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(ordered).join(',')}]`;
  const fields = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${ordered(item)}`).join(',')}}`;
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}

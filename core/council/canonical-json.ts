/**
 * One text for one value: JSON without spaces, keys in order, so that equal values have equal digests whoever wrote
 * them.
 */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Texts go in as they are: bring them to NFC before. Numbers must be finite. */
export function canonicalJson(value: Plain): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}

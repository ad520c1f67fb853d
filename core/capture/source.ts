/** Where a figure comes from, as far as figures may be compared: the two generations of the national portal count differently, so they are two sources. */

/** Reader → source, for the readers of one site; readers of any site are told apart by host. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['national-2026', 'quoc-gia-2026'],
  ['national-2022', 'quoc-gia-2022'],
  ['national-2022-page', 'quoc-gia-2022'],
]);

/** `quoc-gia-2026`, `form-06a@motcua.example.gov.vn`. */
export function sourceOf(readerId: string, url: string): string {
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return SOURCES.get(readerId) ?? `${readerId}@${host}`;
}

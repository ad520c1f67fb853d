/** Sources of figures: the two generations of the national portal count differently, so they are two; a table of every site is one a site. */
import { READERS } from './registry.ts';

/** `quoc-gia-2026`, `form-06a@motcua.example.gov.vn`. */
export function sourceOf(readerId: string, url: string): string {
  const source = READERS.find(({ id }) => id === readerId)?.source;
  if (source && !source.everySite) return source.id;
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return `${source?.id ?? readerId}@${host}`;
}

/** What officers call it: `Biểu II.06a (motcua.example.gov.vn)`; a table the officer pointed at herself goes by its site. */
export function sourceName(source: string): string {
  const [id = '', host = ''] = source.split('@');
  const name = READERS.find((reader) => reader.source.id === id)?.source.name;
  if (name === undefined) return host || id;
  return host === '' ? name : `${name} (${host})`;
}

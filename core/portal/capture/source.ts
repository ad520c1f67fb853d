/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Sources of figures: the two generations of the national portal count differently, so they are two sources; tables of
 * other sites are a source for each site.
 */
import type { ReaderAbout } from './reader.ts';

const ABOUT = import.meta.glob<ReaderAbout>('./readers/*/about.ts', { eager: true, import: 'about' });

/** `quoc-gia-2026`, `form-06a@motcua.example.gov.vn`. */
export function sourceOf(readerId: string, url: string): string {
  const source = ABOUT[`./readers/${readerId}/about.ts`]?.source;
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return source ?? `${readerId}@${host}`;
}

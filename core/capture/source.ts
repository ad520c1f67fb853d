/**
 * Sources of figures: the two generations of the national portal count differently, so they are two; a table of every
 * site is one a site.
 */
import type { ReaderAbout } from './reader.ts';
import { about as form06a } from './readers/form-06a/about.ts';
import { about as igate1 } from './readers/igate-1/about.ts';
import { about as national2022 } from './readers/national-2022/about.ts';
import { about as national2022Page } from './readers/national-2022-page/about.ts';
import { about as national2026 } from './readers/national-2026/about.ts';
import { about as tanDan } from './readers/tan-dan/about.ts';

/** Of every reader of registry.ts. */
export const ABOUT: readonly ReaderAbout[] = [national2026, national2022, national2022Page, igate1, tanDan, form06a];

/** `quoc-gia-2026`, `form-06a@motcua.example.gov.vn`. */
export function sourceOf(readerId: string, url: string): string {
  const source = ABOUT.find(({ id }) => id === readerId)?.source;
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return source ?? `${readerId}@${host}`;
}

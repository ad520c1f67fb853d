/** The word that stands lowest over a column, which says what it holds. */
import type { HeaderColumn } from './columns.ts';
import { type HeaderRole, headerWord } from './header-words.ts';

/** '' = none. */
export function wordOver(texts: readonly HeaderColumn[], column: number | undefined): string {
  return texts.find((header) => header.column === column)?.texts.at(-1) ?? '';
}

/** What that word means; undefined = nothing we know. */
export function roleOver(texts: readonly HeaderColumn[], column: number | undefined): HeaderRole | undefined {
  return headerWord(wordOver(texts, column))?.role;
}

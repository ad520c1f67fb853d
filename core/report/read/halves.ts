/** A table folded to fit the page: its header printed twice in one row, the later criteria right of the earlier. */
import { squashKey } from '../../base/text/text.ts';
import type { HeaderColumn } from './columns.ts';
import { headerWord, isTitleRole } from './header-words.ts';

/** Fewest columns of a table. */
const LEAST = 3;

/** The columns of each half; null where the header is printed once. */
export function halvesOf(texts: readonly HeaderColumn[]): readonly (readonly HeaderColumn[])[] | null {
  const half = texts.length / 2;
  if (!Number.isInteger(half) || half < LEAST) return null;
  const halves = [texts.slice(0, half), texts.slice(half)] as const;
  const [first, second] = halves.map((columns) => columns.map((column) => squashKey(column.texts.join(' '))));
  const isTitled = halves[0].some((column) => isTitleRole(headerWord(column.texts.at(-1) ?? '')?.role ?? 'other'));
  return isTitled && first?.every((key, at) => key !== '' && key === second?.[at]) === true ? halves : null;
}

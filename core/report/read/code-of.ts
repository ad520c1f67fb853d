/** Entries and remarks name a criterion, or a part of it, by its code. */
import type { Match, RowMeaning } from './match-rows.ts';

/** The code of the criterion or part that a row is matched to or belongs to; undefined = none. */
export function codeOf(meaning: Match): string;
export function codeOf(meaning: RowMeaning | undefined): string | undefined;
export function codeOf(meaning: RowMeaning | Match | undefined): string | undefined {
  if (meaning === undefined || !('criterion' in meaning)) return undefined;
  const { criterion, part } = meaning;
  return part ? `${criterion.code}.${part.code}` : criterion.code;
}

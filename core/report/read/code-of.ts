/** The code by which the row of a criterion, of its part or below it is told in entries and remarks. */
import type { Match, RowMeaning } from './match-rows.ts';

/** The code of the criterion or part that a row is matched to or belongs to; undefined = none. */
export function codeOf(meaning: RowMeaning | Match | undefined): string | undefined {
  if (meaning === undefined || !('criterion' in meaning)) return undefined;
  const { criterion, part } = meaning;
  return part ? `${criterion.code}.${part.code}` : criterion.code;
}

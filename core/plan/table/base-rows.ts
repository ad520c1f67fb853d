/** Rows of a grid that say how large the groups are of which its other rows want a part. */

import { plainNumber } from '../figure/figure-value.ts';
import { DOES, PREDICATES } from '../lexicon/verbs.ts';
import { findPhrase, tokensOf } from '../words/token.ts';
import { isOfBaseline } from './grid-roles.ts';
import { SIZES } from './table-columns.ts';

interface Line {
  readonly name: string;
  /** '' = none. */
  readonly unit: string;
  /** As written in the columns of units, in their order. */
  readonly values: readonly string[];
}

/** base = the size of each group; open = either a size or a target. */
export type SizeRole = 'base' | 'open';

/**
 * The first count of a unit, where in every column it is at least each other count of this unit, a row below it is of a
 * share of this unit, and its name says nothing that is done. A name that opens with the unit and narrows it may be a
 * target as well.
 */
export function standingsOf(lines: readonly Line[]): ReadonlyMap<number, SizeRole> {
  const standings = new Map<number, SizeRole>();
  const byUnit = new Map<string, number[]>();
  const lastShareOf = new Map<string, number>();
  for (const [at, { name, unit }] of lines.entries()) {
    const noun = unit.toLowerCase();
    if (noun.includes('%')) for (const words of openings(name)) lastShareOf.set(words, at);
    else if (byUnit.get(noun)?.push(at) === undefined) byUnit.set(noun, [at]);
  }
  byUnit.delete('');
  for (const [noun, [at = -1, ...counts]] of byUnit) {
    const first = lines[at];
    if (!first) continue;
    const sizes = first.values.map(plainNumber);
    const isWhole = sizes.length > 1 && sizes.every((size) => Number.isInteger(size) && size > 0);
    const isBound = counts.every((row) =>
      lines[row]?.values.every((value, place) => !(plainNumber(value) > (sizes[place] ?? 0))),
    );
    if (!isWhole || !isBound || (lastShareOf.get(noun) ?? -1) < at) continue;
    if (SIZES.test(first.name) || isOfBaseline(first.name, null)) standings.set(at, 'base');
    else if (counts.length > 0 && !isDone(first.name))
      standings.set(at, first.name.toLowerCase().replace(COUNT_OF, '').startsWith(`${noun} `) ? 'open' : 'base');
  }
  return standings;
}

const COUNT_OF = /^(?:tổng )?số (?:lượng )?/u;

/** Words of the longest noun: `Học sinh`, `hộ kinh doanh`. */
const LONGEST_NOUN = 3;

/** `Hộ ký cam kết` → `hộ`, `hộ ký`, `hộ ký cam`. */
function openings(name: string): readonly string[] {
  const words = name.toLowerCase().split(' ', LONGEST_NOUN);
  return words.map((_, at) => words.slice(0, at + 1).join(' '));
}

function isDone(name: string): boolean {
  const tokens = tokensOf(name, 0, name.length);
  return [DOES, PREDICATES].some((verbs) => findPhrase(tokens, 0, tokens.length, verbs) >= 0);
}

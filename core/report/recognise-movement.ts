/**
 * Recognises the movement of reports when the user named none: the movement whose criteria the sheets match best and
 * whose commune their headings name.
 */

import { bareKey, similarity, squashKey } from '../base/text/text.ts';
import type { Movement } from '../movement/movement.ts';
import type { Book, Sheet } from '../sheet/grid/sheet.ts';
import { bareTitle } from './read/numbering.ts';
import { readReports } from './read.ts';

/** Rows at the top of a sheet that may name the commune. */
const HEADING_ROWS = 15;
/** A title less like the criterion's than this says nothing. */
const ALIKE = 0.7;
/** Weight of the commune's own name in the heading, in titles. */
const COMMUNE = 5;
/** Titles that must be named for a choice. */
const ENOUGH = 2;
/** Titles that must stand word for word on the sheets for a choice without reading them, in a file and in all … */
const ENOUGH_IN_FILE = 3;
const ENOUGH_WORDED = 4;
/** … and so many times as much as speaks for any other movement, or might: movements share criteria. */
const CLEARLY = 2;
const LONGEST_TITLE = 600;

export interface MovementFit {
  /** Adds a workbook; `file` is its name. */
  readonly add: (book: Book, file: string) => void;
  /** null when none fits, or none stands out. */
  readonly best: () => Movement | null;
}

/**
 * Two recognisers, the cheap one first; the next reads all workbooks again and is used only where the first is not
 * sure. Comparing titles costs a fortieth of reading the reports, and where it is sure, reading gives the same answer.
 */
export const RECOGNISERS: readonly ((movements: readonly Movement[]) => MovementFit)[] = [fitByTitles, fitByReading];

function fitByTitles(movements: readonly Movement[]): MovementFit {
  const fits = movements.map((movement) => ({ movement, keys: titleKeys(movement), titles: 0, sum: 0 }));
  /** What reading might find in files that do not tell: in each of their rows a title of any movement. */
  let unclear = 0;
  return {
    add: (book) => {
      const sheets = book.sheets.filter(({ state }) => state === 'visible');
      const seen = sheets.map(textKeys);
      const heading = headingOf(book);
      const found = fits.map((fit) => {
        const titles = seen.reduce((sum, keys) => sum + [...keys].filter((key) => fit.keys.has(key)).length, 0);
        return { fit, titles, sum: titles + namedIn(heading, fit.movement) };
      });
      const [best, second] = found.toSorted((a, b) => b.sum - a.sum);
      if (best && best.titles >= ENOUGH_IN_FILE && best.sum >= CLEARLY * (second?.sum ?? 0)) {
        for (const { fit, titles, sum } of found) {
          fit.titles += titles;
          fit.sum += sum;
        }
      } else unclear += COMMUNE + sheets.reduce((sum, { rows }) => sum + rows.size, 0);
    },
    best: () => {
      const [best, second] = fits.toSorted((a, b) => b.sum - a.sum);
      const others = CLEARLY * (second?.sum ?? 0) + unclear;
      return best && best.titles >= ENOUGH_WORDED && best.sum >= others ? best.movement : null;
    },
  };
}

function titleKeys({ criteriaSets }: Movement): ReadonlySet<string> {
  const criteria = criteriaSets.flatMap((set) => set.criteria);
  return new Set(criteria.flatMap(({ title, aliases }) => [title, ...aliases].map(squashKey)));
}

/** Keys of the short texts on a sheet, with what numbers them and without. */
function textKeys({ rows }: Sheet): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const cells of rows.values()) {
    for (const { value } of cells) {
      if (typeof value !== 'string' || value.length > LONGEST_TITLE) continue;
      keys.add(squashKey(value));
      keys.add(squashKey(bareTitle(value)));
    }
  }
  return keys;
}

function fitByReading(movements: readonly Movement[]): MovementFit {
  const fits = new Map(movements.map((movement) => [movement, { titles: 0, named: 0 }]));
  return {
    add: (book, file) => {
      const heading = headingOf(book);
      for (const [movement, sum] of fits) {
        const named = sum.named + namedIn(heading, movement);
        fits.set(movement, { titles: sum.titles + fitOf(book, file, movement), named });
      }
    },
    best: () => {
      const found = [...fits].map(([movement, { titles, named }]) => ({ movement, titles, sum: titles + named }));
      const [best, second] = found.sort((a, b) => b.sum - a.sum);
      // A commune's name alone says nothing of a movement.
      const isSure = best && best.titles > 0 && best.sum >= ENOUGH && best.sum > (second?.sum ?? 0);
      return isSure ? best.movement : null;
    },
  };
}

function fitOf(book: Book, file: string, movement: Movement): number {
  const titles = new Map(
    movement.criteriaSets.flatMap((set) =>
      set.criteria.map((criterion) => [JSON.stringify([set.audience, set.version, criterion.code]), criterion.title]),
    ),
  );
  // Each criterion counts once in a file: the tables of several units prove no more about the movement than a single
  // table.
  const fits = new Map<string, number>();
  for (const report of readReports(book, { file, movement }).reports) {
    for (const entry of report.entries) {
      const title = titles.get(JSON.stringify([report.audience, report.set, entry.criterion])) ?? '';
      const alike = similarity(entry.title.text, title);
      if (alike >= ALIKE) fits.set(title, Math.max(alike, fits.get(title) ?? 0));
    }
  }
  return [...fits.values()].reduce((sum, number) => sum + number, 0);
}

function namedIn(heading: string, { issuer }: Movement): number {
  return heading.includes(bareKey(issuer.commune)) ? COMMUNE : 0;
}

/** Texts at the top of the sheets as one comparable key. */
function headingOf(book: Book): string {
  const texts: string[] = [];
  for (const sheet of book.sheets) {
    for (const [row, cells] of sheet.rows) {
      if (row >= HEADING_ROWS) break;
      for (const { value } of cells) if (typeof value === 'string') texts.push(value.slice(0, 400));
    }
  }
  return bareKey(texts.join(' '));
}

/**
 * Which movement reports belong to, when nobody said: the one whose criteria the sheets name best, and whose commune
 * their headings name.
 */
import type { Book } from '../grid/sheet.ts';
import type { Movement } from '../movement/movement.ts';
import { bareKey, similarity, squashKey } from '../text/text.ts';
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
/** Titles that must stand word for word on the sheets for a choice without reading them … */
const ENOUGH_WORDED = 4;
/** … and so many times as many as any other movement's: movements share criteria. */
const CLEARLY = 2;
const LONGEST_TITLE = 600;

export interface MovementFit {
  /** One more workbook; `file` is its name. */
  readonly add: (book: Book, file: string) => void;
  /** null when none fits, or none stands out. */
  readonly best: () => Movement | null;
}

/**
 * Two ways to tell, the cheap one first: the next is asked, over all workbooks again, only where this one is not sure.
 * Titles word for word cost a fortieth of reading the reports, and where they tell clearly reading tells the same.
 */
export const RECOGNISERS: readonly ((movements: readonly Movement[]) => MovementFit)[] = [fitByTitles, fitByReading];

function fitByTitles(movements: readonly Movement[]): MovementFit {
  const fits = movements.map((movement) => ({ movement, keys: titleKeys(movement), titles: 0 }));
  return {
    add: (book) => {
      for (const key of textKeys(book)) for (const fit of fits) if (fit.keys.has(key)) fit.titles += 1;
    },
    best: () => {
      const [best, second] = fits.toSorted((a, b) => b.titles - a.titles);
      const isSure = best && best.titles >= ENOUGH_WORDED && best.titles >= CLEARLY * (second?.titles ?? 0);
      return isSure ? best.movement : null;
    },
  };
}

function titleKeys({ criteriaSets }: Movement): ReadonlySet<string> {
  const criteria = criteriaSets.flatMap((set) => set.criteria);
  return new Set(criteria.flatMap(({ title, aliases }) => [title, ...aliases].map(squashKey)));
}

/** Keys of the short texts on the sheets that are seen, with what numbers them and without. */
function textKeys({ sheets }: Book): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { state, rows } of sheets) {
    if (state !== 'visible') continue;
    for (const cells of rows.values()) {
      for (const { value } of cells) {
        if (typeof value !== 'string' || value.length > LONGEST_TITLE) continue;
        keys.add(squashKey(value));
        keys.add(squashKey(bareTitle(value)));
      }
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
        const named = heading.includes(bareKey(movement.issuer.commune)) ? COMMUNE : 0;
        fits.set(movement, { titles: sum.titles + fitOf(book, file, movement), named: sum.named + named });
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
  let fit = 0;
  for (const report of readReports(book, { file, movement }).reports) {
    for (const entry of report.entries) {
      const title = titles.get(JSON.stringify([report.audience, report.set, entry.criterion])) ?? '';
      const alike = similarity(entry.title.text, title);
      if (alike >= ALIKE) fit += alike;
    }
  }
  return fit;
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

import { describe, expect, it } from 'vitest';
import { readFileBook } from '../../../cli/files/read-file.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { RECOGNISERS } from '../../../core/report/recognise-movement.ts';
import type { Book } from '../../../core/sheet/grid/sheet.ts';
import { bytesOf, type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { bookOf, sheetOf } from './book.ts';

const [byTitles, byReading] = RECOGNISERS.map((recogniser) => (books: readonly Book[]) => {
  const fit = recogniser(MOVEMENTS);
  for (const book of books) fit.add(book, 'bao-cao.xlsx');
  return fit.best()?.id ?? null;
}) as [Told, Told];

type Told = (books: readonly Book[]) => string | null;

async function composedBook(composed: Composed): Promise<Book> {
  const book = await readFileBook(bytesOf(composed));
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
}

describe('the movement of reports nobody named', () => {
  it('is recognised by titles where they are sure, like by reading; otherwise not at all', async () => {
    let count = 0;
    for (let seed = 7100; seed < 7125; seed++) {
      const composed = compose(seed);
      const book = await composedBook(composed);
      const found = byTitles([book]);
      if (found === null) continue;
      count += 1;
      expect(found, `seed ${seed}`).toBe(composed.truth.movement.id);
      expect([found, null], `seed ${seed}`).toContain(byReading([book]));
    }
    expect(count).toBeGreaterThan(5);
  });

  it('of folders with reports of two movements is recognised like by reading, or not by titles', async () => {
    const byMovement = new Map<string, Book>();
    for (let seed = 7100; byMovement.size < 3; seed++) {
      const composed = compose(seed);
      const { id } = composed.truth.movement;
      if (!byMovement.has(id)) byMovement.set(id, await composedBook(composed));
    }
    const books = [...byMovement.values()];
    for (const most of books) {
      for (const other of books.filter((book) => book !== most)) {
        for (const folder of [
          [most, other],
          [most, most, other],
          [most, most, most, other],
        ]) {
          const found = byTitles(folder);
          if (found !== null) expect(found).toBe(byReading(folder));
        }
      }
    }
  });

  it('is recognised by titles only from four on, and when no other movement has more than half as many', () => {
    const [a, b] = MOVEMENTS as [Movement, Movement];
    const [own, other] = [titlesOnlyOf(a), titlesOnlyOf(b)];
    const movementOf = (ownCount: number, otherCount: number) =>
      byTitles([bookWith([...own.slice(0, ownCount), ...other.slice(0, otherCount)])]);
    expect([movementOf(3, 0), movementOf(4, 0), movementOf(8, 4), movementOf(8, 5)]).toEqual([null, a.id, a.id, null]);
  });

  it('counts a title once in a file, however it is numbered, and none of a hidden sheet', () => {
    const [movement] = MOVEMENTS as [Movement];
    const titles = titlesOnlyOf(movement).slice(0, 3);
    const numbered = titles.flatMap((title, at) => [title, `${at + 1}. ${title}`]);
    const book = bookWith(numbered);
    const hidden = bookWith(titlesOnlyOf(movement)).sheets.map((sheet) => ({ ...sheet, state: 'hidden' as const }));
    expect(byTitles([{ ...book, sheets: [...book.sheets, ...hidden] }])).toBeNull();
    expect(byTitles([book, book])).toBe(movement.id);
  });
});

/** Titles no other movement has. */
function titlesOnlyOf(movement: Movement): readonly string[] {
  const titles = (item: Movement) => item.criteriaSets.flatMap((set) => set.criteria.map(({ title }) => title));
  const others = new Set(MOVEMENTS.filter((item) => item !== movement).flatMap(titles));
  return [...new Set(titles(movement))].filter((title) => !others.has(title));
}

function bookWith(texts: readonly string[]): Book {
  return bookOf([sheetOf(texts.map((text) => [text]))]);
}

/** Every entry names the same fields in the same order, so that scoring a hundred thousand of them stays fast. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMovement, parsePeriod, readBook, readReports } from '../../../core/index.ts';

const FOLDER = 'cli/demo/ta-ma-2025';

test('all entries of all sheets of the demo, and their parts, have one shape', async () => {
  const movement = (await loadMovement('ta-ma-2023-2030'))!;
  const period = parsePeriod('2025') ?? null;
  const shapes = new Set<string>();
  for (const file of readdirSync(FOLDER)) {
    const book = readBook(readFileSync(join(FOLDER, file)));
    if (!book.ok) continue;
    for (const { entries } of readReports(book.value, { file, movement, period }).reports) {
      for (const entry of entries.flatMap((entry) => [entry, ...(entry.parts ?? [])]))
        shapes.add(Object.keys(entry).join(' '));
    }
  }
  expect(shapes.size).toBe(1);
});

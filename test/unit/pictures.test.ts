/** The pictures of the documents: each is on a page, and shows what the demonstration yields today. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { demoRun } from '../fixtures/demo/demo-run.ts';
import { picturesShown } from '../pictures-shown.ts';

const FOLDER = 'docs/pictures';

it('are those that a page shows, and no others', () => {
  const there = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  expect(there.sort()).toEqual([...picturesShown()].sort());
});

it('show the ranking of the demonstration as it is today', () => {
  const { shown } = JSON.parse(readFileSync(`${FOLDER}/council-ranking.json`, 'utf8')) as { shown: readonly string[] };
  // A printed line has gaps inside of words, and its first and last cells may go on below it.
  const lines = shown.map((line) => line.replace(/\s/g, ''));
  const rows = lines.filter((line) => /\d\.\d\d%/.test(line));
  expect(rows.length).toBeGreaterThan(8);
  const expected = demoRun().rankings.map(({ rank, unit, points }) =>
    `${rank}${unit}${(points / 100).toFixed(2)}`.replace(/\s/g, ''),
  );
  const missing = rows.filter((row) => !expected.some((text) => row.includes(text)));
  expect(missing).toEqual([]);
});

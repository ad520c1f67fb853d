/** Files given as reports whose headings no word tells: read for their criteria alone, until the officer says more. */

import { keptColumns } from '../../core/report/column-map.ts';
import { guessMaps } from '../../core/report/guess-columns.ts';
import { type ReadOptions, readReports, sightOf } from '../../core/report/read.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { ownSheets } from './own-tables.ts';

/** What the file is read with: as it was where its words tell a report, or no table of criteria stands in it. */
export function withGuesses(given: Book, options: ReadOptions): ReadOptions['kept'] {
  const own = ownSheets({ book: given, tables: [] });
  const book = { ...given, sheets: given.sheets.filter(({ name }) => !own.has(name)) };
  const bare = { ...options, kept: undefined };
  if (readReports(book, bare).reports.length > 0) return options.kept;
  const maps = guessMaps(book, sightOf(bare));
  if (maps.length === 0) return options.kept;
  const guessed = keptColumns(maps, false);
  return (headings) => options.kept?.(headings) ?? guessed(headings);
}

/**
 * Files received as reports whose headings we do not know: only their criteria are read, until the officer names the
 * columns.
 */

import { answeredColumns } from '../../core/report/column-map.ts';
import { guessMaps } from '../../core/report/guess-columns.ts';
import { type ReadOptions, readReports, sightOf } from '../../core/report/read.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { ownSheets } from './own-tables.ts';

/**
 * The reading options for the file: unchanged where its words prove a report, or where it holds no table of criteria.
 */
export function withGuesses(whole: Book, options: ReadOptions): ReadOptions['answeredColumns'] {
  const own = ownSheets({ book: whole, tables: [] });
  const book = { ...whole, sheets: whole.sheets.filter(({ name }) => !own.has(name)) };
  const bare = { ...options, answeredColumns: undefined };
  if (readReports(book, bare).reports.length > 0) return options.answeredColumns;
  const maps = guessMaps(book, sightOf(bare));
  if (maps.length === 0) return options.answeredColumns;
  const guessed = answeredColumns(maps, false);
  return (headings) => options.answeredColumns?.(headings) ?? guessed(headings);
}

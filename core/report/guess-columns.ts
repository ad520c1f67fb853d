/**
 * A table of criteria with headings we do not know: finds where its header must be and what little can be known about
 * its columns. Figures are never guessed: a column whose words we do not know is not read until the officer names it.
 */
import type { Book } from '../sheet/grid/sheet.ts';
import { type ColumnMap, type ColumnMeaning, headingText, mapFault } from './column-map.ts';
import { resolveColumns } from './read/columns.ts';
import { findHeaders, headingsAt } from './read/header.ts';
import { type Page, type PageRow, readPage } from './read/page.ts';
import type { Sight } from './read/tables.ts';
import { meaningsOf } from './tell-columns.ts';

/** Fewer criteria in one column are no report's. */
const LEAST_CRITERIA = 3;
const LEAST_HEADINGS = 3;
const LONGEST_HEADING = 160;
/** Letters under a header (`a`, `(1)`) are no longer. */
const LONGEST_LETTER = 3;

/** A map for each visible sheet that holds such a table and has no header we recognise by its words. */
export function guessMaps(book: Book, sight: Sight): readonly ColumnMap[] {
  return book.sheets
    .filter(({ state }) => state === 'visible')
    .flatMap((sheet) => guessOn(readPage(book, sheet), sight) ?? []);
}

function guessOn(page: Page, sight: Sight): ColumnMap | null {
  if (findHeaders(page, sight).length > 0) return null;
  const criteria = criteriaColumn(page, sight);
  if (!criteria) return null;
  const at = page.rows.findLastIndex((row) => row.row < criteria.top && isHeading(row));
  if (at < 0) return null;
  const { printed, bodyTop } = headingsAt(page, at, 0, sight);
  if (bodyTop > criteria.top || !printed.some(({ column }) => column === criteria.column)) return null;
  const columns = resolveColumns(printed, sight.period);
  if (columns.foreign) return null;
  const known = meaningsOf(columns);
  const meanings = printed.map(({ column }): ColumnMeaning => {
    if (column === criteria.column) return 'title';
    const meaning = known.get(column) ?? 'none';
    return meaning === 'title' || meaning === 'more-title' ? 'none' : meaning;
  });
  const headings = printed.map(headingText);
  if (mapFault({ meanings }) === null) return { headings, meanings };
  return { headings, meanings: meanings.map((meaning) => (meaning === 'title' ? meaning : 'none')) };
}

/** The column in which most criteria stand, and the row of the first. */
function criteriaColumn({ rows }: Page, sight: Sight): { readonly column: number; readonly top: number } | null {
  const found = new Map<number, { readonly top: number; readonly texts: Set<string> }>();
  for (const { row, cells } of rows)
    for (const { column, text, isText } of cells) {
      if (!isText || !sight.isCriterion(text)) continue;
      const item = found.get(column) ?? { top: row, texts: new Set<string>() };
      item.texts.add(text);
      found.set(column, item);
    }
  const [best] = [...found].sort((a, b) => b[1].texts.size - a[1].texts.size);
  return best && best[1].texts.size >= LEAST_CRITERIA ? { column: best[0], top: best[1].top } : null;
}

/** Words over several columns: neither the letters under a header nor the name of a group. */
function isHeading({ cells }: PageRow): boolean {
  const isText = cells.every((cell) => cell.isText && cell.text.length <= LONGEST_HEADING);
  return cells.length >= LEAST_HEADINGS && isText && cells.some(({ text }) => text.length > LONGEST_LETTER);
}

/**
 * Where a stored figure stands on its page: the cells of the row that has it, so that its evidence opens there. Found by
 * the figure itself, because what was stored long ago says nothing of cells.
 */
import type { PageElement } from './page.ts';
import { pageCount, pagePercent, pageScore } from './page-number.ts';
import { type TableRow, tablesOf } from './table.ts';
import { pairsOf } from './taught-reader/pairs.ts';
import { isTotalText } from './total-row.ts';
import { isUnit } from './unit-match.ts';

interface Figure {
  /** Name of its unit; '' where it is the page's. */
  readonly unit: string;
  readonly value: number | null;
  readonly numerator?: number | null | undefined;
  readonly denominator?: number | null | undefined;
}

const MOST_CELLS = 3;

/** Of the row of its unit before the total row, before any other; empty where nothing on the page shows it. */
export function figureCells(page: PageElement, figure: Figure): readonly PageElement[] {
  let best: { readonly weight: number; readonly cells: readonly PageElement[] } = { weight: 0, cells: [] };
  for (const { cells } of tablesOf(page).flatMap(({ rows }) => rows)) {
    const isOwn = cells.some((cell) => cell && figure.unit !== '' && isUnit({ name: cell.text }, figure.unit));
    const isTotal = cells.some((cell) => cell && isTotalText(cell.text));
    const shown = showing(cells, figure, isOwn || isTotal ? () => true : isTelling);
    if (shown.length === 0) continue;
    const weight = shown.length + (isOwn ? 20 : 0) + (isTotal ? 10 : 0);
    if (weight > best.weight) best = { weight, cells: shown };
    // Each name with its value is a row.
    else if (weight === best.weight && figure.unit === '') best = { weight, cells: [...best.cells, ...shown] };
  }
  if (best.weight > 0) return best.cells.slice(0, MOST_CELLS);
  const cards = pairsOf(page).flatMap(({ pairs }) => pairs);
  return cards
    .flatMap(({ text, element }) => (isShown(text, figure, () => true) ? [element] : []))
    .slice(0, MOST_CELLS);
}

/** A small whole number stands in any row. */
function isTelling(value: number): boolean {
  return value >= 100 || !Number.isInteger(value);
}

function showing(
  cells: TableRow['cells'],
  figure: Figure,
  isMeant: (value: number) => boolean,
): readonly PageElement[] {
  const elements = cells.flatMap((cell) => (cell && isShown(cell.text, figure, isMeant) ? [cell.element] : []));
  return [...new Set(elements)];
}

function isShown(
  text: string,
  { value, numerator, denominator }: Figure,
  isMeant: (value: number) => boolean,
): boolean {
  if (!/\d/.test(text) || text.length > 60) return false;
  const [first = ''] = text.split(/[\s/]/);
  const counts = [numerator, denominator, value].filter((item) => item != null && item !== 0 && isMeant(item));
  const own = [pageCount(text), pagePercent(text, true), pageScore(text, 1e6), pageScore(first, 1e6)];
  return own.some((item) => item !== undefined && counts.includes(item));
}

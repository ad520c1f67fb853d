/** The unit a row of a pointed table is of, by its cell in the column of units. */
import { squashKey } from '../../../base/text/text.ts';
import { nameOf } from '../page.ts';
import type { TableRow } from '../table.ts';
import { isAggregate } from '../total-row.ts';
import { isWide, WHOLE_PAGE } from './outline.ts';
import { cleanText } from './text.ts';

/** Empty where the figures are the page's; undefined for sections, totals, repeated headers and rows without a name. */
export function unitName(row: TableRow, column: number | undefined, header: string): string | undefined {
  if (column === undefined || isWide(row)) return undefined;
  if (header === WHOLE_PAGE) return '';
  const cell = row.cells[column];
  const name = cell ? cleanText(nameOf(cell.element)) : '';
  if (!/\p{L}{2}/u.test(name) || name.length > 200 || squashKey(name) === squashKey(header)) return undefined;
  return row.cells.some((cell) => cell && isAggregate(cell.text)) ? undefined : name;
}

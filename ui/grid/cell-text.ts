/** How a cell reads on the grid, and what stands in the field when it is edited. Vietnamese numbers and dates. Pure. */
import { formatDate, readDate } from '../../core/grid/date.ts';
import { isDateFormat, isPercentFormat } from '../../core/grid/number-format.ts';
import { type Book, type Cell, isCellError } from '../../core/grid/sheet.ts';
import { formatNumber } from '../../core/quantity/points.ts';

const DECIMALS = 4;
/** Enough to type a number back as it is. */
const EDIT_DECIMALS = 10;

export function cellText(cell: Cell | undefined, book: Pick<Book, 'styles' | 'date1904'>): string {
  return textOf(cell, book, DECIMALS);
}

/** Without dots between thousands: what is typed back must be the same number. */
export function editText(cell: Cell | undefined, book: Pick<Book, 'styles' | 'date1904'>): string {
  const text = textOf(cell, book, EDIT_DECIMALS);
  return typeof cell?.value === 'number' ? text.replace(/\.(?=\d{3}(\D|$))/g, '') : text;
}

function textOf(cell: Cell | undefined, book: Pick<Book, 'styles' | 'date1904'>, decimals: number): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const format = book.styles[cell?.style ?? 0]?.numberFormat ?? 'General';
  if (isPercentFormat(format)) return `${formatNumber(value * 100, decimals)} %`;
  const day = isDateFormat(format) ? readDate(value, book.date1904) : null;
  return day === null ? formatNumber(value, decimals) : formatDate(day);
}

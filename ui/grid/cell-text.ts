/** How a cell reads on the grid, and what stands in the field when it is edited. Vietnamese numbers and dates. Pure. */

import { formatNumber } from '../../core/base/quantity/points.ts';
import { formatDate, readDate } from '../../core/sheet/grid/date.ts';
import { isDateFormat, isPercentFormat } from '../../core/sheet/grid/number-format.ts';
import { numberShape } from '../../core/sheet/grid/number-shape.ts';
import { type Book, type Cell, isCellError } from '../../core/sheet/grid/sheet.ts';

/** A formula whose result is unknown here: the formula stays, and Excel computes it. */
const NOT_COMPUTED = 'chưa tính';
const DECIMALS = 4;
/** Enough to type a number back as it is. */
const EDIT_DECIMALS = 10;

export function cellText(cell: Cell | undefined, book: Pick<Book, 'styles' | 'date1904'>): string {
  return cell?.formula !== undefined && cell.value === null ? NOT_COMPUTED : textOf(cell, book, shown);
}

/** Without dots between thousands: what is typed back must be the same number. */
export function editText(cell: Cell | undefined, book: Pick<Book, 'styles' | 'date1904'>): string {
  return textOf(cell, book, typed);
}

type NumberText = (value: number, format: string) => string;

function textOf(
  cell: Cell | undefined,
  { styles, date1904 }: Pick<Book, 'styles' | 'date1904'>,
  ofNumber: NumberText,
): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const format = styles[cell?.style ?? 0]?.numberFormat ?? 'General';
  const day = isDateFormat(format) ? readDate(value, date1904) : null;
  return day === null ? ofNumber(value, format) : formatDate(day);
}

function typed(value: number, format: string): string {
  const text = isPercentFormat(format)
    ? `${formatNumber(value * 100, EDIT_DECIMALS)} %`
    : formatNumber(value, EDIT_DECIMALS);
  return ungrouped(text);
}

/** As the sheet's format has it, in Vietnamese: decimal comma, dot between thousands. */
function shown(value: number, format: string): string {
  const isPercent = isPercentFormat(format);
  const shape = numberShape(format);
  const number = isPercent ? value * 100 : value;
  if (shape === null)
    return isPercent ? `${formatNumber(number, DECIMALS)} %` : ungrouped(formatNumber(number, DECIMALS));
  const { least, most, grouped, before, after } = shape;
  const text = formatNumber(number, Math.min(most, EDIT_DECIMALS));
  const decimals = text.split(',')[1] ?? '';
  const padded = decimals.length < least ? `${text.split(',')[0]},${decimals.padEnd(least, '0')}` : text;
  return `${before}${grouped ? padded : ungrouped(padded)}${isPercent ? ' %' : ''}${after}`;
}

function ungrouped(text: string): string {
  return text.replace(/\.(?=\d{3}(\D|$))/g, '');
}

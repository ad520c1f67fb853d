/**
 * What a cell shows in an Excel set to Vietnamese, near enough for tests: 1.234,5; 05/11/2025; 95%. No score may ever
 * depend on it.
 */
import type { CellValue } from '../../core/sheet/grid/sheet.ts';

export type Category = 'General' | 'Number' | 'Percentage' | 'Date' | 'Text';

/** Excel's `numberFormatCategories`. */
export function categoryOf(format: string): Category {
  if (format === 'General') return 'General';
  if (format === '@') return 'Text';
  if (/%/.test(format)) return 'Percentage';
  if (/[dmy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) return 'Date';
  return 'Number';
}

export function valueTypeOf(value: CellValue | null): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean';
}

export function display(value: CellValue | null, format: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const category = categoryOf(format);
  if (category === 'Date') return displayDate(value);
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  if (category === 'Percentage') return `${number(value * 100, digits, digits)}%`;
  return category === 'Number' ? number(value, digits, digits, format.includes(',')) : number(value, 0, 9, false);
}

function number(value: number, least: number, most: number, grouping = false): string {
  return new Intl.NumberFormat('vi-VN', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: grouping,
  }).format(value);
}

function displayDate(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

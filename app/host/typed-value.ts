/**
 * What a text typed into a cell becomes, as Excel under Vietnamese settings takes it: comma = decimal, dot = thousands,
 * day first.
 */
import { readDate } from '../../core/sheet/grid/date.ts';
import { readNumberText } from '../../core/sheet/grid/number-text.ts';
import type { CellStyle, NewValue } from '../../core/sheet/workbook/port.ts';

interface TypedCell {
  readonly value: NewValue;
  /** Number format the cell takes on, when it has none of its own. */
  readonly numberFormat?: CellStyle['numberFormat'];
}

/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;
/** Longest text a cell holds. */
const LONGEST = 32_767;

/**
 * `cellFormat` = the number format the cell has: in a text cell (`@`) everything stays text. A formula is never made of
 * what is typed.
 */
export function typedValue(text: string, cellFormat: string): TypedCell {
  const typed = text.slice(0, LONGEST);
  const trimmed = typed.trim();
  if (trimmed === '') return { value: { kind: 'empty' } };
  if (cellFormat === '@') return { value: { kind: 'text', text: typed } };
  if (typed.startsWith("'")) return { value: { kind: 'text', text: typed.slice(1) } };
  const percent = /^([^%]*\S)\s*%$/.exec(trimmed);
  const number = numberOf(percent?.[1] ?? trimmed);
  if (number !== null && percent)
    return { value: { kind: 'number', number: hundredth(number) }, numberFormat: '0.00%' };
  if (number !== null) return { value: { kind: 'number', number } };
  const date = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(trimmed) ? readDate(trimmed) : null;
  if (date)
    return {
      value: { kind: 'number', number: Math.round(Date.parse(`${date}T00:00:00Z`) / DAY) + EPOCH },
      numberFormat: 'dd/mm/yyyy',
    };
  if (/^(?:true|false)$/i.test(trimmed)) return { value: { kind: 'boolean', boolean: /^true$/i.test(trimmed) } };
  return { value: { kind: 'text', text: typed } };
}

/** Digits with a decimal comma and dots between thousands; `12.5` is text to Excel here, and so it is to us. */
function numberOf(text: string): number | null {
  if (!/^[+-]?\d[\d.]*(?:,\d+)?$/.test(text)) return null;
  const [whole = '', ...fraction] = text.split(',');
  const read = readNumberText(whole, 'whole');
  if (read?.kind !== 'number' || (whole.includes('.') && !Number.isInteger(read.value))) return null;
  const digits = whole.replaceAll('.', '').replace(/^\+/, '');
  return Number([digits, ...fraction].join('.'));
}

/** 12.5 → 0.125 without the noise of a binary division. */
function hundredth(number: number): number {
  return Number((number / 100).toPrecision(15));
}

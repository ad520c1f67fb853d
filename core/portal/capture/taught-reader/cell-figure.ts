/**
 * The figure in a cell, read as the officer defined its column. A figure that can be read in two ways is unclear and is
 * not used.
 */
import { readNumberText } from '../../../sheet/grid/number-text.ts';
import { pageCount, pagePercent } from '../page-number.ts';
import type { TaughtFigure } from './definition.ts';

type CellFigure =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unclear' };

/** What pages print where there is nothing. */
const NOTHING = new Set(['', '-', '–', '—', '…', '...', 'n/a']);

/**
 * Percent of a share: `98,50%` → 98.5, of a fraction `0,955` → 95.5. A count is whole; points stand alone or as
 * `18,5/20`.
 */
export function cellFigure(text: string, figure: TaughtFigure): CellFigure {
  if (NOTHING.has(text.trim().toLowerCase())) return { kind: 'empty' };
  const value = read(text.trim(), figure);
  return value === undefined ? { kind: 'unclear' } : { kind: 'value', value };
}

function read(text: string, figure: TaughtFigure): number | undefined {
  switch (figure.kind) {
    case 'percent':
      return percent(text, figure.sign);
    case 'fraction':
      return fraction(text);
    case 'score':
      return score(text, figure.max, figure.decimal);
    case 'count':
    case 'numerator':
    case 'denominator':
      return pageCount(text);
  }
}

/**
 * Bare figures up to 1 may be fractions: 0,955 is not taken for less than one percent; nor is 1.100, which may count
 * dossiers, for a little more.
 */
function percent(text: string, sign: boolean): number | undefined {
  if (text.includes('.') && pageCount(text) !== undefined) return undefined;
  const value = pagePercent(text, !sign);
  return value !== undefined && value > 0 && value <= 1 && !text.includes('%') ? undefined : value;
}

/** The decimal point moved in the text, so that 0,955 is 95.5 and nothing near it. */
function fraction(text: string): number | undefined {
  const match = /^([01])(?:[.,](\d{1,10}))?$/.exec(text);
  if (!match) return undefined;
  const digits = (match[2] ?? '').padEnd(2, '0');
  const value = Number(`${match[1]}${digits.slice(0, 2)}.${digits.slice(2) || '0'}`);
  return value <= 100 ? value : undefined;
}

/**
 * The number, if exactly one reading lies within the maximum; the decimal mark limits the readings where the officer
 * named it.
 */
function score(text: string, max: number | null, decimal: ',' | '.' | null): number | undefined {
  const [, bare = '', printed] = /^([\d.,\s]{1,24}?)(?:\s?\/\s?(\d{1,9}))?$/.exec(text) ?? [];
  if (printed !== undefined && Number(printed) !== max) return undefined;
  const readings = (decimal === null ? numbers(bare) : [marked(bare, decimal)]).filter(
    (value) => value !== undefined && (max === null || value <= max),
  );
  return readings.length === 1 ? readings[0] : undefined;
}

/** `1.234` and `1,234` are both one thousand and one point two. */
function numbers(text: string): readonly number[] {
  const plain = readNumberText(text.replaceAll(',', '.'), 'decimal');
  if (plain?.kind === 'ambiguous') return plain.candidates;
  const own = readNumberText(text, 'decimal');
  if (own?.kind === 'ambiguous') return own.candidates;
  return own ? [own.value] : [];
}

function marked(text: string, decimal: ',' | '.'): number | undefined {
  const bare = text.replace(/\s/g, '');
  const shape =
    decimal === ','
      ? /^(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,\d{1,10})?$/
      : /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,10})?$/;
  return shape.test(bare) ? Number(bare.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.')) : undefined;
}

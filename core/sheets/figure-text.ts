/**
 * What a unit reported for a criterion, as one short Vietnamese text for a table: `72/90 = 80 %`, `Có`, `05/11/2025`.
 */

import { formatNumber } from '../base/quantity/points.ts';
import type { Entry, Read } from '../report/report.ts';
import { formatDate } from '../sheet/grid/date.ts';

/**
 * The text of a cell: an unreadable value as written, an empty cell as ''. `unit` is the criterion's, for numbers
 * without a unit.
 */
function readText(read: Read, unit: string): string {
  const { reading, raw } = read;
  switch (reading.kind) {
    case 'number':
      return [formatNumber(reading.value, 2), read.percent ? '%' : (reading.unit ?? unit)].join(' ').trim();
    case 'fraction':
      return `${formatNumber(reading.a, 2)}/${formatNumber(reading.b, 2)}`;
    case 'yes':
      return 'Có';
    case 'no':
      return 'Không';
    case 'date':
      return formatDate(reading.date);
    case 'level':
      return typeof raw === 'string' ? raw : reading.code;
    case 'missing':
      return '';
    case 'not-applicable':
    case 'error':
    case 'ambiguous':
    case 'bound':
    case 'bad-date':
    case 'text':
      return reading.text;
  }
}

/** The figures of an entry with its parts. */
export function figureText(entry: Entry, unit = ''): string {
  const text = (read: Read | undefined, of = '') => (read ? readText(read, of) : '');
  const a = text(entry.numerator);
  const b = text(entry.denominator);
  const value = text(entry.value, unit);
  const ratio = a !== '' || b !== '' ? `${a || '…'}/${b || '…'}` : '';
  const own = ratio && value ? `${ratio} = ${value}` : ratio || value;
  const parts = (entry.parts ?? []).map((part) => `${part.criterion}: ${figureText(part) || '…'}`);
  return [own, ...parts].filter((item) => item !== '').join('; ');
}

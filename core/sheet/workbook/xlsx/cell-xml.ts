/**
 * A `NewValue` → the XML of its cell. Text is always an inline string: the shared strings of the file stay untouched.
 */
import { toA1 } from '../../grid/address.ts';
import type { NewValue } from '../port.ts';
import { encodeExcelText } from './excel-text.ts';

/** White space that a program may drop without `xml:space="preserve"`: at the ends, doubled, or other than spaces. */
const LOOSE = /^\s|\s$|\s\s|[^\S ]/;

/** `<c>` element at the place, with format index `style` (0 = default). */
export function cellXml(row: number, column: number, value: NewValue, style: number, prefix: string): string {
  const head = `<${prefix}c r="${toA1(row, column)}"${style > 0 ? ` s="${style}"` : ''}`;
  const element = (name: string, text: string): string => `<${prefix}${name}>${text}</${prefix}${name}>`;
  const close = `</${prefix}c>`;
  switch (value.kind) {
    case 'empty':
      return `${head}/>`;
    case 'number':
      // What no cell can hold is written as Excel shows it; a run never ends over one figure.
      if (!Number.isFinite(value.number)) return `${head} t="e">${element('v', '#NUM!')}${close}`;
      return `${head}>${element('v', String(value.number))}${close}`;
    case 'boolean':
      return `${head} t="b">${element('v', value.boolean ? '1' : '0')}${close}`;
    case 'text': {
      const text = `<${prefix}t${LOOSE.test(value.text) ? ' xml:space="preserve"' : ''}>${encodeExcelText(value.text)}</${prefix}t>`;
      return `${head} t="inlineStr">${element('is', text)}${close}`;
    }
    case 'formula': {
      const formula = element('f', encodeExcelText(value.formula));
      if (value.value === null) return `${head}>${formula}${close}`;
      if (typeof value.value === 'number' && !Number.isFinite(value.value)) return `${head}>${formula}${close}`;
      const type = typeof value.value === 'string' ? ' t="str"' : '';
      return `${head}${type}>${formula}${element('v', encodeExcelText(String(value.value)))}${close}`;
    }
  }
}

/** True for text that Excel would take for a formula when somebody edits the cell. */
function startsLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** The `quote` argument of `deriveFormat` for a value. */
export function quoteOf(value: NewValue | undefined): boolean | undefined {
  if (value === undefined || value.kind === 'empty') return undefined;
  return value.kind === 'text' && startsLikeFormula(value.text);
}

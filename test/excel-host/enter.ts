/**
 * What Excel makes of a value written by an add-in: numbers, dates, percentages and formulas hide in text. A text must
 * be sent with a leading apostrophe, or into a cell of format `@`, to stay text.
 */
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import { refuse } from './host-error.ts';

export interface Entered {
  readonly value: CellValue | null;
  readonly formula: string | null;
  /** Excel gave the cell this format because of what was typed. */
  readonly numberFormat?: string;
}

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;
const ERRORS = new Set(['#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!']);
const DAY = 86_400_000;

/**
 * The cell's new content for one element of a written matrix; `null` must be handled before: it leaves the cell alone.
 */
export function enter(input: unknown, numberFormat: string): Entered {
  if (typeof input === 'number') return plain(Number.isFinite(input) ? input : refuse('InvalidArgument'));
  if (typeof input === 'boolean') return plain(input);
  if (typeof input !== 'string') refuse('InvalidArgument', 'Mỗi ô phải là văn bản, số hoặc đúng/sai.');
  if (input === '') return { value: null, formula: null };
  if (input.startsWith("'")) return text(input.slice(1));
  if (numberFormat === '@') return text(input);
  if (input.startsWith('=') && input.length > 1) return formula(input.slice(1));
  return typed(input);
}

function plain(value: CellValue): Entered {
  return { value, formula: null };
}

function text(value: string): Entered {
  if (value.length > MAX_TEXT) refuse('InvalidArgument', 'Văn bản dài hơn 32 767 ký tự.');
  return plain(value);
}

function formula(body: string): Entered {
  if (body.length > MAX_FORMULA) refuse('FormulaLengthExceedsLimit');
  return { value: null, formula: body };
}

/**
 * Text as if typed into a cell of format General; the API's language is en-US whatever the language of the officer's
 * Excel.
 */
function typed(input: string): Entered {
  const trimmed = input.trim();
  if (/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$/.test(trimmed) || /^[+-]?\.\d+$/.test(trimmed))
    return plain(Number(trimmed.replaceAll(',', '')));
  if (/^\d+(\.\d+)?%$/.test(trimmed)) return { ...plain(Number(trimmed.slice(0, -1)) / 100), numberFormat: '0%' };
  if (/^(true|false)$/i.test(trimmed)) return plain(trimmed.toLowerCase() === 'true');
  if (ERRORS.has(trimmed)) return plain({ error: trimmed });
  const date = typedDate(trimmed);
  if (date !== null) return { ...plain(date), numberFormat: 'm/d/yyyy' };
  if (/^[+\-@]/.test(trimmed)) {
    if (/^[+-]\s*[A-Za-z(\d]/.test(trimmed) && /^[+-][\w\s()+\-*/.,:!$]+$/.test(trimmed)) return formula(trimmed);
    refuse('InvalidArgument', 'Công thức có lỗi.');
  }
  return text(input);
}

/**
 * `5/11` and `5/11/2025`, month first. Without a year Excel uses the present year; the simulated year is always 2025.
 */
function typedDate(input: string): number | null {
  const match = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(input);
  if (!match) return null;
  const [month, day, year] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 2025)];
  const at = Date.UTC(year, month - 1, day);
  const real = new Date(at);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  return Math.round((at - Date.UTC(1899, 11, 30)) / DAY);
}

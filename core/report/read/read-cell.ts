/** Reads one cell of a criterion's row as a figure. Nothing is computed here. */

import type { Measure, ScoringRule } from '../../movement/rule.ts';
import { factsOf } from '../../movement/rule.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import type { Read, Reading } from '../report.ts';
import { cellKey, type PageCell, refTo, shownText } from './page.ts';
import type { BodyRow } from './rows.ts';
import { inCases, scaleAt } from './unit-scale.ts';
import { readValue } from './value.ts';

/** What a criterion and a part have in common. */
export interface Measured {
  readonly measure: Measure;
  readonly rule: ScoringRule;
  readonly unit?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly target?: { readonly value: number } | null | undefined;
}

export interface Figures {
  readonly numerator?: Read;
  readonly denominator?: Read;
  readonly value?: Read;
}

type Expects = Measure | 'numerator' | 'denominator';

/** Reads one cell of the row; an empty cell is a reading too. undefined when the table has no such column. */
export function readCell(
  row: BodyRow,
  column: number | undefined,
  expects: Expects,
  measured: Measured,
): Read | undefined {
  if (column === undefined) return undefined;
  const cell = row.at.get(column);
  return readText(row, { column, cell, text: cell?.isText ? cell.text : undefined }, expects, measured);
}

interface CellText {
  readonly column: number;
  /** undefined = the row has no such cell. */
  readonly cell: PageCell | undefined;
  /** The cell's text or the part of it that counts; undefined = its value counts. */
  readonly text: string | undefined;
}

/** Reads the text of a cell, or its value. */
export function readText(row: BodyRow, { column, cell, text }: CellText, expects: Expects, measured: Measured): Read {
  const raw = cell?.cell.value ?? null;
  const open = cell === undefined ? row.page.uncalculated.get(cellKey(row.row, column)) : undefined;
  // The ratio of a form is computed from a and b, which are read themselves.
  if (open && expects !== 'percentage') {
    const text = `=${open.formula ?? ''} (chưa tính)`.slice(0, 80);
    return { reading: { kind: 'error', text }, cell: refTo(row.page, row.row, column), raw: text };
  }
  if (cell?.shownAs !== undefined) return otherwiseShown(row, cell, cell.shownAs);
  const scale = SCALED.has(expects) ? scaleAt(row, column, measured.unit) : undefined;
  const halves = both(text ?? '');
  const value = halves
    ? { reading: halves, percent: false }
    : readValue(text ?? raw, cell?.look ?? NO_LOOK, {
        // Hundreds have decimals.
        measure: scale === undefined ? expects : 'amount',
        unit: measured.unit,
        counts: expects === 'denominator' ? measured.denominator : measured.numerator,
        date1904: row.page.date1904,
        levels: factsOf(measured.rule).levels ?? undefined,
      });
  const shown = cell ? rawShown(cell, row.page.date1904) : null;
  return {
    reading: scale === undefined || value.percent ? value.reading : inCases(value.reading, scale, measured.unit),
    cell: refTo(row.page, row.row, column),
    raw: shown,
    ...(value.percent ? { percent: true } : {}),
  };
}

/** Numbers of cases: a share stays what it is. */
const SCALED: ReadonlySet<Expects> = new Set(['numerator', 'denominator', 'count', 'amount']);

/** The value as messages quote it: a day where the sheet shows a day, else unchanged. */
export function rawShown({ cell, look, text }: PageCell, date1904: boolean): Read['raw'] {
  const { value } = cell;
  if (typeof value === 'number') {
    const shown = shownText(text, cell, look, date1904);
    return shown === text ? value : shown;
  }
  return typeof value === 'object' && value !== null ? value.error : value;
}

/** The format shows another number than is stored: both, for nobody can say which is meant. */
function otherwiseShown(row: BodyRow, { cell, column }: PageCell, shown: string): Read {
  const text = `${shown} (ô lưu ${String(cell.value).replace('.', ',')})`;
  const number = readNumberText(shown.replace(/[^\d.,-]/g, ''), 'decimal');
  const reading: Reading =
    number?.kind === 'number' && typeof cell.value === 'number'
      ? { kind: 'ambiguous', text, candidates: [number.value, cell.value] }
      : { kind: 'text', text };
  return { reading, cell: refTo(row.page, row.row, column), raw: text };
}

const NO_LOOK = { font: '', numberFormat: 'General' };

/** `a = 72; b = 90` in one cell. */
function both(text: string): Reading | null {
  if (text.length > 80) return null;
  const match = /^a\s*[=:]\s*(\d{1,9})\s*[^\d=:]{0,20}?[;,\s]\s*b\s*[=:]\s*(\d{1,9})\s*[^\d=:]{0,20}$/i.exec(text);
  return match ? { kind: 'fraction', a: Number(match[1]), b: Number(match[2]) } : null;
}

export function isMissing(read: Read | undefined): boolean {
  return read === undefined || read.reading.kind === 'missing';
}

/**
 * Tables whose columns nothing but a space parts, as the text of a PDF gives them: a row is read from its end, as many
 * figures as its heading has; a heading by its capitals.
 */

import { isFigure } from '../figure/cell-figure.ts';
import type { FlatLine, PlanText } from '../layout/plan-text.ts';
import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { Column } from './table-columns.ts';
import type { TextCell } from './tables.ts';

const NUMBERED = /^(\d{1,3}|[IVX]+)[.)]? /;
const PIECES = /(?:(?:≥|≤|>|<|trên|dưới|từ|đạt|tối thiểu|ít nhất|không quá|tối đa) ?)*\d[\d.,]*(?: ?%)?|\S+/giu;
/** Where the unit has a column, a `%` behind a number is that. */
const PIECES_APART = new RegExp(PIECES.source.replace('(?: ?%)?', ''), 'giu');
/** A name is broken over no more lines than these. */
const MOST_LINES = 4;

interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A row in its columns; null = the words are none. */
export function flattenedRow(flat: string, line: TextRange, columns: readonly Column[]): readonly TextCell[] | null {
  const words = flat.slice(line.start, line.end);
  const index = NUMBERED.exec(words);
  const nameAt = columns.findIndex(({ role }) => role === 'name');
  if (!index || nameAt > 1) return null;
  const tail = columns.length - nameAt - 1;
  const hasUnits = columns.some(({ role }) => role === 'unit');
  const pieces = [...words.matchAll(hasUnits ? PIECES_APART : PIECES)];
  if (pieces.length < tail + 2) return null;
  const last = pieces.slice(-tail).map((piece) => ({ text: piece[0], start: line.start + piece.index }));
  const name = {
    text: words.slice(index[0].length, pieces.at(-tail)?.index).trim(),
    start: line.start + index[0].length,
  };
  const [unit, ...values] = last;
  const longer = columns[nameAt + 1]?.role === 'unit' && unit ? longerUnit(name, unit) : null;
  const own = longer && unit ? [longer.name, longer.unit, ...values] : [name, ...last];
  const row = [{ text: index[1] ?? '', start: line.start }, ...own];
  return row.length === columns.length &&
    row.every(({ text: cell }, at) => columns[at]?.role !== 'value' || /\d/.test(cell))
    ? row
    : null;
}

/** `Dòng họ được công nhận … dòng họ`, `… học tập tổ hợp tác`: a unit of several words. */
function longerUnit(name: TextCell, unit: TextCell): { readonly name: TextCell; readonly unit: TextCell } | null {
  const words = name.text.split(' ');
  for (const count of [2, 1]) {
    const text = [...words.slice(-count), unit.text].join(' ');
    const rest = words.slice(0, -count).join(' ');
    if (rest === '' || !(isUnit(text) || rest.toLowerCase().startsWith(`${text.toLowerCase()} `))) continue;
    return { name: { ...name, text: rest }, unit: { text, start: name.start + rest.length + 1 } };
  }
  return null;
}

function isUnit(text: string): boolean {
  if (!/^\p{L}/u.test(text)) return false;
  const tokens = tokensOf(text, 0, text.length);
  const unit = unitAt(tokens, 0);
  return unit !== null && unit.kind !== 'unknown' && unit.length === tokens.length;
}

/**
 * A row whose name takes several lines, with its figures behind the last of them: `1 Người từ 15 tuổi
 * biết chữ % 89 92`. Its columns of figures hold only figures, and its number follows that of `before`.
 */
export function brokenRow(
  text: PlanText,
  at: number,
  columns: readonly Column[],
  before: readonly TextCell[] | undefined,
): { readonly row: readonly TextCell[]; readonly lines: number } | null {
  const first = text.lines[at];
  const number = first ? numberOf(text.flat, first) : 0;
  if (!first || (number !== 1 && number !== Number(before?.[0]?.text) + 1)) return null;
  for (let lines = 2; lines <= MOST_LINES; lines++) {
    const last = text.lines[at + lines - 1];
    if (!last || numberOf(text.flat, last) === number + 1) return null;
    const row = flattenedRow(text.flat, { start: first.start, end: last.end }, columns);
    if (!row) continue;
    return row.every((cell, place) => columns[place]?.role !== 'value' || isFigure(cell.text)) ? { row, lines } : null;
  }
  return null;
}

function numberOf(flat: string, line: TextRange): number {
  return Number(NUMBERED.exec(flat.slice(line.start, line.end))?.[1]);
}

/** Cells of a heading row: each starts with a capital letter. */
export function capitalHeadings(flat: string, line: TextRange): readonly TextCell[] {
  let start = line.start;
  return flat
    .slice(line.start, line.end)
    .split(/ (?=\p{Lu})/u)
    .map((text) => {
      const cell = { text, start };
      start += text.length + 1;
      return cell;
    });
}

/** `2 Phiêng Pẻn 121 2 40`: a text with the beginning and end of a name, and only figures behind it. */
export function flattenedShare(flat: string, line: FlatLine, columns: readonly Column[]): readonly TextCell[] | null {
  const row = flattenedRow(flat, line, columns);
  const [, name, ...figures] = row ?? [];
  const isName = name !== undefined && /^\p{L}/u.test(name.text) && !/\d$/.test(name.text);
  return isName && figures.every(({ text }) => isFigure(text)) ? row : null;
}

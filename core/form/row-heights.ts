/**
 * The height of a wrapped text. Programs other than Excel do not fit rows when a file is opened, so the form sets its
 * heights. Widths of letters are rough classes of Times New Roman, on the wide side: a little air is better than a
 * clipped line.
 */
import { ownText } from '../base/text/remembered.ts';
import type { Range } from '../sheet/grid/sheet.ts';
import type { NewCell } from '../sheet/workbook/port.ts';

/** Sheets have the same few thousand words and some hundred letters, over and over. */
const WORDS = new Map<string, number>();
const LETTERS = new Map<string, number>();
const MOST_KNOWN = 4000;

/** Widths in em: digits and most letters are half an em wide. */
function letterWidth(letter: string): number {
  return LETTERS.get(letter) ?? known(LETTERS, letter, measuredWidth(letter));
}

function wordWidth(word: string): number {
  const width = WORDS.get(word);
  if (width !== undefined) return width;
  let sum = 0;
  for (const letter of word) sum += letterWidth(letter);
  return word.length > 20 ? sum : known(WORDS, ownText(word), sum);
}

function known(widths: Map<string, number>, text: string, width: number): number {
  if (widths.size < MOST_KNOWN) widths.set(text, width);
  return width;
}

function measuredWidth(letter: string): number {
  const base = letter.normalize('NFD').charAt(0);
  if (/[ijlt.,:;'’|!/ ]/.test(base)) return 0.29;
  if (/[fr()[\]-]/.test(base)) return 0.34;
  if (/[s]/.test(base)) return 0.4;
  if (/[acez]/.test(base)) return 0.45;
  if (/[÷×≥≤−+=<>]/.test(base)) return 0.58;
  if (/[mw]/.test(base)) return 0.82;
  if (/[%MW]/.test(base)) return 0.9;
  return /[A-ZĐƯƠ]/.test(base) ? 0.72 : 0.5;
}

/** How much wider bold letters are. */
const BOLD = 1.1;

/** Lines a text takes, wrapped at spaces, in a column of `columnWidth` characters (digits of Times New Roman 13). */
export function linesOf(text: string, columnWidth: number, fontSize: number, bold = false): number {
  const room = ((columnWidth - 0.7) * 0.5 * (13 / fontSize)) / (bold ? BOLD : 1);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = wordWidth(word);
      if (used > 0 && used + 0.25 + width > room) {
        lines += 1;
        used = width;
      } else {
        used += (used > 0 ? 0.25 : 0) + width;
      }
      // A word longer than the line is broken by letters.
      const broken = Math.floor(used / room);
      lines += broken;
      used -= broken * room;
    }
  }
  return lines;
}

/** Excel's limit, and the least a row of the form has. */
const HIGHEST = 409;
const LOWEST = 19;

/** Row → height in points that shows every text whole. A merged text has the width of its merge. */
export function rowHeights(
  cells: readonly NewCell[],
  merges: readonly Range[],
  widths: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const rightOf = new Map(merges.map(({ top, left, right }) => [`${top} ${left}`, right]));
  const heights = new Map<number, number>();
  for (const { row, column, value, style } of cells) {
    const fontSize = style?.fontSize ?? 13;
    const right = rightOf.get(`${row} ${column}`) ?? column;
    let width = 0;
    for (let at = column; at <= right; at++) width += widths.get(at) ?? 9;
    const lines = value.kind === 'text' && style?.wrap ? linesOf(value.text, width, fontSize, style.bold) : 1;
    const height = Math.ceil(lines * fontSize * 1.17 + 3.5);
    heights.set(row, Math.min(HIGHEST, Math.max(LOWEST, height, heights.get(row) ?? 0)));
  }
  return heights;
}

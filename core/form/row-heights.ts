/**
 * The height of a wrapped text. Programs other than Excel do not fit rows when a file is opened, so the form sets its
 * heights, by the widths that the letters of Times New Roman have.
 */
import { ownText } from '../base/text/remembered.ts';
import type { Range } from '../sheet/grid/sheet.ts';
import type { NewCell } from '../sheet/workbook/port.ts';

/** Sheets have the same few thousand words and some hundred letters, over and over: widths in em, by the type. */
interface WidthCache {
  readonly letters: Map<string, number>;
  readonly words: Map<string, number>;
}
const KNOWN_UPRIGHT: WidthCache = { letters: new Map(), words: new Map() };
const KNOWN_BOLD: WidthCache = { letters: new Map(), words: new Map() };
const MOST_KNOWN = 4000;

function wordWidth(word: string, bold: boolean): number {
  const { letters, words } = bold ? KNOWN_BOLD : KNOWN_UPRIGHT;
  const width = words.get(word);
  if (width !== undefined) return width;
  let sum = 0;
  for (const letter of word.normalize('NFC'))
    sum += letters.get(letter) ?? known(letters, letter, measuredWidth(letter, bold ? BOLD : UPRIGHT));
  return word.length > 20 ? sum : known(words, ownText(word), sum);
}

function known(widths: Map<string, number>, text: string, width: number): number {
  if (widths.size < MOST_KNOWN) widths.set(text, width);
  return width;
}

/**
 * Thousandths of an em that a letter of Times New Roman takes, upright and bold. A mark above or below a letter makes it
 * no wider, except the horn of ơ and ư.
 */
const UPRIGHT = widthsOf({
  250: ' ,.',
  278: "ijlt/:;'|",
  333: 'frI!()-[]`’·',
  389: 'sJ',
  444: 'acez?“”"',
  500: 'bdghknopquvxyđ0123456789#$*_–',
  542: 'ơư',
  556: 'FPS',
  575: '÷×≥≤−+=<>',
  611: 'ELTZ',
  667: 'BCR',
  722: 'wADGHKNOQUVXYĐƠ',
  778: 'mƯ&',
  833: '%',
  889: 'M',
  944: 'W',
  1000: '—…',
});
const BOLD = widthsOf({
  250: ' ,.',
  278: "il'/|",
  333: 'fjt!()-:;[]`’·',
  389: 'sI',
  444: 'cerz',
  500: 'agovxyJ0123456789#$*?_–“”',
  556: 'bdhknpquSđơ"',
  600: 'ư',
  611: 'FP',
  667: 'BELTZ',
  722: 'wACDNRUVXYĐ',
  796: 'GHKOQƠƯ',
  833: 'm&',
  944: 'M',
  1000: 'W%—…',
});
/** Of a letter that is not listed: as wide as a capital, so that no line is clipped. */
const UNKNOWN = 0.722;

function widthsOf(letters: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(letters).flatMap(([width, all]) =>
      [...all].map((letter) => [letter, Number(width) / 1000] as const),
    ),
  );
}

/** Marks that do not widen their letter: all but the horn. */
const MARKS = /[\u0300-\u031a\u031c-\u036f]/g;

function measuredWidth(letter: string, widths: ReadonlyMap<string, number>): number {
  const bare = letter.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return bare === '' ? 0 : (widths.get(bare) ?? UNKNOWN);
}

/** Characters that the margins of a cell take, as LibreOffice sets them; Excel's columns are a little wider. */
const MARGINS = 0.4;

/** Lines a text takes, wrapped at spaces, in a column of `columnWidth` characters (digits of Times New Roman 13). */
export function linesOf(text: string, columnWidth: number, fontSize: number, bold = false): number {
  const room = (columnWidth - MARGINS) * 0.5 * (13 / fontSize);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = wordWidth(word, bold);
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
    const height = Math.ceil(lines * fontSize * 1.17 + 2);
    heights.set(row, Math.min(HIGHEST, Math.max(LOWEST, height, heights.get(row) ?? 0)));
  }
  return heights;
}

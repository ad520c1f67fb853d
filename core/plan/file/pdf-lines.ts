/**
 * Pieces of text as a PDF places them → the plan's lines: pieces of the same height make a printed line, printed lines
 * make paragraphs where the line above was full, and each row of a table's grid makes a line with tabs. Page numbers at
 * the edges are left out. Knows nothing of PDF itself.
 */
import { nfc } from '../../base/text/text.ts';
import { isNoteMark } from '../document/note-mark.ts';
import { labelAt } from '../layout/label.ts';
import { COVERED_FROM_ABOVE, COVERED_FROM_LEFT } from '../layout/written-grid.ts';
import { type Box, gridsOf, type Rule, type RuledGrid } from './pdf-grids.ts';
import { tcvn3Hyphens } from './tcvn3-hyphens.ts';

export interface TextPiece {
  readonly text: string;
  /** Points from the left and from the foot of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface TextPage<P extends TextPiece = TextPiece> {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly P[];
  /** Lines drawn on the page; without them its tables are not separated from its text. */
  readonly rules?: readonly Rule[];
}

/** A paragraph (NFC) and where each of its pieces begins in it. */
interface Paragraph<P> {
  readonly text: string;
  readonly pieces: readonly PieceAt<P>[];
}

interface PieceAt<P> {
  readonly piece: P;
  readonly at: number;
}

interface PrintedLine<P> extends Paragraph<P> {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A printed line, or a row of a table. */
interface Line<P> extends PrintedLine<P> {
  /** The row's; null = a printed line. */
  readonly cells: readonly Paragraph<P>[] | null;
  /** First on its page: the last line of the page before may go on here. */
  readonly first: boolean;
}

/** Pieces this much of the letters' height apart still stand on one line. */
const SAME_LINE = 0.45;
/** A wider gap, in letters' heights, is the next column. */
const COLUMN_GAP = 1.4;
/** Behind the number of a part a tab may stand. */
const LABEL_GAP = 4;
/** A narrower gap is no space between words. */
const WORD_GAP = 0.12;
const TOP = 0.91;
const FOOT = 0.07;

/** The text, a paragraph a line. */
export function pdfLines(pages: readonly TextPage[]): string {
  return pdfParagraphs(pages)
    .map(({ text }) => text)
    .join('\n');
}

/** The paragraphs of the pages in their order. */
export function pdfParagraphs<P extends TextPiece>(pages: readonly TextPage<P>[]): readonly Paragraph<P>[] {
  const read = pages.map((page) => withoutNotes(linesOf(page)));
  const lines = [...tablesJoined(read.map((page) => page.lines)), ...read.flatMap((page) => page.notes)];
  const right = edgeOf(lines);
  const joined: { text: string; pieces: PieceAt<P>[]; last: Line<P> }[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above && goesOn(above.last, line, right)) {
      const shift = above.text.length + 1;
      above.pieces.push(...line.pieces.map(({ piece, at }) => ({ piece, at: at + shift })));
      above.text = `${above.text} ${line.text}`;
      above.last = line;
    } else joined.push({ text: line.text, pieces: [...line.pieces], last: line });
  }
  return joined.map(({ text, pieces }) => ({
    text: tcvn3Hyphens(nfc(text)),
    pieces: pieces.map(({ piece, at }) => ({ piece, at: nfc(text.slice(0, at)).length })),
  }));
}

function linesOf<P extends TextPiece>({ height, pieces, rules = [] }: TextPage<P>): Line<P>[] {
  const grids = gridsOf(rules);
  const outside: P[] = [];
  const inside = new Map<Box, P[]>();
  for (const { piece, cell } of pieces.flatMap((whole) => inCells(grids, whole))) {
    const together = cell && inside.get(cell);
    if (together) together.push(piece);
    else if (cell) inside.set(cell, [piece]);
    else if (!isNumber(piece.text) || (piece.y <= height * TOP && piece.y >= height * FOOT)) outside.push(piece);
  }
  const lines: Omit<Line<P>, 'first'>[] = printedLines(outside).map((line) => ({ ...line, cells: null }));
  for (const grid of grids) {
    const below = lines.findIndex(({ cells, y }) => cells === null && y < grid.top);
    lines.splice(below < 0 ? lines.length : below, 0, ...tableLines(grid, inside));
  }
  return lines.map((line, at) => ({ ...line, first: at === 0 }));
}

/** Lines in small letters at the foot of a page, the first of them numbered: notes, which part the text above and below. */
function withoutNotes<P>(lines: readonly Line<P>[]): Record<'lines' | 'notes', readonly Line<P>[]> {
  const written = new Map<number, number>();
  for (const { size, text, cells } of lines) if (!cells) written.set(size, (written.get(size) ?? 0) + text.length);
  const [letters = 0] = [...written].toSorted(([, number], [, other]) => other - number)[0] ?? [];
  const last = lines.findLastIndex(({ cells, size }) => cells !== null || size > letters * NOTE_LETTERS) + 1;
  const first = lines.findIndex(({ text }, at) => at >= last && NOTE.test(text));
  const from = first < 0 || first === 0 ? lines.length : first;
  return { lines: lines.slice(0, from), notes: lines.slice(from).map((line) => ({ ...line, first: false })) };
}
/** Size of a note's letters, as a share of the text's. */
const NOTE_LETTERS = 0.9;
const NOTE = /^[([]?\d{1,2}[)\]]? ?\p{Lu}/u;

/** Words that stand near each other come as one piece, over the rule between two cells too: it is parted there. */
function inCells<P extends TextPiece>(grids: readonly RuledGrid[], piece: P) {
  const { text, x, y, width, size } = piece;
  const letter = width / text.length;
  const parts: { cell: Box | null; from: number; to: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const to = index + word.length;
    const cell = cellOf(grids, x + (letter * (index + to)) / 2, y + size / 4);
    const part = parts.at(-1);
    if (part?.cell === cell) part.to = to;
    else parts.push({ cell, from: index, to });
  }
  return parts.map(({ cell, from, to }) => {
    const own = { ...piece, text: text.slice(from, to), x: x + letter * from, width: letter * (to - from) };
    return { cell, piece: parts.length > 1 ? own : piece };
  });
}

function cellOf(grids: readonly RuledGrid[], x: number, y: number): Box | null {
  for (const { cellAt } of grids) {
    const cell = cellAt(x, y);
    if (cell) return cell;
  }
  return null;
}

/** The pieces in lines from the top, parted where a column ends. */
function printedLines<P extends TextPiece>(pieces: readonly P[]): PrintedLine<P>[] {
  const rows: P[][] = [];
  const ordered = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of ordered) {
    const row = rows.at(-1);
    const above = row?.[0];
    if (row && above && Math.abs(above.y - piece.y) <= SAME_LINE * Math.max(above.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => columnsOf([...row].sort((a, b) => a.x - b.x)));
}

/** A line for each row with text, as a Word file's table is written: a mark in each place a wider cell covers. */
function tableLines<P extends TextPiece>(
  { rows, left, right, top }: RuledGrid,
  inside: ReadonlyMap<Box, readonly P[]>,
): Omit<Line<P>, 'first'>[] {
  const starts = [...new Set(rows.flatMap((row) => row.map((cell) => cell.left)))].sort((a, b) => a - b);
  const written = new Set<Box>();
  return rows.flatMap((row) => {
    const cells = row.flatMap((cell): Paragraph<P>[] => {
      const isBelow = written.has(cell);
      written.add(cell);
      const own = isBelow
        ? { text: COVERED_FROM_ABOVE, pieces: [] }
        : strung(printedLines(inside.get(cell) ?? []), ' ');
      const more = starts.filter((start) => start > cell.left && start < cell.right);
      const rest = { text: isBelow ? COVERED_FROM_ABOVE : COVERED_FROM_LEFT, pieces: [] };
      return [own, ...more.map(() => rest)];
    });
    if (cells.every(({ text }) => text.trim() === '')) return [];
    return [{ ...strung(cells, '\t'), cells, left, right, y: top, size: 0 }];
  });
}

function strung<P>(parts: readonly Paragraph<P>[], between: string): Paragraph<P> {
  let text = '';
  const pieces: PieceAt<P>[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += between;
    pieces.push(...part.pieces.map(({ piece, at }) => ({ piece, at: at + text.length })));
    text += part.text;
  }
  return { text, pieces };
}

/** Joins a table that continues on the next page: drops the repeated head rows, and joins a row that was split. */
function tablesJoined<P>(pages: readonly (readonly Line<P>[])[]): readonly Line<P>[] {
  const joined: Line<P>[] = [];
  for (const lines of pages) {
    const table = joined.slice(joined.findLastIndex(({ cells }) => cells === null) + 1);
    let again = 0;
    while (lines[again] && lines[again]?.text === table[again]?.text) again++;
    const [first, ...more] = lines.slice(again);
    if (!first) continue;
    const whole = wholeRow(table.at(-1), first);
    if (whole) joined.splice(-1, 1, whole, ...more);
    else joined.push(first, ...more);
  }
  return joined;
}

/** null = `below` is a row of its own. The rest of a row has no capital, and no text where the row above has none. */
function wholeRow<P>(above: Line<P> | undefined, below: Line<P>): Line<P> | null {
  if (!above?.cells || above.cells.length !== below.cells?.length) return null;
  const pairs = above.cells.map((cell, at) => [cell, below.cells?.[at] ?? cell] as const);
  const isRest = pairs.every(
    ([cell, { text }]) => text.trim() === '' || (cell.text.trim() !== '' && /^\p{Ll}/u.test(text)),
  );
  if (!isRest || pairs.every(([, { text }]) => text.trim() !== '')) return null;
  const cells = pairs.map(([cell, rest]) => (rest.text.trim() === '' ? cell : strung([cell, rest], ' ')));
  return { ...above, ...strung(cells, '\t'), cells };
}

const isNumber = (text: string) => /^\s*[-–]?\s*\d{1,4}\s*[-–]?\s*$/.test(text);

/** The pieces of one height, parted where a column ends; without the marks of notes. */
function columnsOf<P extends TextPiece>(row: readonly P[]): PrintedLine<P>[] {
  const lines: { text: string; pieces: PieceAt<P>[]; left: number; right: number; y: number; size: number }[] = [];
  const letters = row.reduce((tallest, piece) => (piece.size > tallest.size ? piece : tallest), row[0] ?? NO_LETTERS);
  for (const piece of row) {
    const { x, y, width, size } = piece;
    const text = piece.text.replace(/\s+/g, ' ');
    const line = lines.at(-1);
    const gap = line ? x - line.right : Number.POSITIVE_INFINITY;
    const isRaised = size < letters.size * SMALL && y > letters.y + letters.size * RAISED;
    if (isRaised && line && isNoteMark(text, line.text)) line.right = Math.max(line.right, x + width);
    else if (line && gap <= (isLabel(line.text) ? LABEL_GAP : COLUMN_GAP) * size) {
      if (gap > WORD_GAP * size && !/ $/.test(line.text) && !/^ /.test(text)) line.text += ' ';
      line.pieces.push({ piece, at: line.text.length });
      line.text += / $/.test(line.text) ? text.trimStart() : text;
      line.right = Math.max(line.right, x + width);
    } else lines.push({ text: text.trimStart(), pieces: [{ piece, at: 0 }], left: x, right: x + width, y, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}
const NO_LETTERS = { size: 0, y: 0 };
/** Of the line's letters: a raised mark is no taller, and stands at least this far above their foot. */
const SMALL = 0.8;
const RAISED = 0.15;

/** `1.`, `a)`, `II.` and nothing else. */
function isLabel(text: string): boolean {
  const label = labelAt(`${text} `, 0);
  return label !== null && label.kind !== 'bullet' && label.end >= text.length;
}

/** Where full lines end: what nine of ten longer lines do not pass. */
function edgeOf(lines: readonly Line<TextPiece>[]): number {
  const ends = lines
    .filter(({ cells, left, right }) => cells === null && right - left > 200)
    .map(({ right }) => right)
    .sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}

/**
 * The line above was full (the next word would not have fitted), this line has no label, and their letters are alike.
 */
function goesOn(above: Line<TextPiece>, line: Line<TextPiece>, edge: number): boolean {
  if (above.cells || line.cells) return false;
  const [word = ''] = line.text.split(' ');
  const room = edge - above.right;
  const wordWidth = ((line.right - line.left) * (word.length + 1)) / Math.max(1, line.text.length);
  const isFull = room < wordWidth + line.size * 0.3;
  const isNear = line.first || above.y - line.y < above.size * 2.4;
  const isAlike = Math.abs(above.size - line.size) < 1;
  return isFull && isNear && isAlike && above.y !== line.y && !startsAnew(line.text, above.text);
}

function startsAnew(text: string, above: string): boolean {
  const label = labelAt(text, 0);
  if (label === null) return false;
  // "… theo mức độ / 3. Ngoài ra": a number after a word that needs a number is no label.
  return !(label.kind === 'number' && /(?:số|độ|năm|tháng|ngày|khoản|điều|mục|quý)$/iu.test(above));
}

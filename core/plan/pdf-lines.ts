/**
 * Pieces of text as a PDF places them → the plan's lines: pieces of one height make a printed line, printed lines make
 * paragraphs where the line above was full. Page numbers at the edges are left out. Knows nothing of PDF itself.
 */
import { nfc } from '../text/text.ts';
import { labelAt } from './label.ts';

export interface TextPiece {
  readonly text: string;
  /** Points from the left and from the foot of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface TextPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** First on its page: the last line of the page before may go on here. */
  readonly first: boolean;
}

/** Pieces this much of the letters' height apart still stand on one line. */
const SAME_LINE = 0.45;
/** A wider gap, in letters' heights, is the next column. */
const COLUMN_GAP = 1.4;
/** A narrower one is no space between words. */
const WORD_GAP = 0.12;
const TOP = 0.91;
const FOOT = 0.07;

/** The text, a paragraph a line. */
export function pdfLines(pages: readonly TextPage[]): string {
  const lines = pages.flatMap((page) => linesOf(page));
  const right = edgeOf(lines);
  const joined: { text: string; last: Line }[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (above && goesOn(above.last, line, right)) {
      above.text = `${above.text} ${line.text}`;
      above.last = line;
    } else joined.push({ text: line.text, last: line });
  }
  return nfc(joined.map(({ text }) => text).join('\n'));
}

function linesOf({ height, pieces }: TextPage): Line[] {
  const rows: TextPiece[][] = [];
  const ordered = pieces
    .filter(({ text, y }) => text.trim() !== '' && !(isNumber(text) && (y > height * TOP || y < height * FOOT)))
    .sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of ordered) {
    const row = rows.at(-1);
    const above = row?.[0];
    if (row && above && Math.abs(above.y - piece.y) <= SAME_LINE * Math.max(above.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  const lines = rows.flatMap((row) => columnsOf([...row].sort((a, b) => a.x - b.x)));
  return lines.map((line, at) => ({ ...line, first: at === 0 }));
}

const isNumber = (text: string) => /^\s*[-–]?\s*\d{1,4}\s*[-–]?\s*$/.test(text);

/** The pieces of one height, parted where a column ends. */
function columnsOf(row: readonly TextPiece[]): Omit<Line, 'first'>[] {
  const lines: { text: string; left: number; right: number; y: number; size: number }[] = [];
  for (const { text, x, y, width, size } of row) {
    const line = lines.at(-1);
    const gap = line ? x - line.right : Number.POSITIVE_INFINITY;
    if (line && gap <= COLUMN_GAP * size) {
      const space = gap > WORD_GAP * size && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
      line.text += space + text;
      line.right = Math.max(line.right, x + width);
    } else lines.push({ text, left: x, right: x + width, y, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}

/** Where full lines end: what nine of ten longer lines do not pass. */
function edgeOf(lines: readonly Line[]): number {
  const ends = lines
    .filter(({ left, right }) => right - left > 200)
    .map(({ right }) => right)
    .sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}

/**
 * The line above was full (the next word would not have fitted), nothing labels this one, and the letters are alike.
 */
function goesOn(above: Line, line: Line, edge: number): boolean {
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
  // "… theo mức độ / 3. Ngoài ra" : a number behind a word that wants one is no label.
  return !(label.kind === 'number' && /(?:số|độ|năm|tháng|ngày|khoản|điều|mục|quý)$/iu.test(above));
}

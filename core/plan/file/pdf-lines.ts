/**
 * Pieces of text as a PDF places them → the plan's lines: pieces of one height make a printed line, printed lines make
 * paragraphs where the line above was full. Page numbers at the edges are left out. Knows nothing of PDF itself.
 */
import { nfc } from '../../text/text.ts';
import { labelAt } from '../layout/label.ts';
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
}

/** A paragraph (NFC) and where each of its pieces begins in it. */
interface Paragraph<P extends TextPiece> {
  readonly text: string;
  readonly pieces: readonly Placed<P>[];
}

interface Placed<P> {
  readonly piece: P;
  readonly at: number;
}

interface Line<P> {
  readonly text: string;
  readonly pieces: readonly Placed<P>[];
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
/** Behind the number of a part a tab may stand. */
const LABEL_GAP = 4;
/** A narrower one is no space between words. */
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
  const lines = pages.flatMap((page) => linesOf(page));
  const right = edgeOf(lines);
  const joined: { text: string; pieces: Placed<P>[]; last: Line<P> }[] = [];
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

function linesOf<P extends TextPiece>({ height, pieces }: TextPage<P>): Line<P>[] {
  const rows: P[][] = [];
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
function columnsOf<P extends TextPiece>(row: readonly P[]): Omit<Line<P>, 'first'>[] {
  const lines: { text: string; pieces: Placed<P>[]; left: number; right: number; y: number; size: number }[] = [];
  for (const piece of row) {
    const { x, y, width, size } = piece;
    const text = piece.text.replace(/\s+/g, ' ');
    const line = lines.at(-1);
    const gap = line ? x - line.right : Number.POSITIVE_INFINITY;
    if (line && gap <= (isLabel(line.text) ? LABEL_GAP : COLUMN_GAP) * size) {
      if (gap > WORD_GAP * size && !/ $/.test(line.text) && !/^ /.test(text)) line.text += ' ';
      line.pieces.push({ piece, at: line.text.length });
      line.text += / $/.test(line.text) ? text.trimStart() : text;
      line.right = Math.max(line.right, x + width);
    } else lines.push({ text: text.trimStart(), pieces: [{ piece, at: 0 }], left: x, right: x + width, y, size });
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

/** `1.`, `a)`, `II.` and nothing else. */
function isLabel(text: string): boolean {
  const label = labelAt(`${text} `, 0);
  return label !== null && label.kind !== 'bullet' && label.end >= text.length;
}

/** Where full lines end: what nine of ten longer lines do not pass. */
function edgeOf(lines: readonly Line<TextPiece>[]): number {
  const ends = lines
    .filter(({ left, right }) => right - left > 200)
    .map(({ right }) => right)
    .sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}

/**
 * The line above was full (the next word would not have fitted), nothing labels this one, and the letters are alike.
 */
function goesOn(above: Line<TextPiece>, line: Line<TextPiece>, edge: number): boolean {
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

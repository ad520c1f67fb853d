/**
 * Pages of a plan, with text or recognised from pictures → the plan's lines, and each number that was recognised: where
 * it stands in the text, how it reads alone, its picture.
 */
import { WAS_READ } from '../../../movement/was-read.ts';
import { pdfParagraphs, type TextPage, type TextPiece } from '../pdf-lines.ts';
import { withLabels } from './scan-labels.ts';
import { isDoubtful, type ScanWord, saysNumber, UNSURE } from './scan-words.ts';

/** A page as it was recognised. Dots, from the upper left corner. */
export interface ScanPage {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly ReadWord[];
}

/** A word; those looked at twice have the second reading and a picture (.png). */
export interface ReadWord extends ScanWord {
  readonly again?: string;
  readonly picture?: Uint8Array;
  /** Of a label that was put back, or stands out of its sequence: how it was read. */
  readonly wasRead?: string;
}

/** A number, a label the numbering does not confirm, or a word the recognition is not sure of. */
export interface ScanFinding {
  readonly kind: 'number' | 'label' | 'word';
  readonly page: number;
  /** As it stands in the text. */
  readonly read: string;
  /** How a number reads alone; of a label that was put back how it was read. */
  readonly again: string | null;
  readonly doubtful: boolean;
  /** The printed line, from its first word. */
  readonly line: string;
  readonly picture: Uint8Array | null;
  /** Characters before it in the text with every run of white space folded to one space. */
  readonly offset: number;
}

export interface ScanText {
  /** A paragraph a line. */
  readonly text: string;
  readonly findings: readonly ScanFinding[];
  /** Where in the text the pieces of each page begin, in their order. */
  readonly starts: readonly PageStart[];
}

interface PageStart {
  readonly offset: number;
  /** From 1; null = not recognised from a picture. */
  readonly page: number | null;
}

interface PlacedWord {
  readonly word: ReadWord;
  /** Characters before it in the piece. */
  readonly at: number;
}

interface Piece extends TextPiece {
  readonly page?: number;
  readonly placed?: readonly PlacedWord[];
}

/** Points a shorter side of A4 has: the joining of lines counts in them. */
const SHORTER_SIDE = 595;
/** A wider gap, in heights of the line, is the next column. */
const COLUMN_GAP = 1.4;

export function scanText(pages: readonly (TextPage | ScanPage)[]): ScanText {
  const paragraphs = pdfParagraphs<Piece>(withLabels(pages).map((page) => ('words' in page ? piecesOf(page) : page)));
  const findings: ScanFinding[] = [];
  const starts: PageStart[] = [];
  let start = 0;
  for (const { text, pieces } of paragraphs) {
    for (const { piece, at } of pieces) {
      const page = piece.page ?? null;
      if (starts.at(-1)?.page !== page) starts.push({ offset: start + at, page });
      for (const { word, at: inside } of piece.placed ?? [])
        findings.push(...findingOf(word, piece, start + at + inside));
    }
    start += text.length + 1;
  }
  return {
    text: paragraphs.map(({ text }) => text).join('\n'),
    findings,
    starts,
  };
}

/** Page of a place in the text, from 1; null where it was not recognised from a picture. */
export function pageAt({ starts }: Pick<ScanText, 'starts'>, place: number): number | null {
  return starts.findLast(({ offset }) => offset <= place)?.page ?? null;
}

function findingOf(word: ReadWord, { text, page = 0 }: Piece, offset: number): ScanFinding[] {
  const picture = word.picture ?? null;
  const found = { page, read: word.text, line: text, picture, offset };
  if (word.wasRead !== undefined) {
    const again = word.wasRead === word.text ? null : `${WAS_READ}${word.wasRead}`;
    return [{ ...found, kind: 'label', again, doubtful: true }];
  }
  const isNumber = saysNumber(word.text);
  if (!isNumber && word.confidence >= UNSURE) return [];
  const again = isNumber ? (word.again ?? '') : null;
  const doubtful = again === null || isDoubtful(word.text, word.confidence, again);
  return [{ ...found, kind: isNumber ? 'number' : 'word', again, doubtful }];
}

/** Words of one printed line that stand near each other are one piece. */
function piecesOf({ page, width, height, words }: ScanPage): TextPage<Piece> {
  const scale = SHORTER_SIDE / Math.min(width, height);
  const heights = words.map(({ line }) => line.height).sort((a, b) => a - b);
  const size = heights[heights.length >> 1] ?? 1;
  const groups: ReadWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last?.line === word.line && word.left - (last.left + last.width) <= COLUMN_GAP * size;
    if (group && isNear) group.push(word);
    else groups.push([word]);
  }
  const pieces = groups.flatMap((group): Piece[] => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    let text = '';
    const placed = group.map((word) => {
      text += text === '' ? '' : ' ';
      const at = text.length;
      text += word.text;
      return { word, at };
    });
    return [
      {
        text,
        x: first.left * scale,
        y: (height - first.line.top - first.line.height) * scale,
        width: (last.left + last.width - first.left) * scale,
        size: size * scale,
        page,
        placed,
      },
    ];
  });
  return { width: width * scale, height: height * scale, pieces };
}

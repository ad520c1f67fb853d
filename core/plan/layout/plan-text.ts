/**
 * The text of a plan prepared for reading: cleaned, split into lines, without page furniture and markup. The remaining
 * text is continuous (`flat`), and every place in it can be traced to the original text.
 */
import { AMENDING_MARK, withoutAmendingQuotes } from './amending-quotes.ts';
import { withGridsWhole } from './broken-grids.ts';
import { cleanText } from './clean-text.ts';
import { joinDrawnRows } from './drawn-rows.ts';
import { dropPageLines } from './page-lines.ts';
import { withRowsAsParts } from './row-parts.ts';

export interface PlanLine {
  /** As typed, for the columns of a table. */
  readonly raw: string;
  /** White space folded, trimmed; never empty. */
  readonly text: string;
  /** Where `text` starts in the folded text. */
  readonly offset: number;
  /** The page was broken just before this line. */
  readonly newPage: boolean;
  /** An empty line stands before it. */
  readonly apart?: boolean | undefined;
  /** Of a line made of several: what it is made of, each with its place in the folded text. */
  readonly parts?: readonly { readonly text: string; readonly offset: number }[];
}

/** A line of the running text: where it stands there, and its typed form. */
export interface FlatLine {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** An empty line stands before it. */
  readonly apart?: boolean | undefined;
}

export interface PlanText {
  /** The whole text in Unicode (NFC) with every run of white space folded to one space: what offsets count. */
  readonly folded: string;
  /** The remaining text: lines joined by a space. */
  readonly flat: string;
  readonly lines: readonly FlatLine[];
  readonly lineStarts: ReadonlySet<number>;
  /** Offset in the folded text of a place in `flat`. */
  readonly offsetOf: (place: number) => number;
  /** Words that were struck out: no part of the running text. */
  readonly struck: readonly Struck[];
}

interface Struck {
  readonly text: string;
  /** In the folded text. */
  readonly offset: number;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** Reads a plan's text. Linear in its length. */
export function readPlanText(source: string): PlanText {
  const text = cleanText(source);
  const pages = withGridsWhole(withRowsAsParts(joinDrawnRows(dropPageLines(linesOf(withoutAmendingQuotes(text))))));
  const pieces: { flat: number; offset: number }[] = [];
  const lines: FlatLine[] = [];
  const parts: string[] = [];
  const struck: Struck[] = [];
  let length = 0;
  for (const line of pages) {
    const start = length;
    for (const { text: own, offset } of line.parts ?? [line])
      for (const { text: words, at, isStruck } of withoutMarkup(own)) {
        if (isStruck) {
          struck.push({ text: words, offset: offset + at });
          continue;
        }
        pieces.push({ flat: length, offset: offset + at });
        parts.push(words);
        length += words.length;
      }
    if (length === start) continue;
    lines.push({ start, end: length, raw: bare(line.raw), apart: line.apart });
    parts.push(' ');
    length += 1;
  }
  const lineStarts = new Set(lines.map((line) => line.start));
  return {
    folded: text.replace(/\s+/g, ' '),
    flat: parts.join(''),
    lines,
    lineStarts,
    offsetOf: tracer(pieces),
    struck,
  };
}

/** The lines of a plan as an officer reads them, page numbers too: Unicode, white space folded, none empty. */
export function planLines(source: string): readonly Pick<PlanLine, 'text' | 'offset'>[] {
  return linesOf(cleanText(source));
}

function linesOf(text: string): PlanLine[] {
  const lines: PlanLine[] = [];
  let end = 0;
  let from = 0;
  let newPage = false;
  let apart = false;
  const add = (raw: string): void => {
    const folded = raw.replace(/\s+/g, ' ');
    const trimmed = folded.trim();
    if (trimmed === '') {
      apart = true;
      return;
    }
    const start = from === 0 && !folded.startsWith(' ') ? 0 : end + 1;
    lines.push({ raw, text: trimmed, offset: start, newPage, apart });
    end = start + trimmed.length;
    newPage = false;
    apart = false;
  };
  for (const match of text.matchAll(LINE_END)) {
    add(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === '\f') newPage = true;
  }
  add(text.slice(from));
  return lines;
}

interface MarkedPiece {
  readonly text: string;
  readonly at: number;
  readonly isStruck: boolean;
}

/**
 * Markdown left by converters: `##` before a heading, `**`, `***`, a pair of single `*` around words; `~~` around what
 * is struck out, as our own readers write it. A lone `* ` is a list mark.
 */
function withoutMarkup(text: string): readonly MarkedPiece[] {
  if (!/[*#~]/.test(text) && !text.includes(AMENDING_MARK)) return [{ text, at: 0, isStruck: false }];
  const pieces: MarkedPiece[] = [];
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), at: from, isStruck: false });
  };
  for (const mark of text.matchAll(MARKUP)) {
    keep(mark.index);
    const [whole, struck] = mark;
    if (struck !== undefined) pieces.push({ text: struck, at: mark.index + 2, isStruck: true });
    from = mark.index + whole.length;
  }
  keep(text.length);
  return pieces;
}
const MARKUP =
  /\u2061|~~((?:[^~]|~(?!~))+)~~|^#{1,6} |\*{2,} ?$|\*{2,}|(?<=[\s(“"])\*(?=[^\s*])|(?<=[^\s*])\*(?=[\s).;,”"]|$)/g;

/** The words as typed without markup and what is struck out. */
function bare(raw: string): string {
  return withoutMarkup(raw)
    .flatMap(({ text, isStruck }) => (isStruck ? [] : [text]))
    .join('');
}

function tracer(pieces: readonly { readonly flat: number; readonly offset: number }[]): (place: number) => number {
  return (place) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.flat ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece ? piece.offset + (place - piece.flat) : place;
  };
}

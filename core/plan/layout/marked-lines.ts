/** The lines of a plan with what was found in it marked: what a page shows beside the table of findings. */
import type { PlanPlace } from '../finding.ts';
import { planLines } from './plan-text.ts';

/** A stretch of a line between two places where a mark begins or ends. */
export interface MarkedPiece {
  readonly text: string;
  /** Offset in the folded text. */
  readonly offset: number;
  /** Ids of the findings that say it; [] = none does. */
  readonly ids: readonly string[];
}

interface MarkedLine {
  readonly offset: number;
  readonly pieces: readonly MarkedPiece[];
}

interface MarkedPlace extends Pick<PlanPlace, 'text' | 'offset'> {
  readonly id: string;
  /** Place of its number, if it has one. */
  readonly figureOffset?: number;
}

type Lines = ReturnType<typeof planLines>;

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What was left out inside a finding (a page number, marks of a converter) is no longer than this in all. */
const LEFT_OUT = 200;

/**
 * Lines in their order. Linear in the text; findings may overlap; a finding without a place (offset −1) marks nothing.
 */
export function markedLines(source: string, found: readonly MarkedPlace[]): readonly MarkedLine[] {
  const lines = planLines(source);
  const folded = foldedText(lines);
  const standing = found.filter(({ offset }) => offset >= 0);
  const spans = standing.map((marked) => spanOf(folded, lines, marked)).sort((x, y) => x.from - y.from);
  let first = 0;
  return lines.map(({ text, offset }) => {
    const end = offset + text.length;
    while (first < spans.length && (spans[first]?.to ?? 0) <= offset) first++;
    const here: Span[] = [];
    for (let at = first; at < spans.length && (spans[at]?.from ?? 0) < end; at++) {
      const span = spans[at];
      if (span && span.to > offset) here.push(span);
    }
    return { offset, pieces: piecesOf(text, offset, here) };
  });
}

function foldedText(lines: Lines): string {
  const lead = ' '.repeat(lines[0]?.offset ?? 0);
  return lead + lines.map(({ text }) => text).join(' ');
}

/**
 * The words of a finding are those of the plan but for what was left out between its lines; those of a table's row are
 * put together from its columns, and mean the whole row.
 */
function spanOf(folded: string, lines: Lines, { id, text, offset, figureOffset = offset }: MarkedPlace): Span {
  let to: number | null = offset;
  for (const word of text.split(' ')) {
    const at: number = placeOf(folded.slice(to, offset + text.length + LEFT_OUT), word);
    to = at < 0 ? null : to + at + word.length;
    if (to === null) break;
  }
  if (to !== null) return { id, from: offset, to };
  const row = lines.findLast((line) => line.offset <= Math.max(offset, figureOffset));
  return { id, from: offset, to: row ? row.offset + row.text.length : offset + text.length };
}

/** Where a word stands first; a number only by itself: the 2 of 520 is none. */
function placeOf(text: string, word: string): number {
  let at = text.indexOf(word);
  if (!/^\d+$/.test(word)) return at;
  while (at >= 0 && (/\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + word.length] ?? '')))
    at = text.indexOf(word, at + 1);
  return at;
}

function piecesOf(text: string, offset: number, spans: readonly Span[]): readonly MarkedPiece[] {
  const end = offset + text.length;
  const cuts = new Set([offset, end]);
  for (const { from, to } of spans) for (const place of [from, to]) if (place > offset && place < end) cuts.add(place);
  const places = [...cuts].sort((x, y) => x - y);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    const ids = spans.filter((span) => span.from < to && span.to > from).map(({ id }) => id);
    return { text: text.slice(from - offset, to - offset), offset: from, ids };
  });
}

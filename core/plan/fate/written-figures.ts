/** Every number that is written in a plan with digits, each with the words it stands among. */
import { type Figure, figuresOf } from '../figure/figure.ts';
import type { LaidOut } from '../laid-out.ts';
import type { Section } from '../layout/section.ts';
import { sentenceSpans } from '../layout/sentence.ts';
import { type Token, tokensOf } from '../words/token.ts';

/** Where in the plan it stands: its head and title; the papers it is based on; the text; a cell; about its signature. */
type Room = 'head' | 'bases' | 'sentence' | 'cell' | 'signature';

export interface WrittenFigure {
  readonly token: Token;
  /** The sentence, cell or stretch it stands in, and which of its tokens it is. */
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly room: Room;
  readonly section: Section | null;
  /** What the grammar takes it for: value, unit; null = for nothing. */
  readonly figure: Figure | null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly room: Room;
  readonly section: Section | null;
}

/** In the order of the text; linear in it. */
export function writtenFigures(laid: LaidOut): readonly WrittenFigure[] {
  return piecesOf(laid).flatMap(({ start, end, room, section }) => {
    if (!/\d/.test(laid.text.flat.slice(start, end))) return [];
    const tokens = tokensOf(laid.text.flat, start, end);
    const figures = new Map(figuresOf(tokens).map((figure) => [figure.at, figure]));
    return tokens.flatMap((token, at): WrittenFigure[] =>
      /\d/.test(token.text) ? [{ token, tokens, at, room, section, figure: figures.get(at) ?? null }] : [],
    );
  });
}

/** The text in pieces that leave nothing out. */
function piecesOf({ text, parts, bodies, grids }: LaidOut): readonly Piece[] {
  const { flat } = text;
  const pieces: Piece[] = [];
  let from = 0;
  const upTo = (end: number, room: Room): void => {
    if (end > from) pieces.push({ start: from, end, room, section: null });
    from = Math.max(from, end);
  };
  const first = bodies[0]?.[0]?.start ?? flat.length;
  upTo(Math.min(parts.preamble.from, first), 'head');
  for (const line of text.lines)
    if (line.start >= from && line.start < first)
      upTo(Math.min(line.end + 1, first), roomOf(flat.slice(line.start, line.end)));
  for (const sections of bodies) {
    for (const section of sections) {
      upTo(section.start, section === sections[0] ? 'signature' : 'sentence');
      for (const piece of withCells(section, grids, flat)) {
        upTo(piece.start, 'sentence');
        pieces.push(piece);
        from = Math.max(from, piece.end);
      }
    }
  }
  upTo(flat.length, 'signature');
  return pieces;
}

function* withCells(section: Section, grids: LaidOut['grids'], flat: string): Generator<Piece> {
  let { start } = section;
  const sentences = function* (till: number): Generator<Piece> {
    for (const span of sentenceSpans(flat, { ...section, start, body: Math.max(start, section.body), end: till }))
      yield { ...span, room: 'sentence', section };
  };
  for (const grid of grids) {
    if (grid.to <= start || grid.from >= section.end) continue;
    if (grid.from > start) yield* sentences(grid.from);
    for (const cell of new Set(grid.rows.flat()))
      if (cell.text !== '' && cell.start >= start)
        yield { start: cell.start, end: cell.start + cell.text.length, room: 'cell', section };
    start = Math.min(grid.to, section.end);
  }
  if (start < section.end) yield* sentences(section.end);
}

function roomOf(line: string): Room {
  return /^[-–+ ]*(?:Căn cứ|Thực hiện|Theo|Xét)(?!\p{L})/u.test(line) ? 'bases' : 'sentence';
}

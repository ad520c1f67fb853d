/**
 * Every number of a plan, in digits or words, and every demand without a number in its targets; each with the words
 * around it.
 */
import { type Figure, figuresOf } from '../figure/figure.ts';
import { type Wordless, wordlessIn } from '../figure/wordless.ts';
import type { LaidOut } from '../laid-out.ts';
import type { Section } from '../layout/section.ts';
import { sentenceSpans, sentenceTokens } from '../layout/sentence.ts';
import { phrases } from '../lexicon/phrases.ts';
import { numberWordsAt } from '../words/number-words.ts';
import { phraseBefore, type Token, tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';

/** Where in the plan it stands: its head and title; the papers it is based on; the text; a cell; about its signature. */
type Room = 'head' | 'bases' | 'sentence' | 'cell' | 'signature';

export interface WrittenFigure {
  readonly token: Token;
  /** The sentence, cell or stretch it stands in, and which of its tokens it is. */
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly room: Room;
  readonly section: Section | null;
  /** Heading of the column of a cell; '' = it has none. */
  readonly heading: string;
  /** The name in the cell's row; '' = none. */
  readonly row: string;
  /** What the grammar takes it for: value, unit; null = for nothing. */
  readonly figure: Figure | null;
  /** A demand without a number; null = there is a number here. */
  readonly wordless: Wordless | null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly room: Room;
  readonly section: Section | null;
  readonly heading?: string;
  readonly row?: string;
}

/** In the order of the text; linear in it. */
export function writtenFigures(laid: LaidOut): readonly WrittenFigure[] {
  const hasTargets = laid.bodies.flat().some(({ topics }) => topics.includes('targets'));
  /** Without a part for them any other part may hold targets. */
  const asks = ({ topics }: Section): boolean => topics.includes('targets') || (!hasTargets && topics.length === 0);
  return piecesOf(laid).flatMap(({ start, end, room, section, heading = '', row = '' }) => {
    const isRead = section !== null && (room === 'sentence' || room === 'cell');
    if (!isRead && !/\d/.test(laid.text.flat.slice(start, end))) return [];
    const tokens = (isRead ? sentenceTokens : tokensOf)(laid.text.flat, start, end);
    const all = figuresOf(tokens).filter(({ kind }) => kind !== 'all' || (isRead && asks(section)));
    const figures = new Map(
      [...(isRead && asks(section) ? spelledIn(tokens, all) : []), ...all].map((figure) => [figure.at, figure]),
    );
    const comparisons = isRead && asks(section) ? wordlessIn(tokens, all) : [];
    const wordless = new Map(comparisons.map((comparison) => [comparison.at, comparison]));
    return tokens.flatMap((token, at): WrittenFigure[] => {
      const figure = figures.get(at) ?? null;
      const isFigure = /\d/.test(token.text) || (isRead && figure !== null && !hasDigits(tokens, figure));
      return isFigure || wordless.has(at)
        ? [{ token, tokens, at, room, section, heading, row, figure, wordless: wordless.get(at) ?? null }]
        : [];
    });
  });
}

/** `ở ba thôn`: so many of a known thing in words, which the grammar takes for no figure. */
function spelledIn(tokens: readonly Token[], figures: readonly Figure[]): readonly Figure[] {
  return tokens.flatMap((_, at): Figure[] => {
    const number = numberWordsAt(tokens, at);
    if (!number || number.value < 2 || tokens[at]?.key === 'năm') return [];
    const unit = unitAt(tokens, at + number.length);
    if (unit?.kind !== 'count' && unit?.kind !== 'percent') return [];
    const isTaken = figures.some(({ from, to }) => from <= at && at < to);
    const isNamed = phraseBefore(tokens, at, BEFORE_NAMES) > 0 || /^(?:năm|ba)$/.test(tokens[at - 1]?.key ?? '');
    if (isTaken || isNamed) return [];
    const to = at + number.length + unit.length;
    return [
      {
        ...{ from: at, at, to, kind: unit.kind, value: number.value * unit.scale, valueMax: null, unit: unit.name },
        ...{ comparator: '=', compared: false, fromWord: false, fraction: false },
      },
    ];
  });
}
/** `thứ hai`, `lớp ba`, `khối sáu`. */
const BEFORE_NAMES = phrases('thứ | lớp | khối | số | cấp | loại | mức | hạng | bậc | tháng | quý | việc thứ');

/** `hai (02)` is written twice. */
function hasDigits(tokens: readonly Token[], { at, to }: Figure): boolean {
  return tokens.slice(at, to).some(({ text }) => /\d/.test(text));
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
    for (const cell of new Set(grid.rows.flat())) {
      if (cell.text === '' || cell.start < start) continue;
      const heading = cell.row < grid.head.rows ? '' : grid.head.names[cell.column];
      const named = heading === '' ? undefined : grid.rows[cell.row]?.find(({ text }) => /\p{L}{2}/u.test(text));
      yield {
        start: cell.start,
        end: cell.start + cell.text.length,
        room: 'cell',
        section,
        ...(heading && { heading }),
        ...(named && named !== cell && { row: named.text }),
      };
    }
    start = Math.min(grid.to, section.end);
  }
  if (start < section.end) yield* sentences(section.end);
}

function roomOf(line: string): Room {
  return /^[-–+ ]*(?:Căn cứ|Thực hiện|Theo|Xét)(?!\p{L})/u.test(line) ? 'bases' : 'sentence';
}

/**
 * The heading of a table as the layout of a page draws it: names of columns over several lines, each above or below the
 * others of its column ("Kế hoạch" above "2026", "Chỉ tiêu" between them).
 */
import type { FlatLine } from '../layout/plan-text.ts';

interface Heading {
  /** Names of the columns, from the left. */
  readonly names: readonly string[];
  /** First line of it, and the first one behind it. */
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Most lines above and below the line that names the column of targets. */
const FARTHEST = 2;
const PIECES = /\S+(?: \S+)*/g;
const ROW_STARTS = /^\s*(?:\d{1,3}|[IVX]{1,5}|[A-H])[.)]?\s/;

/** `at` = the line that names the column of targets; null = nothing above or below it belongs to its heading. */
export function drawnHeading(lines: readonly FlatLine[], at: number): Heading | null {
  if (/[\t|]/.test(lines[at]?.raw ?? '')) return null;
  const main = piecesOf(lines[at]);
  const first = main[0];
  if (!first || main.length < 2) return null;
  const belongs = (line: number): boolean => {
    const pieces = piecesOf(lines[line]);
    return pieces.length >= 2 && pieces.every(({ from, text }) => from > first.to && text.length <= LONGEST_NAME);
  };
  let start = at;
  while (start > at - FARTHEST && belongs(start - 1)) start--;
  let end = at + 1;
  while (end <= at + FARTHEST && belongs(end) && !ROW_STARTS.test(lines[end]?.raw ?? '')) end++;
  if (start === at && end === at + 1) return null;
  const columns: Piece[] = [];
  for (const piece of Array.from({ length: end - start }, (_, line) => piecesOf(lines[start + line])).flat()) {
    const own = columns.findIndex(({ from, to }) => piece.from < to && from < piece.to);
    const column = columns[own];
    if (column)
      columns[own] = {
        text: `${column.text} ${piece.text}`,
        from: Math.min(column.from, piece.from),
        to: Math.max(column.to, piece.to),
      };
    else columns.push(piece);
  }
  return { names: columns.sort((a, b) => a.from - b.from).map(({ text }) => text), start, end };
}
const LONGEST_NAME = 40;

/** What stands apart in a line by more than one space, and where. */
function piecesOf(line: FlatLine | undefined): readonly Piece[] {
  return [...(line?.raw ?? '').matchAll(PIECES)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

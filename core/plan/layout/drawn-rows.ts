/**
 * Tables drawn with bars in plain text, `|1 |Hồ sơ đúng |97%|` above `|  |hạn |  |`: a cell that takes several lines makes
 * one, so that what stands in it is read together.
 */
import type { PlanLine } from './plan-text.ts';

interface Cell {
  readonly text: string;
  /** In the folded text. */
  readonly offset: number;
}

/** Each row of such a table in one line. Linear in the length of the text. */
export function joinDrawnRows(lines: readonly PlanLine[]): readonly PlanLine[] {
  const joined: PlanLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const bars = barsOf(lines[at]);
    let end = at + 1;
    while (bars !== '' && barsOf(lines[end]) === bars) end++;
    joined.push(...(end - at < 3 ? lines.slice(at, end) : rowsOf(lines.slice(at, end))));
    at = end;
  }
  return joined;
}

/** Columns of the line's bars; '' = a line without bars. */
function barsOf(line: PlanLine | undefined): string {
  const raw = line?.raw.trim() ?? '';
  if (!raw.startsWith('|') || !raw.endsWith('|')) return '';
  const places = [...raw].flatMap((letter, at) => (letter === '|' ? [at] : []));
  return places.length < 4 ? '' : places.join(' ');
}

function rowsOf(lines: readonly PlanLine[]): readonly PlanLine[] {
  const rows: { line: PlanLine; cells: readonly (readonly Cell[])[] }[] = [];
  for (const line of lines) {
    const cells = cellsOf(line);
    const above = rows.at(-1);
    if (above && goesOn(above.cells, cells))
      above.cells = above.cells.map((own, at) => (cells[at]?.text ? [...own, cells[at]] : own));
    else rows.push({ line, cells: cells.map((cell) => [cell]) });
  }
  return rows.map(({ line, cells }) => (cells.every(({ length }) => length < 2) ? line : rowOf(line, cells)));
}

function cellsOf({ text, offset }: PlanLine): readonly Cell[] {
  return [...text.matchAll(/\|([^|]*)(?=\|)/g)].map(({ 1: words = '', index }) => ({
    text: words.trim(),
    offset: offset + index + 1 + (words.length - words.trimStart().length),
  }));
}

/** A row has its number. A line without a number continues the cells above it; a figure continues only below words. */
function goesOn(above: readonly (readonly Cell[])[], cells: readonly Cell[]): boolean {
  return (
    cells[0]?.text === '' &&
    above[0]?.[0]?.text !== '' &&
    cells.some(({ text }) => text !== '') &&
    cells.every(({ text }, at) => {
      const own = above[at]?.map((cell) => cell.text).join(' ') ?? '';
      return text === '' || (own !== '' && !(FIGURE.test(text) && /\d/.test(own)));
    })
  );
}
const FIGURE = /^\D{0,12}\d[\d.,]*\s?%?$/;

function rowOf(line: PlanLine, cells: readonly (readonly Cell[])[]): PlanLine {
  const parts = cells.flatMap((own) => [
    { text: '| ', offset: (own[0]?.offset ?? line.offset) - 1 },
    ...own.map(({ text, offset }) => ({ text: `${text} `, offset })),
  ]);
  const text = `${parts.map((part) => part.text).join('')}|`;
  return { ...line, raw: text, text, parts: [...parts, { text: '|', offset: line.offset + line.text.length - 1 }] };
}

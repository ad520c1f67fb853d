/** How a grid is written in a plan's text: a row a line, a tab between cells, a mark where a wider cell covers a place. */

/** The cell to the left reaches here. White space of its own: it is no word, and folds to a space as any other. */
export const COVERED_FROM_LEFT = '\u2005';
/** The cell above reaches here. */
export const COVERED_FROM_ABOVE = '\u2006';

/** A paragraph of a cell ends and the next begins. */
export const NEXT_IN_CELL = '\u2004';

/** A cell's words and the stretch it covers, its first column from 0. */
interface WrittenCell {
  readonly column: number;
  readonly across: number;
  readonly down: number;
  /** Without tabs and line ends. */
  readonly text: string;
}

/** The lines of a grid, a line for each row, with as many cells as the grid has columns. */
export function gridLines(rows: readonly (readonly WrittenCell[])[]): readonly string[] {
  const width = Math.max(0, ...rows.flatMap((row) => row.map(({ column, across }) => column + across)));
  const lines = rows.map(() => new Array<string>(width).fill(''));
  for (const [at, row] of rows.entries())
    for (const { column, across, down, text } of row)
      for (const [below, line] of lines.slice(at, at + down).entries())
        for (let place = column; place < column + across; place++)
          line[place] = below > 0 ? COVERED_FROM_ABOVE : place > column ? COVERED_FROM_LEFT : text;
  return lines.map((line) => line.join('\t'));
}

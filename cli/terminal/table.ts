/** A table as aligned lines of text: readable in any terminal, in a file and in a mail; no box characters. */
import { oneLine, padded, textWidth } from './width.ts';

export interface TextColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** A longer text is cut to this many columns. */
  readonly max?: number;
}

const GAP = '  ';

/**
 * Lines of the table: titles, a rule, the rows. On a terminal the widest texts give way until a line fits, `indent`
 * included; in a pipe or a file nothing is lost to a width nobody has.
 */
export function tableLines(columns: readonly TextColumn[], rows: readonly (readonly string[])[], indent = 0): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const wanted = columns.map((column, index) => {
    const widest = Math.max(textWidth(column.title), ...clean.map((row) => textWidth(row[index] ?? '')));
    return Math.min(widest, Math.max(column.max ?? widest, textWidth(column.title)));
  });
  const room = process.stdout.isTTY ? process.stdout.columns - indent : null;
  const widths = room === null ? wanted : fitted(wanted, columns, room);
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => padded(cells[index] ?? '', widths[index] ?? 0, column.align))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [line(columns.map((column) => column.title)), rule, ...clean.map(line)];
}

/** Figures keep their width; a text keeps its title's. */
function fitted(wanted: readonly number[], columns: readonly TextColumn[], room: number): readonly number[] {
  const widths = [...wanted];
  const least = columns.map(({ title, align }, at) => (align === 'right' ? (widths[at] ?? 0) : textWidth(title)));
  const gaps = GAP.length * (columns.length - 1);
  for (let over = widths.reduce((sum, width) => sum + width, gaps) - room; over > 0; over -= 1) {
    let widest = -1;
    widths.forEach((width, at) => {
      if (width > (least[at] ?? 0) && width > (widths[widest] ?? 0)) widest = at;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

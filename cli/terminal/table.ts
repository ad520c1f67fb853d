/** A table as aligned lines of text: readable in any terminal, in a file and in a mail; no box characters. */
import { oneLine, padded, textWidth } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** A longer text is cut to this many columns. */
  readonly max?: number;
}

/** Lines of the table: titles, a rule, the rows. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = columns.map((column, index) => {
    const widest = Math.max(textWidth(column.title), ...clean.map((row) => textWidth(row[index] ?? '')));
    return Math.min(widest, Math.max(column.max ?? widest, textWidth(column.title)));
  });
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => padded(cells[index] ?? '', widths[index] ?? 0, column.align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.title)), rule, ...clean.map(line)];
}

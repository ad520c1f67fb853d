/** Rows as text for a sheet: .csv and the clipboard. Apart from the workbook, so that what only copies loads no writer. */
import type { NewValue } from '../sheet/workbook/port.ts';

/**
 * UTF-8 with its mark, semicolons and decimal commas, as Excel opens and writes it under Vietnamese settings; texts
 * quoted, lines end CRLF.
 */
export function csvText(rows: readonly (readonly NewValue[])[]): string {
  return `\ufeff${delimited(rows, ';', (text) => `"${text.replaceAll('"', '""')}"`)}\r\n`;
}

/** `write` = a text as it stands between separators; numbers have 15 significant digits. */
export function delimited(
  rows: readonly (readonly NewValue[])[],
  separator: string,
  write: (text: string) => string,
): string {
  return rows.map((row) => row.map((value) => field(value, write)).join(separator)).join('\r\n');
}

function field(value: NewValue, write: (text: string) => string): string {
  if (value.kind === 'number') return decimal(value.number);
  return value.kind === 'text' ? write(harmless(value.text)) : '';
}

/** What no cell can hold is written as Excel shows it. */
function decimal(number: number): string {
  if (!Number.isFinite(number)) return '#NUM!';
  const rounded = Number(number.toPrecision(15));
  return String(Number.isFinite(rounded) ? rounded : number).replace('.', ',');
}

/**
 * The text on a single line that no spreadsheet executes: an apostrophe is put before what begins like a formula, or
 * with an apostrophe, so that reading can take it off (`bare`). Also behind a comma or semicolon within the text: Excel
 * under other settings, or after a paste split by commas, begins a cell there, whatever the quotes.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/(^|[,;][\s"]*)(?=['=+\-@＝＋－＠])/g, "$1'");
}

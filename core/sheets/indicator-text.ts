/**
 * The layout "Chỉ số" as .csv and as rows for the clipboard; apart from the workbook, so that a page that only copies
 * rows loads no writer of files. Read back like the workbook, but a line break within a text is a space and a number
 * has 15 significant digits.
 */
import type { Observation } from '../indicator/observation.ts';
import type { NewValue } from '../workbook/port.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';

/**
 * UTF-8 with its mark, semicolons and decimal commas, as Excel opens and writes it under Vietnamese settings; texts
 * quoted, lines end CRLF.
 */
export function indicatorCsv(observations: readonly Observation[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `\ufeff${lines(observations, ';', quoted)}\r\n`;
}

/** Rows for the clipboard, with the header; decimal commas. */
export function indicatorTsv(observations: readonly Observation[]): string {
  // A sheet takes a quote for one around the text only where the text begins with it.
  return lines(observations, '\t', (text) => (text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text));
}

function lines(observations: readonly Observation[], separator: string, write: (text: string) => string): string {
  const titles = INDICATOR_COLUMNS.map(({ title }) => write(title));
  const rows = observations.map((one) => INDICATOR_COLUMNS.map(({ value }) => field(value(one), write)));
  return [titles, ...rows].map((row) => row.join(separator)).join('\r\n');
}

function field(value: NewValue, write: (text: string) => string): string {
  if (value.kind === 'number') return decimal(value.number);
  return value.kind === 'text' ? write(harmless(value.text)) : '';
}

function decimal(number: number): string {
  return String(Number(number.toPrecision(15))).replace('.', ',');
}

/**
 * One line, and no sheet runs it: an apostrophe before what begins like a formula, or with an apostrophe, so that
 * reading can take it off (`bare`). Also behind a comma or semicolon within the text: Excel under other settings, or
 * after a paste split by commas, begins a cell there, whatever the quotes.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/(^|[,;][\s"]*)(?=['=+\-@＝＋－＠])/g, "$1'");
}

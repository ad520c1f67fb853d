/**
 * The layout "Chỉ số" as .csv and as rows for the clipboard; apart from the workbook, so that a page that only copies
 * rows loads no writer of files. Read back like the workbook, but a line break within a text is a space and a number
 * has 15 significant digits.
 */
import type { Observation } from '../portal/indicator/observation.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { csvText, delimited } from './delimited.ts';
import { type ChangeOf, indicatorCells, NO_CHANGES } from './indicator-cells.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';

export function indicatorCsv(observations: readonly Observation[], changeOf: ChangeOf = NO_CHANGES): string {
  return csvText(rowsOf(observations, changeOf));
}

/** Rows for the clipboard, with the header; decimal commas. */
export function indicatorTsv(observations: readonly Observation[], changeOf: ChangeOf = NO_CHANGES): string {
  // A sheet takes a quote for one around the text only where the text begins with it.
  const write = (text: string) => (text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text);
  return delimited(rowsOf(observations, changeOf), '\t', write);
}

function rowsOf(observations: readonly Observation[], changeOf: ChangeOf): readonly (readonly NewValue[])[] {
  return [
    INDICATOR_COLUMNS.map(({ title }): NewValue => ({ kind: 'text', text: title })),
    ...observations.map((observation) => indicatorCells(observation, changeOf)),
  ];
}

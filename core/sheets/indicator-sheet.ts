/**
 * The layout "Chỉ số" as a workbook: one observation a row, every field in its column, so that nothing is lost on the
 * way to Excel and back (indicator-rows.ts reads it). What may differ after the way: an absent figure, request or
 * picture is null, an absent mark of correction is false, blanks around texts go, a text beyond 32,000 characters is
 * cut.
 */
import type { Observation } from '../portal/indicator/observation.ts';
import { newBook } from '../sheet/workbook/xlsx/new-book.ts';
import { FIGURE, TEXT } from './council/look.ts';
import { tableSheet } from './council/table-sheet.ts';
import {
  type ChangeOf,
  INDICATOR_COLUMNS,
  INDICATOR_NOTE,
  INDICATOR_SHEET,
  INDICATOR_TABLE,
  INDICATOR_TITLE,
  NO_CHANGES,
} from './indicator-columns.ts';

/** A workbook with the one sheet "Chỉ số": numbers are numbers, texts are texts whatever they begin with. */
export function indicatorBook(observations: readonly Observation[], changeOf: ChangeOf = NO_CHANGES): Uint8Array {
  return newBook([
    tableSheet({
      name: INDICATOR_SHEET,
      title: INDICATOR_TITLE,
      subtitle: INDICATOR_NOTE,
      table: INDICATOR_TABLE,
      columns: INDICATOR_COLUMNS.map(({ title, width, figure, isName }) => ({
        title,
        width,
        // Addresses, hashes and requests would only make rows tall.
        style: figure ? FIGURE : { ...TEXT, wrap: isName ?? false },
      })),
      rows: observations.map((one) => INDICATOR_COLUMNS.map(({ value }) => value(one, changeOf(one)))),
    }),
  ]);
}

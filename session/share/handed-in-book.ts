/**
 * Reads a file handed in by a link, as the report of the link's unit and period. A file that names another unit counts
 * neither for this unit nor for the other: a person has to look at it.
 */

import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { TALLY_NAME } from '../../core/form/tally-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { type ReadFile, readReports } from '../../core/report/read.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';

interface ForWhom {
  readonly unit: string;
  /** Its text form. */
  readonly period: string;
}

/** `form`: the movement with the one set the link asks for. One Vietnamese sentence where it cannot be theirs. */
export function handedInBook(bytes: Uint8Array, form: Movement, { unit, period }: ForWhom): Result<ReadFile> {
  const book = readBook(bytes);
  if (!book.ok) return book;
  const isHouseholds = ({ rows }: Sheet) =>
    [...rows.values()].some((cells) => cells.some(({ value }) => value === TALLY_NAME));
  if (book.value.sheets.some(isHouseholds))
    return refuse('households', 'Tệp có sổ theo dõi hộ ghi tên từng hộ: chỉ nộp biểu báo cáo, giữ sổ hộ lại ở đơn vị.');
  const wanted = parsePeriod(period) ?? null;
  const read = readReports(book.value, { file: `${unit}.xlsx`, movement: form, register: null, period: wanted });
  if (read.reports.length === 0)
    return refuse('no-report', `Tệp không có bảng báo cáo nào theo tiêu chí của "${form.title}".`);
  const other = read.reports.find((report) => report.unit && squashKey(report.unit.text) !== squashKey(unit));
  if (other?.unit)
    return refuse('other-unit', `Tệp ghi đơn vị là "${other.unit.text}", còn liên kết này là của "${unit}".`);
  const printed = read.reports.find((report) => report.period)?.period?.period;
  if (printed && wanted && periodName(printed) !== periodName(wanted))
    return refuse(
      'other-period',
      `Tệp ghi kỳ báo cáo là ${periodName(printed)}, còn liên kết này là của ${periodName(wanted)}.`,
    );
  return done(read);
}

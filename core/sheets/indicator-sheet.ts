/**
 * The layout "Chỉ số" as a workbook: one observation a row, every field in its column, so that nothing is lost on the
 * way to Excel and back (indicator-rows.ts reads it). What may differ after the way: an absent figure, request or
 * picture is null, an absent mark of correction is false, blanks around texts go, a text beyond 32,000 characters is
 * cut. For people there is a sheet before it, in their words.
 */

import { parsePeriod, periodName } from '../base/period/period.ts';
import { formatNumber } from '../base/quantity/points.ts';
import { indicatorName } from '../portal/indicator/indicator-name.ts';
import type { Observation } from '../portal/indicator/observation.ts';
import { formatDate } from '../sheet/grid/date.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { newBook } from '../sheet/workbook/xlsx/new-book.ts';
import { FIGURE, numberValue, TEXT, textValue } from './council/look.ts';
import { tableSheet } from './council/table-sheet.ts';
import { type ChangeOf, indicatorCells, NO_CHANGES } from './indicator-cells.ts';
import {
  CHANGE_TITLE,
  INDICATOR_COLUMNS,
  INDICATOR_NOTE,
  INDICATOR_SHEET,
  INDICATOR_TABLE,
  INDICATOR_TITLE,
} from './indicator-columns.ts';

/**
 * A workbook of two sheets: "Số liệu" with eight columns, for an officer to pass on, without hashes and addresses;
 * behind it "Chỉ số", which is read back: numbers are numbers, texts are texts whatever they begin with.
 */
export function indicatorReport(observations: readonly Observation[], changeOf: ChangeOf = NO_CHANGES): Uint8Array {
  return newBook([peopleSheet(observations, changeOf), wholeSheet(observations, changeOf)]);
}

function wholeSheet(observations: readonly Observation[], changeOf: ChangeOf): NewSheet {
  return tableSheet({
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
    rows: observations.map((observation) => indicatorCells(observation, changeOf)),
  });
}

const NAME = { ...TEXT, wrap: true };

function peopleSheet(observations: readonly Observation[], changeOf: ChangeOf): NewSheet {
  const codes = codesOf(observations);
  return tableSheet({
    name: 'Số liệu',
    title: INDICATOR_TITLE,
    subtitle: `${daysText(observations)} Ô giá trị để trống là chưa công bố, không phải 0. Trang “${INDICATOR_SHEET}” là bản đủ cột để máy đọc lại.`,
    table: null,
    columns: [
      { title: 'Đơn vị', width: 34, style: NAME },
      { title: 'Mã đơn vị', width: 12, style: TEXT },
      { title: 'Kỳ', width: 20, style: TEXT },
      { title: 'Chỉ số', width: 46, style: NAME },
      { title: 'Giá trị', width: 12, style: FIGURE },
      { title: 'Tối đa', width: 10, style: FIGURE },
      { title: 'Số đạt/tổng số', width: 18, style: TEXT },
      { title: CHANGE_TITLE, width: 14, style: FIGURE },
    ],
    rows: observations.map((observation) => [
      textValue(observation.unit.name),
      textValue(codes.get(observation.unit.id ?? observation.unit.name) ?? null),
      textValue(periodText(observation.period)),
      textValue(indicatorName(observation.indicator) + (observation.provenance.correctedByHand ? ' (sửa tay)' : '')),
      numberValue(observation.value),
      numberValue(observation.max ?? null),
      textValue(countsText(observation)),
      numberValue(changeOf(observation)),
    ]),
  });
}

/** One kind of code a unit: that of the portal, also where a table leaves it out; never the id machines use. */
function codesOf(observations: readonly Observation[]): ReadonlyMap<string, string> {
  return new Map(
    observations.flatMap(({ unit: { id, code, name } }) => (code === undefined ? [] : [[id ?? name, code] as const])),
  );
}

function periodText(period: string | null): string | null {
  const parsed = period === null ? undefined : parsePeriod(period);
  return parsed ? periodName(parsed) : period;
}

function countsText({ numerator, denominator }: Observation): string | null {
  return numerator == null || denominator == null ? null : `${formatNumber(numerator)}/${formatNumber(denominator)}`;
}

function daysText(observations: readonly Observation[]): string {
  const days = observations.map(({ provenance }) => provenance.capturedAt.slice(0, 10)).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (first === '') return '';
  return first === last
    ? `Ghi nhận ngày ${formatDate(first)}.`
    : `Ghi nhận từ ${formatDate(first)} đến ${formatDate(last)}.`;
}

/**
 * The cells of the sheet "Chỉ số": one observation a row, every field of it in a column of its own. Files are made of
 * them in indicator-sheet.ts.
 */
import { indicatorName } from '../portal/indicator/indicator-name.ts';
import type { Observation } from '../portal/indicator/observation.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { numberValue, textValue } from './council/look.ts';
import { CHANGE_TITLE, INDICATOR_COLUMNS, type IndicatorField } from './indicator-columns.ts';

/** The change of a figure since the figure before it of its source, unit and period; null = unknown. */
export type ChangeOf = (observation: Observation) => number | null;
export const NO_CHANGES: ChangeOf = () => null;

const VALUES: Readonly<Record<IndicatorField, (observation: Observation, change: number | null) => NewValue>> = {
  'Chỉ số': ({ indicator }) => textValue(indicator),
  'Tên chỉ số': ({ indicator }) => textValue(indicatorName(indicator)),
  'Đơn vị': ({ unit }) => textValue(unit.name),
  'Mã đơn vị': ({ unit }) => textValue(unit.code ?? unit.id ?? null),
  Kỳ: ({ period }) => textValue(period),
  'Giá trị': ({ value }) => numberValue(value),
  [CHANGE_TITLE]: (_, change) => numberValue(change),
  'Tối đa': ({ max }) => numberValue(max ?? null),
  'Tử số': ({ numerator }) => numberValue(numerator ?? null),
  'Mẫu số': ({ denominator }) => numberValue(denominator ?? null),
  'Thời điểm ghi nhận': ({ provenance }) => textValue(provenance.capturedAt),
  'Sửa tay': ({ provenance }) => textValue(provenance.correctedByHand ? 'Có' : null),
  'Địa chỉ trang': ({ provenance }) => textValue(provenance.url),
  'Bộ đọc': ({ provenance: { reader } }) => textValue(`${reader.id} ${reader.version}`.trim()),
  'Dấu vết': ({ provenance }) => textValue(provenance.contentHash),
  'Dấu vết ảnh': ({ provenance }) => textValue(provenance.screenshotHash ?? null),
  'Yêu cầu đã gửi': ({ provenance }) => textValue(provenance.request ?? null),
  'Mã định danh': ({ unit }) => textValue(unit.id ?? null),
};

/** The row of an observation, in the order of `columns`. */
export function indicatorCells(
  observation: Observation,
  changeOf: ChangeOf,
  columns: readonly { readonly title: IndicatorField }[] = INDICATOR_COLUMNS,
): readonly NewValue[] {
  const change = changeOf(observation);
  return columns.map(({ title }) => VALUES[title](observation, change));
}

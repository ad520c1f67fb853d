/** The province's overview as a workbook: communes, targets × communes, indicators of the portal with their course. */

import { parsePeriod, periodName } from '../base/period/period.ts';
import { formatNumber } from '../base/quantity/points.ts';
import { percentage } from '../base/quantity/quantity.ts';
import { shownFigure } from '../base/quantity/shown-figure.ts';
import type { Result } from '../base/result.ts';
import { TARGET_STATE_NAME, TARGET_STATES, type TargetState } from '../commune/result/commune-result.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { COUNT, DATE, dateValue, FIGURE, numberValue, SHARE, TEXT, textValue } from '../sheets/council/look.ts';
import { type TableColumn, tableSheet } from '../sheets/council/table-sheet.ts';
import { markedBook } from '../sheets/marked-book.ts';
import { NEEDS_RULE } from './needs.ts';
import type { IndicatorTable } from './places.ts';
import type { CommuneRow, PartOfWhole, ProvinceView, TargetColumn } from './roll-up.ts';

/** `tháng 11 năm 2025`, `giai đoạn 2023-2025`; '' where nobody sent anything. */
export function viewPeriodName(period: string | null): string {
  if (period === null) return '';
  const known = parsePeriod(period);
  return known ? periodName(known) : `giai đoạn ${period}`;
}

/** `title`: of the province's book. */
export function provinceBook(view: ProvinceView, title: string): Result<Uint8Array> {
  return markedBook(
    [communeSheet(view, title), targetSheet(view, title), heatSheet(view, title), indicatorSheet(view, title)],
    'province',
  );
}

const column = (title: string, width: number, style: TableColumn['style']): TableColumn => ({ title, width, style });

function shareOf({ part, whole }: PartOfWhole): NewValue {
  return numberValue(whole === null || whole === 0 ? null : part / whole);
}

/** `Xã A`; with the name its result bears where that is another. */
export function nameText(name: string, claimed: string | null): string {
  return claimed === null ? name : `${name} (tệp ghi: ${claimed})`;
}

function communeSheet({ rows, period, sent }: ProvinceView, title: string): NewSheet {
  const inOrder = rows.toSorted((x, y) => y.needs.length - x.needs.length);
  return tableSheet({
    name: 'Các xã',
    title: 'TỔNG HỢP CÁC XÃ',
    subtitle: `${title}, ${viewPeriodName(period)}: ${sent}/${rows.length} xã đã gửi. ${NEEDS_RULE}`,
    table: 'CacXa',
    columns: [
      column('Xã', 28, TEXT),
      column('Phong trào', 40, TEXT),
      column('Ngày tính', 12, DATE),
      column('Đơn vị đăng ký', 10, COUNT),
      column('Đã nộp', 10, COUNT),
      column('Tỷ lệ nộp', 11, SHARE),
      column('Đúng hạn', 10, COUNT),
      column('Tỷ lệ đúng hạn', 11, SHARE),
      ...TARGET_STATES.map((state) => column(TARGET_STATE_NAME[state], 11, COUNT)),
      column('Cần hỗ trợ vì', 60, TEXT),
    ],
    rows: inOrder.map((row) => communeValues(row)),
    fill: (at) => ((inOrder[at]?.needs.length ?? 0) > 0 ? 'FFF2CC' : null),
    freezeColumns: 1,
  });
}

function communeValues({ name, claimed, result, received, inTime, needs }: CommuneRow): readonly NewValue[] {
  const count = (state: TargetState) =>
    numberValue(result ? result.targets.filter((target) => target.state === state).length : null);
  return [
    textValue(nameText(name, claimed)),
    textValue(result?.movement.title ?? null),
    dateValue(result?.asOf ?? null),
    numberValue(received.whole),
    numberValue(result ? received.part : null),
    shareOf(received),
    numberValue(inTime?.part ?? null),
    inTime ? shareOf(inTime) : numberValue(null),
    ...TARGET_STATES.map(count),
    textValue(needs.map(({ words }) => words).join('; ')),
  ];
}

/** `48,38 % (419/866 của 12 xã)`; '' where no commune gave both counts. */
export function wholeText({ whole, levels }: Pick<TargetColumn, 'whole' | 'levels'>): string {
  if (!whole) return '';
  const { a, b, communes } = whole;
  const counted = `${formatNumber(a)}/${formatNumber(b)} của ${communes} xã`;
  const share = percentage(a, b);
  // A count has six decimals: anything smaller counts as nothing.
  return share.d > 0 ? `${formatNumber(shownFigure(share, levelsIn(levels)))} % (${counted})` : counted;
}

/** The numbers of `trên 40 %`, `100 %`. */
function levelsIn(levels: readonly string[]): readonly number[] {
  return levels.flatMap((level) => {
    const number = /\d+(?:,\d+)?/u.exec(level)?.[0];
    return number === undefined ? [] : [Number(number.replace(',', '.'))];
  });
}

function targetSheet({ columns, period }: ProvinceView, title: string): NewSheet {
  return tableSheet({
    name: 'Chỉ tiêu',
    title: 'CHỈ TIÊU TRONG TOÀN TỈNH',
    subtitle: `${title}, ${viewPeriodName(period)}. Tỷ lệ chung là tổng a chia tổng b của các xã có đủ hai số, không phải trung bình các tỷ lệ.`,
    table: 'ChiTieuTinh',
    columns: [
      column('Chỉ tiêu', 70, TEXT),
      column('Mức giao', 24, TEXT),
      ...TARGET_STATES.map((state) => column(`${TARGET_STATE_NAME[state]} (xã)`, 11, COUNT)),
      column('Tỷ lệ chung', 36, TEXT),
    ],
    rows: columns.map((targetColumn) => [
      textValue(targetColumn.text),
      textValue(targetColumn.levels.filter((level) => level !== '').join('; ')),
      ...TARGET_STATES.map((state) => numberValue(targetColumn.counts[state])),
      textValue(wholeText(targetColumn)),
    ]),
  });
}

/** One row for each commune and target, so that it can be filtered and counted in Excel. */
function heatSheet({ columns, rows, period }: ProvinceView, title: string): NewSheet {
  const list = rows.flatMap(({ name, cells }) =>
    cells.flatMap((target, at) => (target ? [{ name, target, text: columns[at]?.text ?? '' }] : [])),
  );
  return tableSheet({
    name: 'Chỉ tiêu từng xã',
    title: 'CHỈ TIÊU CỦA TỪNG XÃ',
    subtitle: `${title}, ${viewPeriodName(period)}`,
    table: 'ChiTieuXa',
    columns: [
      column('Xã', 28, TEXT),
      column('Chỉ tiêu', 60, TEXT),
      column('Mức giao', 20, TEXT),
      column('Số liệu', 12, FIGURE),
      column('Đơn vị tính', 11, TEXT),
      column('Kết luận', 22, TEXT),
      column('a', 12, FIGURE),
      column('b', 12, FIGURE),
      column('Thấp nhất có thể', 12, FIGURE),
      column('Cao nhất có thể', 12, FIGURE),
      column('Đơn vị đã cho số', 11, COUNT),
      column('Còn thiếu', 11, COUNT),
    ],
    rows: list.map(({ name, text, target }) => [
      textValue(name),
      textValue(text),
      textValue(target.level),
      numberValue(target.value),
      textValue(target.unit),
      textValue(TARGET_STATE_NAME[target.state]),
      ...[target.a, target.b, target.low, target.high, target.units.gave, target.units.missing].map(numberValue),
    ]),
    freezeColumns: 1,
  });
}

function indicatorSheet({ indicators }: ProvinceView, title: string): NewSheet {
  return tableSheet({
    name: 'Cổng',
    title: 'CHỈ SỐ TRÊN CỔNG CỦA CÁC XÃ',
    subtitle: `${title}. Hạng trong các xã đã gửi số liệu cùng kỳ; hạng Cổng là hạng Cổng dịch vụ công ghi.`,
    table: 'ChiSoCong',
    columns: [
      column('Chỉ số', 44, TEXT),
      column('Kỳ', 20, TEXT),
      column('Xã', 28, TEXT),
      column('Giá trị', 12, FIGURE),
      column('Đơn vị tính', 10, TEXT),
      column('Hạng', 8, COUNT),
      column('Trong số xã', 10, COUNT),
      column('Hạng Cổng', 10, COUNT),
      column('Các kỳ trước', 60, TEXT),
    ],
    rows: indicators.flatMap(indicatorValues),
  });
}

function indicatorValues({ name, unit, period, placed, rows }: IndicatorTable): readonly (readonly NewValue[])[] {
  return rows
    .filter(({ course }) => course.length > 0)
    .toSorted((x, y) => (x.place ?? Number.POSITIVE_INFINITY) - (y.place ?? Number.POSITIVE_INFINITY))
    .map((row) => [
      textValue(name),
      textValue(viewPeriodName(period)),
      textValue(row.name),
      numberValue(row.value),
      textValue(unit),
      numberValue(row.place),
      numberValue(row.place === null ? null : placed),
      numberValue(row.portal?.place ?? null),
      textValue(row.course.map((point) => `${point.period}: ${formatNumber(point.value)}`).join('; ')),
    ]);
}

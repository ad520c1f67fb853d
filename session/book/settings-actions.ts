/** The sheet "Cài đặt" brought to the settings chosen. */

import { periodKey, periodName } from '../../core/base/period/period.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { formatDate } from '../../core/sheet/grid/date.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { headingIn } from './own-movement.ts';
import { OWN_TABLES, putTable } from './own-tables.ts';
import { ITEMS, type RunSettings, settingRows, valueIn } from './settings.ts';

/**
 * Actions that bring the sheet to these settings. `movement` = the movement just chosen; without it the sheet's line on
 * the criteria stays.
 */
export function settingsActions(book: HostBook, settings: RunSettings, movement?: Movement): readonly HostAction[] {
  const heading = movement ?? (settings.movement === null ? undefined : headingIn(book.book, settings.movement));
  const sets = movement ? setVersions(movement) : heading ? valueIn(settingRows(book), ITEMS.sets) : '';
  const { period, asOf, sessionSeals = [] } = settings;
  const rows = [
    [ITEMS.movement, settings.movement ?? '', heading?.title ?? 'Chọn trong khung Thi đua số.'],
    [
      ITEMS.period,
      period ? periodKey(period) : '',
      period ? periodName(period) : 'Để trống: kỳ nhiều báo cáo ghi nhất.',
    ],
    [ITEMS.asOf, asOf ? formatDate(asOf) : '', 'Ghi ngày/tháng/năm; để trống: chỉ so với ngày ghi trên báo cáo.'],
    [ITEMS.sets, sets, 'Muốn sửa: vào mục Tiêu chí.'],
    ...(settings.twoRounds ? [[ITEMS.twoRounds, 'Có', 'Tổ giúp việc thẩm định trước, Hội đồng quyết định sau.']] : []),
    [ITEMS.seals, settings.seals.join('; '), 'Phần mềm ghi; để phát hiện sổ quyết định bị cắt bớt.'],
    [ITEMS.voteSeals, settings.voteSeals?.join('; ') ?? '', 'Phần mềm ghi; để phát hiện biểu quyết bị cắt bớt.'],
    ...(sessionSeals.length > 0
      ? [[ITEMS.sessionSeals, sessionSeals.join('; '), 'Phần mềm ghi; để phát hiện sổ phiên họp bị cắt bớt.']]
      : []),
  ];
  return putTable(
    book,
    OWN_TABLES.settings,
    ['Sửa ở cột Giá trị.'],
    rows.map((row) => row.map(textValue)),
  );
}

function setVersions(movement: Movement): string {
  return [...new Set(movement.criteriaSets.map(({ version }) => version))].join('; ');
}

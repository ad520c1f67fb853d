/**
 * The sheets "Thành tích các năm" (every record with its source, and the officer's answers) and "Thống kê các năm" (the
 * figures of each year, then units and people by years).
 */
import { inCodeOrder } from '../../base/text/code-order.ts';
import { inNameOrder } from '../../base/text/name-order.ts';
import type { History } from '../../judge/history/history.ts';
import { historyOf } from '../../judge/history/history-of.ts';
import type { YearRecord } from '../../judge/history/year-record.ts';
import type { Register } from '../../report/register.ts';
import type { NewSheet } from '../../sheet/workbook/port.ts';
import { COUNT, numberValue, TEXT, textValue } from '../council/look.ts';
import type { SheetOffice } from '../council/office-frame.ts';
import { tableSheet } from '../council/table-sheet.ts';
import { HISTORY_COLUMNS } from './history-columns.ts';
import { HISTORY_SHEET, HISTORY_TITLE, historyCells, STYLES, WIDTHS } from './history-table.ts';
import { titleOf } from './read-history.ts';
import { summaryLines, yearWords } from './summary-lines.ts';

const STATISTICS_SHEET = 'Thống kê các năm';

/** Name to class: what follows is for the screen. */
const PRINTED = HISTORY_COLUMNS.indexOf('source');

/** By name, then year. */
export function historySheet(records: readonly YearRecord[], subtitle: string, office: SheetOffice): NewSheet {
  const order = ({ name, year, movement, title }: YearRecord) =>
    JSON.stringify([name, year ?? 0, movement, title ?? '']);
  const rows = [...records]
    .sort((x, y) => inNameOrder(x.name, y.name) || inCodeOrder(order(x), order(y)))
    .map(historyCells);
  return tableSheet({
    name: HISTORY_SHEET,
    title: HISTORY_TITLE,
    subtitle,
    table: 'ThanhTichCacNam',
    columns: HISTORY_COLUMNS.map((field) => ({
      title: titleOf(field),
      width: WIDTHS[field],
      style: STYLES[field] ?? TEXT,
    })),
    rows,
    paper: { office, columns: PRINTED },
  });
}

/** One page of figures, then a line for each unit and person. */
export function statisticsSheet(history: History, subtitle: string, office: SheetOffice): NewSheet {
  const years = history.years;
  const lines = summaryLines(history);
  const own = [...history.holders].sort(
    (x, y) => inCodeOrder(x.kind ?? 'z', y.kind ?? 'z') || inNameOrder(x.name, y.name),
  );
  const columns = [
    { title: 'Nội dung, đơn vị, cá nhân', width: 38, style: TEXT },
    ...years.map((year) => ({ title: `Năm ${year}`, width: Math.max(14, Math.floor(84 / years.length)), style: TEXT })),
    { title: 'Số lần được khen', width: 11, style: COUNT },
  ];
  return tableSheet({
    name: STATISTICS_SHEET,
    title: 'THỐNG KÊ THI ĐUA, KHEN THƯỞNG QUA CÁC NĂM',
    subtitle,
    table: 'ThongKeCacNam',
    columns,
    rows: [
      ...lines.map(({ label, values }) => [textValue(label), ...values.map(textValue), textValue(null)]),
      ...own.map((holder) => [
        textValue(holder.of === '' ? holder.name : `${holder.name} (${holder.of})`),
        ...years.map((year) => textValue(yearWords(holder, year))),
        numberValue(holder.awards.length),
      ]),
    ],
    fill: (row) => (row < lines.length ? 'F2F2F2' : null),
    freezeColumns: 1,
    paper: { office, columns: columns.length, signed: true },
  });
}

/** Both sheets; empty without records. */
export function yearsSheets(
  records: readonly YearRecord[],
  register: Register | null,
  subtitle: string,
  office: SheetOffice,
): readonly NewSheet[] {
  if (records.length === 0) return [];
  return [historySheet(records, subtitle, office), statisticsSheet(historyOf(records, register), subtitle, office)];
}

/**
 * The public table of the Tân Dân one-stop system (Thanh Hóa, Ninh Thuận, Phú Yên …): dossiers received and settled by unit, a month or a year.
 * `table#table`, header cells `td.tdHeader` (no th), data rows `tr.rowChan` / `tr.rowLe`, section rows `tr.rowPhanCap`.
 */

import { squashKey } from '../../../grid/text.ts';
import { type Period, periodKey } from '../../../indicator/period.ts';
import { periodInText } from '../../../indicator/period-text.ts';
import { hasClass, headingText } from '../../page.ts';
import { pageCount, pagePercent } from '../../page-number.ts';
import { parsePage } from '../../parse-page.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { tablesOf } from '../../table.ts';

/** Joined two-row header → what the column counts. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['Đơn vị', 'unit'],
      ['Tổng số tiếp nhận', 'received'],
      ['Hồ sơ đã xử lý Trước hạn', 'early'],
      ['Hồ sơ đã xử lý Đúng hạn', 'onTime'],
      ['Hồ sơ đã xử lý Quá hạn', 'late'],
      ['Hồ sơ đã xử lý Tỷ lệ trước hạn và đúng hạn', 'share'],
      ['Hồ sơ đang xử lý Trong hạn', 'pending'],
      ['Hồ sơ đang xử lý Quá hạn', 'overdue'],
    ] as const
  ).map(([title, role]) => [squashKey(title), role]),
);

export const tanDan: Reader = {
  id: 'tan-dan',
  version: '2026-11-21.3',
  label: 'Bảng tổng hợp của hệ thống một cửa Tân Dân',
  pages: 'Bảng tổng hợp công khai của cổng tỉnh dùng hệ thống Tân Dân',
  matches: (captured) => captured.body.includes('headerTable') && captured.body.includes('tdHeader'),
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = parsePage(captured.body);
  const [table, second] = tablesOf(page).filter((each) => each.element.getAttribute('id') === 'table');
  if (second) return notFound('Trang có hai bảng tổng hợp, nên không biết phải đọc bảng nào.');
  if (!table) return notFound('Không thấy bảng tổng hợp tiếp nhận và giải quyết trên trang này.');
  const header = table.rows.filter((row) => row.cells.some((cell) => cell && hasClass(cell.element, 'tdHeader')));
  const columns = new Map<string, number>();
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  for (let column = 0; column < width; column++) {
    const words: string[] = [];
    for (const row of header) {
      const text = row.cells[column]?.text ?? '';
      if (words.at(-1) !== text) words.push(text);
    }
    const role = COLUMNS.get(squashKey(words.join(' ')));
    if (role && !columns.has(role)) columns.set(role, column);
  }
  for (const needed of ['unit', 'received', 'early', 'onTime', 'late']) {
    if (!columns.has(needed)) return notFound('Bảng tổng hợp đã đổi cột so với mẫu đã biết, nên không đọc số nào.');
  }

  const said = periodInText(headingText(page));
  const asked = periodInAddress(captured.url);
  // An address left over from another month would label these figures wrongly: then the officer is asked.
  const period = (said && asked && periodKey(said) !== periodKey(asked) ? undefined : (said ?? asked)) ?? null;
  if (period && notBegun(captured, period))
    return notFound('Kỳ này chưa bắt đầu: số 0 trên trang không phải là kết quả.');
  const warnings: string[] = [];
  const units = new Map<string, CaptureReading[] | null>();
  for (const row of table.rows) {
    if (!hasClass(row.element, 'rowChan') && !hasClass(row.element, 'rowLe')) continue;
    const cell = (role: string) => row.cells[columns.get(role) ?? -1]?.text ?? '';
    const name = cell('unit');
    if (name === '') continue;
    const readings = rowReadings(name, cell, period, warnings);
    const held = units.get(name);
    if (readings === undefined) continue;
    // Which of two lines is the commune's is not to be known.
    if (held === undefined) units.set(name, readings);
    else if (held !== null && JSON.stringify(held) !== JSON.stringify(readings)) {
      warnings.push(`Đơn vị “${name}” có nhiều dòng khác nhau, nên không lấy.`);
      units.set(name, null);
    }
  }
  const readings = [...units.values()].flatMap((own) => own ?? []);
  if (readings.length === 0) return notFound(warnings[0] ?? 'Bảng tổng hợp không có dòng số liệu nào.');
  if (!period) warnings.push('Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.');
  return { kind: 'found', readings, warnings };
}

/** undefined when a cell is no count, or the printed share is not that of the counts: then one of the columns is not what its header says. */
function rowReadings(
  name: string,
  cell: (role: string) => string,
  period: CaptureReading['period'],
  warnings: string[],
): CaptureReading[] | undefined {
  const unit = { name };
  const [received, early, onTime, late] = ['received', 'early', 'onTime', 'late'].map((role) => pageCount(cell(role)));
  if (received === undefined || early === undefined || onTime === undefined || late === undefined) {
    warnings.push(`Dòng “${name}” có ô không phải số nguyên, nên không lấy.`);
    return undefined;
  }
  const inTime = early + onTime;
  const settled = inTime + late;
  const printed = pagePercent(cell('share'));
  const count: CaptureReading = { indicator: 'tiep-nhan', unit, period, value: received };
  // One unit of the last place printed: some systems round, some cut.
  const places = /[.,](\d+)/.exec(cell('share'))?.[1]?.length ?? 0;
  if (settled > 0 && printed !== undefined && Math.abs(printed - (100 * inTime) / settled) > 10 ** -places + 1e-9) {
    warnings.push(`Tỷ lệ ${cell('share')} của “${name}” không khớp ${inTime}/${settled}, nên không lấy tỷ lệ.`);
    return [count];
  }
  return [count, ...ratioReading('dung-han', inTime, settled).map((ratio) => ({ unit, period, ...ratio }))];
}

/** `?thang=9&nam=2025`; `thang=0` or none = the whole year. */
function periodInAddress(url: string): Period | undefined {
  const query = (name: string) =>
    Number(new RegExp(`[?&]${name}=(\\d{1,4})(?:&|#|$)`, 'i').exec(url)?.[1] ?? Number.NaN);
  const year = query('nam');
  const month = query('thang');
  if (!(year >= 2000 && year <= 2100)) return undefined;
  if (month >= 1 && month <= 12) return { kind: 'month', year, month };
  return month === 0 || Number.isNaN(month) ? { kind: 'year', year } : undefined;
}

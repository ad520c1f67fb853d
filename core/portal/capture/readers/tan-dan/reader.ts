/**
 * The public table of the Tân Dân one-stop system (Thanh Hóa, Ninh Thuận, Phú Yên …): dossiers received and settled by
 * unit, a month or a year.
 * `table#table`, header cells `td.tdHeader` (no th), data rows `tr.rowChan` / `tr.rowLe`, section rows `tr.rowPhanCap`.
 */

import { squashKey } from '../../../../base/text/text.ts';
import { isCommuneName } from '../../commune-ranks.ts';
import { missingRows } from '../../completeness.ts';
import { unknownSections } from '../../known-words.ts';
import { hasClass, nameOf } from '../../page.ts';
import { pageCount, pagePercent } from '../../page-number.ts';
import { addressPeriod, pagePeriod, unsurePeriod } from '../../page-period.ts';
import { pageOf } from '../../parse-page.ts';
import { partQuestions, picked } from '../../pickers.ts';
import type { KnownConditions } from '../../question.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { isShared, tablesOf } from '../../table.ts';
import { isAggregate } from '../../total-row.ts';
import { about } from './about.ts';

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

const MONTH = /^(?:0|0?[1-9]|1[0-2])$/;
const KNOWN: KnownConditions = new Map([
  ['thang', MONTH],
  ['nam', /^20\d{2}$/],
]);

export const tanDan: Reader = {
  ...about,
  sourceName: 'Hệ thống một cửa Tân Dân',
  version: '2026-11-22.1',
  label: 'Bảng tổng hợp của hệ thống một cửa Tân Dân',
  pages: 'Bảng tổng hợp công khai của cổng tỉnh dùng hệ thống Tân Dân',
  matches: (captured) => captured.body.includes('headerTable') && captured.body.includes('tdHeader'),
  knownConditions: KNOWN,
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = pageOf(captured);
  const [table, second] = tablesOf(page).filter((table) => table.element.getAttribute('id') === 'table');
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
    if (role && columns.has(role)) return notFound('Bảng tổng hợp có hai cột cùng tên, nên không đọc số nào.');
    if (role) columns.set(role, column);
  }
  for (const needed of ['unit', 'received', 'early', 'onTime', 'late', 'share', 'pending', 'overdue']) {
    if (!columns.has(needed)) return notFound('Bảng tổng hợp đã đổi cột so với mẫu đã biết, nên không đọc số nào.');
  }

  const { period, candidates } = pagePeriod(page, addressPeriod(captured.url));
  if (period && notBegun(captured, period))
    return notFound('Kỳ này chưa bắt đầu: số 0 trên trang không phải là kết quả.');
  const warnings: string[] = [];
  const readings: CaptureReading[] = [];
  const sections: string[] = [];
  let section = '';
  for (const [at, row] of table.rows.entries()) {
    if (hasClass(row.element, 'rowPhanCap')) section = row.cells.at(-1)?.text ?? '';
    if (!hasClass(row.element, 'rowChan') && !hasClass(row.element, 'rowLe')) continue;
    const cell = (role: string) => {
      const column = columns.get(role) ?? -1;
      return isShared(table, at, column) ? 'của nhiều dòng' : (row.cells[column]?.text ?? '');
    };
    const named = row.cells[columns.get('unit') ?? -1];
    const name = named ? nameOf(named.element) : '';
    if (name === '' || isAggregate(name)) continue;
    if (isCommuneName(name)) sections.push(section);
    readings.push(...rowReadings(name, cell, period, warnings));
  }
  if (readings.length === 0) return notFound(warnings[0] ?? 'Bảng tổng hợp không có dòng số liệu nào.');
  if (!period) warnings.push(unsurePeriod(candidates));
  const pager = missingRows(page, readings.length / 2);
  const questions = [...partQuestions(picked(page).parts), ...unknownSections(sections)];
  if (pager !== undefined) warnings.push(`Bảng còn trang khác (“${pager}”): danh sách đơn vị chưa đủ.`);
  return { kind: 'found', readings, warnings, questions, candidates };
}

/**
 * None when a cell is no count. What was received is settled or pending, and the printed share is that of the counts.
 */
function rowReadings(
  name: string,
  cell: (role: string) => string,
  period: CaptureReading['period'],
  warnings: string[],
): CaptureReading[] {
  const unit = { name };
  const values = ['received', 'early', 'onTime', 'late', 'pending', 'overdue'].map((role) => pageCount(cell(role)));
  const [received = 0, early = 0, onTime = 0, late = 0, pending = 0, overdue = 0] = values;
  if (values.includes(undefined)) {
    warnings.push(`Dòng “${name}” có ô không phải số nguyên, nên không lấy.`);
    return [];
  }
  const inTime = early + onTime;
  const settled = inTime + late;
  const balance = { what: 'tiếp nhận khác đã xử lý + đang xử lý', left: received, right: settled + pending + overdue };
  const printed = pagePercent(cell('share'));
  // One unit of the last place printed: some systems round, some cut.
  const places = /[.,](\d+)/.exec(cell('share'))?.[1]?.length ?? 0;
  const share = { what: 'tỷ lệ không khớp số hồ sơ', right: (100 * inTime) / settled, within: 10 ** -places };
  const must = settled === 0 ? [balance] : [balance, { ...share, left: printed ?? Number.NaN }];
  return [
    { indicator: 'tiep-nhan', unit, period, value: received, must: [balance] },
    ...ratioReading('dung-han', inTime, settled, must).map((ratio) => ({ unit, period, ...ratio })),
  ];
}

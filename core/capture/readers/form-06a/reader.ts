/**
 * Standard report form II.06a of any one-stop system: dossiers received, settled, pending. Its four balance equations are checked row by row; a row
 * that does not balance is read and said so, for the page's own figures are what the officer sees.
 */
import { bareKey } from '../../../grid/text.ts';
import { descendants, headingText, type PageElement, textOf } from '../../page.ts';
import { pageCount } from '../../page-number.ts';
import { periodInText } from '../../page-period.ts';
import { parsePage } from '../../parse-page.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { type PageTable, type TableRow, tablesOf } from '../../table.ts';
import { COUNTS, type Count, type FormColumns, formColumns } from './columns.ts';

type Row = Readonly<Record<Count, number>>;

export const form06a: Reader = {
  id: 'form-06a',
  version: '2026-11-21.1',
  label: 'Biểu II.06a tình hình tiếp nhận, giải quyết thủ tục hành chính',
  pages: 'Mọi trang có bảng đủ cột của biểu II.06a',
  matches: (captured) =>
    /trước hạn/i.test(captured.body) && /đúng hạn/i.test(captured.body) && captured.body.includes('<'),
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = parsePage(captured.body.normalize('NFC'));
  for (const table of tablesOf(page)) {
    const columns = formColumns(table);
    if (columns) return readTable(page, table, columns);
  }
  return notFound(
    'Không thấy bảng theo biểu II.06a (đủ 11 cột tiếp nhận, đã giải quyết, đang giải quyết) trên trang này.',
  );
}

function readTable(page: PageElement, table: PageTable, columns: FormColumns): ReadOutcome {
  const warnings: string[] = [];
  const rows = new Map<string, Row>();
  let printedTotal: Row | undefined;
  for (const row of table.rows.slice(columns.firstRow)) {
    const label = row.cells[columns.label]?.text ?? '';
    const counts = countsOf(row, columns);
    if (label === '' && !isTotal(row)) continue;
    if (/^\(?\d+\)?$/.test(label)) continue; // the row that numbers the columns
    if (isTotal(row)) printedTotal ??= counts;
    else if (counts) {
      if (rows.has(label)) warnings.push(`Dòng “${label}” xuất hiện nhiều lần: chỉ lấy dòng đầu.`);
      else rows.set(label, counts);
    } else if (hasDigits(row, columns)) {
      warnings.push(`Dòng “${label}” có ô không phải số nguyên, nên không lấy.`);
    }
  }
  if (rows.size === 0) return notFound('Bảng theo biểu II.06a không có dòng số liệu nào.');
  for (const [label, row] of rows) warnings.push(...imbalances(label, row));

  const period = periodInText(headingText(page)) ?? null;
  if (!period) warnings.push('Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.');
  if (columns.rowsAre === 'units') {
    const readings = [...rows].flatMap(([name, row]) => unitReadings(name, row, period));
    return { kind: 'found', readings, warnings };
  }
  const sum = total([...rows.values()]);
  if (printedTotal && COUNTS.some((count) => printedTotal[count] !== sum[count])) {
    warnings.push('Dòng tổng cộng của trang không bằng tổng các lĩnh vực: số dùng ở đây là tổng các lĩnh vực.');
  }
  return { kind: 'found', readings: unitReadings(unitName(page), sum, period), warnings };
}

function unitReadings(name: string, row: Row, period: CaptureReading['period']): CaptureReading[] {
  const unit = { name };
  const inTime = row.early + row.onTime;
  const newly = row.online + row.direct;
  return [
    { indicator: 'tiep-nhan', unit, period, value: row.received },
    ...[...ratioReading('dung-han', inTime, row.settled), ...ratioReading('ho-so-truc-tuyen', row.online, newly)].map(
      (reading) => ({ unit, period, ...reading }),
    ),
  ];
}

function countsOf(row: TableRow, columns: FormColumns): Row | undefined {
  const counts: Partial<Record<Count, number>> = {};
  for (const [count, column] of columns.counts) {
    const value = pageCount(row.cells[column]?.text ?? '');
    if (value === undefined) return undefined;
    counts[count] = value;
  }
  return counts as Row;
}

function hasDigits(row: TableRow, columns: FormColumns): boolean {
  return [...columns.counts.values()].some((column) => /\d/.test(row.cells[column]?.text ?? ''));
}

function isTotal(row: TableRow): boolean {
  return row.cells.some((cell) => /^(?:tong(?:cong|so)?|cong)$/.test(bareKey(cell?.text ?? '')));
}

/** 3 = 4 + 5 + 6 · 7 = 8 + 9 + 10 · 11 = 12 + 13 · 3 = 7 + 11. */
function imbalances(label: string, row: Row): string[] {
  const equations: [name: string, left: number, right: number][] = [
    ['tổng tiếp nhận = trực tuyến + trực tiếp + từ kỳ trước', row.received, row.online + row.direct + row.carried],
    ['tổng đã giải quyết = trước hạn + đúng hạn + quá hạn', row.settled, row.early + row.onTime + row.late],
    ['tổng đang giải quyết = trong hạn + quá hạn', row.pending, row.inTime + row.overdue],
    ['tổng tiếp nhận = đã giải quyết + đang giải quyết', row.received, row.settled + row.pending],
  ];
  return equations
    .filter(([, left, right]) => left !== right)
    .map(([name, left, right]) => `Dòng “${label}” không cân: ${name} (${left} ≠ ${right}).`);
}

function total(rows: readonly Row[]): Row {
  return Object.fromEntries(COUNTS.map((count) => [count, rows.reduce((sum, row) => sum + row[count], 0)])) as Row;
}

/** The element that says `Đơn vị: UBND xã Ta Ma` and nothing else; else empty: the officer says which unit it is. */
function unitName(page: PageElement): string {
  const shape = /^(?:Đơn vị|Cơ quan)[^:]{0,30}:\s*((?:UBND|Ủy ban|Uỷ ban)[^:;|]{2,60})$/u;
  for (const element of descendants(page, (each) => (each.textContent ?? '').length < 300)) {
    const match = shape.exec(textOf(element));
    if (match?.[1]) return match[1].trim();
  }
  return '';
}

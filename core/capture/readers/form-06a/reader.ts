/**
 * Standard report form II.06a of any one-stop system: dossiers received, settled, pending. Its four balance equations are checked row by row; of a row
 * that does not balance the page's own count is read and it is said so, but no share is made of counts that contradict each other.
 */

import { periodInText } from '../../../indicator/period-text.ts';
import { descendants, headingText, type PageElement, textOf } from '../../page.ts';
import { pageCount } from '../../page-number.ts';
import { parsePage } from '../../parse-page.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { type PageTable, type TableRow, tablesOf } from '../../table.ts';
import { isTotalText } from '../../total-row.ts';
import { COUNTS, type Count, type FormColumns, formColumns } from './columns.ts';

type Row = Readonly<Record<Count, number>>;

export const form06a: Reader = {
  id: 'form-06a',
  version: '2026-11-21.2',
  label: 'Biểu II.06a tình hình tiếp nhận, giải quyết thủ tục hành chính',
  pages: 'Mọi trang có bảng đủ cột của biểu II.06a',
  matches: (captured) =>
    /trước hạn/i.test(captured.body) && /đúng hạn/i.test(captured.body) && captured.body.includes('<'),
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = parsePage(captured.body.normalize('NFC'));
  const tables = tablesOf(page).flatMap((table) => {
    const columns = formColumns(table);
    return columns ? [{ columns, rows: rowsOf(table, columns) }] : [];
  });
  const [first] = tables;
  if (!first) {
    return notFound(
      'Không thấy bảng theo biểu II.06a (đủ 11 cột tiếp nhận, đã giải quyết, đang giải quyết) trên trang này.',
    );
  }
  const [rows] = tables.map((table) => table.rows);
  if (!rows || tables.some((table) => JSON.stringify(table.rows) !== JSON.stringify(rows))) {
    return notFound('Trang có nhiều bảng theo biểu II.06a khác nhau, nên không biết phải đọc bảng nào.');
  }
  if (rows.counted.length === 0) return notFound('Bảng theo biểu II.06a không có dòng số liệu nào.');
  const period = periodInText(headingText(page)) ?? null;
  const unsure = period ? [] : ['Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.'];
  if (first.columns.rowsAre === 'units') return readUnits(rows, period, unsure);
  return readFields(rows, unitName(page), period, unsure);
}

interface LabelledRow {
  readonly label: string;
  readonly counts: Row;
  /** Numbered I, II or A, B. */
  readonly section: boolean;
}

interface Rows {
  readonly counted: readonly LabelledRow[];
  readonly totals: readonly Row[];
  /** Labels of rows with a cell that is no count. */
  readonly unread: readonly string[];
}

function rowsOf(table: PageTable, columns: FormColumns): Rows {
  const counted: LabelledRow[] = [];
  const totals: Row[] = [];
  const unread: string[] = [];
  for (const row of table.rows.slice(columns.firstRow)) {
    const label = row.cells[columns.label]?.text ?? '';
    const counts = countsOf(row, columns);
    if (/^\(?\d+\)?$/.test(label)) continue; // the row that numbers the columns
    if (isTotal(row)) {
      if (counts) totals.push(counts);
    } else if (label !== '' && counts) counted.push({ label, counts, section: isSection(row, columns) });
    else if (hasDigits(row, columns)) unread.push(label);
  }
  return { counted, totals, unread };
}

/** Units, each alone; one that stands there twice with different figures is left out, for which are right is not to be known. */
function readUnits(rows: Rows, period: CaptureReading['period'], unsure: readonly string[]): ReadOutcome {
  const units = new Map<string, { readonly counts: Row; doubled: boolean }>();
  for (const { label, counts } of rows.counted) {
    const held = units.get(label);
    if (!held) units.set(label, { counts, doubled: false });
    else held.doubled ||= COUNTS.some((count) => held.counts[count] !== counts[count]);
  }
  const warnings = rows.unread.map((label) => `Dòng “${label}” có ô không phải số nguyên, nên không lấy.`);
  const readings: CaptureReading[] = [];
  for (const [name, { counts, doubled }] of units) {
    if (doubled) warnings.push(`Đơn vị “${name}” có nhiều dòng khác nhau, nên không lấy.`);
    else {
      warnings.push(...imbalances(name, counts));
      readings.push(...unitReadings(name, counts, period));
    }
  }
  if (readings.length === 0) return notFound(warnings[0] ?? 'Bảng theo biểu II.06a không có dòng số liệu nào.');
  return { kind: 'found', readings, warnings: [...warnings, ...unsure] };
}

/** Fields of procedure of one unit: their sum is the unit's, when no row is missing from it and the page's own total says the same. */
function readFields(
  { counted, totals, unread }: Rows,
  name: string,
  period: CaptureReading['period'],
  unsure: readonly string[],
): ReadOutcome {
  if (unread.length > 0) {
    return notFound(`Dòng “${unread[0]}” có ô không phải số nguyên, nên không cộng được các lĩnh vực.`);
  }
  const inSections = counted.filter((row) => !row.section);
  const sections = counted.filter((row) => row.section);
  const fields = inSections.length === 0 ? counted : inSections;
  const sum = total(fields.map((row) => row.counts));
  const said = [
    ...totals,
    ...(inSections.length > 0 && sections.length > 0 ? [total(sections.map((row) => row.counts))] : []),
  ];
  if (said.length > 0 && !said.some((each) => COUNTS.every((count) => each[count] === sum[count]))) {
    return notFound('Dòng tổng cộng của trang không bằng tổng các lĩnh vực, nên không biết số nào đúng.');
  }
  const warnings = fields.flatMap(({ label, counts }) => imbalances(label, counts));
  return { kind: 'found', readings: unitReadings(name, sum, period), warnings: [...warnings, ...unsure] };
}

/** The page's own count of dossiers; shares only of counts that give their sum. */
function unitReadings(name: string, row: Row, period: CaptureReading['period']): CaptureReading[] {
  const unit = { name };
  const [received, settled] = balances(row);
  const shares = [
    ...(settled?.left === settled?.right ? ratioReading('dung-han', row.early + row.onTime, row.settled) : []),
    ...(received?.left === received?.right
      ? ratioReading('ho-so-truc-tuyen', row.online, row.online + row.direct)
      : []),
  ];
  return [
    { indicator: 'tiep-nhan', unit, period, value: row.received },
    ...shares.map((share) => ({ unit, period, ...share })),
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
  return row.cells.some((cell) => cell && isTotalText(cell.text));
}

/** A cell before the label with a Roman number or a letter. */
function isSection(row: TableRow, columns: FormColumns): boolean {
  return row.cells.slice(0, columns.label).some((cell) => cell && /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(cell.text));
}

interface Balance {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

/** 3 = 4 + 5 + 6 · 7 = 8 + 9 + 10 · 11 = 12 + 13 · 3 = 7 + 11. */
function balances(row: Row): readonly Balance[] {
  const { received, settled, pending } = row;
  return [
    {
      name: 'tổng tiếp nhận = trực tuyến + trực tiếp + từ kỳ trước',
      left: received,
      right: row.online + row.direct + row.carried,
    },
    {
      name: 'tổng đã giải quyết = trước hạn + đúng hạn + quá hạn',
      left: settled,
      right: row.early + row.onTime + row.late,
    },
    { name: 'tổng đang giải quyết = trong hạn + quá hạn', left: pending, right: row.inTime + row.overdue },
    { name: 'tổng tiếp nhận = đã giải quyết + đang giải quyết', left: received, right: settled + pending },
  ];
}

function imbalances(label: string, row: Row): string[] {
  return balances(row)
    .filter(({ left, right }) => left !== right)
    .map(({ name, left, right }) => `Dòng “${label}” không cân: ${name} (${left} ≠ ${right}).`);
}

function total(rows: readonly Row[]): Row {
  return Object.fromEntries(COUNTS.map((count) => [count, rows.reduce((sum, row) => sum + row[count], 0)])) as Row;
}

/** The elements that say `Đơn vị: UBND xã Ta Ma` and nothing else; empty when they say none or several: the officer says which unit it is. */
function unitName(page: PageElement): string {
  const shape = /^(?:Đơn vị|Cơ quan)[^:]{0,30}:\s*((?:UBND|Ủy ban|Uỷ ban)[^:;|]{2,60})$/u;
  const names = new Set<string>();
  for (const element of descendants(page, (each) => (each.textContent ?? '').length < 300)) {
    const name = shape.exec(textOf(element))?.[1];
    if (name) names.add(name.trim());
  }
  const [only = ''] = names;
  return names.size === 1 ? only : '';
}

/**
 * The sheet "Kỳ trước": the figures of the last period's reports as rows, and back as reports to compare with. Only
 * numbers are stored, because nothing else is compared.
 */

import { type Period, parsePeriod, periodDays, periodKey } from '../../core/base/period/period.ts';
import { findAudience, setOfReport } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Entry, Read, Reading, Report } from '../../core/report/report.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES, type OwnTableRow, putTable, rowsOf, textOf } from './own-tables.ts';

export interface PreviousReports {
  /** null = there are none to compare with. */
  readonly reports: readonly Report[] | null;
  /** Vietnamese sentences on rows that could not be understood. */
  readonly notes: readonly string[];
  /** Those rows. */
  readonly unread: readonly OwnTableRow[];
}

export function readPrevious(book: HostBook, movement: Movement): PreviousReports {
  const table = findTable(book, OWN_TABLES.previous.table);
  if (!table) return { reports: null, notes: [], unread: [] };
  const notes: string[] = [];
  const unread: OwnTableRow[] = [];
  const lines = new Map<string, { readonly head: Head; readonly entries: LineRead[] }>();
  rowsOf(table).forEach((row, index) => {
    const head = headOf(row, movement);
    const line = lineOf(row, table.sheet);
    if (!head || !line) {
      unread.push(row);
      notes.push(`Trang "${table.sheet}", dòng ${index + 1} của bảng: thiếu đơn vị, tiêu chí hoặc không hiểu số liệu.`);
      return;
    }
    const key = reportKey(head);
    const known = lines.get(key);
    if (known) known.entries.push(line);
    else lines.set(key, { head, entries: [line] });
  });
  const reports = [...lines.values()].map(({ head, entries }) => reportOf(head, entries, movement, table.sheet));
  return { reports: reports.length > 0 ? reports : null, notes, unread };
}

/**
 * What brings the sheet to these reports, `unread` rows below them as they stood; none empties it. Their units must
 * have been named.
 */
export function previousActions(
  book: HostBook,
  movement: Movement,
  reports: readonly Report[],
  unread: readonly OwnTableRow[],
): readonly HostAction[] {
  const nameOf = (kind: string) => movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
  const rows = reports.flatMap((report) =>
    linesOf(report).map(({ code, entry }): NewValue[] => [
      textValue(report.unit?.text ?? ''),
      textValue(nameOf(report.audience)),
      textValue(report.set),
      textValue(report.period ? periodKey(report.period.period) : ''),
      textValue(code),
      figureValue(entry.value),
      figureValue(entry.numerator),
      figureValue(entry.denominator),
      textValue(report.file),
    ]),
  );
  const subtitle =
    'Số liệu lấy từ báo cáo kỳ trước, chỉ dùng để phát hiện biến động bất thường; kỳ ghi 2024, 2024-Q4 hoặc 2024-11.';
  const unreadRows = unread.map((row) =>
    OWN_TABLES.previous.columns.map(({ name }) => asItStands(row.get(name) ?? null)),
  );
  return putTable(book, OWN_TABLES.previous, [subtitle], [...rows, ...unreadRows]);
}

/** One report per unit: the report of the latest period; of equal periods the last in the list. */
export function latestOfEach(reports: readonly Report[]): readonly Report[] {
  const latest = new Map<string, Report>();
  for (const report of reports) {
    const key = JSON.stringify([report.audience, report.unit?.text]);
    const held = latest.get(key);
    if (!held || endOf(report) >= endOf(held)) latest.set(key, report);
  }
  return [...latest.values()];
}

function endOf({ period }: Report): string {
  return period ? periodDays(period.period).to : '';
}

/** Periods compared with, latest first. */
export function periodsOf(reports: readonly Report[]): readonly Period[] {
  const periods = new Map(reports.flatMap(({ period }) => (period ? [[periodKey(period.period), period.period]] : [])));
  return [...periods.values()].sort((x, y) => (periodDays(x).to < periodDays(y).to ? 1 : -1));
}

/** Rows that hold a figure; parts by the code of their criterion and their own: `1.2.a`. */
function linesOf({ entries }: Report): readonly { readonly code: string; readonly entry: Entry }[] {
  return entries.flatMap((entry) => {
    const own = { code: entry.criterion, entry };
    const parts = (entry.parts ?? []).map((part) => {
      const isWhole = part.criterion.startsWith(`${entry.criterion}.`);
      return { code: isWhole ? part.criterion : `${entry.criterion}.${part.criterion}`, entry: part };
    });
    return [own, ...parts].filter(({ entry: { value, numerator, denominator } }) =>
      [value, numerator, denominator].some((read) => figureValue(read).kind !== 'empty'),
    );
  });
}

/** `72/90` in one cell stays so: it says more than two columns. */
function figureValue(read: Read | undefined): NewValue {
  if (read?.reading.kind === 'number') return numberValue(read.reading.value);
  return read?.reading.kind === 'fraction' ? textValue(`${read.reading.a}/${read.reading.b}`) : { kind: 'empty' };
}

function asItStands(value: CellValue | null): NewValue {
  if (typeof value === 'number') return numberValue(value);
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return textValue(typeof value === 'object' ? (value?.error ?? null) : value);
}

interface Head {
  readonly unit: string;
  readonly audience: string;
  readonly set: string;
  readonly period: Period | null;
  readonly file: string;
}

function reportKey({ unit, audience, set, period }: Head): string {
  return JSON.stringify([unit, audience, set, period && periodKey(period)]);
}

function headOf(row: OwnTableRow, movement: Movement): Head | null {
  const unit = textOf(row, 'Đơn vị');
  const audience = findAudience(movement, textOf(row, 'Đối tượng'))?.kind;
  const written = textOf(row, 'Kỳ');
  const period = written === '' ? null : parsePeriod(written);
  if (unit === '' || audience === undefined || period === undefined) return null;
  return { unit, audience, set: textOf(row, 'Bộ tiêu chí'), period, file: textOf(row, 'Tệp') };
}

interface LineRead {
  readonly code: string;
  readonly reads: Pick<Entry, 'value' | 'numerator' | 'denominator'>;
}

const FIGURES = [
  ['value', 'Giá trị'],
  ['numerator', 'Tử số'],
  ['denominator', 'Mẫu số'],
] as const;

function lineOf(row: OwnTableRow, sheet: string): LineRead | null {
  const code = textOf(row, 'Tiêu chí');
  const reads: Partial<Record<(typeof FIGURES)[number][0], Read>> = {};
  for (const [role, column] of FIGURES) {
    if (textOf(row, column) === '') continue;
    const reading = readingOf(row, column);
    if (!reading) return null;
    reads[role] = { reading, cell: { sheet, address: 'A1' }, raw: null };
  }
  return code === '' ? null : { code, reads };
}

const FRACTION = /^(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/;

function readingOf(row: OwnTableRow, column: string): Reading | null {
  const value = row.get(column);
  if (typeof value === 'number') return { kind: 'number', value };
  const fraction = FRACTION.exec(textOf(row, column));
  return fraction ? { kind: 'fraction', a: Number(fraction[1]), b: Number(fraction[2]) } : null;
}

function reportOf(head: Head, lines: readonly LineRead[], movement: Movement, sheet: string): Report {
  const cell = { sheet, address: 'A1' };
  const entryOf = (criterion: string, reads: LineRead['reads'], parts: readonly Entry[]): Entry => ({
    criterion,
    title: { text: '', cell },
    matched: { by: 'code', similarity: 1 },
    ...reads,
    evidence: [],
    ...(parts.length > 0 ? { parts } : {}),
  });
  const set = setOfReport(movement, head, head.period);
  const codes = new Set(set?.criteria.map(({ code }) => code));
  const wholeOf = (code: string) => (codes.has(code) ? code : code.slice(0, code.lastIndexOf('.')));
  const wholes = new Set(lines.map(({ code }) => wholeOf(code)));
  const entries = [...wholes].map((criterion) => {
    const parts = lines.filter(({ code }) => code !== criterion && wholeOf(code) === criterion);
    const own = lines.find(({ code }) => code === criterion);
    return entryOf(
      criterion,
      own?.reads ?? {},
      parts.map(({ code, reads }) => entryOf(code, reads, [])),
    );
  });
  return {
    file: head.file,
    sheets: [sheet],
    movement: movement.id,
    set: head.set,
    unit: { text: head.unit, cell },
    audience: head.audience,
    audienceFrom: 'sheet',
    period: head.period ? { period: head.period, cell } : null,
    date: null,
    entries,
    total: null,
    layout: { sheet, headerTop: 0, headerBottom: 0, lastRow: 0, lastColumn: 0, columns: new Map(), rows: new Map() },
    remarks: [],
  };
}

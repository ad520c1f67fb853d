/**
 * Standard report form II.06a of any one-stop system: dossiers received, settled, pending. Its four balance equations
 * are checked row by row. For a row that does not balance, the page's own count is read, with a warning, but no share
 * is computed from counts that contradict each other.
 */

import { bareKey } from '../../../../base/text/text.ts';
import { isCommuneName } from '../../commune-ranks.ts';
import { missingRows } from '../../completeness.ts';
import { addressParts } from '../../kept-reader/address.ts';
import { nameOf, type PageElement, seenDescendants, textOf } from '../../page.ts';
import { pageCount } from '../../page-number.ts';
import { addressPeriod, pagePeriod, unsurePeriod } from '../../page-period.ts';
import { pageOf } from '../../parse-page.ts';
import { partQuestions, picked } from '../../pickers.ts';
import { ratioReading } from '../../ratio.ts';
import {
  type Captured,
  type CaptureReading,
  type Must,
  notBegun,
  notFound,
  type Question,
  type Reader,
  type ReadOutcome,
} from '../../reader.ts';
import { hasHiddenRows, type PageTable, type TableRow, tablesOf } from '../../table.ts';
import { isMeanText, isTotalText } from '../../total-row.ts';
import { isUnit, unitKey } from '../../unit-match.ts';
import { about } from './about.ts';
import { COUNTS, type DossierCount, type FormColumns, formColumns, type Group, isNearForm } from './columns.ts';
import { type LabelledRow, levelOf, partsOf } from './rows.ts';

/** `asides` = by group, what is neither of its kinds; they belong to its sum where the form's sums say so. */
type Row = Readonly<Record<DossierCount, number>> & { readonly asides?: Readonly<Record<Group, number>> };

/** Composed or not: the marks of `ạ` and `ễ` may stand apart. */
const TERM = /(?:tr\S{1,3}[oơ]\S{0,3}c|s\S{1,3}m|đ\S{1,3}ng|qu\S{1,3}|tr\S{1,5}) h\S{1,3}n/i;

/**
 * Any system prints the form: of its address we know the words for times (read with the period), places, reports and
 * the way through the site.
 */
const HARMLESS =
  /thang|qui|nam$|ngay|date|month|year|quarter|donvi|coquan|diaphuong|agency|tinh|huyen|^xa|mau|bieu|baocao|report|^(?:id|tab|menu|module|view|lang|pp\w*|pl|p|returnurl|mode|cap|level)$/;

export const form06a: Reader = {
  ...about,
  sourceName: 'Biểu II.06a',
  version: '2026-11-22.1',
  label: 'Biểu II.06a tình hình tiếp nhận, giải quyết thủ tục hành chính',
  pages: 'Mọi trang có bảng đủ cột của biểu II.06a',
  matches: (captured) => captured.body.includes('<') && TERM.test(captured.body),
  asked: ({ url }) =>
    new Map(
      (addressParts(url)?.pairs ?? []).flatMap(([name]) =>
        HARMLESS.test(bareKey(name)) ? [[name.toLowerCase(), /^/]] : [],
      ),
    ),
  read,
};

function read(captured: Captured): ReadOutcome {
  const page = pageOf(captured);
  const tables = tablesOf(page).flatMap((table) => {
    const columns = formColumns(table);
    return columns ? [{ columns, rows: rowsOf(table, columns), isPart: hasHiddenRows(table) }] : [];
  });
  const [first] = tables;
  if (!first) {
    const reason =
      'Không thấy bảng theo biểu II.06a (đủ 11 cột tiếp nhận, đã giải quyết, đang giải quyết) trên trang này.';
    return { ...notFound(reason), isForeign: !tablesOf(page).some(isNearForm) };
  }
  const { rows } = first;
  if (tables.some((table) => JSON.stringify(table.rows) !== JSON.stringify(rows))) {
    return notFound('Trang có nhiều bảng theo biểu II.06a khác nhau, nên không biết phải đọc bảng nào.');
  }
  if (rows.counted.length === 0) {
    const [label] = rows.unread;
    return notFound(label === undefined ? 'Bảng theo biểu II.06a không có dòng số liệu nào.' : `${unreadText(label)}.`);
  }
  const { parts, places } = picked(page);
  const { period, candidates } = pagePeriod(page, addressPeriod(captured.url));
  if (period && notBegun(captured, period))
    return notFound('Kỳ này chưa bắt đầu: số trên trang không phải là kết quả.');
  const pager = missingRows(page, rows.counted.length);
  const unsure = period ? [] : [unsurePeriod(candidates)];
  const own = unitName(page);
  const chosen = places.filter(isCommuneName);
  const other = own === '' || chosen.some((place) => isUnit({ name: own }, place)) ? undefined : chosen[0];
  const name = other === undefined ? own : '';
  const outcome =
    first.columns.rowsAre === 'units'
      ? readUnits(rows, period, pager)
      : readFields(rows, name, period, { pager, isPart: first.isPart });
  if (outcome.kind === 'not-found') return outcome;
  const twoUnits = other === undefined || first.columns.rowsAre === 'units' ? [] : [otherUnitText(own, other)];
  const questions = [...partQuestions(parts), ...(outcome.questions ?? [])];
  return { ...outcome, warnings: [...outcome.warnings, ...twoUnits, ...unsure], questions, candidates };
}

function otherUnitText(own: string, other: string): string {
  return `Trang ghi đơn vị “${own}” mà đang chọn “${other}”: hãy cho biết số liệu của đơn vị nào.`;
}

interface Rows {
  readonly counted: readonly LabelledRow<Row>[];
  readonly totals: readonly Row[];
  /** Labels of rows with a cell that is no count. */
  readonly unread: readonly string[];
}

function rowsOf(table: PageTable, columns: FormColumns): Rows {
  const counted: LabelledRow<Row>[] = [];
  const totals: Row[] = [];
  const unread: string[] = [];
  for (const row of table.rows.slice(columns.firstRow)) {
    const cell = row.cells[columns.label];
    const label = cell ? nameOf(cell.element) : '';
    const counts = countsOf(row, columns);
    // The row that numbers the columns, and means, which are nobody's.
    if (/^\(?\d+\)?$/.test(cell?.text ?? '') || row.cells.some((each) => each && isMeanText(each.text))) continue;
    if (isTotal(row)) {
      if (counts) totals.push(counts);
      else if (hasDigits(row, columns)) unread.push(label);
    } else if (label !== '' && counts) {
      counted.push({ label, counts, ...levelOf(row.cells.slice(0, columns.label), label) });
    } else if (hasDigits(row, columns)) unread.push(label);
  }
  return { counted, totals, unread };
}

function unreadText(label: string): string {
  return `Dòng “${label}” có ô không phải số nguyên`;
}

/** Units, each alone. */
function readUnits(rows: Rows, period: CaptureReading['period'], pager: string | undefined): ReadOutcome {
  const ofUnits = new Map<string, ReadonlyMap<string, string>>();
  const sayOf = (label: string, text: string) => {
    ofUnits.set(text, new Map([[unitKey({ name: label }), text]]));
    return text;
  };
  const warnings = rows.unread.map((label) => sayOf(label, `${unreadText(label)}, nên không lấy.`));
  if (pager !== undefined) warnings.push(`Bảng còn trang khác (“${pager}”): danh sách đơn vị chưa đủ.`);
  const readings = rows.counted.flatMap(({ label, counts }) => {
    warnings.push(...imbalances(label, counts).map((text) => sayOf(label, text)));
    return unitReadings(label, counts, period);
  });
  return { kind: 'found', readings, warnings, ofUnits };
}

interface Shown {
  readonly pager: string | undefined;
  /** Rows are folded away or filtered out. */
  readonly isPart: boolean;
}

/**
 * Fields of procedure of one unit: their sum is the unit's, when no row is missing from it and the page's own total
 * says the same.
 */
function readFields(
  { counted, totals, unread }: Rows,
  name: string,
  period: CaptureReading['period'],
  { pager, isPart }: Shown,
): ReadOutcome {
  if (unread.length > 0) {
    return notFound(`${unreadText(unread[0] ?? '')}, nên không cộng được các lĩnh vực.`);
  }
  const { fields, doubtful, sections, gap } = partsOf(counted);
  const sums = [total(fields), total([...fields, ...doubtful])];
  const said = [...totals, ...(sections.length > 0 && fields.length > 0 ? [total(sections)] : [])];
  const isSame = (a: Row, b: Row) => COUNTS.every((count) => a[count] === b[count]);
  const sum = said.length === 0 ? sums[0] : sums.find((each) => said.some((other) => isSame(each, other)));
  if (!sum) return notFound('Dòng tổng cộng của trang không bằng tổng các lĩnh vực, nên không biết số nào đúng.');
  if (said.length === 0 && (gap || isPart || doubtful.length > 0 || pager !== undefined)) {
    const why =
      pager !== undefined
        ? `trang còn dòng khác (“${pager}”)`
        : gap
          ? 'số thứ tự bị đứt'
          : isPart
            ? 'có dòng bị ẩn'
            : `dòng “${doubtful[0]?.label}” không có số thứ tự`;
    return notFound(`Bảng không có dòng tổng cộng mà ${why}, nên không biết đã đủ các lĩnh vực chưa.`);
  }
  const warnings = fields.flatMap(({ label, counts }) => imbalances(label, counts));
  const questions = pager === undefined ? [] : [moreRowsQuestion(pager)];
  return { kind: 'found', readings: unitReadings(name, sum, period), warnings, questions };
}

/** Asks whether the total covers all rows: it equals the sum of the visible rows, but there are more rows. */
function moreRowsQuestion(pager: string): Question {
  return {
    key: `con-dong:${bareKey(pager.replace(/\d+/g, ''))}`,
    about: `Bảng có “${pager}”. Dòng tổng cộng là của cả xã, không chỉ của các dòng đang hiện?`,
    shown: pager,
    isKept: false,
  };
}

/** The page's own count of dossiers, confirmed by one of its two sums; shares only from counts that add up. */
function unitReadings(name: string, row: Row, period: CaptureReading['period']): CaptureReading[] {
  const unit = { name };
  const [received, settled, , flow] = balances(row);
  const borne = [received, flow].find((balance) => balance && balance.left === balance.right) ?? received;
  return [
    { indicator: 'tiep-nhan', unit, period, value: row.received, must: borne ? [borne] : [] },
    ...[
      ...ratioReading('dung-han', row.early + row.onTime, row.settled, settled ? [settled] : []),
      ...ratioReading('ho-so-truc-tuyen', row.online, row.online + row.direct, received ? [received] : []),
    ].map((share) => ({ unit, period, ...share })),
  ];
}

/** Nothing, or a dash, is 0 where the row balances with it, and no count where it does not. */
function countsOf(row: TableRow, columns: FormColumns): Row | undefined {
  const counts: Partial<Record<DossierCount, number>> = {};
  let blanks = 0;
  for (const [count, own] of columns.counts) {
    const values = own.map((column) => {
      const text = row.cells[column]?.text ?? '';
      if (!/^[-–—]?$/.test(text)) return pageCount(text.replace(/\s*(?:hồ sơ|hs)$/iu, ''));
      blanks++;
      return 0;
    });
    if (values.includes(undefined)) return undefined;
    counts[count] = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  }
  const asides: Record<Group, number> = { received: 0, settled: 0, pending: 0 };
  for (const { group, column } of columns.asides) {
    const text = row.cells[column]?.text ?? '';
    const count = /^[-–—]?$/.test(text) ? 0 : pageCount(text.replace(/\s*(?:hồ sơ|hs)$/iu, ''));
    if (count === undefined) return undefined;
    asides[group] += count;
  }
  const full: Row = columns.asides.length === 0 ? (counts as Row) : { ...(counts as Row), asides };
  const isProved = blanks < COUNTS.length && balances(full).every(({ left, right }) => left === right);
  return blanks === 0 || isProved ? full : undefined;
}

function hasDigits(row: TableRow, columns: FormColumns): boolean {
  return [...columns.counts.values()].flat().some((column) => /\d/.test(row.cells[column]?.text ?? ''));
}

function isTotal(row: TableRow): boolean {
  return row.cells.some((cell) => cell && isTotalText(cell.text));
}

/** 3 = 4 + 5 + 6 · 7 = 8 + 9 + 10 · 11 = 12 + 13 · 3 = 7 + 11. */
function balances(row: Row): readonly Must[] {
  const plain = equations(row, false);
  if (row.asides === undefined || plain.every(({ left, right }) => left === right)) return plain;
  // Longer forms count what was withdrawn or paused within a sum, or beside both.
  const whole = equations(row, true);
  return plain.map((each, at) => {
    const other = whole[at];
    return each.left !== each.right && other?.left === other?.right && other ? other : each;
  });
}

function equations(row: Row, withAsides: boolean): readonly Must[] {
  const { received, settled, pending } = row;
  const aside = (group: Group) => (withAsides ? (row.asides?.[group] ?? 0) : 0);
  const all = aside('received') + aside('settled') + aside('pending');
  return [
    {
      what: 'tổng tiếp nhận = trực tuyến + trực tiếp + từ kỳ trước',
      left: received,
      right: row.online + row.direct + row.carried,
    },
    {
      what: 'tổng đã giải quyết = trước hạn + đúng hạn + quá hạn',
      left: settled,
      right: row.early + row.onTime + row.late + aside('settled'),
    },
    {
      what: 'tổng đang giải quyết = trong hạn + quá hạn',
      left: pending,
      right: row.inTime + row.overdue + aside('pending'),
    },
    { what: 'tổng tiếp nhận = đã giải quyết + đang giải quyết', left: received, right: settled + pending + all },
  ];
}

function imbalances(label: string, row: Row): string[] {
  return balances(row)
    .filter(({ left, right }) => left !== right)
    .map(({ what, left, right }) => `Dòng “${label}” không cân: ${what} (${left} ≠ ${right}).`);
}

function total(rows: readonly LabelledRow<Row>[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, { counts }) => all + of(counts), 0);
  const counts = Object.fromEntries(COUNTS.map((count) => [count, sum((row) => row[count])])) as Record<
    DossierCount,
    number
  >;
  if (rows.every(({ counts: { asides } }) => asides === undefined)) return counts;
  const group = (name: Group) => sum((row) => row.asides?.[name] ?? 0);
  return { ...counts, asides: { received: group('received'), settled: group('settled'), pending: group('pending') } };
}

/**
 * The elements that say `Đơn vị: UBND xã Ta Ma` and nothing else; empty when they say none or several: the officer says
 * which unit it is.
 */
function unitName(page: PageElement): string {
  const shape = /^(?:Đơn vị|Cơ quan)[^:]{0,30}:\s*((?:UBND|Ủy ban|Uỷ ban)[^:;|]{2,60})$/u;
  const names = new Set<string>();
  for (const element of seenDescendants(page, (each) => (each.textContent ?? '').length < 300)) {
    const name = shape.exec(textOf(element))?.[1];
    if (name) names.add(name.trim());
  }
  const [only = ''] = names;
  return names.size === 1 ? only : '';
}

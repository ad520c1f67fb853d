/**
 * The rows of form 06a on a page: counts of each field or unit, its total, the equations between them, and the sum of a
 * unit's fields where nothing of it is missing.
 */
import { type PeriodSaid, periodSaid } from '../../../../base/period/period-text.ts';
import { nameOf, type PageElement } from '../../page.ts';
import { pageCount } from '../../page-number.ts';
import type { Must } from '../../reader.ts';
import { hasHiddenRows, isBlankRow, isShared, type PageTable, type TableRow, tablesOf } from '../../table.ts';
import { isMeanText, isTotalText } from '../../total-row.ts';
import { COUNTS, type DossierCount, type FormColumns, formColumns, type Group } from './columns.ts';
import { type LabelledRow, levelOf, partsOf } from './rows.ts';

/** `asides` = by group, what is neither of its kinds; they belong to its sum where the form's sums say so. */
export type Row = Readonly<Record<DossierCount, number>> & { readonly asides?: Readonly<Record<Group, number>> };

interface Form {
  readonly columns: FormColumns;
  /** Texts of its header, each once. */
  readonly headers: readonly string[];
  /** Of these, what stands over the columns that are counted. */
  readonly counted: readonly string[];
  readonly rows: Rows;
  /** `I. Trên hệ thống của tỉnh`, over the whole width. */
  readonly sections: readonly string[];
  /** What the cells beside the counts say of time, row by row. */
  readonly times: readonly PeriodSaid[];
  /** Rows are folded away or filtered out. */
  readonly isPart: boolean;
}

/** Every table of the page that is the form. */
export function formsIn(page: PageElement): readonly Form[] {
  return tablesOf(page).flatMap((table) => {
    const columns = formColumns(table);
    if (!columns) return [];
    const headers = table.rows.slice(0, columns.firstRow).flatMap((row) => row.cells.map((cell) => cell?.text ?? ''));
    const own = [...columns.counts.values()].flat();
    const counted = table.rows
      .slice(0, columns.firstRow)
      .flatMap(({ cells }) => own.map((at) => cells[at]?.text ?? ''));
    const sections = table.rows.slice(columns.firstRow).flatMap((row) => sectionText(row) ?? []);
    const named = { headers: [...new Set(headers)], counted: [...new Set(counted)] };
    const form = { columns, ...named, rows: rowsOf(table, columns), sections };
    return [{ ...form, times: timesIn(table, columns), isPart: hasHiddenRows(table) }];
  });
}

function timesIn(table: PageTable, { counts, asides, firstRow }: FormColumns): readonly PeriodSaid[] {
  const counted = new Set([...counts.values(), asides.map(({ column }) => column)].flat());
  const texts = table.rows
    .slice(firstRow)
    .flatMap(({ cells }) => cells.flatMap((cell, column) => (cell && !counted.has(column) ? [cell.text] : [])));
  return [...new Set(texts)].map((text) => periodSaid(text)).filter(({ kind }) => kind !== 'none');
}

function sectionText({ cells }: TableRow): string | undefined {
  const texts = cells.filter((cell) => cell && !cell.covered && cell.text !== '').map((cell) => cell?.text ?? '');
  const [first = '', second] = texts;
  if (texts.length === 1 && /\p{L}{2}/u.test(first) && !isTotalText(first)) return first;
  return texts.length === 2 && /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(first) ? second : undefined;
}

export interface Rows {
  readonly counted: readonly LabelledRow<Row>[];
  readonly totals: readonly Row[];
  /** Labels of rows with a cell that is no count. */
  readonly unread: readonly string[];
  /** Labels of rows that have no counts yet, '' of a row without a label. */
  readonly blank: readonly string[];
}

function rowsOf(table: PageTable, columns: FormColumns): Rows {
  const counted: LabelledRow<Row>[] = [];
  const totals: Row[] = [];
  const unread: string[] = [];
  const blank: string[] = [];
  let under = 0;
  let empty: string | undefined;
  for (const [at, row] of table.rows.entries()) {
    if (at < columns.firstRow) continue;
    const cell = row.cells[columns.label];
    const label = cell ? nameOf(cell.element) : '';
    const counts = isOfSeveral(table, at, columns) ? undefined : countsOf(row, columns);
    // The row that numbers the columns, and means, which are nobody's.
    if (/^\(?\d+\)?$/.test(cell?.text ?? '') || row.cells.some((cell) => cell && isMeanText(cell.text))) continue;
    const section = counts || isTotal(row) || hasDigits(row, columns) ? undefined : sectionText(row);
    if (!isTotal(row)) empty = section;
    if (isTotal(row)) {
      if (counts) totals.push(counts);
      else if (hasDigits(row, columns)) unread.push(label);
    } else if (label !== '' && counts) {
      counted.push({ label, counts, under, ...levelOf(row.cells.slice(0, columns.label), label) });
    } else if (hasDigits(row, columns)) unread.push(label);
    else if (section !== undefined) under++;
    else if (isBlankRow(row) || (label !== '' && row.cells.length >= COUNTS.length)) blank.push(label);
  }
  // A section of which no row has come.
  if (empty !== undefined) blank.push(empty);
  return { counted, totals, unread, blank };
}

function isOfSeveral(table: PageTable, row: number, { counts }: FormColumns): boolean {
  return [...counts.values()].flat().some((column) => isShared(table, row, column));
}

export function unreadText(label: string): string {
  return `Dòng “${label}” có ô không phải số nguyên`;
}

export interface ShownRows {
  readonly pager: string | undefined;
  /** Rows are folded away or filtered out. */
  readonly isPart: boolean;
}

/**
 * Fields of procedure of one unit: their sum is the unit's, when no row is missing from it and the page's own total says
 * the same; a sentence where it is not.
 */
export function wholeOf({ counted, totals, unread, blank }: Rows, { pager, isPart }: ShownRows): Row | string {
  if (unread.length > 0) return `${unreadText(unread[0] ?? '')}, nên không cộng được các lĩnh vực.`;
  const { fields, doubtful, sections, gap } = partsOf(counted);
  const sums = [total(fields), total([...fields, ...doubtful])];
  const totalRows = [...totals, ...(sections.length > 0 && fields.length > 0 ? [total(sections)] : [])];
  const isSame = (a: Row, b: Row) => COUNTS.every((count) => a[count] === b[count]);
  const sum = totalRows.length === 0 ? sums[0] : sums.find((sum) => totalRows.some((other) => isSame(sum, other)));
  if (!sum) return 'Dòng tổng cộng của trang không bằng tổng các lĩnh vực, nên không biết số nào đúng.';
  const [twice, odd, over] = [labelTwice(fields), doubtful[0]?.label, sumOfOthers(fields)];
  const why = [
    pager !== undefined && `trang còn dòng khác (“${pager}”)`,
    gap && 'số thứ tự bị đứt',
    isPart && 'có dòng bị ẩn',
    blank.length > 0 && 'có dòng chưa có số',
    twice !== undefined && `dòng “${twice}” có hai lần`,
    odd !== undefined && `dòng “${odd}” không có số thứ tự`,
    over !== undefined && `dòng “${over}” bằng tổng các dòng bên cạnh`,
  ].find((item) => item !== false);
  return totalRows.length > 0 || why === undefined
    ? sum
    : `Bảng không có dòng tổng cộng mà ${why}, nên không biết đã đủ các lĩnh vực chưa.`;
}

/** The label of a row that counts again what stands in the rows right below or above it. */
function sumOfOthers(rows: readonly LabelledRow<Row>[]): string | undefined {
  const isSum = (row: LabelledRow<Row>, others: readonly LabelledRow<Row>[]): boolean => {
    let received = 0;
    return others.some(({ counts }, at) => {
      received += counts.received;
      const isEqual = at > 0 && received > 0 && received === row.counts.received;
      return isEqual && COUNTS.every((count) => total(others.slice(0, at + 1))[count] === row.counts[count]);
    });
  };
  return rows.find((row, at) => isSum(row, rows.slice(at + 1)) || isSum(row, rows.slice(0, at).reverse()))?.label;
}

/** A field stands once in its section. */
function labelTwice(rows: readonly LabelledRow<Row>[]): string | undefined {
  const seen = new Set<string>();
  return rows.find(({ label, under = 0 }) => {
    const key = `${under} ${label}`;
    return seen.size === seen.add(key).size;
  })?.label;
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
export function balances(row: Row): readonly Must[] {
  const plain = equations(row, false);
  if (row.asides === undefined || plain.every(({ left, right }) => left === right)) return plain;
  // Longer forms count what was withdrawn or paused within a sum, or beside both.
  const whole = equations(row, true);
  return plain.map((must, at) => {
    const other = whole[at];
    return must.left !== must.right && other?.left === other?.right && other ? other : must;
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

export function total(rows: readonly LabelledRow<Row>[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, { counts }) => all + of(counts), 0);
  const counts = Object.fromEntries(COUNTS.map((count) => [count, sum((row) => row[count])])) as Record<
    DossierCount,
    number
  >;
  if (rows.every(({ counts: { asides } }) => asides === undefined)) return counts;
  const group = (name: Group) => sum((row) => row.asides?.[name] ?? 0);
  return { ...counts, asides: { received: group('received'), settled: group('settled'), pending: group('pending') } };
}

/** Reads the rows of a sheet with known columns as records of years. Unusable rows are listed with the reason. */
import { toPoints } from '../../base/quantity/points.ts';
import { bareKey } from '../../base/text/text.ts';
import { tidy } from '../../base/text/tidy.ts';
import { NOBODY, type YearRecord, yearRecordSchema } from '../../judge/history/year-record.ts';
import { readDate } from '../../sheet/grid/date.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import { type Book, type CellValue, isCellError, type Sheet } from '../../sheet/grid/sheet.ts';
import { HISTORY_TITLES, type HistoryColumn, type ShownSheet, yearIn } from './history-columns.ts';

export interface HistoryRead {
  readonly records: readonly YearRecord[];
  /** Unusable rows, a Vietnamese sentence each. */
  readonly aside: readonly string[];
}

/** Rows that add others up. */
const SUMS = /^(?:tổng|cộng)(?![\p{L}])/iu;
/** What an officer writes for `NOBODY`, and to leave out a row. */
const NO = new Set(['khong', 'khongcon', 'khongco']);
const YES = new Set(['x', 'co', 'khongtinh']);

/** `file` = what the records name as their source, beside sheet and row. */
export function readHistory(book: Book, shown: ShownSheet, file: string): HistoryRead {
  const sheet = book.sheets.find(({ name }) => name === shown.sheet);
  if (!sheet) return { records: [], aside: [] };
  const records: YearRecord[] = [];
  const aside: string[] = [];
  const isRatio = sharesAreRatios(sheet, shown);
  for (const [row, cells] of [...sheet.rows].sort(([x], [y]) => x - y)) {
    if (row <= shown.header) continue;
    const values = new Map(cells.map(({ column, value }) => [column, isCellError(value) ? null : value]));
    const at = (field: HistoryColumn): CellValue | null => values.get(shown.columns[field] ?? -1) ?? null;
    const text = (field: HistoryColumn) => tidy(String(at(field) ?? ''));
    if ((Object.keys(shown.columns) as HistoryColumn[]).every((field) => text(field) === '')) continue;
    const where = `trang “${sheet.name}”, hàng ${row + 1}`;
    const [least, most] = (shown.range ?? []).map((column) => values.get(column) ?? null);
    if (least !== most) {
      aside.push(`${file}, ${where}: kết quả còn chưa chốt.`);
      continue;
    }
    const read = readRow({ at, text, isRatio, date1904: book.date1904 }, shown, text('source') || `${file}, ${where}`);
    if (typeof read === 'string') aside.push(`${file}, ${where}: ${read}`);
    else records.push(...read);
  }
  return { records, aside };
}

interface RowRead {
  readonly at: (field: HistoryColumn) => CellValue | null;
  readonly text: (field: HistoryColumn) => string;
  readonly isRatio: boolean;
  readonly date1904: boolean;
}

/** A record for each title of the row; a sentence when it cannot be used. */
function readRow({ at, text, isRatio, date1904 }: RowRead, shown: ShownSheet, source: string): YearRecord[] | string {
  const name = text('name');
  if (name === '') return 'thiếu tên đơn vị, cá nhân.';
  if (SUMS.test(name)) return 'là dòng cộng.';
  const year = text('year') === '' ? shown.year : yearIn(at('year'));
  if (year === null && text('year') !== '') return `“${text('year')}” không phải là một năm.`;
  const day = at('date');
  const date = text('date') === '' ? null : readDate(typeof day === 'number' ? day : text('date'), date1904);
  if (date === null && text('date') !== '') return `“${text('date')}” không phải là ngày quyết định.`;
  const points = hundredths(at('points'), 1);
  if (points === undefined) return `“${text('points')}” không phải là số điểm.`;
  const share = hundredths(at('share'), isRatio ? 100 : 1);
  if (share === undefined) return `“${text('share')}” không phải là tỷ lệ.`;
  const kind = kindIn(text('kind'));
  const now = text('now');
  const optional = {
    ...{ kind, of: text('of') || undefined, decision: text('decision') || undefined, date: date ?? undefined },
    ...{ now: now === '' ? undefined : NO.has(bareKey(now)) ? NOBODY : now },
    left: YES.has(bareKey(text('left'))) ? (true as const) : undefined,
  };
  const figures = {
    points: points ?? undefined,
    share: share ?? undefined,
    classification: text('classification') || undefined,
  };
  const bare = { name, year, movement: text('movement') || shown.movement, source, ...optional };
  const titles = text('title')
    .split(/\s*;\s*/u)
    .filter((title) => title !== '');
  // Points are of the year, not of each of its titles.
  const first = { ...bare, ...figures, ...(titles[0] === undefined ? {} : { title: titles[0] }) };
  const all = [first, ...titles.slice(1).map((title) => ({ ...bare, title }))];
  const records = all.map((record) => yearRecordSchema.safeParse(present(record)));
  if (records.some(({ success }) => !success))
    return [...titles, figures.classification].every((fact) => fact === undefined) && points === null
      ? 'không có danh hiệu, điểm hay xếp loại.'
      : `“${year ?? ''}” không phải là năm của thành tích.`;
  return records.flatMap(({ data }) => data ?? []);
}

function present(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** A column of 0.925 beside 1 holds ratios; of 92,5 percents. */
function sharesAreRatios(sheet: Sheet, { columns, header }: ShownSheet): boolean {
  const values = [...sheet.rows].flatMap(([row, cells]) =>
    row <= header
      ? []
      : cells.flatMap(({ column, value }) => (column === columns.share && typeof value === 'number' ? [value] : [])),
  );
  return values.every((value) => Math.abs(value) <= 1);
}

/** null = empty; undefined = not a number, or an ambiguous number. */
function hundredths(value: CellValue | null, factor: number): number | null | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return toPoints(value * factor);
  const read = readNumberText(tidy(String(value)).replace(/\s*(?:%|điểm|đ)$/iu, ''), 'decimal');
  return read?.kind === 'number' ? toPoints(read.value) : undefined;
}

/** Any other word (`Thôn`, `Trường học`) is a kind of collective. */
function kindIn(written: string): YearRecord['kind'] {
  const key = bareKey(written);
  if (key === '') return undefined;
  if (key === bareKey(KIND_NAMES.combined)) return 'combined';
  if (key.includes('ngoai')) return 'outside';
  if (key.includes('canhan')) return 'individual';
  return key.startsWith('ho') && key.includes('giadinh') ? 'household' : 'collective';
}

export const KIND_NAMES: Readonly<Record<NonNullable<YearRecord['kind']>, string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  outside: 'Ngoài xã',
  combined: 'Tập thể, cá nhân',
};

/** Title of our own column. */
export function titleOf(field: HistoryColumn): string {
  return HISTORY_TITLES[field][0];
}

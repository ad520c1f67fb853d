/** Columns of a table of achievements: their titles, and how the columns of any sheet are recognised. */
import { bareKey } from '../../base/text/text.ts';
import { tidy } from '../../base/text/tidy.ts';
import { spelledOut } from '../../report/match-unit.ts';
import type { Register } from '../../report/register.ts';
import { type Cell, type CellValue, isCellError, type Sheet } from '../../sheet/grid/sheet.ts';

/** First = the title our own sheets use. */
export const HISTORY_TITLES = {
  name: [
    'Tên đơn vị, cá nhân',
    'Tên đơn vị',
    'Đơn vị, cá nhân',
    'Họ và tên',
    'Họ tên',
    'Tập thể, cá nhân',
    'Đơn vị',
    'Tên',
  ],
  kind: ['Đối tượng', 'Loại hình', 'Tập thể hay cá nhân'],
  of: ['Nơi công tác', 'Đơn vị công tác', 'Thuộc đơn vị', 'Cơ quan công tác', 'Cơ quan, đơn vị'],
  year: ['Năm', 'Năm khen', 'Năm được khen', 'Năm công nhận', 'Năm đạt'],
  movement: ['Phong trào', 'Phong trào thi đua', 'Tên phong trào'],
  title: [
    'Danh hiệu, hình thức khen',
    'Danh hiệu',
    'Hình thức khen',
    'Hình thức khen thưởng',
    'Danh hiệu thi đua',
    'Danh hiệu/hình thức khen thưởng',
  ],
  decision: ['Số quyết định', 'Quyết định số', 'Quyết định', 'Số QĐ'],
  date: ['Ngày quyết định', 'Ngày ký', 'Ngày'],
  points: ['Điểm', 'Tổng điểm', 'Điểm thẩm định', 'Điểm cuối', 'Điểm đạt', 'Kết quả điểm'],
  share: ['Tỷ lệ', 'Tỷ lệ điểm'],
  classification: ['Xếp loại', 'Mức xếp loại', 'Kết quả xếp loại'],
  source: ['Nguồn'],
  now: ['Nay là'],
  left: ['Không tính'],
} as const;
export type HistoryColumn = keyof typeof HISTORY_TITLES;
export const HISTORY_COLUMNS = Object.keys(HISTORY_TITLES) as readonly HistoryColumn[];

/** The achievement itself. A table needs a name column and at least one of these. */
const FACTS: readonly HistoryColumn[] = ['title', 'points', 'classification'];

/** How to read a sheet: its columns, and the year and movement of all rows. */
export interface ShownSheet {
  readonly sheet: string;
  /** 0-based row of the headings. */
  readonly header: number;
  /** 0-based columns. */
  readonly columns: Readonly<Partial<Record<HistoryColumn, number>>>;
  /** Year of every row, where no column has it; null = not known. */
  readonly year: number | null;
  /** Movement of every row, where no column has it; '' = not known. */
  readonly movement: string;
  /** Columns of the lowest and highest possible result: if they differ the result is not settled. */
  readonly range?: readonly [number, number];
}

const RANGES = [
  ['Thấp nhất', 'Cao nhất'],
  ['Hạng cao nhất có thể', 'Hạng thấp nhất có thể'],
] as const;

/** `lacks` = columns that an officer must point out before the sheet can be read. */
export interface GuessedSheet extends ShownSheet {
  /** Headings of all columns, to show. */
  readonly headings: readonly { readonly column: number; readonly text: string }[];
  readonly lacks: readonly ('name' | 'fact' | 'year')[];
}

const FIELD_OF = new Map(
  HISTORY_COLUMNS.flatMap((field) => HISTORY_TITLES[field].map((title) => [bareKey(title), field] as const)),
);
const HEADER_ROWS = 30;

/** null = the sheet has no table of several columns. `file` = its name, which may tell the year. */
export function guessSheet(sheet: Sheet, file: string, register: Register | null): GuessedSheet | null {
  const rows = [...sheet.rows].sort(([x], [y]) => x - y);
  const heading = headingRow(rows);
  if (heading === null) return null;
  const [header, cells] = heading;
  const below = rows.filter(([row]) => row > header).map(([, own]) => own);
  const headings = cells.flatMap(({ column, value }) =>
    typeof value === 'string' && value.trim() !== '' ? [{ column, text: tidy(value) }] : [],
  );
  const columns = new Map<HistoryColumn, number>();
  for (const { column, text } of headings) {
    const field = FIELD_OF.get(bareKey(text));
    if (field && !columns.has(field)) columns.set(field, column);
  }
  // `Cơ quan, đơn vị` is the name column if there is no other, else the person's workplace.
  const taken = () => new Set(columns.values());
  const years = headings.filter(({ column }) => !taken().has(column) && isYears(valuesOf(below, column)));
  if (!columns.has('year') && years[0]) columns.set('year', years[0].column);
  const names = headings.filter(({ column }) => !taken().has(column) && isNames(valuesOf(below, column), register));
  if (!columns.has('name') && names[0]) columns.set('name', names[0].column);
  const range = RANGES.map((titles) =>
    titles.flatMap((title) => headings.find(({ text }) => bareKey(text) === bareKey(title))?.column ?? []),
  ).find((found) => found.length === 2);
  const [least, most] = range ?? [];
  const year = columns.has('year') ? null : yearAbove(rows, header, sheet.name, file);
  const shown = { sheet: sheet.name, header, columns: Object.fromEntries(columns), year, movement: '' };
  const open = least === undefined || most === undefined ? {} : { range: [least, most] as const };
  return { ...shown, ...open, headings, lacks: lacking(shown) };
}

export function lacking({ columns, year }: Pick<ShownSheet, 'columns' | 'year'>): GuessedSheet['lacks'] {
  return [
    ...(columns.name === undefined ? (['name'] as const) : []),
    ...(FACTS.every((field) => columns[field] === undefined) ? (['fact'] as const) : []),
    ...(columns.year === undefined && year === null ? (['year'] as const) : []),
  ];
}

/** The row with most headings of ours; without any, the first with several texts and no number. */
function headingRow(rows: readonly (readonly [number, readonly Cell[]])[]): readonly [number, readonly Cell[]] | null {
  const first = rows.filter(([row]) => row < HEADER_ROWS);
  const known = (cells: readonly Cell[]) =>
    new Set(cells.flatMap(({ value }) => (typeof value === 'string' ? (FIELD_OF.get(bareKey(value)) ?? []) : []))).size;
  const [best] = [...first].sort(([x, a], [y, b]) => known(b) - known(a) || x - y);
  if (best && known(best[1]) >= 2) return best;
  return (
    first.find(([, cells]) => {
      const filled = cells.filter(({ value }) => value !== null && value !== '');
      return filled.length >= 3 && filled.every(({ value }) => typeof value === 'string');
    }) ?? null
  );
}

function valuesOf(rows: readonly (readonly Cell[])[], column: number): readonly CellValue[] {
  return rows.flatMap((cells) => {
    const value = cells.find((cell) => cell.column === column)?.value ?? null;
    return value === null || value === '' || isCellError(value) ? [] : [value];
  });
}

function isYears(values: readonly CellValue[]): boolean {
  return values.length > 0 && values.filter((value) => yearIn(value) !== null).length >= values.length * 0.6;
}

/** At least two names of the register: a single match may be chance. */
function isNames(values: readonly CellValue[], register: Register | null): boolean {
  const own = new Set((register ?? []).flatMap(({ name, otherNames }) => [name, ...otherNames].map(spelledOut)));
  const found = new Set(values.map((value) => spelledOut(String(value))).filter((key) => own.has(key)));
  return found.size >= 2;
}

/** `2024`, `Năm 2024`; null for two years and for what is no year. */
export function yearIn(value: CellValue | null): number | null {
  if (value === null || isCellError(value)) return null;
  const found = /^(?:năm\s*)?((?:19|20)\d\d)$/iu.exec(String(value).normalize('NFC').trim());
  return found ? Number(found[1]) : null;
}

/** How our own headings write the period. A part of a year gives no result of the year. */
const WHOLE_YEAR = /^(?:kỳ:?\s*)?năm\s+(20\d\d)$/iu;
const PART_OF_YEAR = /^(?:kỳ:?\s*)?(?:quý\s|tháng\s|\d+ tháng\s|(?:từ )?ngày\s|giai đoạn\s)/iu;

/** The only year named above the table; else by the sheet's name, else the file's. */
function yearAbove(
  rows: readonly (readonly [number, readonly Cell[]])[],
  header: number,
  ...names: readonly string[]
): number | null {
  const above = rows
    .filter(([row]) => row < header)
    .flatMap(([, cells]) => cells.flatMap(({ value }) => String(value ?? '').split(' · ')))
    .map(tidy);
  const whole = above.flatMap((text) => WHOLE_YEAR.exec(text)?.[1] ?? []);
  if (whole[0] !== undefined) return new Set(whole).size === 1 ? Number(whole[0]) : null;
  if (above.some((text) => PART_OF_YEAR.test(text))) return null;
  for (const text of [above.join('\n'), ...names]) {
    const years = new Set(text.normalize('NFC').match(/(?<!\d)20\d\d(?!\d)/gu) ?? []);
    const [only] = years;
    if (only !== undefined) return years.size === 1 ? Number(only) : null;
  }
  return null;
}

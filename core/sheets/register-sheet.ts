/**
 * The register of units (Đơn vị) as a sheet: read from a workbook or .csv, and the columns of our own sheet. Column
 * names are ours or those that officers use; only the unit's name is required, every other column has a stated default.
 */

import type { Result } from '../base/result.ts';
import { bareKey, squashKey } from '../base/text/text.ts';
import type { Audience } from '../movement/movement.ts';
import { hasRegistered, type Register, type RegisterUnit } from '../report/register.ts';
import { type Book, type Cell, type CellValue, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import { DAY_FIELDS, HEADERS, type RegisterField } from './register-columns.ts';
import { NOT_NOTED, readUnit } from './register-unit.ts';

const FIELDS = Object.keys(HEADERS) as RegisterField[];
const FIELD_OF = new Map(FIELDS.flatMap((field) => HEADERS[field].map((name) => [bareKey(name), field] as const)));
const HEADER_ROWS = 20;

/** Row number in the file (from 1) and its values by column. */
interface Row {
  readonly number: number;
  readonly values: ReadonlyMap<number, CellValue>;
}

interface Header {
  readonly at: number;
  readonly columns: ReadonlyMap<RegisterField, number>;
}

/** Titles of the register's columns, in the order `registerCells` gives them. */
export const REGISTER_TITLES: readonly string[] = FIELDS.map((field) => HEADERS[field][0] ?? field);

/** Their places in that order. */
export const REGISTER_DAYS: ReadonlySet<number> = new Set(DAY_FIELDS.map((field) => FIELDS.indexOf(field)));

const REGISTRATION = { true: 'Có', false: 'Không', null: NOT_NOTED } as const;

/** One unit as the texts and numbers of its row, in the order of REGISTER_TITLES. */
export function registerCells(unit: RegisterUnit, audienceName: string): readonly (string | number | null)[] {
  const received = unit.received;
  return [
    unit.name,
    unit.otherNames.join('; '),
    audienceName,
    REGISTRATION[String(hasRegistered(unit)) as keyof typeof REGISTRATION],
    unit.registeredOn ?? null,
    unit.planReceived ?? null,
    received,
    unit.women,
    unit.facts.join('; '),
    unit.awards.join('; '),
    unit.portalCode,
    unit.reportsAsked ?? null,
    unit.reportsInTime ?? null,
    unit.bloc ?? null,
    unit.head ?? null,
  ];
}

/** Register from a workbook: the sheet whose header says most; refused with the row that cannot be understood. */
export function registerFromBook(book: Book, audiences: readonly Audience[]): Result<Register> {
  const best = bestHeader(book.sheets.map(rowsOfSheet));
  if (!best) return refusal('Danh sách đơn vị không có cột "Tên đơn vị".');
  const { units, faults } = unitsBelow(best, audiences, book.date1904);
  const [fault] = faults;
  if (fault) return refusal(`Danh sách đơn vị, hàng ${fault.row}: ${fault.message}`);
  if (units.length === 0) return refusal('Danh sách đơn vị không có đơn vị nào.');
  return { ok: true, value: units };
}

function rowsOfSheet(sheet: Sheet): Row[] {
  const plainValue = (cell: Cell): CellValue => (cell.value === null || isCellError(cell.value) ? '' : cell.value);
  return [...sheet.rows].map(([row, cells]) => ({
    number: row + 1,
    values: new Map(cells.map((cell) => [cell.column, plainValue(cell)] as const)),
  }));
}

/** Something in a register that cannot be understood. */
interface RegisterFault {
  /** From 1, as the sheet counts. */
  readonly row: number;
  /** The fault, without its place. */
  readonly message: string;
}

/**
 * Where the titles of a register stand on a sheet: their row, and the column of each of REGISTER_TITLES (null = it has
 * none of that). Both 0-based; null = no row of titles.
 */
export function registerPlace(
  sheet: Sheet,
): { readonly row: number; readonly columns: readonly (number | null)[] } | null {
  const best = bestHeader([rowsOfSheet(sheet)]);
  const row = best?.rows[best.header.at];
  if (!best || !row) return null;
  return { row: row.number - 1, columns: FIELDS.map((field) => best.header.columns.get(field) ?? null) };
}

/** Each unit of the sheet that can be understood; a fault costs its row. null = no row of titles. */
export function registerRows(
  sheet: Sheet,
  audiences: readonly Audience[],
  date1904: boolean,
): { readonly units: Register; readonly faults: readonly RegisterFault[] } | null {
  const best = bestHeader([rowsOfSheet(sheet)]);
  return best ? unitsBelow(best, audiences, date1904) : null;
}

function unitsBelow({ rows, header }: Headed, audiences: readonly Audience[], date1904: boolean) {
  const units: RegisterUnit[] = [];
  const faults: RegisterFault[] = [];
  const seen = new Map<string, number>();
  for (const row of rows.slice(header.at + 1)) {
    const unit = readUnit(row.values, header.columns, audiences, date1904);
    if (unit === null) continue;
    if (typeof unit === 'string') {
      faults.push({ row: row.number, message: unit });
      continue;
    }
    const key = squashKey(unit.name) + unit.audience;
    const first = seen.get(key);
    if (first) faults.push({ row: row.number, message: `"${unit.name}" có ở cả hàng ${first} và hàng ${row.number}.` });
    else {
      seen.set(key, row.number);
      units.push(unit);
    }
  }
  return { units, faults };
}

interface Headed {
  readonly rows: readonly Row[];
  readonly header: Header;
}

/** The sheet whose header names the most columns of a register. */
function bestHeader(sheets: readonly (readonly Row[])[]): Headed | undefined {
  let best: Headed | undefined;
  for (const rows of sheets) {
    const header = findHeader(rows);
    if (header && header.columns.size > (best?.header.columns.size ?? 0)) best = { rows, header };
  }
  return best;
}

/** Titles of columns, as written, that a register has and nothing is read from. */
export function unknownRegisterColumns(book: Book): string[] {
  const best = bestHeader(book.sheets.map(rowsOfSheet));
  return best ? unknownTitles(best.rows[best.header.at], best.header) : [];
}

/** A running number is nobody's loss. */
const NUMBERING = new Set(['stt', 'tt', 'so', 'sott', 'sothutu']);

/** Titles of the header row that stand for no column of a register. */
function unknownTitles(row: Row | undefined, header: Header): string[] {
  const known = new Set(header.columns.values());
  return [...(row?.values ?? [])].flatMap(([column, value]) => {
    const title = String(value).replace(/\s+/g, ' ').trim();
    return title === '' || known.has(column) || NUMBERING.has(bareKey(title)) ? [] : [title];
  });
}

function refusal(message: string): { readonly ok: false; readonly refusal: { code: string; message: string } } {
  return { ok: false, refusal: { code: 'register', message } };
}

/** The row of the first twenty that names the unit column and most others. */
function findHeader(rows: readonly Row[]): Header | undefined {
  let best: Header | undefined;
  for (const [at, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const columns = new Map<RegisterField, number>();
    for (const [column, value] of row.values) {
      const field = fieldOf(String(value));
      if (field && !columns.has(field)) columns.set(field, column);
    }
    const named = columns.has('name') ? undefined : nameColumn(row, columns, rows.slice(at + 1));
    if (named !== undefined) columns.set('name', named);
    if (columns.has('name') && columns.size > (best?.columns.size ?? 0)) best = { at, columns };
  }
  return best;
}

/** The column a heading names; text in brackets behind it, and the kind of unit after "Tên …", do not matter. */
function fieldOf(heading: string): RegisterField | undefined {
  const key = bareKey(heading);
  const bare = bareKey(heading.replace(/[([][^)\]]{0,80}[)\]]/g, ' '));
  const known = FIELD_OF.get(key) ?? FIELD_OF.get(bare);
  return known ?? (/^ten(?!goi|khac|viettat)/.test(bare) && heading.length <= LONGEST_HEADING ? 'name' : undefined);
}

const LONGEST_HEADING = 60;
/** Fewer other columns are no register's header. */
const LEAST_COLUMNS = 2;
const LEAST_NAMES = 2;

/** Of a header that says the rest, the first column whose texts all differ: nothing but names does. */
function nameColumn(header: Row, columns: ReadonlyMap<RegisterField, number>, below: readonly Row[]) {
  if (columns.size < LEAST_COLUMNS) return undefined;
  const taken = new Set(columns.values());
  return [...header.values.keys()]
    .filter((column) => !taken.has(column))
    .sort((a, b) => a - b)
    .find((column) => {
      const texts = below.flatMap(({ values }) => {
        const value = values.get(column);
        return value === undefined || value === '' ? [] : [squashKey(String(value))];
      });
      return (
        texts.length >= LEAST_NAMES &&
        new Set(texts).size === texts.length &&
        texts.every((text) => /\p{L}{2}/u.test(text))
      );
    });
}

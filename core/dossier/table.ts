/**
 * A table of the dossier: the rows of one sheet, each column with its title and its codec. Rows may be added, moved
 * and removed, columns too; a row that cannot be understood is reported with its cell and left out, the others count.
 */

import { bareKey } from '../base/text/text.ts';
import { rowHeights } from '../form/row-heights.ts';
import { columnName, toA1 } from '../sheet/grid/address.ts';
import { type Cell, isCellError, type Range, type Sheet } from '../sheet/grid/sheet.ts';
import type { DataValidation, NewCell, NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { sheetReference } from '../sheet/workbook/sheet-names.ts';
import { cell, HEADER, printSetup, SUBTITLE, TITLE, textValue } from '../sheets/council/look.ts';
import type { CellContent, Codec } from './codec.ts';

export interface DossierColumn<T> {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly codec: Codec<T>;
  /** Shown when a cell of the column is chosen. */
  readonly hint?: string;
  /** The cells of its choices when they are rows of a sheet: a change there can be chosen here at once. */
  readonly from?: ListPlace | undefined;
}

/** A column of a sheet of the dossier; `rows` = how many it has, where that is not for the movement to say. */
export interface ListPlace {
  readonly sheet: string;
  readonly column: number;
  readonly rows?: number;
}

/** How many rows each sheet of the dossier has. */
export type RowCounts = ReadonlyMap<string, number>;

export type DossierColumns<R> = { readonly [K in keyof R]-?: DossierColumn<R[K]> };

export interface TableSpec<R> {
  readonly sheet: string;
  readonly heading: string;
  readonly hint: string;
  readonly columns: DossierColumns<R>;
  /** Columns that are printed; the others are for the screen. Absent = all. */
  readonly printed?: number;
}

/** Something in the dossier that cannot be used. */
export interface CellFault {
  readonly sheet: string;
  /** `D7`; '' when it is the whole sheet. */
  readonly cell: string;
  /** A Vietnamese sentence. */
  readonly message: string;
}

/** A row that was understood, and where its values stand. */
export interface PlacedRow<R> {
  readonly row: R;
  readonly cellOf: (key: keyof R) => string;
}

export const HEADER_ROW = 2;
/** Rows below the last row that already have the look and the lists. */
const SPARE_ROWS = 40;
const HEADER_ROWS = 30;
const BLANK: NewValue = { kind: 'empty' };

/** The sheet with these rows; what a row lacks is blank. `counts` = row counts of the sheets that hold its choices. */
export function tableSheet<R extends object>(
  spec: TableSpec<R>,
  rows: readonly Partial<R>[],
  counts: RowCounts = new Map(),
): NewSheet {
  const keys = Object.keys(spec.columns) as (keyof R & string)[];
  const columns = keys.map((key) => spec.columns[key]);
  const last = HEADER_ROW + rows.length + SPARE_ROWS;
  const cells = rows.flatMap((row, at) =>
    keys.map((key, column) => {
      const { codec } = spec.columns[key];
      const value = row[key];
      return cell(HEADER_ROW + 1 + at, column, value === undefined ? BLANK : codec.write(value), codec.style);
    }),
  );
  for (let row = HEADER_ROW + 1 + rows.length; row <= last; row++)
    columns.forEach(({ codec }, at) => {
      cells.push(cell(row, at, BLANK, codec.style));
    });
  const area = {
    top: 0,
    left: 0,
    bottom: HEADER_ROW + Math.max(1, rows.length),
    right: (spec.printed ?? keys.length) - 1,
  };
  return {
    ...sheetFrame(spec, columns, cells),
    validations: columns.flatMap((column, at) =>
      choosing(column, { top: HEADER_ROW + 1, bottom: last, left: at, right: at }, counts),
    ),
    print: { ...printSetup(HEADER_ROW), area },
  };
}

/** A sheet of the dossier with these cells below its heading, hint and titles. */
export function sheetFrame(
  { sheet, heading, hint }: Pick<TableSpec<unknown>, 'sheet' | 'heading' | 'hint'>,
  columns: readonly Pick<DossierColumn<unknown>, 'title' | 'width'>[],
  content: readonly NewCell[],
): NewSheet {
  const header = columns.map(({ title }, at) => cell(HEADER_ROW, at, textValue(title), HEADER));
  const columnWidths = new Map(columns.map(({ width }, at) => [at, width]));
  return {
    name: sheet,
    cells: [cell(0, 0, textValue(heading), TITLE), cell(1, 0, textValue(hint), SUBTITLE), ...header, ...content],
    columnWidths,
    rowHeights: rowHeights([...header, ...content], [], columnWidths),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
  };
}

/** The column of a table as a list to choose from. */
export function listIn<R>({ sheet, columns }: TableSpec<R>, key: keyof R & string): ListPlace {
  return { sheet, column: Object.keys(columns).indexOf(key) };
}

interface Choosing extends Pick<DossierColumn<unknown>, 'title' | 'hint' | 'from'> {
  readonly codec: Pick<Codec<unknown>, 'options' | 'several'>;
}

/** Rows below the last row of a list that belong to it too: what is added there can be chosen. */
const NEW_ROWS = 5;

/** The list of these cells; [] when they are no choice. A value outside it becomes a question, never a refusal. */
export function choosing({ title, codec, hint, from }: Choosing, range: Range, counts: RowCounts): DataValidation[] {
  const { options, several } = codec;
  if (!from && !options) return [];
  const rule = from ? listAt(from, counts) : { kind: 'list' as const, options: options ?? [] };
  const error = {
    style: 'warning' as const,
    title: 'Không có trong danh sách',
    text: `Chọn một mục của cột “${title}”.`,
  };
  return [
    {
      ranges: [range],
      rule,
      ...(several ? { open: true } : { error }),
      ...(hint === undefined ? {} : { prompt: { title: title.slice(0, 32), text: hint } }),
    },
  ];
}

function listAt({ sheet, column, rows }: ListPlace, counts: RowCounts): DataValidation['rule'] {
  const last = HEADER_ROW + 1 + (rows ?? (counts.get(sheet) ?? 0) + NEW_ROWS);
  const [top, bottom] = [HEADER_ROW + 2, last].map((row) => `$${columnName(column)}$${row}`);
  return { kind: 'list-at', cells: `${sheetReference(sheet)}${top}:${bottom}` };
}

/** A row of the sheet before it is understood. */
export interface RawRow {
  /** 0-based. */
  readonly at: number;
  readonly cells: ReadonlyMap<string, CellContent>;
  /** Cells that hold an error value. */
  readonly broken: ReadonlySet<string>;
}

export interface RawTable {
  readonly sheet: string;
  /** bareKey of a title → its column. */
  readonly columns: ReadonlyMap<string, number>;
  readonly headerRow: number;
  readonly rows: readonly RawRow[];
}

/** The rows below the header; null when no row of the sheet has its titles. */
function rawTable(sheet: Sheet, titles: readonly string[], date1904: boolean): RawTable | null {
  const wanted = new Set(titles.map(bareKey));
  let headerRow = -1;
  let columns = new Map<string, number>();
  for (const [at, cells] of [...sheet.rows].slice(0, HEADER_ROWS)) {
    const found = new Map<string, number>();
    for (const { value, column } of cells) {
      const key = typeof value === 'string' ? bareKey(value) : '';
      if (wanted.has(key) && !found.has(key)) found.set(key, column);
    }
    if (found.size > columns.size) [headerRow, columns] = [at, found];
  }
  if (columns.size < Math.min(2, wanted.size)) return null;
  const byColumn = new Map([...columns].map(([key, column]) => [column, key]));
  const rows: RawRow[] = [];
  for (const [at, cells] of sheet.rows) {
    if (at <= headerRow) continue;
    const contents = new Map<string, CellContent>();
    const broken = new Set<string>();
    for (const cell of cells) {
      const key = byColumn.get(cell.column);
      if (key === undefined) continue;
      if (isCellError(cell.value)) broken.add(key);
      const held = contentOfCell(cell, date1904);
      if (held) contents.set(key, held);
    }
    if (contents.size + broken.size > 0) rows.push({ at, cells: contents, broken });
  }
  return { sheet: sheet.name, columns, headerRow, rows };
}

export function contentOfCell({ value }: Pick<Cell, 'value'>, date1904: boolean): CellContent | null {
  if (value === null || isCellError(value)) return null;
  const text = String(value).normalize('NFC').replace(/\r\n?/g, '\n');
  return text.trim() === '' ? null : { text, number: typeof value === 'number' ? value : null, date1904 };
}

/** Reads a row by its columns; null when something in it cannot be understood, which is reported. */
export function readRow<R extends object>(
  raw: RawRow,
  table: RawTable,
  columns: DossierColumns<R>,
  faults: CellFault[],
): PlacedRow<R> | null {
  const row: Partial<R> = {};
  const before = faults.length;
  const keys = Object.keys(columns) as (keyof R & string)[];
  const cellOf = (key: keyof R) => toA1(raw.at, table.columns.get(bareKey(columns[key].title)) ?? 0);
  for (const key of keys) {
    const { title, codec } = columns[key];
    const fault = (message: string) =>
      faults.push({ sheet: table.sheet, cell: cellOf(key), message: `Cột “${title}”: ${message}` });
    if (raw.broken.has(bareKey(title))) {
      fault('Ô này đang báo lỗi công thức: ghi lại giá trị.');
      continue;
    }
    const read = codec.read(raw.cells.get(bareKey(title)) ?? null);
    if (!read.ok) fault(read.refusal.message);
    else if (read.value !== undefined) row[key] = read.value;
  }
  return faults.length > before ? null : { row: row as R, cellOf };
}

/** Every row of the sheet that can be understood, in order. */
export function readTable<R extends object>(
  sheet: Sheet | undefined,
  spec: TableSpec<R>,
  date1904: boolean,
  faults: CellFault[],
): PlacedRow<R>[] {
  const raw = sheet && rawTableOf(sheet, spec, date1904, faults);
  return raw ? raw.rows.flatMap((row) => readRow(row, raw, spec.columns, faults) ?? []) : [];
}

/** As rawTable; a sheet without its header gives a fault. */
export function rawTableOf<R extends object>(
  sheet: Sheet,
  spec: TableSpec<R>,
  date1904: boolean,
  faults: CellFault[],
): RawTable | null {
  const titles = (Object.keys(spec.columns) as (keyof R)[]).map((key) => spec.columns[key].title);
  const raw = rawTable(sheet, titles, date1904);
  if (raw === null)
    faults.push({
      sheet: sheet.name,
      cell: '',
      message: `Không thấy dòng tên cột (${titles.slice(0, 3).join(', ')}…).`,
    });
  return raw;
}

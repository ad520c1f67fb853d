/**
 * The workbook in memory that the pretended Excel serves. Changed in place by the executor and by tests that play a
 * co-author.
 */
import type { CellValue, Range } from '../../core/sheet/grid/sheet.ts';
import { refuse } from './host-error.ts';
import { type Look, PLAIN } from './look.ts';

export interface HostCell {
  value: CellValue | null;
  /** Without `=`; null = a plain value. */
  formula: string | null;
  look: Look;
  /** Version of the book at which a formula was last calculated. */
  calculated?: number;
}

export interface HostTable {
  readonly id: string;
  name: string;
  /** Header row included. */
  range: Range;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

export interface HostConditional {
  readonly id: string;
  readonly type: string;
  areas: readonly Range[];
  stopIfTrue: boolean;
  /** Formula, fill, font colour … as written, by path, e.g. `rule.formula`. */
  readonly settings: Map<string, unknown>;
}

export interface HostChart {
  readonly id: string;
  name: string;
  /** Type, title, legend … by path. */
  readonly settings: Map<string, unknown>;
  readonly series: { values: string; labels: string }[];
}

export interface HostShape {
  readonly id: string;
  /** The picture, base64. */
  readonly image: string;
  /** Place and size in points, by name. */
  readonly settings: Map<string, unknown>;
}

export interface HostValidation {
  areas: readonly Range[];
  readonly settings: Map<string, unknown>;
}

export interface HostNote {
  readonly row: number;
  readonly column: number;
  text: string;
  readonly author: string;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** Row → column → cell. */
  readonly rows: Map<number, Map<number, HostCell>>;
  merges: Range[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Points. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  /** null = not protected. */
  protection: Readonly<Record<string, unknown>> | null;
  readonly tables: HostTable[];
  readonly charts: HostChart[];
  readonly shapes: HostShape[];
  readonly conditionals: HostConditional[];
  readonly validations: HostValidation[];
  readonly comments: HostNote[];
  readonly notes: HostNote[];
  tabColour: string;
  /** Frozen rows and columns. */
  freeze: { rows: number; columns: number };
  /** Page layout by path. */
  readonly page: Map<string, unknown>;
  /** Rows before which somebody ended a page. */
  readonly pageBreaks: number[];
}

export interface HostBook {
  name: string;
  readonly sheets: HostSheet[];
  activeSheet: string;
  selection: Range;
  readonly names: Map<string, { readonly sheet: HostSheet; readonly range: Range }>;
  readonly settings: Map<string, unknown>;
  readonly author: string;
  readonly date1904: boolean;
  /** Look of an untouched cell. */
  readonly plain: Look;
  /** Next number for ids. */
  nextId: number;
  /** Grows with every change of a value: formulas calculated before are stale. */
  version: number;
}

/** An empty book with one sheet less than Excel's own: none. Add sheets with `addSheet`. */
export function emptyBook(name = 'Thi đua.xlsx', plain: Look = PLAIN, date1904 = false): HostBook {
  return {
    name,
    sheets: [],
    activeSheet: '',
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    names: new Map(),
    settings: new Map(),
    author: 'Cán bộ xã',
    date1904,
    plain,
    nextId: 1,
    version: 0,
  };
}

/** A fresh id such as Excel gives to sheets, tables and charts. */
export function freshId(book: HostBook, braces = true): string {
  const id = `00000000-0001-0000-0000-${String(book.nextId++).padStart(12, '0')}`;
  return braces ? `{${id}}` : id;
}

/** Appends a sheet; refuses a name that Excel would refuse, or that is in use. */
export function addSheet(book: HostBook, name: string): HostSheet {
  checkSheetName(book, name);
  const sheet: HostSheet = {
    id: freshId(book),
    name,
    visibility: 'Visible',
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    protection: null,
    tables: [],
    charts: [],
    shapes: [],
    conditionals: [],
    validations: [],
    comments: [],
    notes: [],
    tabColour: '',
    freeze: { rows: 0, columns: 0 },
    page: new Map(),
    pageBreaks: [],
  };
  book.sheets.push(sheet);
  if (book.activeSheet === '') book.activeSheet = sheet.id;
  return sheet;
}

/**
 * Excel's rules for sheet names: 1–31 characters, none of `: \ / ? * [ ]`, no apostrophe at an end, unique without
 * regard to case.
 */
export function checkSheetName(book: HostBook, name: string, except?: HostSheet): void {
  const bad =
    name.length === 0 || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  if (bad) refuse('InvalidArgument', `Tên trang tính không hợp lệ: ${name}`);
  const folded = name.toLowerCase();
  if (book.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === folded))
    refuse('ItemAlreadyExists', `Đã có trang tính tên ${name}.`);
}

/** The sheet with this id or name. */
export function sheetOf(book: HostBook, key: string): HostSheet | null {
  const folded = key.toLowerCase();
  return book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === folded) ?? null;
}

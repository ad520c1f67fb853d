/** A SheetJS workbook → `Book`: the same shape as from .xlsx, so that nothing behind knows which kind the file was. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Book, Cell, CellLook, CellValue, Sheet } from '../../grid/sheet.ts';
import { ROW } from '../xlsx/cell-address.ts';
import { FileFault } from '../xlsx/fault.ts';
import type { SheetFonts } from './biff-fonts.ts';
import type { OpenLooks } from './open-looks.ts';

const STATES = ['visible', 'hidden', 'very-hidden'] as const;

/** Error codes of BIFF, which SheetJS gives as numbers. */
const ERRORS = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** What the workbook's own reader found beside SheetJS, by the index of the sheet. */
interface Beside {
  /** .xls: font names by place for each worksheet in order. */
  readonly fonts?: readonly SheetFonts[];
  readonly macros?: boolean;
  /** .ods: everything SheetJS leaves out. */
  readonly open?: readonly OpenLooks[] | undefined;
}

const MAX_CELLS = 1_500_000;

/** The book; throws FileFault when it has no worksheet or too many cells. */
export function bookFromSheetJs(workbook: WorkBook, beside: Beside = {}): Book {
  const looks = new Looks();
  let budget = MAX_CELLS;
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const source = workbook.Sheets[name];
    // Chart, macro and dialog sheets carry a type of their own.
    if (!source || (source['!type'] && source['!type'] !== 'sheet')) return [];
    const open = beside.open?.[index];
    const hidden = STATES[Number(workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0)] ?? 'visible';
    const state = open && open.state !== 'visible' ? open.state : hidden;
    const sheet = readSheet(source, name, state, looks, { fonts: beside.fonts?.[index] ?? open?.fonts, open });
    for (const cells of sheet.rows.values()) budget -= cells.length;
    if (budget < 0) throw new FileFault('too-large');
    return [sheet];
  });
  if (sheets.length === 0) throw new FileFault('no-worksheet');
  return {
    sheets,
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    styles: looks.list,
    macros: beside.macros ?? workbook.vbaraw !== undefined,
    externalLinks: [],
  };
}

/** Looks met so far; the first is the plain one. */
class Looks {
  readonly list: CellLook[] = [{ font: '', numberFormat: 'General' }];
  private readonly known = new Map<string, number>([['\nGeneral', 0]]);

  indexOf(font: string, numberFormat: string): number {
    const key = `${font}\n${numberFormat}`;
    const index = this.known.get(key) ?? this.list.push({ font, numberFormat }) - 1;
    this.known.set(key, index);
    return index;
  }
}

function readSheet(
  source: WorkSheet,
  name: string,
  state: Sheet['state'],
  looks: Looks,
  beside: { readonly fonts: SheetFonts | undefined; readonly open: OpenLooks | undefined },
): Sheet {
  const { open } = beside;
  const rows = new Map<number, Cell[]>();
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = source['!data'] ?? [];
  data.forEach((list, row) => {
    const cells: Cell[] = [];
    list?.forEach((object, column) => {
      const cell = object && readCell(object, row, column, looks, beside);
      if (cell) cells.push(cell);
    });
    if (cells.length > 0) rows.set(row, cells);
  });
  const sheet = {
    name,
    state,
    rows,
    merges: (source['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: open?.hiddenRows ?? hiddenOf(source['!rows']),
    hiddenColumns: open?.hiddenColumns ?? hiddenOf(source['!cols']),
  };
  return source['!protect'] ? { ...sheet, protected: true } : sheet;
}

function hiddenOf(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  list?.forEach((one, index) => {
    if (one?.hidden) hidden.add(index);
  });
  return hidden;
}

function readCell(
  object: CellObject,
  row: number,
  column: number,
  looks: Looks,
  { fonts, open }: { readonly fonts: SheetFonts | undefined; readonly open: OpenLooks | undefined },
): Cell | undefined {
  const place = row * ROW + column;
  const read = readValue(object);
  const value =
    typeof read === 'string'
      ? (open?.texts.get(place) ?? read)
      : typeof read === 'number'
        ? (open?.times.get(place) ?? read)
        : read;
  const formula = typeof object.f === 'string' && object.f !== '' ? object.f : undefined;
  if (formula === undefined && (value === null || value === '')) return undefined;
  const style = looks.indexOf(fonts?.get(place) ?? '', typeof object.z === 'string' ? object.z : 'General');
  const cell = { row, column, value, ...(formula === undefined ? {} : { formula }) };
  return style > 0 ? { ...cell, style } : cell;
}

function readValue({ t, v }: CellObject): CellValue | null {
  if (t === 'e') return { error: ERRORS.get(v) ?? '#VALUE!' };
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  return typeof v === 'string' || typeof v === 'boolean' ? v : null;
}

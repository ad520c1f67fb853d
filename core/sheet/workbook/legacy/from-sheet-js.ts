/** A SheetJS workbook → `Book`: the same shape as from .xlsx, so that nothing behind knows which kind the file was. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { cleanText, type SeenText, seenText } from '../../../base/text/seen-text.ts';
import type { Book, Cell, CellLook, CellValue, SeenCell, Sheet } from '../../grid/sheet.ts';
import { ROW } from '../xlsx/cell-address.ts';
import { FileFault } from '../xlsx/fault.ts';
import type { BiffLooks, BiffRun } from './biff-looks.ts';
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
interface BookLooks {
  /** .xls: looks by place for each worksheet in order. */
  readonly biff?: readonly BiffLooks[];
  readonly macros?: boolean;
  /** .ods: everything SheetJS leaves out. */
  readonly open?: readonly OpenLooks[] | undefined;
}

const MAX_CELLS = 1_500_000;

/** The book; throws FileFault when it has no worksheet or too many cells. */
export function bookFromSheetJs(workbook: WorkBook, beside: BookLooks = {}): Book {
  const looks = new Looks();
  let budget = MAX_CELLS;
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const source = workbook.Sheets[name];
    // Chart, macro and dialog sheets carry a type of their own.
    if (!source || (source['!type'] && source['!type'] !== 'sheet')) return [];
    const open = beside.open?.[index];
    const hidden = STATES[Number(workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0)] ?? 'visible';
    const state = open && open.state !== 'visible' ? open.state : hidden;
    const sheet = readSheet(source, name, state, looks, { biff: beside.biff?.[index], open });
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

/** Looks found so far; the first is the plain look. */
class Looks {
  readonly list: CellLook[] = [{ font: '', numberFormat: 'General' }];
  private readonly known = new Map<string, number>([['\nGeneral\nfalse\nfalse', 0]]);

  indexOf(font: string, numberFormat: string, struck: boolean, unseen: boolean): number {
    const key = `${font}\n${numberFormat}\n${struck}\n${unseen}`;
    const more = { ...(struck ? { struck } : {}), ...(unseen ? { unseen } : {}) };
    const index = this.known.get(key) ?? this.list.push({ font, numberFormat, ...more }) - 1;
    this.known.set(key, index);
    return index;
  }
}

/** What was found beside SheetJS of one sheet. */
interface SheetLooks {
  readonly biff: BiffLooks | undefined;
  readonly open: OpenLooks | undefined;
}

function readSheet(source: WorkSheet, name: string, state: Sheet['state'], looks: Looks, found: SheetLooks): Sheet {
  const { open } = found;
  const seen = new Map<number, SeenCell>();
  const notes = new Map<number, string>();
  const rows = new Map<number, Cell[]>();
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = source['!data'] ?? [];
  data.forEach((list, row) => {
    const cells: Cell[] = [];
    list?.forEach((object, column) => {
      const cell = object && readCell(object, { row, column }, looks, found, seen);
      if (cell) cells.push(cell);
      const note = noteOf(object);
      if (note !== '') notes.set(row * ROW + column, note);
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
    ...(seen.size > 0 ? { seen } : {}),
    ...(notes.size > 0 ? { notes } : {}),
  };
  return source['!protect'] ? { ...sheet, protected: true } : sheet;
}

/** A lower row shows nothing of its letters, in points. */
const LEAST_HEIGHT = 3;

function hiddenOf(
  list: readonly ({ readonly hidden?: boolean; readonly hpt?: number } | undefined)[] | undefined,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  list?.forEach((item, index) => {
    if (item?.hidden || (item?.hpt !== undefined && item.hpt < LEAST_HEIGHT)) hidden.add(index);
  });
  return hidden;
}

const LONGEST_NOTE = 2_000;

/** What people wrote in the cell's notes, without the name that programs put before it. */
function noteOf(object: CellObject | undefined): string {
  const texts = (object?.c ?? []).map(({ a, t = '' }) => (a && t.startsWith(`${a}:`) ? t.slice(a.length + 1) : t));
  return cleanText(texts.join('\n').slice(0, LONGEST_NOTE)).trim();
}

function readCell(
  object: CellObject,
  { row, column }: Pick<Cell, 'row' | 'column'>,
  looks: Looks,
  { biff, open }: SheetLooks,
  seen: Map<number, SeenCell>,
): Cell | undefined {
  const place = row * ROW + column;
  const font = biff?.fonts.get(place) ?? open?.fonts.get(place) ?? '';
  const value = seenValue(object, place, font, { biff, open }, seen);
  const formula = typeof object.f === 'string' && object.f !== '' ? object.f : undefined;
  if (formula === undefined && (value === null || (value === '' && !seen.has(place)))) return undefined;
  const struck = biff?.struck.has(place) ?? open?.struck.has(place) ?? false;
  const unseen = biff?.unseen.has(place) ?? open?.unseen.has(place) ?? false;
  const format = typeof object.z === 'string' ? object.z : 'General';
  const style = looks.indexOf(font, format, struck, unseen);
  const cell = { row, column, value, ...(formula === undefined ? {} : { formula }) };
  return style > 0 ? { ...cell, style } : cell;
}

/** The value as it is seen; a text of runs is put on the list. */
function seenValue(
  object: CellObject,
  place: number,
  font: string,
  { biff, open }: SheetLooks,
  seen: Map<number, SeenCell>,
): CellValue | null {
  const read = readValue(object);
  if (typeof read === 'number') return open?.times.get(place) ?? read;
  if (typeof read !== 'string') return read;
  const text = open?.seen.get(place) ?? textOfRuns(read, biff?.runs.get(place), font);
  if (!text) return open?.texts.get(place) ?? read;
  seen.set(place, { text });
  return text.text;
}

/** The text cut where its fonts change; null where no run changes what is seen. */
function textOfRuns(text: string, runs: readonly BiffRun[] | undefined, font: string): SeenText | null {
  const isTelling = ({ font: own }: BiffRun): boolean =>
    own.struck || own.white || own.raised !== undefined || (own.name !== font && TELLING_FONT.test(own.name));
  if (!runs?.some(isTelling)) return null;
  const first = runs[0]?.from ?? 0;
  return seenText([
    { text: text.slice(0, first), font },
    ...runs.map(({ from, font: own }, at) => ({
      text: text.slice(from, runs[at + 1]?.from),
      font: own.name,
      struck: own.struck,
      raised: own.raised,
      hidden: own.white,
    })),
  ]);
}

/** Old one-byte fonts and picture fonts: their letters are not what they seem. */
const TELLING_FONT = /^\.?vn|dings|^symbol$/i;

function readValue({ t, v }: CellObject): CellValue | null {
  if (t === 'e') return { error: ERRORS.get(v) ?? '#VALUE!' };
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  return typeof v === 'string' || typeof v === 'boolean' ? v : null;
}

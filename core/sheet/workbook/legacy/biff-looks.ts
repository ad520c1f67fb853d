/**
 * Looks in an .xls that SheetJS does not return: the fonts of cells (without them text in the old Vietnamese fonts
 * .VnTime and VNI looks like plain text), text that is struck out or white on white, and the runs of a text that have
 * their own fonts. Reads a few kinds of records and nothing else; odd records yield no look rather than an error.
 */
import { ROW } from '../xlsx/cell-address.ts';
import { decodeWindows1252 } from './windows-1252.ts';

interface BiffFont {
  readonly name: string;
  readonly struck: boolean;
  readonly raised: 'up' | 'down' | undefined;
  readonly white: boolean;
}

/** From this character on another font. */
export interface BiffRun {
  readonly from: number;
  readonly font: BiffFont;
}

/** One sheet, places packed as in cell-address.ts. */
export interface BiffLooks {
  /** Font names of text cells. */
  readonly fonts: ReadonlyMap<number, string>;
  readonly struck: ReadonlySet<number>;
  readonly unseen: ReadonlySet<number>;
  readonly runs: ReadonlyMap<number, readonly BiffRun[]>;
}

const BOF = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const END_OF_STREAM = 0x000a;
const FONT = new Set([0x0031, 0x0231]);
const FORMAT = 0x00e0;
const SHARED_TEXTS = 0x00fc;
const CONTINUE = 0x003c;
const SHARED_TEXT_CELL = 0x00fd;
const RUN_TEXT_CELL = 0x00d6;
const SEVERAL_NUMBERS = 0x00bd;
/** LABELSST, LABEL, RSTRING, FORMULA: cells that hold text start with row, column, format. */
const TEXT_CELLS = new Set([SHARED_TEXT_CELL, 0x0204, RUN_TEXT_CELL, 0x0006]);
/** NUMBER, RK, BOOLERR. */
const OTHER_CELLS = new Set([0x0203, 0x027e, 0x0205]);
/** A workbook of globals, not of cells. */
const GLOBALS = 5;
/** White in the palette, and the same in the part of it that can be changed. */
const WHITE = new Set([1, 9]);

interface Format {
  readonly font: number;
  readonly filled: boolean;
}

interface Sheet {
  readonly fonts: Map<number, string>;
  readonly struck: Set<number>;
  readonly unseen: Set<number>;
  readonly runs: Map<number, readonly BiffRun[]>;
}

/** Looks in the sheets of a workbook stream (BIFF 5 and 8) in stream order, which is also SheetJS's order of sheets. */
export function readBiffLooks(stream: Uint8Array): readonly BiffLooks[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const fonts: BiffFont[] = [];
  const formats: Format[] = [];
  const sheets: Sheet[] = [];
  const shared: Piece[] = [];
  let runsOf: ReadonlyMap<number, readonly NumberedRun[]> | undefined;
  let current: Sheet | undefined;
  let depth = 0;
  let wide = true;
  let previous = 0;
  // Font number 4 does not exist: the numbering jumps from 3 to 5.
  const fontAt = (number: number): BiffFont | undefined => fonts[number > 4 ? number - 1 : number];
  const setRuns = (sheet: Sheet, place: number, formatAt: number, numbered: readonly NumberedRun[] = []): void => {
    // White letters are seen on any ground but the sheet's own.
    const isFilled = formats[view.getUint16(formatAt, true)]?.filled !== false;
    const runs = numbered.flatMap(({ from, number }) => {
      const font = fontAt(number);
      return font ? [{ from, font: isFilled ? { ...font, white: false } : font }] : [];
    });
    if (runs.length > 0) sheet.runs.set(place, runs);
  };
  const look = (sheet: Sheet, place: number, formatAt: number, isText: boolean): void => {
    const format = formats[view.getUint16(formatAt, true)];
    const font = fontAt(format?.font ?? 0);
    if (isText) sheet.fonts.set(place, font?.name ?? '');
    if (font?.struck) sheet.struck.add(place);
    if (font?.white && format?.filled === false) sheet.unseen.add(place);
  };
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > stream.length) break;
    if (BOF.has(type)) {
      depth++;
      if (depth === 1) {
        wide = length >= 2 && view.getUint16(data, true) >= 0x0600;
        const globals = length >= 4 && view.getUint16(data + 2, true) === GLOBALS;
        current = globals ? undefined : { fonts: new Map(), struck: new Set(), unseen: new Set(), runs: new Map() };
        if (current) sheets.push(current);
      }
    } else if (type === END_OF_STREAM) depth = Math.max(0, depth - 1);
    else if (FONT.has(type) && length >= 16) fonts.push(readFont(stream, view, data, length, wide));
    else if (type === FORMAT && length >= 2)
      formats.push({ font: view.getUint16(data, true), filled: !wide || length < 18 || isFilled(view, data) });
    else if (type === SHARED_TEXTS || (type === CONTINUE && previous === SHARED_TEXTS))
      shared.push({ from: data, to: data + length });
    else if (current && depth === 1 && length >= 6 && (TEXT_CELLS.has(type) || OTHER_CELLS.has(type))) {
      const place = view.getUint16(data, true) * ROW + view.getUint16(data + 2, true);
      look(current, place, data + 4, TEXT_CELLS.has(type));
      if (type === SHARED_TEXT_CELL && length >= 10) {
        // Runs matter only where a font changes what is seen: most workbooks have no such font.
        runsOf ??= fonts.some(isTelling) ? readSharedRuns(view, shared) : new Map();
        setRuns(current, place, data + 4, runsOf.get(view.getUint32(data + 6, true)));
      } else if (type === RUN_TEXT_CELL && fonts.some(isTelling))
        setRuns(current, place, data + 4, ownRuns(view, data, length, wide));
    } else if (current && depth === 1 && type === SEVERAL_NUMBERS && length >= 6) {
      const [row, first] = [view.getUint16(data, true), view.getUint16(data + 2, true)];
      for (let number = 0; 4 + 6 * number + 6 <= length - 2; number += 1)
        look(current, row * ROW + first + number, data + 4 + 6 * number, false);
    }
    if (type !== CONTINUE) previous = type;
    at = data + length;
  }
  return sheets;
}

function isTelling({ struck, raised, white, name }: BiffFont): boolean {
  return struck || raised !== undefined || white || /^\.?vn|dings|^symbol$/i.test(name);
}

/** The pattern of the cell's ground: 0 = none. */
function isFilled(view: DataView, data: number): boolean {
  return view.getUint32(data + 14, true) >>> 26 !== 0;
}

function readFont(stream: Uint8Array, view: DataView, data: number, length: number, wide: boolean): BiffFont {
  const raised = view.getUint16(data + 8, true);
  return {
    name: fontName(stream, data, length, wide),
    struck: (view.getUint16(data + 2, true) & 0x0008) !== 0,
    raised: raised === 1 ? 'up' : raised === 2 ? 'down' : undefined,
    white: WHITE.has(view.getUint16(data + 4, true)),
  };
}

function fontName(stream: Uint8Array, data: number, length: number, wide: boolean): string {
  const count = stream[data + 14] ?? 0;
  const flags = wide ? (stream[data + 15] ?? 0) : 0;
  const start = data + (wide ? 16 : 15);
  const end = Math.min(data + length, start + count * (flags & 1 ? 2 : 1));
  const bytes = stream.subarray(start, end);
  return flags & 1 ? new TextDecoder('utf-16le').decode(bytes) : decodeWindows1252(bytes);
}

interface NumberedRun {
  readonly from: number;
  readonly number: number;
}

const MAX_RUNS = 4_000;

/** The runs behind a text that stands in its cell. */
function ownRuns(view: DataView, data: number, length: number, wide: boolean): readonly NumberedRun[] {
  if (length < 9) return [];
  const letters = view.getUint16(data + 6, true);
  const flags = wide ? view.getUint8(data + 8) : 0;
  const at = data + (wide ? 9 : 8) + letters * (flags & 1 ? 2 : 1);
  const end = data + length;
  if (at + (wide ? 2 : 1) > end) return [];
  const count = wide ? view.getUint16(at, true) : view.getUint8(at);
  const size = wide ? 4 : 2;
  const first = at + (wide ? 2 : 1);
  if (count > MAX_RUNS || first + count * size > end) return [];
  return Array.from({ length: count }, (_, number) => {
    const run = first + number * size;
    return wide
      ? { from: view.getUint16(run, true), number: view.getUint16(run + 2, true) }
      : { from: view.getUint8(run), number: view.getUint8(run + 1) };
  });
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Stands in the pieces of the shared texts: a record and those that continue it. */
class Pieces {
  private readonly view: DataView;
  private readonly pieces: readonly Piece[];
  private piece = 0;
  private at: number;

  constructor(view: DataView, pieces: readonly Piece[]) {
    this.view = view;
    this.pieces = pieces;
    this.at = pieces[0]?.from ?? 0;
  }

  /** Bytes left in this piece, the next one begun where there are none. */
  private left(): number {
    while (this.piece < this.pieces.length && this.at >= (this.pieces[this.piece]?.to ?? 0)) {
      this.piece += 1;
      this.at = this.pieces[this.piece]?.from ?? 0;
    }
    return this.isEnd() ? 0 : (this.pieces[this.piece]?.to ?? 0) - this.at;
  }

  /** The caller read beyond the end of the data. */
  isShort = false;

  isEnd(): boolean {
    return this.piece >= this.pieces.length;
  }

  byte(): number {
    if (this.left() < 1) {
      this.isShort = true;
      return 0;
    }
    this.at += 1;
    return this.view.getUint8(this.at - 1);
  }

  short(): number {
    return this.byte() + 256 * this.byte();
  }

  skip(bytes: number): void {
    for (let rest = bytes; rest > 0; ) {
      const step = Math.min(rest, this.left());
      if (step === 0) return;
      this.at += step;
      rest -= step;
    }
  }

  /** Letters that run on into the next piece begin there with a byte that says how wide they are. */
  skipLetters(letters: number, isWide: boolean): void {
    let size = isWide ? 2 : 1;
    for (let rest = letters; rest > 0; ) {
      const before = this.piece;
      const left = this.left();
      if (left === 0) return;
      if (this.piece !== before) {
        size = this.byte() & 1 ? 2 : 1;
        continue;
      }
      const step = Math.min(rest, Math.floor(left / size));
      if (step === 0) this.at += left;
      this.at += step * size;
      rest -= step;
    }
  }
}

/** Runs of the shared texts that have any, by index. */
function readSharedRuns(view: DataView, pieces: readonly Piece[]): ReadonlyMap<number, readonly NumberedRun[]> {
  const found = new Map<number, readonly NumberedRun[]>();
  const at = new Pieces(view, pieces);
  at.skip(8);
  for (let index = 0; !at.isEnd(); index += 1) {
    const letters = at.short();
    const flags = at.byte();
    const count = flags & 8 ? at.short() : 0;
    const more = flags & 4 ? at.short() + 65_536 * at.short() : 0;
    at.skipLetters(letters, (flags & 1) === 1);
    if (count > MAX_RUNS) return found;
    const runs = Array.from({ length: count }, () => ({ from: at.short(), number: at.short() }));
    if (at.isShort) return found;
    at.skip(more);
    if (runs.length > 0) found.set(index, runs);
  }
  return found;
}

/**
 * Font names of the cells of an .xls file, which SheetJS does not give: without them text in the old Vietnamese fonts
 * (.VnTime, VNI) cannot be told from plain text. Reads four kinds of records and nothing else; whatever is odd gives no
 * font rather than an error.
 */
import { ROW } from '../xlsx/cell-address.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Packed place → font name, for the text cells of one sheet. */
export type SheetFonts = ReadonlyMap<number, string>;

const BOF = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const END_OF_STREAM = 0x000a;
const FONT = new Set([0x0031, 0x0231]);
const FORMAT = 0x00e0;
/** LABELSST, LABEL, RSTRING, FORMULA: cells that hold text start with row, column, format. */
const TEXT_CELLS = new Set([0x00fd, 0x0204, 0x00d6, 0x0006]);
/** A workbook of globals, not of cells. */
const GLOBALS = 5;

/** Fonts of the sheets of a workbook stream (BIFF 5 and 8) in stream order, which is also SheetJS's order of sheets. */
export function readBiffFonts(stream: Uint8Array): readonly SheetFonts[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const names: string[] = [];
  const fontOfFormat: number[] = [];
  const sheets: Map<number, string>[] = [];
  let current: Map<number, string> | undefined;
  let depth = 0;
  let wide = true;
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
        current = globals ? undefined : new Map();
        if (current) sheets.push(current);
      }
    } else if (type === END_OF_STREAM) depth = Math.max(0, depth - 1);
    else if (FONT.has(type) && length >= 16) names.push(fontName(stream, data, length, wide));
    else if (type === FORMAT && length >= 2) fontOfFormat.push(view.getUint16(data, true));
    else if (current && depth === 1 && TEXT_CELLS.has(type) && length >= 6) {
      const place = view.getUint16(data, true) * ROW + view.getUint16(data + 2, true);
      const font = fontOfFormat[view.getUint16(data + 4, true)] ?? 0;
      // Font number 4 does not exist: the numbering jumps from 3 to 5.
      current.set(place, names[font > 4 ? font - 1 : font] ?? '');
    }
    at = data + length;
  }
  return sheets;
}

function fontName(stream: Uint8Array, data: number, length: number, wide: boolean): string {
  const count = stream[data + 14] ?? 0;
  const flags = wide ? (stream[data + 15] ?? 0) : 0;
  const start = data + (wide ? 16 : 15);
  const end = Math.min(data + length, start + count * (flags & 1 ? 2 : 1));
  const bytes = stream.subarray(start, end);
  return flags & 1 ? new TextDecoder('utf-16le').decode(bytes) : decodeWindows1252(bytes);
}

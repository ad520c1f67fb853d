/**
 * What SheetJS gets to see of an .xls: the records that hold cells and their looks, each checked for the lengths it
 * states. Everything else (pictures, charts, themes, hyperlinks) is only stepped over: damage there makes SheetJS loop
 * or fill the memory, and a report needs none of it. A record is put out by giving it a type that is stepped over;
 * places in the stream stay, because sheets are found by them.
 */

import { FileFault } from '../xlsx/fault.ts';

/** A record SheetJS steps over: settings of a printer. */
const PASSED_OVER = 0x004d;
const BOF: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const EOF = 0x000a;
const CONTINUE = 0x003c;
/** From here on everything is scrambled. */
const FILE_PASS = 0x002f;
const COLUMNS = 0x007d;
/** Records of columns a sheet may have: there are 256 columns. */
const MAX_COLUMN_RECORDS = 256;
const LAST_COLUMN = 256;

/** Needed to write formulas out; without them the values can still be read. */
const FORMULA_ONLY: ReadonlySet<number> = new Set([
  ...[0x0017, 0x0018, 0x0218, 0x0023, 0x0223, 0x01ae], // sheets and names formulas refer to
  ...[0x0021, 0x0221, 0x04bc], // formulas of several cells
]);

const KEPT: ReadonlySet<number> = new Set([
  ...BOF,
  EOF,
  ...[0x0022, 0x0042, 0x0085], // date system, code page, names of sheets
  ...[0x0031, 0x0231, 0x001e, 0x041e, 0x0043, 0x0243, 0x0443, 0x00e0], // fonts, number formats, cell formats
  ...[0x00fc, CONTINUE], // shared texts
  ...[0x0000, 0x0200, 0x0008, 0x0208, COLUMNS, 0x0012, 0x0081, 0x00e5], // size, rows, columns, protection, kind, merges
  ...[0x0002, 0x0003, 0x0203, 0x027e, 0x00bd], // numbers
  ...[0x0004, 0x0204, 0x00d6, 0x00fd, 0x0005, 0x0205], // texts, booleans, errors
  ...[0x0006, 0x0206, 0x0406, 0x0007, 0x0207], // formulas and their texts
  ...[0x0044], // cell format of BIFF 2
  ...FORMULA_ONLY,
]);

/**
 * Where a record states the length of its formula, and how many bytes stand before the formula begins; BIFF 5 and 8.
 */
const FORMULA_AT: ReadonlyMap<number, number> = new Map([
  [0x0006, 20],
  [0x0221, 12],
  [0x04bc, 8],
]);

/**
 * A copy of the stream with the other records put out. `formulas` false leaves out what only formulas need. Throws
 * FileFault.
 */
export function screenBiff(stream: Uint8Array, formulas: boolean): Uint8Array {
  const screened = stream.slice();
  const view = new DataView(screened.buffer);
  const modern = screened.length > 2 && view.getUint16(0, true) === 0x0809;
  let depth = 0;
  let isKept = true;
  let columns = 0;
  for (let at = 0; at + 4 <= screened.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > screened.length) {
      if (depth > 0) throw new FileFault('damaged');
      break;
    }
    if (BOF.has(type)) {
      depth += 1;
      columns = 0;
    }
    if (type === FILE_PASS) throw new FileFault('encrypted');
    if (type === COLUMNS) columns += 1;
    // What follows a record as its continuation shares its lot.
    if (type !== CONTINUE) {
      // A chart inside a sheet has records of its own that look like the sheet's cells; in a workbook of BIFF 4 the
      // sheets lie inside.
      isKept = (depth <= 1 || !modern) && KEPT.has(type) && (formulas || !FORMULA_ONLY.has(type));
      if (isKept && modern && !formulaFits(view, data, type, length)) throw new FileFault('damaged');
      if (isKept && type === COLUMNS) isKept = columns <= MAX_COLUMN_RECORDS && columnsFit(view, data, length);
    }
    if (!isKept) view.setUint16(at, PASSED_OVER, true);
    if (type === EOF) depth = Math.max(0, depth - 1);
    at = data + length;
  }
  return screened;
}

function columnsFit(view: DataView, data: number, length: number): boolean {
  return length >= 4 && view.getUint16(data, true) <= LAST_COLUMN && view.getUint16(data + 2, true) <= LAST_COLUMN;
}

/** Whether the formula a record says it has fits into the record: SheetJS reads on for ever where it does not. */
function formulaFits(view: DataView, data: number, type: number, length: number): boolean {
  // A name: length of its text at 3, of its formula at 4; both begin at 14.
  if (type === 0x0018) return length >= 14 && 14 + view.getUint8(data + 3) + view.getUint16(data + 4, true) <= length;
  const at = FORMULA_AT.get(type);
  return at === undefined || (length >= at + 2 && at + 2 + formulaLength(view, data + at) <= length);
}

/** 0xFFFF stands for no formula. */
function formulaLength(view: DataView, at: number): number {
  const length = view.getUint16(at, true);
  return length === 0xffff ? 0 : length;
}

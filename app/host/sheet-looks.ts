/** How a sheet of a workbook looks, for the grid: read from the file when the sheet is shown. */
import { fromA1 } from '../../core/sheet/grid/address.ts';
import type { CellStyle } from '../../core/sheet/workbook/port.ts';
import { openPackage, readPart } from '../../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook, type WorkbookParts } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';
import { OPEN, XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';
import { formatsOf } from '../../session/host/whole-sheets.ts';
import { markKey } from './marks.ts';

export interface SheetLooks {
  /** By `markKey`, empty cells with them; a cell that looks like any other is absent. */
  readonly cells: ReadonlyMap<string, CellStyle>;
  /** Column → width in characters, where the sheet says it. */
  readonly widths: ReadonlyMap<number, number>;
  /** Row → height in points, where the sheet says it. */
  readonly heights: ReadonlyMap<number, number>;
}

/** Cells beyond are decoration to the edge of a sheet. */
const MOST = 200_000;
/** Columns beyond are as wide as any: a span of widths often runs to the edge. */
const MOST_COLUMNS = 1_000;

interface OpenedPackage {
  readonly pack: ReturnType<typeof openPackage>;
  readonly workbook: WorkbookParts;
  readonly formats: readonly CellStyle[];
}

const opened = new WeakMap<Uint8Array, OpenedPackage>();

/** `bytes` were read as a workbook before. A sheet it has not looks like nothing. */
export function sheetLooks(bytes: Uint8Array, name: string): SheetLooks {
  const { pack, workbook, formats } = opened.get(bytes) ?? open(bytes);
  const part = workbook.sheets.find((sheet) => sheet.name === name)?.part;
  const cells = new Map<string, CellStyle>();
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  const scanner = new XmlScanner((part && readPart(pack, part)) ?? '<none/>');
  const number = (attribute: string) => Number(scanner.attribute(attribute) ?? Number.NaN);
  // Rows and cells may omit their position: then they follow the one before.
  let [row, column] = [-1, -1];
  for (let token = scanner.next(); token && cells.size < MOST; token = scanner.next()) {
    if (token !== OPEN) continue;
    switch (scanner.name) {
      case 'col': {
        const width = number('width');
        const last = Math.min(number('max'), MOST_COLUMNS);
        if (width > 0 && width <= 255) for (let at = number('min'); at <= last; at++) widths.set(at - 1, width);
        break;
      }
      case 'row': {
        [row, column] = [(number('r') || row + 2) - 1, -1];
        if (number('ht') > 0 && number('ht') <= 409) heights.set(row, number('ht'));
        break;
      }
      case 'c': {
        const at = fromA1(scanner.attribute('r') ?? '');
        [row, column] = at ? [at.row, at.column] : [row, column + 1];
        const style = formats[Number(scanner.attribute('s') ?? 0)];
        if (style && shows(style)) cells.set(markKey(row, column), style);
      }
    }
  }
  return { cells, widths, heights };
}

function open(bytes: Uint8Array): OpenedPackage {
  const pack = openPackage(bytes);
  const workbook = findWorkbook(pack);
  const made = { pack, workbook, formats: formatsOf(pack, workbook) };
  opened.set(bytes, made);
  return made;
}

/** Whether a cell with this look is drawn differently from a plain cell. */
function shows({ bold, italic, fontColour, fill, border, sides, horizontal, vertical, wrap }: CellStyle): boolean {
  return Boolean(bold || italic || fontColour || fill || border || sides || horizontal || vertical || wrap);
}

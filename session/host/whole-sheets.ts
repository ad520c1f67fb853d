/**
 * The visible sheets of an .xlsx or .xlsm as sheets to add, with all that a sheet of ours can have: values, formulas,
 * looks, merges, widths, hidden parts, rules for typing, protection, print set-up. For hosts that cannot take the
 * sheets as they are. No macros, no links, no pictures.
 */
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { isDateFormat } from '../../core/sheet/grid/number-format.ts';
import { type Book, type Cell, isCellError, type Range, type Sheet } from '../../core/sheet/grid/sheet.ts';
import type { CellStyle, NewCell, NewSheet, NewValue } from '../../core/sheet/workbook/port.ts';
import { childOf, type Outline, outlineOf } from '../../core/sheet/workbook/xlsx/outline.ts';
import { type OfficePackage, openPackage, readPart } from '../../core/sheet/workbook/xlsx/package.ts';
import { isTrue } from '../../core/sheet/workbook/xlsx/read-cells.ts';
import { findWorkbook, relatedPart, type WorkbookParts } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';
import { OPEN, XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';
import { staysOnSheet } from './own-formula.ts';
import { printedNames, printOf } from './whole-print.ts';
import { childrenOf, openAt, wholeStyles } from './whole-styles.ts';
import { validationsOf } from './whole-validations.ts';

/** Days between the two ways of counting them. */
const SINCE_1904 = 1462;
/** Empty cells that only have a look: more of them are decoration to the edge of the sheet. */
const MOST_EMPTY = 50_000;
const LAST_COLUMN = 16_383;

/** `book` = what readBook made of the same bytes. */
export function wholeSheets(bytes: Uint8Array, book: Book): NewSheet[] {
  const pack = openPackage(bytes);
  const workbook = findWorkbook(pack);
  const styles = formatsOf(pack, workbook);
  const printed = printedNames(workbook.xml);
  return workbook.sheets.flatMap(({ name, state, part }, index): NewSheet[] => {
    const sheet = book.sheets.find((sheet) => sheet.name === name);
    const xml = part === undefined ? undefined : readPart(pack, part);
    if (!sheet || state !== 'visible' || xml === undefined) return [];
    const outline = outlineOf(xml);
    const { emptyCells, rowHeights } = rowsOf(outline, styles);
    const print = printOf(outline, printed.get(index));
    return [
      {
        name,
        cells: cellsOf(book, sheet, emptyCells, styles),
        merges: sheet.merges,
        columnWidths: widthsOf(outline, sheet),
        rowHeights,
        hiddenColumns: [...sheet.hiddenColumns],
        hiddenRows: [...sheet.hiddenRows],
        freeze: freezeOf(outline),
        validations: validationsOf(outline, book.date1904),
        ...(print ? { print } : {}),
        ...(sheet.protected === true ? { protect: true } : {}),
      },
    ];
  });
}

/** Looks by format index of the workbook's cells. */
export function formatsOf(pack: OfficePackage, { relations }: WorkbookParts): readonly CellStyle[] {
  const [styles, theme] = ['styles', 'theme'].map((type) => {
    const part = relatedPart(pack, relations, type);
    return part && readPart(pack, part);
  });
  return wholeStyles(styles, theme);
}

function cellsOf(book: Book, sheet: Sheet, empty: readonly NewCell[], styles: readonly CellStyle[]): NewCell[] {
  const filled = [...sheet.rows.values()].flat().map((cell): NewCell => {
    const style = styles[cell.style ?? 0];
    const { row, column } = cell;
    return { row, column, value: newValue(book, cell), ...(style ? { style } : {}) };
  });
  const held = new Set(filled.map(placeOf));
  return [...filled, ...empty.filter((cell) => !held.has(placeOf(cell)))];
}

function placeOf({ row, column }: NewCell): number {
  return row * (LAST_COLUMN + 1) + column;
}

/** In one pass: empty cells that are visible or can be filled in, and the heights of rows that were set. */
function rowsOf(outline: Outline, styles: readonly CellStyle[]) {
  const emptyCells: NewCell[] = [];
  const rowHeights = new Map<number, number>();
  const data = childOf(outline, 'sheetData');
  const scanner = new XmlScanner(outline.xml, data?.start ?? outline.root.start);
  for (let token = data ? scanner.next() : 0; token; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'row') {
      const height = Number(scanner.attribute('ht'));
      if (height > 0 && height <= 409 && isTrue(scanner.attribute('customHeight')))
        rowHeights.set(Number(scanner.attribute('r')) - 1, height);
    } else if (scanner.name === 'c' && emptyCells.length < MOST_EMPTY) {
      const style = styles[Number(scanner.attribute('s') ?? 0)];
      if (!style || (!style.fill && !style.border && !style.sides && style.locked !== false)) continue;
      const at = fromA1(scanner.attribute('r') ?? '');
      if (at) emptyCells.push({ ...at, value: { kind: 'empty' }, style });
    }
  }
  return { emptyCells, rowHeights };
}

function newValue(book: Book, { value, formula, style }: Cell): NewValue {
  if (formula !== undefined && staysOnSheet(formula))
    return { kind: 'formula', formula, value: typeof value === 'number' || typeof value === 'string' ? value : null };
  if (value === null) return { kind: 'empty' };
  if (isCellError(value)) return { kind: 'text', text: value.error };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  const isDay = book.date1904 && isDateFormat(book.styles[style ?? 0]?.numberFormat ?? '');
  return { kind: 'number', number: isDay ? value + SINCE_1904 : value };
}

/** Widths of the columns up to the last one used. */
function widthsOf(outline: Outline, sheet: Sheet): ReadonlyMap<number, number> {
  const last = Math.max(0, ...[...sheet.rows.values()].map((cells) => cells.at(-1)?.column ?? 0), ...edges(sheet));
  const columnWidths = new Map<number, number>();
  for (const { start } of childrenOf(outline, 'cols').slice(0, LAST_COLUMN)) {
    const { attribute } = openAt(outline.xml, start);
    const width = Number(attribute('width'));
    const to = Math.min(Number(attribute('max')) - 1, last);
    if (width > 0 && width <= 255)
      for (let column = Number(attribute('min')) - 1; column >= 0 && column <= to; column++)
        columnWidths.set(column, width);
  }
  return columnWidths;
}

function edges({ merges }: Sheet): number[] {
  return merges.map(({ right }: Range) => right);
}

function freezeOf(outline: Outline): { readonly rows: number; readonly columns: number } {
  const views = childOf(outline, 'sheetViews');
  const scanner = new XmlScanner(outline.xml, views?.start ?? outline.root.start);
  for (let token = views ? scanner.next() : 0; token; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'pane' || !/^frozen/.test(scanner.attribute('state') ?? '')) continue;
    const split = (name: string) => Math.min(1000, Math.max(0, Math.trunc(Number(scanner.attribute(name) ?? 0)) || 0));
    return { rows: split('ySplit'), columns: split('xSplit') };
  }
  return { rows: 0, columns: 0 };
}

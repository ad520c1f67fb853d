/**
 * The visible sheets of an .xlsx or .xlsm as sheets to add, with all that a sheet of ours can have: values, formulas,
 * looks, merges, widths, hidden parts, rules for typing, protection, print set-up. For hosts that cannot take the
 * sheets as they are. No macros, no links, no pictures.
 */
import { rangeFromA1 } from '../../core/sheet/grid/address.ts';
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
    const sheet = book.sheets.find((one) => one.name === name);
    const xml = part === undefined ? undefined : readPart(pack, part);
    if (!sheet || state !== 'visible' || xml === undefined) return [];
    const outline = outlineOf(xml);
    const print = printOf(outline, printed.get(index));
    return [
      {
        name,
        cells: cellsOf(book, sheet, xml, styles),
        merges: sheet.merges,
        ...sizesOf(outline, sheet),
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

function cellsOf(book: Book, sheet: Sheet, xml: string, styles: readonly CellStyle[]): NewCell[] {
  const filled = [...sheet.rows.values()].flat().map((cell): NewCell => {
    const style = styles[cell.style ?? 0];
    const { row, column } = cell;
    return { row, column, value: newValue(book, cell), ...(style ? { style } : {}) };
  });
  const held = new Set(filled.map(({ row, column }) => row * (LAST_COLUMN + 1) + column));
  const empty = emptyLooks(xml, styles).filter(({ row, column }) => !held.has(row * (LAST_COLUMN + 1) + column));
  return [...filled, ...empty];
}

/** Empty cells that are visible or can be filled in. */
function emptyLooks(xml: string, styles: readonly CellStyle[]): NewCell[] {
  const cells: NewCell[] = [];
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token && cells.length < MOST_EMPTY; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'c') continue;
    const style = styles[Number(scanner.attribute('s') ?? 0)];
    if (!style || (!style.fill && !style.border && !style.sides && style.locked !== false)) continue;
    const at = rangeFromA1(scanner.attribute('r') ?? '');
    if (at) cells.push({ row: at.top, column: at.left, value: { kind: 'empty' }, style });
  }
  return cells;
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

/** Widths of the columns up to the last one used, and heights of rows that were set. */
function sizesOf(outline: Outline, sheet: Sheet): Pick<NewSheet, 'columnWidths' | 'rowHeights'> {
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
  const rowHeights = new Map<number, number>();
  for (const { start } of childrenOf(outline, 'sheetData')) {
    const { attribute } = openAt(outline.xml, start);
    const height = Number(attribute('ht'));
    if (isTrue(attribute('customHeight')) && height > 0 && height <= 409)
      rowHeights.set(Number(attribute('r')) - 1, height);
  }
  return { columnWidths, rowHeights };
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

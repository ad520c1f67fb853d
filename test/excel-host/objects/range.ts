/** Excel.Range over the book in memory: what is read, what is written, and the other ranges it leads to. */
import { MAX_COLUMNS, MAX_ROWS } from '../../../core/sheet/grid/address.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { addressOf } from '../addresses.ts';
import type { HostSheet } from '../book.ts';
import { calculate } from '../calculate.ts';
import { around, cellCount, eachPlace, matrix, overlap, putCell, restyle, usedRange, wireValue } from '../cells.ts';
import { categoryOf, display, valueTypeOf } from '../display.ts';
import { notModelled, refuse } from '../host-error.ts';
import { asText, asWhole, type HostObject, isHostObject } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { merge, shaped, writeValues } from '../write-values.ts';
import { conditionalFormats } from './conditional-format.ts';
import { dataValidation } from './data-validation.ts';
import { rangeAreas } from './range-areas.ts';
import { rangeFormat } from './range-format.ts';
import { columnProperties, rowProperties } from './range-properties.ts';
import { tablesOn } from './table.ts';
import { worksheetObject } from './worksheet.ts';

/** Above this Excel now answers null without any error, now refuses. */
export const MAX_READ = 5_000_000;

/** The range object over one rectangle of a sheet. */
export function rangeObject(world: World, sheet: HostSheet, range: Range): HostObject {
  const target = { sheet, areas: [range] };
  const { book } = world;
  const other = (area: Range): HostObject => rangeObject(world, sheet, inside(area));
  const read =
    <T>(pick: Parameters<typeof matrix<T>>[2]) =>
    (): T[][] | null => {
      if (cellCount(range) > MAX_READ) return world.tooLarge();
      calculate(book, sheet, range);
      return matrix(sheet, range, pick);
    };
  return {
    type: 'Range',
    target,
    get: {
      address: () => addressOf(target),
      rowIndex: () => range.top,
      columnIndex: () => range.left,
      rowCount: () => range.bottom - range.top + 1,
      columnCount: () => range.right - range.left + 1,
      left: () => spanOf(sheet.columnWidths, PLAIN_WIDTH, range.left),
      top: () => spanOf(sheet.rowHeights, PLAIN_HEIGHT, range.top),
      cellCount: () => (cellCount(range) > 2 ** 31 - 1 ? -1 : cellCount(range)),
      values: read((cell) => wireValue(cell?.value ?? null)),
      text: read((cell) => display(cell?.value ?? null, cell?.look.numberFormat ?? 'General')),
      formulas: read((cell) => (cell?.formula != null ? `=${cell.formula}` : wireValue(cell?.value ?? null))),
      numberFormat: read((cell) => (cell?.look ?? book.plain).numberFormat),
      numberFormatCategories: read((cell) => categoryOf((cell?.look ?? book.plain).numberFormat)),
      valueTypes: read((cell) => valueTypeOf(cell?.value ?? null)),
      rowHidden: () => hidden(sheet.hiddenRows, range.top, range.bottom),
      columnHidden: () => hidden(sheet.hiddenColumns, range.left, range.right),
      isEntireColumn: () => range.top === 0 && range.bottom === MAX_ROWS - 1,
      isEntireRow: () => range.left === 0 && range.right === MAX_COLUMNS - 1,
    },
    set: {
      values: (value) => writeValues(world, sheet, range, value),
      formulas: (value) => writeValues(world, sheet, range, value),
      numberFormat: (value) => writeFormats(world, sheet, range, value),
      rowHidden: (value) => hide(sheet, sheet.hiddenRows, range.top, range.bottom, value, 'allowFormatRows'),
      columnHidden: (value) => hide(sheet, sheet.hiddenColumns, range.left, range.right, value, 'allowFormatColumns'),
    },
    open: {
      format: () => rangeFormat(world, target),
      worksheet: () => worksheetObject(world, sheet),
      conditionalFormats: () => conditionalFormats(world, target),
      dataValidation: () => dataValidation(world, target),
      getTables: () => tablesOn(world, sheet, range),
      getCell: (row, column) => other(cell(range.top + asWhole(row), range.left + asWhole(column))),
      getRow: (row) => other({ ...range, top: range.top + asWhole(row), bottom: range.top + asWhole(row) }),
      getColumn: (column) =>
        other({ ...range, left: range.left + asWhole(column), right: range.left + asWhole(column) }),
      getLastRow: () => other({ ...range, top: range.bottom }),
      getLastColumn: () => other({ ...range, left: range.right }),
      getLastCell: () => other(cell(range.bottom, range.right)),
      getEntireRow: () => other({ ...range, left: 0, right: MAX_COLUMNS - 1 }),
      getEntireColumn: () => other({ ...range, top: 0, bottom: MAX_ROWS - 1 }),
      getBoundingRect: (rest) => other(around(range, areaOf(world, sheet, rest))),
      getOffsetRange: (rows, columns) => other(shifted(range, asWhole(rows), asWhole(columns))),
      getResizedRange: (rows, columns) =>
        other({ ...range, bottom: range.bottom + asWhole(rows), right: range.right + asWhole(columns) }),
      getAbsoluteResizedRange: (rows, columns) =>
        other({ ...range, bottom: range.top + asWhole(rows) - 1, right: range.left + asWhole(columns) - 1 }),
      getRowsBelow: (count = 1) => other({ ...range, top: range.bottom + 1, bottom: range.bottom + asWhole(count) }),
      getColumnsAfter: (count = 1) => other({ ...range, left: range.right + 1, right: range.right + asWhole(count) }),
      getIntersection: (rest) => other(overlap(range, areaOf(world, sheet, rest)) ?? refuse('ItemNotFound')),
      getIntersectionOrNullObject: (rest) => nullable(overlap(range, areaOf(world, sheet, rest)), other),
      getUsedRange: (valuesOnly) => other(usedRange(sheet, range, valuesOnly === true) ?? refuse('ItemNotFound')),
      getUsedRangeOrNullObject: (valuesOnly) => nullable(usedRange(sheet, range, valuesOnly === true), other),
      getSpecialCells: (kind) => specialCells(world, sheet, range, kind) ?? refuse('ItemNotFound'),
      getSpecialCellsOrNullObject: (kind) => specialCells(world, sheet, range, kind),
      getMergedAreasOrNullObject: () => {
        const areas = sheet.merges.filter((area) => overlap(area, range));
        return areas.length > 0 ? rangeAreas(world, { sheet, areas }) : null;
      },
    },
    call: {
      clear: (kind) => clear(world, sheet, range, kind),
      merge: (across) => (across === true ? notModelled('Range.merge(true)') : merge(world, sheet, range)),
      unmerge: () => {
        refuseProtected(sheet);
        sheet.merges = sheet.merges.filter((area) => !overlap(area, range));
      },
      select: () => {
        if (sheet.visibility !== 'Visible') refuse('InvalidSelection', 'Không thể chọn ô trên trang tính ẩn.');
        book.activeSheet = sheet.id;
        book.selection = range;
      },
      getRowProperties: (wanted) => rowProperties(world, sheet, range, wanted),
      getColumnProperties: (wanted) => columnProperties(world, sheet, range, wanted),
      _ValidateArraySize: (rows, columns) => {
        const fits = rows === range.bottom - range.top + 1 && columns === range.right - range.left + 1;
        if (!fits) refuse('InvalidArgument', 'Số dòng hoặc số cột của mảng không khớp với vùng.');
      },
    },
  };
}

function cell(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}

function shifted(range: Range, rows: number, columns: number): Range {
  return {
    top: range.top + rows,
    left: range.left + columns,
    bottom: range.bottom + rows,
    right: range.right + columns,
  };
}

function inside(range: Range): Range {
  const fine =
    range.top >= 0 &&
    range.left >= 0 &&
    range.bottom < MAX_ROWS &&
    range.right < MAX_COLUMNS &&
    range.top <= range.bottom &&
    range.left <= range.right;
  return fine ? range : refuse('InvalidArgument', 'Vùng nằm ngoài trang tính.');
}

function nullable(range: Range | null, make: (range: Range) => HostObject): HostObject | null {
  return range ? make(range) : null;
}

/** The rectangle an argument means: a range object, or an address on the same sheet. */
export function areaOf(world: World, sheet: HostSheet, argument: unknown): Range {
  const target = isHostObject(argument)
    ? argument.target
    : worksheetObject(world, sheet).open?.getRange?.(asText(argument))?.target;
  const [area] = target?.areas ?? [];
  if (!area || target?.sheet !== sheet) refuse('InvalidArgument', 'Tham số phải là vùng trên cùng trang tính.');
  return area;
}

/** true, false, or null when some are hidden and some not. */
function hidden(set: ReadonlySet<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const at of set) if (at >= first && at <= last) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function hide(sheet: HostSheet, set: Set<number>, first: number, last: number, value: unknown, allow: string): void {
  refuseProtected(sheet, allow);
  for (let at = first; at <= last; at++) value === true ? set.add(at) : set.delete(at);
}

function writeFormats(world: World, sheet: HostSheet, range: Range, value: unknown): void {
  const at = shaped(value, range);
  refuseProtected(sheet, 'allowFormatCells');
  eachPlace(range, (row, column) => {
    const format = at(row, column);
    if (format === null) return;
    const numberFormat = asText(format);
    restyle(world.book, sheet, cell(row, column), (look) => ({ ...look, numberFormat }));
  });
}

function clear(world: World, sheet: HostSheet, range: Range, kind: unknown): void {
  refuseProtected(sheet);
  const used = usedRange(sheet, range, false);
  if (!used) return;
  const contents = kind === undefined || kind === null || kind === 'All' || kind === 'Contents';
  const formats = kind === undefined || kind === null || kind === 'All' || kind === 'Formats';
  eachPlace(used, (row, column) =>
    putCell(world.book, sheet, row, column, {
      ...(contents ? { value: null, formula: null } : {}),
      ...(formats ? { look: world.book.plain } : {}),
    }),
  );
  if (!contents) return;
  world.book.version++;
  world.changed(sheet, used);
}

/** Cells with formulas (or plain values) as the runs of each column; null when there are none. */
function specialCells(world: World, sheet: HostSheet, range: Range, kind: unknown): HostObject | null {
  if (kind !== 'Formulas' && kind !== 'Constants') notModelled(`Range.getSpecialCells(${String(kind)})`);
  const runs: Range[] = [];
  const open = new Map<number, Range>();
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    for (const [column, it] of sheet.rows.get(row) ?? []) {
      const wanted = kind === 'Formulas' ? it.formula !== null : it.formula === null && it.value !== null;
      if (!wanted || !overlap(range, cell(row, column))) continue;
      const run = open.get(column);
      const longer = run && run.bottom === row - 1 ? { ...run, bottom: row } : cell(row, column);
      if (run && longer.top === run.top) runs[runs.indexOf(run)] = longer;
      else runs.push(longer);
      open.set(column, longer);
    }
  }
  return runs.length > 0 ? rangeAreas(world, { sheet, areas: runs }) : null;
}

/** Points of a column and a row that nobody set. */
const PLAIN_WIDTH = 48;
const PLAIN_HEIGHT = 15;

/** Points before a column or row. */
function spanOf(sizes: ReadonlyMap<number, number>, plain: number, before: number): number {
  const set = [...sizes].filter(([at]) => at < before);
  return set.reduce((sum, [, size]) => sum + size - plain, before * plain);
}

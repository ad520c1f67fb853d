/** Loads one rectangle of a sheet from Excel and turns the answer into the core's terms. */

import type { Cell, CellLook, Range } from '../../../core/sheet/grid/sheet.ts';
import { rangeOf } from './address.ts';
import { placeKey, placesOf } from './blocks.ts';
import { cellValue } from './cell-value.ts';

/** A rectangle with everything queued that is read of it. */
export interface RangeReads {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly formulas: Excel.RangeAreas;
  readonly texts: Excel.RangeAreas;
  readonly merges: Excel.RangeAreas;
}

export interface ReadBlock {
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The looks of a book, each once; number 0 is the default. */
interface StyleList {
  readonly looks: readonly CellLook[];
  readonly number: (font: string, numberFormat: string) => number;
}

export function styleList(): StyleList {
  const looks: CellLook[] = [];
  const numbers = new Map<string, number>();
  const number = (font: string, numberFormat: string): number => {
    const key = `${font}\n${numberFormat}`;
    const known = numbers.get(key) ?? looks.push({ font, numberFormat }) - 1;
    numbers.set(key, known);
    return known;
  };
  number('', 'General');
  return { looks, number };
}

/** Queues the reading of a rectangle. */
export function loadBlock(range: Excel.Range): RangeReads {
  range.load('address,values,numberFormat');
  const format = { font: { name: true } };
  const rows = range.getRowProperties({ rowHidden: true, format });
  const columns = range.getColumnProperties({ columnHidden: true, format });
  const formulas = range.getSpecialCellsOrNullObject('Formulas');
  formulas.load('areas/items/address,areas/items/formulas');
  const texts = range.getSpecialCellsOrNullObject('Constants', 'Text');
  texts.load('areas/items/address,areas/items/format/font/name');
  const merges = range.getMergedAreasOrNullObject();
  merges.load('areas/items/address');
  return { range, rows, columns, formulas, texts, merges };
}

/** The answer in the core's terms. Empty cells are not listed. */
export function readBlock(block: RangeReads, styles: StyleList): ReadBlock {
  const { range } = block;
  const at = rangeOf(range.address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const formulas = formulasOf(block.formulas);
  const fontAt = fontsOf(block, at);
  const rows = new Map<number, readonly Cell[]>();
  for (const [y, values] of range.values.entries()) {
    const row = at.top + y;
    const formulasHere = formulas.get(row);
    const cells: Cell[] = [];
    for (const [x, raw] of values.entries()) {
      const column = at.left + x;
      const formula = formulasHere?.get(column);
      const value = cellValue(raw);
      if (value === null && formula === undefined) continue;
      const style = styles.number(fontAt(row, column), textOf(range.numberFormat[y]?.[x]) || 'General');
      const shown = value ?? (formula === undefined ? null : '');
      cells.push({
        row,
        column,
        value: shown,
        ...(formula === undefined ? {} : { formula }),
        ...(style ? { style } : {}),
      });
    }
    if (cells.length > 0) rows.set(row, cells);
  }
  return {
    rows,
    merges: block.merges.isNullObject ? [] : block.merges.areas.items.flatMap(({ address }) => rangeOf(address) ?? []),
    hiddenRows: new Set(block.rows.value.flatMap(({ rowHidden }, y) => (rowHidden ? [at.top + y] : []))),
    hiddenColumns: new Set(block.columns.value.flatMap(({ columnHidden }, x) => (columnHidden ? [at.left + x] : []))),
  };
}

/**
 * The font of a cell, from its column, its row or the stretch of texts it is in: whichever has only one font; '' where
 * none has. Empty cells make most rows and columns mixed, never a stretch of texts.
 */
function fontsOf({ rows, columns, texts }: RangeReads, at: Range): (row: number, column: number) => string {
  const down = columns.value.map(({ format }) => textOf(format?.font?.name));
  const across = rows.value.map(({ format }) => textOf(format?.font?.name));
  const stretches = new Map<number, string>();
  for (const { address, format } of texts.isNullObject ? [] : texts.areas.items) {
    const range = rangeOf(address);
    const font = textOf(format.font.name);
    if (!range || font === '') continue;
    for (const place of placesOf([range])) stretches.set(placeKey(place.row, place.column), font);
  }
  return (row, column) => down[column - at.left] || across[row - at.top] || stretches.get(placeKey(row, column)) || '';
}

/** Row → column → formula without `=`. */
function formulasOf(areas: Excel.RangeAreas): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const found = new Map<number, Map<number, string>>();
  if (areas.isNullObject) return found;
  for (const { address, formulas } of areas.areas.items) {
    const at = rangeOf(address);
    if (!at) continue;
    for (const [y, line] of formulas.entries()) {
      const row = found.get(at.top + y) ?? new Map<number, string>();
      found.set(at.top + y, row);
      for (const [x, formula] of line.entries()) {
        if (typeof formula === 'string') row.set(at.left + x, formula.replace(/^=/, ''));
      }
    }
  }
  return found;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

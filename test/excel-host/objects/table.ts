/** Tables of a sheet and of the book, with their header, body and rows. */
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { addressOf, targetOf } from '../addresses.ts';
import { freshId, type HostSheet, type HostTable } from '../book.ts';
import { calculate } from '../calculate.ts';
import { cellOf, matrix, overlap, putCell, wireValue } from '../cells.ts';
import { notModelled, refuse } from '../host-error.ts';
import {
  asBoolean,
  asText,
  asWhole,
  findItem,
  found,
  type HostObject,
  isHostObject,
  type Target,
} from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { writeValues } from '../write-values.ts';
import { rangeObject } from './range.ts';
import { worksheetObject } from './worksheet.ts';

/** All tables of the book, or of one sheet. */
export function tableCollection(world: World, sheet: HostSheet | null): HostObject {
  const sheets = (): readonly HostSheet[] => (sheet ? [sheet] : world.book.sheets);
  const listed = (): HostTable[] => sheets().flatMap((it) => it.tables);
  const item = (table: HostTable): HostObject => tableObject(world, found(home(world, table)), table);
  return {
    type: 'TableCollection',
    items: () => listed().map(item),
    item: (key) => item(found(findItem(listed(), key))),
    open: {
      add: (where, hasHeaders) => item(addTable(world, sheet, where, asBoolean(hasHeaders))),
      getItem: (key) => item(found(findItem(listed(), key))),
      getItemOrNullObject: (key) => {
        const table = findItem(listed(), key);
        return table ? item(table) : null;
      },
      getItemAt: (index) => item(listed()[asWhole(index)] ?? refuse('InvalidArgument')),
    },
    call: { getCount: () => listed().length },
  };
}

/** Tables that touch a range. */
export function tablesOn(world: World, sheet: HostSheet, range: Range): HostObject {
  const listed = (): HostTable[] => sheet.tables.filter((table) => overlap(table.range, range));
  return {
    type: 'TableScopedCollection',
    items: () => listed().map((table) => tableObject(world, sheet, table)),
    item: (key) => tableObject(world, sheet, found(findItem(listed(), key))),
    call: { getCount: () => listed().length },
  };
}

function home(world: World, table: HostTable): HostSheet | undefined {
  return world.book.sheets.find((sheet) => sheet.tables.includes(table));
}

function addTable(world: World, sheet: HostSheet | null, where: unknown, hasHeaders: boolean): HostTable {
  if (!hasHeaders) notModelled('TableCollection.add không có dòng tiêu đề');
  const target = rangeTarget(world, sheet, where);
  refuseProtected(target.sheet);
  const range = withBody(target.areas[0] ?? refuse('InvalidArgument'));
  refuseConflict(target.sheet, range, null);
  const number = world.book.nextId;
  const table: HostTable = {
    id: freshId(world.book),
    name: `Bảng${number}`,
    range,
    style: 'TableStyleMedium2',
    showFilterButton: true,
    showBandedRows: true,
  };
  nameHeaders(world, target.sheet, range);
  target.sheet.tables.push(table);
  return table;
}

function rangeTarget(world: World, sheet: HostSheet | null, where: unknown): Target {
  if (isHostObject(where)) return where.target ?? refuse('InvalidArgument');
  const base = sheet ?? world.book.sheets.find((it) => it.id === world.book.activeSheet);
  return targetOf(world.book, found(base), asText(where));
}

/** A table has at least one row under its header. */
function withBody(range: Range): Range {
  return range.bottom > range.top ? range : { ...range, bottom: range.top + 1 };
}

/** Tables cannot lie over other tables or merged cells. */
function refuseConflict(sheet: HostSheet, range: Range, except: HostTable | null): void {
  const inTheWay = sheet.tables.some((other) => other !== except && overlap(other.range, range));
  if (inTheWay || sheet.merges.some((area) => overlap(area, range)))
    refuse('MergedRangeConflict', 'Bảng không được chồng lên bảng khác hoặc ô đã trộn.');
}

/** Excel makes header cells text, fills empty headers and numbers repeated ones. */
function nameHeaders(world: World, sheet: HostSheet, range: Range): void {
  const seen = new Set<string>();
  for (let column = range.left; column <= range.right; column++) {
    const value = cellOf(sheet, range.top, column)?.value ?? null;
    const base = value === null ? `Cột${column - range.left + 1}` : String(wireValue(value));
    let name = base;
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${base}${n}`;
    seen.add(name.toLowerCase());
    if (name !== value) putCell(world.book, sheet, range.top, column, { value: name, formula: null });
  }
}

function tableObject(world: World, sheet: HostSheet, table: HostTable): HostObject {
  const part = (range: Range): HostObject => rangeObject(world, sheet, range);
  const setting =
    <K extends 'style' | 'showFilterButton' | 'showBandedRows'>(key: K, as: (value: unknown) => HostTable[K]) =>
    (value: unknown): void => {
      refuseProtected(sheet);
      table[key] = as(value);
    };
  return {
    type: 'Table',
    id: table.id,
    get: {
      id: () => table.id,
      name: () => table.name,
      style: () => table.style,
      showHeaders: () => true,
      showTotals: () => false,
      showFilterButton: () => table.showFilterButton,
      showBandedRows: () => table.showBandedRows,
    },
    set: {
      name: (value) => {
        refuseProtected(sheet);
        table.name = checkedName(world, table, asText(value));
      },
      style: setting('style', asText),
      showFilterButton: setting('showFilterButton', asBoolean),
      showBandedRows: setting('showBandedRows', asBoolean),
    },
    open: {
      worksheet: () => worksheetObject(world, sheet),
      getRange: () => part(table.range),
      getHeaderRowRange: () => part({ ...table.range, bottom: table.range.top }),
      getDataBodyRange: () => part({ ...table.range, top: table.range.top + 1 }),
      columns: () => columns(world, sheet, table),
      rows: () => rows(world, sheet, table),
      convertToRange: () => {
        refuseProtected(sheet);
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
        return part(table.range);
      },
    },
    call: {
      resize: (where) => {
        refuseProtected(sheet);
        const target = rangeTarget(world, sheet, where);
        const range = withBody(target.areas[0] ?? refuse('InvalidArgument'));
        if (target.sheet !== sheet || range.top !== table.range.top || !overlap(range, table.range))
          refuse('InvalidArgument', 'Bảng mới phải giữ nguyên dòng tiêu đề.');
        refuseConflict(sheet, range, table);
        table.range = range;
        nameHeaders(world, sheet, range);
      },
      delete: () => {
        refuseProtected(sheet);
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
        part(table.range).call?.clear?.('All');
      },
    },
  };
}

/** Names of tables are unique in the book and look like names of formulas. */
function checkedName(world: World, table: HostTable, name: string): string {
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.]{0,254}$/u.test(name))
    refuse('InvalidArgument', `Tên bảng không hợp lệ: ${name}`);
  const taken = world.book.sheets.some((sheet) =>
    sheet.tables.some((other) => other !== table && other.name.toLowerCase() === name.toLowerCase()),
  );
  return taken || world.book.names.has(name.toLowerCase()) ? refuse('InvalidArgument', `Đã có tên ${name}.`) : name;
}

function columns(world: World, sheet: HostSheet, table: HostTable): HostObject {
  const count = (): number => table.range.right - table.range.left + 1;
  const item = (index: number): HostObject => {
    const column = table.range.left + index;
    const range = { ...table.range, left: column, right: column };
    return {
      type: 'TableColumn',
      id: String(index + 1),
      get: {
        id: () => index + 1,
        index: () => index,
        name: () => wireValue(cellOf(sheet, range.top, column)?.value ?? null),
      },
      open: {
        getRange: () => rangeObject(world, sheet, range),
        getDataBodyRange: () => rangeObject(world, sheet, { ...range, top: range.top + 1 }),
      },
    };
  };
  const all = (): HostObject[] => Array.from({ length: count() }, (_, index) => item(index));
  const named = (key: unknown): HostObject | null =>
    all().find((it) => it.get?.id?.() === key || it.id === key || it.get?.name?.() === key) ?? null;
  return {
    type: 'TableColumnCollection',
    items: all,
    item: (key) => found(named(key)),
    open: {
      getItem: (key) => found(named(key)),
      getItemOrNullObject: named,
      getItemAt: (index) => all()[asWhole(index)] ?? refuse('InvalidArgument'),
    },
    call: { getCount: count },
  };
}

function rows(world: World, sheet: HostSheet, table: HostTable): HostObject {
  const body = (): Range => ({ ...table.range, top: table.range.top + 1 });
  const count = (): number => table.range.bottom - table.range.top;
  const item = (index: number): HostObject => {
    const range = { ...body(), top: body().top + index, bottom: body().top + index };
    return {
      type: 'TableRow',
      get: {
        index: () => index,
        values: () => {
          calculate(world.book, sheet, range);
          return matrix(sheet, range, (cell) => wireValue(cell?.value ?? null));
        },
      },
      set: { values: (value) => writeValues(world, sheet, range, value) },
      open: { getRange: () => rangeObject(world, sheet, range) },
    };
  };
  return {
    type: 'TableRowCollection',
    items: () => Array.from({ length: count() }, (_, index) => item(index)),
    open: {
      getItemAt: (index) => (asWhole(index) < count() ? item(asWhole(index)) : refuse('InvalidArgument')),
      add: (index, values) => {
        if (index !== undefined && index !== null && index !== -1) notModelled('TableRowCollection.add giữa bảng');
        return item(appendRows(world, sheet, table, values));
      },
    },
    call: { getCount: count },
  };
}

/** Grows the table downwards; content below in its columns would have to move, which is not simulated. */
function appendRows(world: World, sheet: HostSheet, table: HostTable, values: unknown): number {
  refuseProtected(sheet);
  const lines = Array.isArray(values) ? values.length : 1;
  const added = { ...table.range, top: table.range.bottom + 1, bottom: table.range.bottom + lines };
  const below = { ...added, bottom: Number.MAX_SAFE_INTEGER };
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells)
      if (cell.value !== null && overlap(below, { top: row, left: column, bottom: row, right: column }))
        notModelled(`Thêm dòng bảng phía trên ô có dữ liệu (${addressOf({ sheet, areas: [added] })})`);
  const first = table.range.bottom - table.range.top;
  table.range = { ...table.range, bottom: added.bottom };
  if (values !== undefined && values !== null) writeValues(world, sheet, added, values);
  return first;
}

/**
 * A whole new sheet of ours → operations. It is not protected even where the layout wants it: protecting clears Excel's
 * undo, and we could not write our own points and marks on it. Nothing here can touch an existing sheet.
 */

import { rangeToA1 } from '../../../core/sheet/grid/address.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { CellStyle, NewCell, NewSheet, NewTable } from '../../../core/sheet/workbook/port.ts';
import { foldName, freeSheetName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import type { HostAction } from '../../../session/host/port.ts';
import { type CellPlace, rangeAt, rectanglesOf } from './blocks.ts';
import { CALL, type Op, type SheetRef } from './op.ts';
import { pictureOps } from './pictures.ts';
import type { Plan } from './plan.ts';
import { sendPrint } from './print.ts';
import { colour, sendStyle, styleBytes } from './style.ts';
import { sendValidation } from './validation.ts';
import { widthPoints } from './width.ts';
import { writeOps } from './write-block.ts';

/** Plans the sheet under its name or a free name; returns the reference to it. */
export function planSheet(plan: Plan, sheet: NewSheet, action: HostAction): SheetRef {
  const taken = [...plan.survey.sheets.values(), ...[...plan.added.values()].map((ref) => ({ ref }))];
  const name = freeSheetName(sheet.name, new Set(taken.map(({ ref }) => foldName(ref.name))));
  const ref = newRef(plan.context, name);
  plan.added.set(foldName(name), ref);
  const op = (bytes: number, send: (proxy: Excel.Worksheet) => void): Op => ({
    bytes,
    actions: [action],
    send: () => send(ref.proxy()),
  });
  const cells = withHeaders(sheet);
  const tables = (sheet.tables ?? []).map((table) => freeTable(plan, table, ref));
  const values = cells.filter(({ value }) => value.kind !== 'empty');
  plan.ops.push(
    { ...op(2 * CALL, () => {}), undo: { addedSheet: ref } },
    ...writeOps(
      ref,
      values.map(({ row, column, value }) => ({ row, column, value, action })),
    ),
    ...looksOf(cells).map(({ style, ranges }) =>
      op(styleBytes(ranges, style), (proxy) => sendStyle(proxy, ranges, style)),
    ),
    op(sizeBytes(sheet), (proxy) => sendSizes(proxy, sheet)),
    ...tables.map((table) => op(4 * CALL, (proxy) => sendTable(proxy, table))),
  );
  const { print } = sheet;
  if (print) {
    let stuck: Op['check'];
    const send = (proxy: Excel.Worksheet) => {
      stuck = sendPrint(proxy, print, sheet.columnWidths);
    };
    plan.ops.push({ ...op(6 * CALL, send), check: () => stuck?.() ?? null });
  }
  // Last: what an Excel without them answers to hinders nothing else.
  plan.ops.push(...pictureOps(ref, sheet.pictures ?? [], action));
  return ref;
}

/** What may be typed into it. Choices may stand on another sheet, which has to be there by then. */
export function planTyping(plan: Plan, ref: SheetRef, { validations = [] }: NewSheet, action: HostAction): void {
  plan.ops.push(
    ...validations.map((validation) => ({
      bytes: 6 * CALL + 3 * JSON.stringify(validation).length,
      actions: [action],
      send: () => sendValidation(ref.proxy(), validation),
    })),
  );
}

function newRef(context: Excel.RequestContext, name: string): SheetRef {
  let made: Excel.Worksheet | undefined;
  return {
    name,
    id: null,
    proxy: () => {
      made ??= context.workbook.worksheets.add(name).load('id,name');
      return made;
    },
  };
}

/** The cells, with the texts of table headers as the tables name their columns. */
function withHeaders({ cells, tables = [] }: NewSheet): NewCell[] {
  const headers = tables.flatMap(({ range, columns }) =>
    columns.map((text, index) => ({ row: range.top, column: range.left + index, text })),
  );
  const fixed = new Map(headers.map((header) => [`${header.row}:${header.column}`, header]));
  const plain = cells.map((cell): NewCell => {
    const key = `${cell.row}:${cell.column}`;
    const header = fixed.get(key);
    fixed.delete(key);
    return header ? { ...cell, value: { kind: 'text', text: header.text } } : cell;
  });
  return [
    ...plain,
    ...[...fixed.values()].map(({ row, column, text }): NewCell => ({ row, column, value: { kind: 'text', text } })),
  ];
}

/** Equal looks together. `locked` has no say: the sheet is not protected. */
function looksOf(cells: readonly NewCell[]): { readonly style: CellStyle; readonly ranges: readonly Range[] }[] {
  const groups = new Map<string, { readonly style: CellStyle; readonly places: CellPlace[] }>();
  for (const { row, column, style } of cells) {
    const { locked: _, ...shown } = style ?? {};
    if (Object.keys(shown).length === 0) continue;
    const key = JSON.stringify(shown);
    const group = groups.get(key) ?? { style: shown, places: [] as CellPlace[] };
    group.places.push({ row, column });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ style, places }) => ({ style, ranges: rectanglesOf(places) }));
}

function sizeBytes({ merges = [], columnWidths, rowHeights, hiddenRows = [] }: NewSheet): number {
  return CALL * (4 + hiddenRows.length + merges.length + (columnWidths?.size ?? 0) + (rowHeights?.size ?? 0));
}

function sendSizes(proxy: Excel.Worksheet, sheet: NewSheet): void {
  for (const range of sheet.merges ?? []) rangeAt(proxy, range).merge(false);
  for (const [column, width] of sheet.columnWidths ?? []) {
    proxy.getRangeByIndexes(0, column, 1, 1).format.columnWidth = widthPoints(width);
  }
  for (const [row, height] of sheet.rowHeights ?? []) proxy.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  for (const column of sheet.hiddenColumns ?? []) {
    proxy.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  }
  for (const row of sheet.hiddenRows ?? []) {
    proxy.getRangeByIndexes(row, 0, 1, 1).getEntireRow().rowHidden = true;
  }
  if (sheet.tabColour !== undefined) proxy.tabColor = colour(sheet.tabColour);
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  if (rows > 0 && columns > 0) proxy.freezePanes.freezeAt(proxy.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) proxy.freezePanes.freezeRows(rows);
  else if (columns > 0) proxy.freezePanes.freezeColumns(columns);
}

/** The table under a name that is free in the workbook, recorded in the plan. */
function freeTable(plan: Plan, table: NewTable, sheet: SheetRef): NewTable {
  const taken = new Set([...plan.survey.tableNames.map(foldName), ...plan.tables.keys()]);
  let name = table.name;
  for (let number = 2; taken.has(foldName(name)); number += 1) name = `${table.name}_${number}`;
  plan.tables.set(foldName(name), { sheet, range: table.range, columns: table.columns });
  return { ...table, name };
}

function sendTable(proxy: Excel.Worksheet, { name, range }: NewTable): void {
  const table = proxy.tables.add(rangeToA1(range), true);
  table.name = name;
  // The cells carry their own look.
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
}

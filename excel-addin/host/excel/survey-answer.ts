/** The answers to a survey as plain maps of what stands on each sheet and in each table. */

import type { CellValue, Range } from '../../../core/sheet/grid/sheet.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import type { SavedLook } from '../../../session/host/port.ts';
import { rangeOf, sheetOf } from './address.ts';
import { placeKey } from './blocks.ts';
import { cellValue, formulaOf } from './cell-value.ts';
import { unlockedOf } from './locks.ts';
import { marksOf, type OwnFormat, type SheetMarks } from './marks.ts';
import type { SheetRef } from './op.ts';
import { jsonBytes } from './run.ts';
import { savedLook } from './saved-look.ts';
import type { QueuedSheet, QueuedTable } from './survey.ts';
import { NEW_ROWS } from './table-rows.ts';

export interface CellNow {
  readonly value: CellValue | null;
  readonly formula: string | null;
}

interface NoteNow {
  readonly note: Excel.Note;
  /** null = the cell has none. */
  readonly text: string | null;
}

export interface SheetNow {
  readonly ref: SheetRef & { readonly id: string };
  readonly protected: boolean;
  /** Only cells about to be written. */
  readonly cells: ReadonlyMap<number, CellNow>;
  /** Those of them that a protected sheet lets be written, without a look. */
  readonly unlocked: ReadonlySet<number>;
  /** By the number of the style group (wishes.ts). */
  readonly looks: readonly SavedLook[];
  /** Points, by column. */
  readonly widths: ReadonlyMap<number, number>;
  readonly notes: ReadonlyMap<number, NoteNow>;
  /** Title by name. */
  readonly charts: ReadonlyMap<string, string>;
  readonly own: readonly OwnFormat[];
  readonly marks: SheetMarks;
}

export interface TableNow {
  readonly proxy: Excel.Table;
  readonly sheet: SheetNow;
  /** Header row included. */
  readonly range: Range;
  readonly cells: readonly (readonly CellNow[])[];
  /** First row below the table with content (0 = directly below); null = free as far as the table may grow. */
  readonly blockedAt: number | null;
  /** The look of the rows below it. */
  readonly lookBelow: SavedLook;
}

export function sheetNow(sheet: Excel.Worksheet, ranges: QueuedSheet | undefined): SheetNow {
  const own = ranges?.own ?? [];
  return {
    ref: { name: sheet.name, id: sheet.id, proxy: () => sheet },
    protected: sheet.protection.protected,
    cells: new Map((ranges?.cells ?? []).flatMap(({ range, proxy }) => cellsNow(range, proxy))),
    unlocked: unlockedOf(ranges?.locks ?? []),
    looks: (ranges?.looks ?? []).map(({ asked: look, style }) => (look ? savedLook(look, style) : {})),
    widths: new Map((ranges?.widths ?? []).map(({ column, proxy }) => [column, proxy.format.columnWidth])),
    notes: new Map(
      (ranges?.notes ?? []).map(({ key, proxy }) => [
        key,
        { note: proxy, text: proxy.isNullObject ? null : proxy.content },
      ]),
    ),
    charts: new Map((ranges?.charts?.items ?? []).map(({ name, title }) => [name, title.text])),
    own,
    marks: marksOf(own),
  };
}

export function tableNow(tables: QueuedTable, sheets: ReadonlyMap<string, SheetNow>): TableNow | undefined {
  const { range, below } = tables;
  const at = rangeOf(range.address);
  const sheet = sheets.get(foldName(sheetOf(range.address)));
  if (!at || !sheet) return undefined;
  const blocked = below ? below.values.findIndex((line) => line.some((item) => item !== '')) : -1;
  return {
    proxy: tables.proxy,
    sheet,
    range: at,
    cells: range.values.map((line, y) => line.map((value, x) => cellNow(value, range.formulas[y]?.[x]))),
    blockedAt: blocked < 0 ? null : blocked,
    lookBelow: tables.look ? savedLook(tables.look, NEW_ROWS) : {},
  };
}

/** Estimated weight of a survey. */
export function surveyBytes(
  questions: { readonly sheets: ReadonlyMap<string, QueuedSheet>; readonly tables: ReadonlyMap<string, QueuedTable> },
  sheets: number,
): { readonly up: number; readonly down: number } {
  let up = 600;
  let down = 150 * sheets;
  for (const { cells, locks, widths, looks, notes } of questions.sheets.values()) {
    up += 350 * (cells.length + locks.length + widths.length + looks.length + notes.length);
    for (const { proxy } of cells) down += jsonBytes([proxy.values, proxy.formulas]);
    down += 300 * (locks.length + widths.length + looks.length + notes.length);
  }
  for (const { range, below } of questions.tables.values()) {
    up += 700;
    down += jsonBytes([range.values, range.formulas, below?.values]);
  }
  return { up, down };
}

function cellsNow(range: Range, proxy: Excel.Range): (readonly [number, CellNow])[] {
  return proxy.values.flatMap((line, y) =>
    line.map((value, x) => [placeKey(range.top + y, range.left + x), cellNow(value, proxy.formulas[y]?.[x])] as const),
  );
}

function cellNow(value: unknown, formula: unknown): CellNow {
  return { value: cellValue(value), formula: formulaOf(formula, value) };
}

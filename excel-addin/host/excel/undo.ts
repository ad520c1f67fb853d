/**
 * Undoes a run from its record. Each cell is examined first: a cell with what we wrote gets its old content, a cell
 * with its old content is left, and any other cell was changed since: it is left and listed. Deletes only sheets and
 * charts we added; restores only unlocked cells of a protected sheet; never protects, unprotects or copies. May be
 * repeated after a fault.
 */

import type { Result } from '../../../core/base/result.ts';
import { toA1 } from '../../../core/sheet/grid/address.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import type { HostAction, UndoRecord } from '../../../session/host/port.ts';
import { rangeOf, sheetOf } from './address.ts';
import { type AreaCalls, goApart } from './areas.ts';
import { matrixOf, placeKey, rangeAt, rectanglesOf, sameRange } from './blocks.ts';
import { excelCaps } from './caps.ts';
import { cellValue, formulaOf, inputBefore, type RawCell, sameValue } from './cell-value.ts';
import { askLocks, unlockedOf } from './locks.ts';
import { loadFormats, markBytes, marked, marksOf, type OwnFormat, ownFormats, sendMarks } from './marks.ts';
import { CALL, type Op } from './op.ts';
import { converse, jsonBytes } from './run.ts';
import { sendLook } from './saved-look.ts';
import { sendOps } from './send.ts';
import { GAP } from './survey.ts';
import type { CellNow } from './survey-answer.ts';

type UndoCell = UndoRecord['cells'][number];

interface UndoLeft {
  readonly leftAlone: readonly { sheet: string; address: string }[];
}

/** `areas`: what an earlier run learned about this Excel; while unknown, each area is sent by itself. */
export function undoExcel(record: UndoRecord, areas: AreaCalls): Promise<Result<UndoLeft>> {
  return converse(async (talk) => {
    if (areas !== 'together') goApart(talk.context);
    const { worksheets, tables } = talk.context.workbook;
    worksheets.load('items/id,items/name,items/protection/protected');
    tables.load('items/name');
    await talk.sync();

    const sheets = worksheets.items.map((sheet) => askSheet(sheet, record));
    const lengths = tables.items.flatMap((table) => {
      const steps = (record.tables ?? []).filter((step) => foldName(step.table) === foldName(table.name));
      return steps.length === 0 ? [] : [{ table, steps, range: table.getRange().load('address') }];
    });
    await talk.sync();
    const own = new Map<SheetUndo, readonly OwnFormat[]>(
      sheets.map((queued) => [queued, queued.formats ? ownFormats(queued.formats) : []]),
    );
    if ([...own.values()].some((list) => list.length > 0)) await talk.sync();

    const leftAlone: { sheet: string; address: string }[] = [];
    const ops: Op[] = [];
    const closed = new Set(sheets.flatMap(({ sheet }) => (sheet.protection.protected ? [sheet.name] : [])));
    // Before their cells are emptied: Excel names a column whose title goes.
    for (const { table, steps, range } of lengths) {
      const now = rangeOf(range.address);
      const before = now && lengthBefore(now, steps);
      if (before && !closed.has(sheetOf(range.address)))
        ops.push(op(2 * CALL, () => table.resize(rangeAt(table.worksheet, before))));
    }
    for (const queued of sheets) {
      const { name, protection } = queued.sheet;
      const back: UndoCell[] = [];
      const now = cellsOf(queued);
      const unlocked = unlockedOf(queued.locks);
      for (const cell of queued.cells) {
        const key = placeKey(cell.row, cell.column);
        const state = stateOf(cell, now.get(key) ?? { value: null, formula: null });
        if (state === 'ours' && (!protection.protected || unlocked.has(key))) back.push(cell);
        else if (state !== 'back') leftAlone.push({ sheet: name, address: toA1(cell.row, cell.column) });
      }
      ops.push(...cellOps(queued.sheet, back, protection.protected ? 0 : GAP));
      if (!protection.protected) ops.push(...otherOps(queued, own.get(queued) ?? []));
    }
    // Before ours go: a workbook keeps one sheet in sight.
    for (const sheet of worksheets.items) {
      if (record.hidden?.includes(sheet.id)) {
        ops.push(
          op(CALL, () => {
            sheet.visibility = 'Visible';
          }),
        );
      }
    }
    for (const sheet of worksheets.items) {
      if (record.addedSheets.includes(sheet.id)) ops.push(op(CALL, () => sheet.delete()));
    }
    const { failed } = await sendOps(talk, ops, () => {});
    return failed ? { ok: false, refusal: failed.refusal } : { ok: true, value: { leftAlone } };
  });
}

/** Where a table reached before our steps, as far as they lead up to where it reaches now; undefined when none does. */
function lengthBefore(now: Range, steps: NonNullable<UndoRecord['tables']>): Range | undefined {
  const start = steps.reduceRight((at, { before, after }) => (sameRange(at, after) ? before : at), now);
  return sameRange(start, now) ? undefined : start;
}

type SheetUndo = ReturnType<typeof askSheet>;

function askSheet(sheet: Excel.Worksheet, record: UndoRecord) {
  const here = <T extends { readonly sheetId: string }>(list: readonly T[] = []) =>
    list.filter(({ sheetId }) => sheetId === sheet.id);
  const cells = here(record.cells);
  const marks = here(record.marks);
  return {
    sheet,
    cells,
    marks,
    looks: here(record.looks),
    widths: here(record.widths),
    blocks: rectanglesOf(cells, GAP).map((range) => ({ range, proxy: rangeAt(sheet, range).load('values,formulas') })),
    locks: sheet.protection.protected ? askLocks(sheet, cells) : [],
    formats: marks.length > 0 ? loadFormats(sheet) : null,
    notes: excelCaps().notes
      ? here(record.notes).map((note) => ({
          ...note,
          proxy: sheet.notes.getItemOrNullObject(toA1(note.row, note.column)).load('content'),
        }))
      : [],
    charts: here(record.charts).map(({ name }) => sheet.charts.getItemOrNullObject(name).load('name')),
  };
}

function cellsOf({ blocks }: SheetUndo): ReadonlyMap<number, CellNow> {
  return new Map(
    blocks.flatMap(({ range, proxy }) =>
      proxy.values.flatMap((line, y) =>
        line.map((value, x): [number, CellNow] => [
          placeKey(range.top + y, range.left + x),
          { value: cellValue(value), formula: formulaOf(proxy.formulas[y]?.[x], value) },
        ]),
      ),
    ),
  );
}

function stateOf(cell: UndoCell, now: CellNow): 'ours' | 'back' | 'changed' {
  const ours =
    cell.formulaAfter === undefined
      ? now.formula === null && sameValue(now.value, cell.after)
      : now.formula === cell.formulaAfter;
  if (ours) return 'ours';
  const back =
    cell.formulaBefore === null
      ? now.formula === null && sameValue(now.value, cell.before)
      : now.formula === cell.formulaBefore;
  return back ? 'back' : 'changed';
}

/** Rows brought back by one call, so that batches can be cut below the limit. */
const ROWS_AT_ONCE = 200;

function slices(range: Range): Range[] {
  const { top, bottom } = range;
  return Array.from({ length: Math.ceil((bottom - top + 1) / ROWS_AT_ONCE) }, (_, index) => {
    const first = top + index * ROWS_AT_ONCE;
    return { ...range, top: first, bottom: Math.min(bottom, first + ROWS_AT_ONCE - 1) };
  });
}

function cellOps(sheet: Excel.Worksheet, cells: readonly UndoCell[], gap: number): Op[] {
  const byPlace = new Map(cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
  return rectanglesOf(cells, gap)
    .flatMap(slices)
    .map((range) => {
      const values = matrixOf(range, (row, column): RawCell => {
        const cell = byPlace.get(placeKey(row, column));
        return cell ? inputBefore(cell.before, cell.formulaBefore) : null;
      });
      return op(jsonBytes(values) + CALL, () => {
        rangeAt(sheet, range).values = values;
      });
    });
}

/** All but cells. Looks go last to first: the first one saved is what stood before the run. */
function otherOps({ sheet, marks, looks, notes, widths, formats, charts }: SheetUndo, own: readonly OwnFormat[]): Op[] {
  const now = marksOf(own);
  const after = marks.reduceRight(
    (all, { ranges, before = [] }) =>
      before.reduce((sum, item) => marked(sum, item.ranges, item.severity), marked(all, ranges, null)),
    now,
  );
  return [
    ...looks
      .toReversed()
      .map(({ ranges, look }) => op(CALL * (8 + 2 * ranges.length), () => sendLook(sheet, ranges, look))),
    ...widths.toReversed().map(({ column, width }) =>
      op(CALL, () => {
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
      }),
    ),
    ...(formats ? [op(markBytes(own, after), () => sendMarks(sheet, own, after))] : []),
    ...notes
      .filter(({ proxy, after: ours }) => !proxy.isNullObject && proxy.content === ours)
      .map(({ proxy, before }) =>
        op(2 * CALL, () => {
          if (before === null) proxy.delete();
          else proxy.content = before;
        }),
      ),
    ...charts.filter((chart) => !chart.isNullObject).map((chart) => op(CALL, () => chart.delete())),
  ];
}

const NO_ACTIONS: readonly HostAction[] = [];

function op(bytes: number, send: () => void): Op {
  return { bytes, actions: NO_ACTIONS, send };
}

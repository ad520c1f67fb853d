/**
 * A whole run: survey (1 or 2 syncs), plan, send (1 sync for each batch of 4 MB). Impossible actions are refused by
 * name, the rest is done; everything done is in the undo record, also after a fault in the middle.
 */

import type { Result } from '../../../core/base/result.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import type { HostAction, HostApplied, UndoRecord } from '../../../session/host/port.ts';
import { planAddedSheets } from './actions/add-sheet.ts';
import { planRows } from './actions/append-rows.ts';
import { planCharts } from './actions/chart.ts';
import { planWidths } from './actions/column-width.ts';
import { planHiding } from './actions/hide-sheet.ts';
import { planMarks } from './actions/mark.ts';
import { planNotes } from './actions/note.ts';
import { planTables } from './actions/put-table.ts';
import { planStyles } from './actions/style.ts';
import { planWrites } from './actions/write.ts';
import { placeKey } from './blocks.ts';
import type { Op, SheetRef } from './op.ts';
import { newPlan, ofKind, type Plan } from './plan.ts';
import { converse } from './run.ts';
import { sendOps } from './send.ts';
import { type SurveyedBook, survey } from './survey.ts';

/** What plans each kind. They go in this order: sheets and tables first, so that the others find them. */
const PLANNERS: Readonly<Record<HostAction['kind'], (actions: readonly HostAction[], plan: Plan) => void>> = {
  'add-sheet': (actions, plan) => planAddedSheets(ofKind(actions, 'add-sheet'), plan),
  'put-table': (actions, plan) => planTables(ofKind(actions, 'put-table'), plan),
  'append-rows': (actions, plan) => planRows(ofKind(actions, 'append-rows'), plan),
  write: (actions, plan) => planWrites(ofKind(actions, 'write'), plan),
  'column-width': (actions, plan) => planWidths(ofKind(actions, 'column-width'), plan),
  style: (actions, plan) => planStyles(ofKind(actions, 'style', 'write'), plan),
  note: (actions, plan) => planNotes(ofKind(actions, 'note'), plan),
  mark: (actions, plan) => planMarks(ofKind(actions, 'mark'), plan),
  chart: (actions, plan) => planCharts(ofKind(actions, 'chart'), plan),
  'hide-sheet': (actions, plan) => planHiding(ofKind(actions, 'hide-sheet'), plan),
};

/** Applies the actions; `known` and `learn` carry what was seen of the workbook from one call to the next. */
export function applyExcel(
  label: string,
  actions: readonly HostAction[],
  known: SurveyedBook,
  learn: (known: SurveyedBook) => void,
  progress: (done: number) => void = () => {},
): Promise<Result<HostApplied>> {
  return converse(async (talk) => {
    progress(0);
    const now = await survey(talk, actions, known);
    progress(0.3);
    const plan = newPlan(talk.context, now);
    for (const planner of Object.values(PLANNERS)) planner(actions, plan);
    const { done, failed } = await sendOps(talk, plan.ops, (part) => progress(0.3 + 0.7 * part));
    const undo = undoRecord(label, done);
    if (failed && done.length === 0) return { ok: false, refusal: failed.refusal };
    const unfinished = failed ? new Set(failed.ops.flatMap(({ actions }) => actions)) : new Set<HostAction>();
    learn({
      tables: new Set([...now.tableNames.map(foldName), ...plan.tables.keys()]),
      sheets: new Map(
        [...[...now.sheets.values()].map(({ ref }) => ref), ...plan.added.values()].flatMap((ref) => {
          const id = ref.id ?? loadedId(ref);
          return id === undefined ? [] : [[id, ref.name] as const];
        }),
      ),
      areas: now.areas,
    });
    progress(1);
    return {
      ok: true,
      value: {
        undo,
        refused: [
          ...plan.refused,
          ...[...unfinished].flatMap((action) => (failed ? [{ action, refusal: failed.refusal }] : [])),
        ],
        traffic: talk.traffic(),
      },
    };
  });
}

/** What the operations that ran changed. Parts on sheets this run added need no taking back: the sheet goes. */
function undoRecord(label: string, done: readonly Op[]): UndoRecord {
  const parts = done.flatMap(({ undo }) => (undo ? [undo] : []));
  return {
    label,
    at: new Date().toISOString(),
    cells: oncePerCell(parts.flatMap(({ cells = [] }) => cells)),
    addedSheets: parts.flatMap(({ addedSheet }) => (addedSheet ? (loadedId(addedSheet) ?? []) : [])),
    marks: parts.flatMap(({ marks = [] }) => marks),
    charts: parts.flatMap(({ charts = [] }) =>
      charts.flatMap(({ sheet, name }) => (sheet.id === null ? [] : [{ sheetId: sheet.id, name }])),
    ),
    tables: parts.flatMap(({ tables = [] }) => tables),
    looks: parts.flatMap(({ looks = [] }) => looks),
    notes: parts.flatMap(({ notes = [] }) => notes),
    widths: parts.flatMap(({ widths = [] }) => widths),
    hidden: parts.flatMap(({ hidden = [] }) => hidden),
  };
}

/** A cell written twice: what stood before the first, what the last left. */
function oncePerCell(cells: UndoRecord['cells']): UndoRecord['cells'] {
  const byCell = new Map<string, UndoRecord['cells'][number]>();
  for (const cell of cells) {
    const key = `${cell.sheetId}:${placeKey(cell.row, cell.column)}`;
    const first = byCell.get(key);
    byCell.set(key, first ? { ...cell, before: first.before, formulaBefore: first.formulaBefore } : cell);
  }
  return [...byCell.values()];
}

/** The id of a sheet this run added; undefined when the request failed before. */
function loadedId(ref: SheetRef): string | undefined {
  try {
    return ref.proxy().id;
  } catch {
    return undefined;
  }
}

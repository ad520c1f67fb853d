/**
 * What a run must know before it writes: which sheets and tables exist, which are protected, what its cells hold now. A
 * single sync when all sheets and tables of the actions exist and none carries our marks (as after a first read), else
 * another; another again when a sheet was renamed or deleted meanwhile.
 */

import { toA1 } from '../../../core/sheet/grid/address.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { officeCode } from '../../../session/host/errors.ts';
import type { HostAction } from '../../../session/host/port.ts';
import { type AreaCalls, askAreas, goApart } from './areas.ts';
import { around, placeKey, rangeAt, rectanglesOf } from './blocks.ts';
import { excelCaps } from './caps.ts';
import { askLocks } from './locks.ts';
import { loadFormats, ownFormats } from './marks.ts';
import type { Conversation } from './run.ts';
import { loadLook } from './saved-look.ts';
import { type SheetNow, sheetNow, surveyBytes, type TableNow, tableNow } from './survey-answer.ts';
import { NEW_ROWS } from './table-rows.ts';
import { type SheetWish, sheetsMade, sheetWishes, type TableWish, tableWishes } from './wishes.ts';

export interface Survey {
  /** Every sheet, by folded name. */
  readonly sheets: ReadonlyMap<string, SheetNow>;
  /** By folded name; only those the actions speak of. */
  readonly tables: ReadonlyMap<string, TableNow>;
  /** Every table's name. */
  readonly tableNames: readonly string[];
  /** How this Excel takes several areas. */
  readonly areas: NonNullable<AreaCalls>;
}

/** Rows between two written cells that are still read and written as one block. */
export const GAP = 3;

const GONE: ReadonlySet<string> = new Set(['ItemNotFound', 'InvalidReference', 'InvalidObjectPath']);

/** The workbook as an earlier call saw it. A stale value costs one more sync, nothing else. */
export interface SurveyedBook {
  /** Folded names. */
  readonly tables: ReadonlySet<string>;
  /** Name by id; empty when nothing was read yet. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly areas: AreaCalls;
}

/** Runs the queries; for sheets and tables known to exist no sync is needed to find them. */
export async function survey(talk: Conversation, actions: readonly HostAction[], known: SurveyedBook): Promise<Survey> {
  const wishes: Wishes = { sheets: sheetWishes(actions), tables: tableWishes(actions) };
  const names = new Set([...known.sheets.values()].map(foldName));
  const made = sheetsMade(actions);
  const stands = (key: string): boolean => (names.size > 0 ? names.has(key) : !made.has(key));
  const assumed: Wishes = {
    sheets: new Map([...wishes.sheets].filter(([key]) => stands(key))),
    tables: new Map([...wishes.tables].filter(([key]) => known.tables.has(key))),
  };
  if (known.areas === 'apart') goApart(talk.context);
  try {
    return await ask(talk, wishes, assumed, known.areas ?? 'unknown');
  } catch (error) {
    const code = officeCode(error) ?? '';
    // Nothing else in a survey can be a bad argument.
    const refused = known.areas === undefined && code === 'InvalidArgument';
    // A sheet or table is not there (any more): ask first what is.
    if (!refused && !GONE.has(code)) throw error;
    if (refused) goApart(talk.context);
    const nothing: Wishes = { sheets: new Map(), tables: new Map() };
    return ask(talk, wishes, refused ? assumed : nothing, refused ? 'apart' : (known.areas ?? 'unknown'));
  }
}

interface Wishes {
  readonly sheets: ReadonlyMap<string, SheetWish>;
  readonly tables: ReadonlyMap<string, TableWish>;
}

/** `assumed`: sheets and tables assumed to exist, and therefore queried at once. */
async function ask(
  talk: Conversation,
  wishes: Wishes,
  assumed: Wishes,
  areas: NonNullable<AreaCalls> | 'unknown',
): Promise<Survey> {
  if (areas === 'unknown') askAreas(talk.context);
  const { worksheets, tables } = talk.context.workbook;
  worksheets.load('items/id,items/name,items/protection/protected');
  tables.load('items/name');
  const questions: SurveyQuestions = { sheets: new Map(), tables: new Map() };
  for (const [key, wish] of assumed.sheets) questions.sheets.set(key, askSheet(worksheets.getItem(wish.name), wish));
  for (const [key, wish] of assumed.tables) questions.tables.set(key, askTable(tables.getItem(wish.name), wish));
  await talk.sync();
  let waiting = askOwn(questions.sheets.values());

  for (const sheet of worksheets.items) waiting = askRest(questions.sheets, wishes.sheets, sheet, askSheet) || waiting;
  for (const table of tables.items) waiting = askRest(questions.tables, wishes.tables, table, askTable) || waiting;
  if (waiting) await talk.sync();
  if (askOwn(questions.sheets.values())) await talk.sync();

  talk.count(surveyBytes(questions, worksheets.items.length));
  const sheets = new Map(
    worksheets.items.map((sheet): [string, SheetNow] => {
      const key = foldName(sheet.name);
      return [key, sheetNow(sheet, questions.sheets.get(key))];
    }),
  );
  const found = [...questions.tables].flatMap(([key, item]) => {
    const table = tableNow(item, sheets);
    return table ? [[key, table] as const] : [];
  });
  const tableNames = tables.items.map(({ name }) => name);
  return { sheets, tables: new Map(found), tableNames, areas: areas === 'unknown' ? 'together' : areas };
}

interface SurveyQuestions {
  readonly sheets: Map<string, QueuedSheet>;
  readonly tables: Map<string, QueuedTable>;
}

/** Asks what could not be assumed; true when it did. */
function askRest<T extends { readonly name: string }, W, A>(
  entries: Map<string, A>,
  wishes: ReadonlyMap<string, W>,
  item: T,
  askOne: (item: T, wish: W) => A,
): boolean {
  const key = foldName(item.name);
  const wish = wishes.get(key);
  if (wish === undefined || entries.has(key)) return false;
  entries.set(key, askOne(item, wish));
  return true;
}

/** Asks for the ranges of our marks on sheets whose formats are listed by now; true when there are any. */
function askOwn(sheets: Iterable<QueuedSheet>): boolean {
  let any = false;
  for (const sheet of sheets) {
    if (!sheet.formats || sheet.own) continue;
    sheet.own = ownFormats(sheet.formats);
    any ||= sheet.own.length > 0;
  }
  return any;
}

export type QueuedSheet = ReturnType<typeof askSheet>;
export type QueuedTable = ReturnType<typeof askTable>;

/** Queues the reading of what the wish is about. */
function askSheet(sheet: Excel.Worksheet, wish: SheetWish) {
  return {
    cells: rectanglesOf(wish.cells, GAP).map((range) => ({
      range,
      proxy: rangeAt(sheet, range).load('values,formulas'),
    })),
    locks: askLocks(sheet, wish.values),
    widths: wish.widths.map((column) => ({
      column,
      proxy: sheet.getRangeByIndexes(0, column, 1, 1).load('format/columnWidth'),
    })),
    looks: wish.styles.map(({ style, ranges }) => {
      const whole = around(ranges);
      return { style, asked: whole && loadLook(rangeAt(sheet, whole), style) };
    }),
    notes: excelCaps().notes
      ? wish.notes.map(({ row, column }) => ({
          key: placeKey(row, column),
          proxy: sheet.notes.getItemOrNullObject(toA1(row, column)).load('content'),
        }))
      : [],
    charts: wish.charts ? sheet.charts.load('items/name,items/title/text') : null,
    formats: wish.marks ? loadFormats(sheet) : null,
    own: null as ReturnType<typeof ownFormats> | null,
  };
}

function askTable(table: Excel.Table, { rows }: TableWish) {
  const range = table.getRange().load('address,values,formulas');
  const below = rows > 0 ? range.getRowsBelow(rows) : null;
  return {
    proxy: table,
    range,
    below: below?.load('values') ?? null,
    look: below ? loadLook(below, NEW_ROWS) : null,
  };
}

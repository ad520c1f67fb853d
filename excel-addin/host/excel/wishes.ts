/** What the actions of a run need to know of the workbook before they write. Pure: it queries nothing itself. */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { CellStyle } from '../../../core/sheet/workbook/port.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import type { HostAction } from '../../../session/host/port.ts';
import { type CellPlace, placesOf, rectanglesOf } from './blocks.ts';

/** Cells that get the same look, and the actions that want it. */
export interface StyleGroup {
  readonly style: CellStyle;
  readonly ranges: readonly Range[];
  readonly actions: readonly HostAction[];
}

/** The reads requested of a sheet. */
export interface SheetWish {
  readonly name: string;
  /** Cells to be overwritten. */
  readonly cells: readonly CellPlace[];
  /** Those of them that get a value only: a protected sheet may take them. */
  readonly values: readonly CellPlace[];
  readonly styles: readonly StyleGroup[];
  readonly notes: readonly CellPlace[];
  readonly widths: readonly number[];
  readonly marks: boolean;
  readonly charts: boolean;
}

type OnSheet = Extract<HostAction, { readonly sheet: string }>;

/** By folded name; also sheets that this run adds under a name, because they may exist already. */
export function sheetWishes(actions: readonly HostAction[]): ReadonlyMap<string, SheetWish> {
  const bySheet = new Map<string, OnSheet[]>();
  for (const action of actions) {
    if (!isOnSheet(action)) continue;
    const key = foldName(action.sheet);
    const list = bySheet.get(key) ?? [];
    list.push(action);
    bySheet.set(key, list);
  }
  return new Map([...bySheet].map(([key, list]) => [key, wishOf(list)]));
}

function isOnSheet(action: HostAction): action is OnSheet {
  return 'sheet' in action && typeof action.sheet === 'string';
}

function wishOf(actions: readonly OnSheet[]): SheetWish {
  const cells = actions.flatMap((action) => (action.kind === 'write' ? [action] : []));
  return {
    name: actions[0]?.sheet ?? '',
    cells,
    values: cells.filter(({ style }) => style === undefined),
    styles: styleGroups(actions),
    notes: actions.flatMap((action) => (action.kind === 'note' ? [action] : [])),
    widths: [...new Set(actions.flatMap((action) => (action.kind === 'column-width' ? [action.column] : [])))],
    marks: actions.some(({ kind }) => kind === 'mark'),
    charts: actions.some(({ kind }) => kind === 'chart'),
  };
}

/** Looks of one sheet's actions in their order, equal neighbours as one group. */
export function styleGroups(actions: readonly HostAction[]): StyleGroup[] {
  const groups = new Map<string, { style: CellStyle; places: CellPlace[]; actions: HostAction[] }>();
  for (const action of actions) {
    const style = action.kind === 'write' || action.kind === 'style' ? action.style : undefined;
    if (!style) continue;
    const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key) ?? { style, places: [], actions: [] };
    if (action.kind === 'write') group.places.push(action);
    if (action.kind === 'style') for (const place of placesOf([action.range])) group.places.push(place);
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    style: group.style,
    ranges: rectanglesOf(group.places),
    actions: group.actions,
  }));
}

/** Folded names of sheets the actions may add. */
export function sheetsMade(actions: readonly HostAction[]): ReadonlySet<string> {
  return new Set(
    actions.flatMap((action) => {
      if (action.kind === 'add-sheet') return [foldName(action.sheet.name)];
      return action.kind === 'put-table' ? [foldName(action.plan.sheet)] : [];
    }),
  );
}

export interface TableWish {
  readonly name: string;
  /** Rows it may grow by: so many below it are read. */
  readonly rows: number;
}

/** Tables the actions speak of, by folded name. */
export function tableWishes(actions: readonly HostAction[]): ReadonlyMap<string, TableWish> {
  const wishes = new Map<string, TableWish>();
  const wish = (name: string, rows: number): void => {
    const key = foldName(name);
    wishes.set(key, { name, rows: (wishes.get(key)?.rows ?? 0) + rows });
  };
  for (const action of actions) {
    if (action.kind === 'put-table') wish(action.plan.table, action.plan.rows.length);
    if (action.kind === 'append-rows') wish(action.table, action.rows.length);
    if (action.kind === 'chart') wish(action.table, 0);
  }
  return wishes;
}

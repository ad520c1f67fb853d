/** A plan's text laid out for reading: whose it is and when it holds, its parts, its tables. */
import { type HeadedGrid, headedGrids } from './document/grid-head.ts';
import { identityOf, type PlanIdentity } from './identity/identity.ts';
import { isYearOfIssue, otherPeriodOf } from './identity/movement-period.ts';
import { unitsIn } from './identity/units-in-plan.ts';
import { outlineOf } from './layout/outline.ts';
import { type PlanParts, partsOf } from './layout/plan-parts.ts';
import { type PlanText, readPlanText } from './layout/plan-text.ts';
import { type Section, sectionsOf } from './layout/section.ts';
import type { MarkTable } from './scoring/mark-table.ts';
import { markTablesIn, stretchStart } from './scoring/mark-tables.ts';
import type { UnreadGrid } from './table/grid-tables.ts';
import { type Table, tableAt, tablesOf } from './table/tables.ts';
import type { PlanPeriod } from './time/plan-period.ts';

/** A plan says when it runs in its first pages. */
const LONGEST_READ = 200_000;

export interface LaidOut {
  readonly text: PlanText;
  readonly parts: PlanParts;
  readonly identity: PlanIdentity;
  /** Of the movement, from the first day of its first year: a statement about a year may mean any day in it. */
  readonly period: PlanPeriod;
  /** A second period that the text names for the movement, shown for the officer to choose between; null = none. */
  readonly otherPeriod: ReturnType<typeof otherPeriodOf>;
  /** The text names no period: its own is the year of issue, and its times may say another. */
  readonly isYearOfIssue: boolean;
  /** In their order; none of them within another. */
  readonly tables: readonly (Table | MarkTable | UnreadGrid)[];
  /** Every grid of the text, by its shape alone, with its heading. */
  readonly grids: readonly HeadedGrid[];
  readonly markTables: readonly MarkTable[];
  /** The levels that grids of marks set in their other columns. */
  readonly levels: readonly Table[];
  /** Grids that list the units of the commune. */
  readonly unitLists: ReturnType<typeof unitsIn>;
  /** The sections of each stretch of the plan. */
  readonly bodies: readonly (readonly Section[])[];
}

/** Linear in the length of the text. `chosen` = the movement's period where it is not the text's own. */
export function laidOut(source: string, chosen: PlanPeriod | null = null): LaidOut {
  const text = readPlanText(source);
  const parts = partsOf(text);
  const { identity: own, stages } = identityOf(text, parts);
  const identity = { ...own, period: chosen ?? own.period };
  const since = sinceOf(identity);
  const { to } = identity.period;
  const issued = identity.plan.date;
  const period = { from: since === null ? null : `${since.slice(0, 4)}-01-01`, to, issued, stages };
  const grids = headedGrids(text);
  const all = tablesOf(text, grids, since === null ? null : Number(since.slice(0, 4)), parts.title);
  const read = all.flatMap((table) => ('unread' in table ? [] : [table]));
  const levels = all.flatMap((table) => ('unread' in table ? (table.levels ?? []) : []));
  const markTables = markTablesIn(text, grids, read, levels);
  const found = all.filter(({ from, to }) => (tableAt(markTables, to - 1)?.to ?? 0) <= from);
  const unitLists = unitsIn(text, grids).filter(({ grid }) => (tableAt(markTables, grid.to - 1)?.to ?? 0) <= grid.from);
  // Nothing of a list of units is to be reached.
  const lists = unitLists.map(({ grid: { from, to } }): Table => ({ from, to, columns: [], rows: [] }));
  const others = found.filter(({ from, to }) => (tableAt(lists, to - 1)?.to ?? 0) <= from);
  const tables = [...others, ...markTables, ...lists].sort((item, other) => item.from - other.from);
  const isTable = (place: number): boolean => place < (tableAt(tables, place)?.to ?? 0);
  const bodies = parts.bodies.map(({ from, to }) =>
    sectionsOf(text, outlineOf(text, stretchStart(text, from, tables), to, isTable), period),
  );
  return {
    text,
    parts,
    identity,
    period,
    otherPeriod: otherPeriodOf(text.flat.slice(0, LONGEST_READ), identity.period),
    isYearOfIssue: isYearOfIssue(own.period, own.plan.title ?? '', own.plan.date?.slice(0, 4) ?? null),
    grids,
    tables,
    markTables,
    levels,
    unitLists,
    bodies,
  };
}

/** The first day for figures: the movement's first day, but the plan's day when the movement starts years later. */
function sinceOf({ period: { from, to }, plan: { date } }: PlanIdentity): string | null {
  if (from !== null && date !== null && Number(from.slice(0, 4)) - Number(date.slice(0, 4)) > 1) return date;
  return from ?? date ?? to;
}

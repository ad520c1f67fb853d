/**
 * Reads any workbook into reports: finds the tables on its sheets, puts together those of one report, matches their rows to a
 * criteria set of the movement. What cannot be read is a reading or a remark of its own; nothing is guessed and nothing thrown.
 */

import type { Book } from '../grid/sheet.ts';
import { squashKey } from '../grid/text.ts';
import type { Period } from '../indicator/period.ts';
import type { Movement } from '../movement/movement.ts';
import { matchUnit } from './match-unit.ts';
import { assemble, type Draft, speaks } from './read/assemble.ts';
import { type Chooser, chooseSet, matchedCount } from './read/choose-set.ts';
import { hiddenSheet } from './read/hidden.ts';
import { type Identity, readIdentity } from './read/identity.ts';
import { type Page, readPage } from './read/page.ts';
import { codeKey, type KnownCriteria, knownCriteria } from './read/set-index.ts';
import { findTables, type Table } from './read/tables.ts';
import type { TitleIndex } from './read/title-index.ts';
import type { Register } from './register.ts';
import type { Remark, Report } from './report.ts';

/** What one workbook file holds. */
export interface ReadFile {
  /** As given. */
  readonly name: string;
  readonly reports: readonly Report[];
  /** Outside any report, e.g. a hidden sheet with values like a report's. */
  readonly remarks: readonly Remark[];
  readonly macros: boolean;
  readonly externalLinks: readonly string[];
}

export interface ReadOptions {
  /** Name of the file, for the reports and, with a register, for the unit. */
  readonly file: string;
  readonly movement: Movement;
  readonly register?: Register | null;
  /** Period under review: decides the phase, hence the set. Without it the period printed in the sheet does. */
  readonly period?: Period | null;
}

/** All reports of a workbook, in the order of its sheets. */
export function readReports(book: Book, options: ReadOptions): ReadFile {
  const { file, movement, register = null, period = null } = options;
  const chooser: Chooser = { movement, period, register, file };
  const known = knownCriteria(movement);
  const drafts: Draft[] = [];
  const remarks: Remark[] = [];
  for (const sheet of book.sheets) {
    const page = readPage(book, sheet);
    const tables = reportTables(page, known);
    addTables(drafts, tables, movement, register);
    if (tables.length === 0 && sheet.state !== 'visible' && holdsCriteria(page, known.titles))
      remarks.push(hiddenSheet(page));
  }
  const reports = drafts.flatMap((draft): Report[] => {
    const rows = draft.tables.flatMap((table) => table.body);
    const choice = chooseSet(rows, draft.identity, chooser);
    if (matchedCount(choice.meanings) === 0) return [];
    const report = assemble(draft, choice, movement, file);
    return report ? [report] : [];
  });
  return { name: file, reports, remarks, macros: book.macros, externalLinks: book.externalLinks };
}

/** Fewer rows than this share of a table's rows known to the movement: the table is about something else. */
const LEAST_SHARE = 0.2;
const SURE = 0.72;

/** Tables that report on the movement's criteria. Rows of other tables are lines to the table after them. */
function reportTables(page: Page, known: KnownCriteria): readonly Table[] {
  const kept: Table[] = [];
  let skipped: Table['above'] = [];
  for (const table of findTables(page)) {
    const above = [...skipped, ...table.above];
    if (isReport(table, known)) {
      kept.push({ ...table, above });
      skipped = [];
    } else {
      skipped = [...above, ...page.rows.filter((row) => row.row > table.header.bottom && row.row <= table.lastRow)];
    }
  }
  return kept;
}

function isReport(table: Table, { titles, codes }: KnownCriteria): boolean {
  if (table.header.columns.foreign) return false;
  const rows = table.body.filter(speaks);
  const equal = rows.filter(
    (row) => row.titles.some((title) => titles.equal(title).length > 0) || codes.has(codeKey(row.code)),
  ).length;
  if (equal > 0 && equal >= LEAST_SHARE * rows.length) return true;
  const alike = rows
    .slice(0, 200)
    .filter((row) => row.titles.some((title) => (titles.nearest(title)?.similarity ?? 0) >= SURE)).length;
  return alike >= 2 && alike >= LEAST_SHARE * rows.length;
}

/** Adds a sheet's tables: each continues the report before it or begins one. */
function addTables(drafts: Draft[], tables: readonly Table[], movement: Movement, register: Register | null): void {
  const titles = [movement.title, ...movement.otherTitles];
  for (const table of tables) {
    const identity = readIdentity(table.page, table.above, table.below, register, titles);
    const last = drafts.at(-1);
    if (last && continues(last, table, identity, register)) {
      drafts[drafts.length - 1] = { tables: [...last.tables, table], identity: joined(last.identity, identity) };
    } else {
      drafts.push({ tables: [table], identity });
    }
  }
}

function joined(first: Identity, next: Identity): Identity {
  return {
    unit: first.unit ?? next.unit,
    otherUnits: [...first.otherUnits, ...next.otherUnits],
    audience: first.audience ?? next.audience,
    period: first.period ?? next.period,
    date: first.date ?? next.date,
  };
}

/** A header printed again, or a table of other criteria without a unit of its own or of the same unit. */
function continues(last: Draft, table: Table, identity: Identity, register: Register | null): boolean {
  const before = last.tables.at(-1);
  if (!before) return false;
  if (identity.unit && last.identity.unit && !sameUnit(identity.unit.text, last.identity.unit.text, register))
    return false;
  const samePage = before.page === table.page;
  if (samePage && table.above.length === 0) return true;
  return !overlaps(last.tables, table);
}

function sameUnit(a: string, b: string, register: Register | null): boolean {
  const keyOf = (text: string): string => squashKey((register && matchUnit(text, register)?.name) ?? text);
  return keyOf(a) === keyOf(b);
}

/** Both tables speak of the same criteria: more than a stray row in common. */
function overlaps(tables: readonly Table[], table: Table): boolean {
  const known = new Set(tables.flatMap(keysOf));
  const own = keysOf(table);
  return own.filter((key) => known.has(key)).length > 0.3 * own.length;
}

const tableKeys = new WeakMap<Table, readonly string[]>();

/** Keys of the rows that speak, made once for each table. */
function keysOf(table: Table): readonly string[] {
  const keys =
    tableKeys.get(table) ??
    table.body.filter(speaks).map((row) => squashKey((row.titles[0] ?? row.code).slice(0, 300)));
  tableKeys.set(table, keys);
  return keys;
}

/** A hidden sheet without a header on which values stand beside titles of criteria. */
function holdsCriteria(page: Page, titles: TitleIndex<string>): boolean {
  const rows = page.rows.filter(
    ({ cells }) =>
      cells.some((cell) => typeof cell.cell.value === 'number') &&
      cells.some((cell) => cell.isText && titles.equal(cell.text).length > 0),
  );
  return rows.length >= 3;
}

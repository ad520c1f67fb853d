/**
 * Puts the tables of a workbook together: which of them are one report, what covers and summaries add, which period
 * counts.
 */

import { type Period, periodKey } from '../../base/period/period.ts';
import { bareKey, foldKey, squashKey } from '../../base/text/text.ts';
import { matchUnit } from '../match-unit.ts';
import type { Register } from '../register.ts';
import { type ReportDraft, speaks } from './assemble.ts';
import { complete, hasResult } from './complete.ts';
import { type Cover, grandTotal } from './cover.ts';
import { type Identity, namesUnit, periodOfName, readIdentity, surest } from './identity.ts';
import { bareTitle } from './numbering.ts';
import { holdsNumber, type Page } from './page.ts';
import type { BodyRow } from './rows.ts';
import { isNumberedPiece } from './rows-of-parts.ts';
import type { ReportTable } from './tables.ts';
import type { TitleIndex } from './title-index.ts';

/** Adds a sheet's tables: each continues an earlier report or begins a new report. */
export function addTables(
  drafts: ReportDraft[],
  tables: readonly ReportTable[],
  movementTitles: readonly string[],
  register: Register | null,
  criteria: TitleIndex<string>,
): void {
  for (const table of tables) {
    tableKeys.set(table, keysIn(table, criteria));
    const identity = identityOf(table, movementTitles, register);
    const at = table.ownIdentity ? -1 : lastContinued(drafts, table, identity, register);
    const last = drafts[at];
    if (last) drafts[at] = { tables: [...last.tables, table], identity: joined(last.identity, identity) };
    else
      drafts.push({
        tables: [table],
        identity: table.ownIdentity ? identity : withPage(identity, table, drafts.at(-1)),
      });
  }
}

/**
 * A second table on a sheet has no heading of its own. A table for another period belongs to the same unit; a table
 * that names another unit takes the period written above the first table.
 */
function withPage(identity: Identity, table: ReportTable, before: ReportDraft | undefined): Identity {
  const isSecond = before?.tables.some(({ page, ownIdentity }) => page === table.page && !ownIdentity) === true;
  if (!isSecond || !before) return identity;
  if (identity.unit === null) return { ...joined(identity, before.identity), ...surest([identity]) };
  return { ...identity, ...surest([identity, before.identity]) };
}

function identityOf(table: ReportTable, movementTitles: readonly string[], register: Register | null): Identity {
  if (table.ownIdentity) return table.ownIdentity;
  const identity = readIdentity(table.page, table.above, table.below, register, movementTitles);
  // Above a table of several units stands who collected it.
  return table.ofUnit ? { ...identity, unit: table.ofUnit, otherUnits: [] } : identity;
}

/**
 * Index of the report that this table continues; -1 = it begins a new report. Tables with columns for several units
 * continue unit by unit.
 */
function lastContinued(
  drafts: readonly ReportDraft[],
  table: ReportTable,
  identity: Identity,
  register: Register | null,
): number {
  if (table.ofUnit) {
    const name = table.ofUnit.text;
    return drafts.findLastIndex(
      (draft) =>
        draft.identity.unit && sameUnit(draft.identity.unit.text, name, register) && !overlaps(draft.tables, table),
    );
  }
  // A sheet of targets alone is no part of what units fill in, wherever it stands among its sheets.
  const isFilled = hasResults({ tables: [table], identity });
  const at = drafts.findLastIndex((draft) => hasResults(draft) === isFilled);
  const last = drafts[at];
  return last && continues(last, table, identity, register) ? at : -1;
}

function joined(first: Identity, next: Identity): Identity {
  return {
    ...surest([first, next]),
    unit: first.unit ?? next.unit,
    otherUnits: [...first.otherUnits, ...next.otherUnits],
    audience: first.audience ?? next.audience,
    date: first.date ?? next.date,
  };
}

/** A header printed again, or a table of other criteria without a unit of its own or of the same unit. */
function continues(last: ReportDraft, table: ReportTable, identity: Identity, register: Register | null): boolean {
  if (last.tables.some(({ ownIdentity, ofUnit }) => ownIdentity || ofUnit)) return false;
  if (identity.unit && last.identity.unit && !sameUnit(identity.unit.text, last.identity.unit.text, register))
    return false;
  const times = [last.identity.period, identity.period].map((named) => named && periodKey(named.period));
  const isOtherTime = times[0] && times[1] && times[0] !== times[1];
  const isInTime = !isOtherTime || isYearOf(last.identity.period?.period, identity.period?.period);
  if (isInTime && last.tables.every((reportTable) => isCompleted(reportTable, table))) return true;
  return !overlaps(last.tables, table, isOtherTime ? SAME_FORM : SAME_ROWS);
}

/** True where one period is the year of the movement's title and the other lies within it. */
function isYearOf(a: Period | undefined, b: Period | undefined): boolean {
  return a !== undefined && a.year === b?.year && (a.kind === 'year' || b.kind === 'year');
}

/** Results in one table and points in the other, about the same criteria, both seen or both hidden. */
function isCompleted(table: ReportTable, other: ReportTable): boolean {
  return (
    complete(table.header.columns, other.header.columns) &&
    table.page.sheet.state === other.page.sheet.state &&
    overlaps([table], other)
  );
}

function sameUnit(a: string, b: string, register: Register | null): boolean {
  return unitKey(a, register) === unitKey(b, register);
}

/** What tells the unit of a draft from others; '' = nothing does. */
export function unitKeyOf({ identity: { unit } }: ReportDraft, register: Register | null): string {
  return unit ? unitKey(unit.text, register) : '';
}

function unitKey(text: string, register: Register | null): string {
  return squashKey((register && matchUnit(text, register)?.name) ?? text);
}

/**
 * Share of the rows that two tables must have in common. Above SAME_ROWS the overlap is no accident; for another time
 * SAME_FORM is enough, because each copy of a form has its own mistakes.
 */
const SAME_ROWS = 0.3;
const SAME_FORM = 0.1;

/** Both tables speak of the same criteria. */
function overlaps(tables: readonly ReportTable[], table: ReportTable, least = SAME_ROWS): boolean {
  const known = new Set(tables.flatMap(keysOf));
  const own = keysOf(table);
  const common = own.filter((key) => known.has(key)).length;
  // A few highlights before the table are all in it: that is another table, though little of the whole.
  return common > least * own.length || (common > 1 && common > HALF * Math.min(own.length, known.size));
}

const HALF = 0.5;

const tableKeys = new WeakMap<ReportTable, readonly string[]>();

/** The criteria of the rows that speak, made once for each table: one criterion cut or abbreviated is the same. */
function keysIn(table: ReportTable, criteria: TitleIndex<string>): readonly string[] {
  const isKnown = (row: BodyRow): boolean => row.titles.some((title) => criteria.equal(title).length > 0);
  // "Cụm 1" below one criterion and below the next is a piece of each.
  const own = table.body.filter((row, at) => isKnown(row) || (isKeyed(row) && !isNumberedPiece(table.body, at)));
  keyedRows.set(table, own);
  return own.map((row) => {
    const title = (row.titles[0] ?? row.code).slice(0, 300);
    const near = criteria.equal(title)[0] === undefined ? criteria.nearest(title) : null;
    return criteria.equal(title)[0] ?? (near && near.similarity >= ALIKE ? near.item : bareKey(bareTitle(title)));
  });
}

const keyedRows = new WeakMap<ReportTable, readonly BodyRow[]>();

/** The rows that speak of criteria, in the order of `keysOf`. */
export function keyedRowsOf(table: ReportTable): readonly BodyRow[] {
  return keyedRows.get(table) ?? [];
}

function isKeyed(row: BodyRow): boolean {
  return speaks(row) && !OF_ANOTHER.test(row.titles[0] ?? '');
}

/** `- Nữ`, `Trong đó: hộ nghèo`: a row about the criterion above it. */
const OF_ANOTHER = /^\s*(?:[-+*•–—]|trong đó)/iu;

/** A title mistyped. */
const ALIKE = 0.85;

/** The criteria of the keyed rows of a table, in order. */
export function keysOf(table: ReportTable): readonly string[] {
  return tableKeys.get(table) ?? [];
}

/** Sheets on how to fill in the form, and lists to choose from. */
const GUIDES =
  /^(?:hướng dẫn|huong dan|hd|giải thích|chú thích|ví dụ|vi du|danh ?mục|danh ?muc|dm|list|data|readme)(?![\p{L}])/u;

/** Units one below the other, each with its figures: it speaks of many, and of none as the one who reports. */
function listsUnits({ rows }: Page, register: Register | null): boolean {
  const named = rows.flatMap(({ cells }) => {
    const name = cells.some(holdsNumber) ? cells.find(({ text }) => namesUnit(text, register)) : undefined;
    return name ? [name.column] : [];
  });
  return named.some((column, at) => named.indexOf(column) !== at);
}

/** What the sheets without a table of criteria tell of the one unit whose report the workbook is. */
export function coverOf(all: readonly Page[], movementTitles: readonly string[], register: Register | null): Cover {
  const isGuide = (page: Page): boolean => GUIDES.test(foldKey(page.tellingName().replace(/[_.-]+/g, ' ')));
  const pages = all.filter((page) => !isGuide(page) && !listsUnits(page, register));
  const read = pages.map((page) => readIdentity(page, page.rows, [], register, movementTitles));
  // What names a unit speaks of the report; a list of last year's places may stand before it.
  const identities = [...read.filter(({ unit }) => unit !== null), ...read.filter(({ unit }) => unit === null)];
  const first = <K extends 'unit' | 'audience' | 'date'>(key: K): Identity[K] =>
    identities.map((identity) => identity[key]).find((value) => value !== null) ?? null;
  return {
    identity: {
      ...surest(identities),
      unit: first('unit'),
      otherUnits: [],
      audience: first('audience'),
      date: first('date'),
    },
    total: pages.map((page) => grandTotal(page)).find((total) => total !== null) ?? null,
  };
}

/**
 * In a workbook of a single unit, the cover supplies what its sheets leave out; in a workbook of several units, only
 * the period.
 */
export function withCover(
  drafts: readonly ReportDraft[],
  cover: Cover,
  register: Register | null,
): readonly ReportDraft[] {
  const units = new Set(drafts.flatMap(({ identity: { unit } }) => (unit ? [unitKey(unit.text, register)] : [])));
  const single = units.size <= 1 && !drafts.some(({ tables }) => tables.some(({ answers }) => answers));
  const keyOf = ({ period }: Pick<Identity, 'period'>): string => (period ? periodKey(period.period) : '');
  // A sheet of targets, or of another time, has no part in the total.
  const answering = drafts.filter(hasResults);
  const ofTime = answering.filter(({ identity }) => ['', keyOf(cover.identity)].includes(keyOf(identity)));
  const [summed] = answering.length === 1 ? answering : ofTime.length === 1 ? ofTime : [];
  return drafts.map((draft) => {
    const own = draft.identity;
    if (!single) return { ...draft, identity: { ...own, ...surest([own, cover.identity]) } };
    const only = drafts.find(({ identity }) => identity.unit !== null)?.identity.unit ?? null;
    const identity = joined({ ...own, unit: own.unit ?? only }, cover.identity);
    return { ...draft, identity, ...(cover.total && draft === summed ? { grandTotal: cover.total } : {}) };
  });
}

/** Where one day stands on a sheet with the tables of several units, it is the day of all. */
export function withDay(drafts: readonly ReportDraft[]): readonly ReportDraft[] {
  return drafts.map((draft) => {
    if (draft.identity.date !== null || draft.tables.some(({ ownIdentity }) => ownIdentity)) return draft;
    const beside = drafts.filter((other) => other !== draft && sharesPage(other, draft));
    const days = beside.flatMap(({ identity: { date } }) => date ?? []);
    const [only] = days;
    return only && days.length === 1 && isLastOf(beside, draft, only)
      ? { ...draft, identity: { ...draft.identity, date: only } }
      : draft;
  });
}

/** The one day stands over the first table of the sheet or under the last. */
function isLastOf(
  beside: readonly ReportDraft[],
  draft: ReportDraft,
  { cell }: NonNullable<Identity['date']>,
): boolean {
  const row = Number(/\d+$/.exec(cell.address)?.[0] ?? 0);
  const tables = [...beside, draft].flatMap(({ tables: own }) => own);
  const first = Math.min(...tables.map(({ header }) => header.top + 1));
  const last = Math.max(...tables.map(({ lastRow }) => lastRow + 1));
  return row < first || row > last;
}

/** Where no sheet names the period the name of the file may. */
export function withFileName(drafts: readonly ReportDraft[], title: string): readonly ReportDraft[] {
  return drafts.map((draft) => {
    const page = draft.tables[0]?.page;
    if (!page) return draft;
    const named = { period: periodOfName(title, page) };
    return { ...draft, identity: { ...draft.identity, ...surest([draft.identity, named]) } };
  });
}

/** Of a unit's reports for several periods, keeps the report under review; keeps all where none is for that period. */
export function ofPeriod(
  drafts: readonly ReportDraft[],
  period: Period | null,
  register: Register | null,
): { readonly chosen: readonly ReportDraft[]; readonly left: readonly ReportDraft[] } {
  if (period === null) return { chosen: drafts, left: [] };
  const wanted = periodKey(period);
  const keyOf = (draft: ReportDraft): string => unitKeyOf(draft, register);
  // "PHƯƠNG HƯỚNG NĂM 2026" over the targets of a year is no report on that year.
  const isWanted = (draft: ReportDraft): boolean =>
    draft.identity.period !== null && periodKey(draft.identity.period.period) === wanted && hasResults(draft);
  const isLeft = (draft: ReportDraft): boolean =>
    draft.identity.period !== null &&
    !isWanted(draft) &&
    drafts.some((other) => isWanted(other) && keyOf(other) === keyOf(draft) && sharesTable(other, draft));
  const left = drafts.filter(isLeft);
  // The day stands once on a sheet, under its last table.
  const dayFor = (draft: ReportDraft): Identity['date'] =>
    left.find((reportDraft) => reportDraft.identity.date && sharesPage(reportDraft, draft))?.identity.date ?? null;
  const reports = drafts
    .filter((draft) => !isLeft(draft))
    .map((draft) => ({ ...draft, identity: { ...draft.identity, date: draft.identity.date ?? dayFor(draft) } }));
  return { chosen: reports, left };
}

function sharesPage(a: ReportDraft, b: ReportDraft): boolean {
  return a.tables.some(({ page }) => b.tables.some((table) => table.page === page));
}

/** Some table has a column that a unit fills with results, points or documents. */
export function hasResults({ tables }: ReportDraft): boolean {
  return tables.some(({ header: { columns }, answers }) => {
    return answers === true || hasResult(columns) || (columns.self ?? columns.evidence) !== undefined;
  });
}

/** Some table of the second speaks of the criteria of the first. */
export function sharesTable(a: ReportDraft, b: ReportDraft): boolean {
  return b.tables.some((table) => overlaps(a.tables, table, SAME_FORM));
}

/**
 * Reads any workbook into reports: finds the tables on its sheets, puts together those of one report, matches their
 * rows to a criteria set of the movement. What cannot be read is a reading or a remark of its own; nothing is guessed
 * and nothing thrown.
 */

import type { Period } from '../base/period/period.ts';
import type { Movement } from '../movement/movement.ts';
import type { Book } from '../sheet/grid/sheet.ts';
import { fileTitle, matchUnit } from './match-unit.ts';
import { assemble, type ReportDraft, speaks } from './read/assemble.ts';
import { type Chooser, chooseSet, matchedCount } from './read/choose-set.ts';
import { hasResult } from './read/complete.ts';
import { addTables, coverOf, hasResults, ofPeriod, withCover, withDay, withFileName } from './read/drafts.ts';
import { findAnswers } from './read/form-answers.ts';
import { fullest } from './read/fullest.ts';
import type { AnsweredColumns } from './read/header.ts';
import { hiddenSheet } from './read/hidden.ts';
import { namesUnit, printedPeriod } from './read/identity.ts';
import { type Page, readPage, refTo } from './read/page.ts';
import type { BodyRow } from './read/rows.ts';
import { codeKey, factsOfAll, type KnownCriteria, knownCriteria } from './read/set-index.ts';
import { findTables, labelsUnit, type ReportTable, rowsByHeadings, type Sight } from './read/tables.ts';
import type { TitleIndex } from './read/title-index.ts';
import type { Register } from './register.ts';
import type { Remark, Report } from './report.ts';

/** What one workbook file holds. */
export interface ReadFile {
  /** The file's name as the caller passed it. */
  readonly name: string;
  readonly reports: readonly Report[];
  /** Outside any report, e.g. a hidden sheet with values like a report's. */
  readonly remarks: readonly Remark[];
  readonly macros: boolean;
  readonly externalLinks: readonly string[];
  /** Sheets whose names the reading depended on, e.g. for the unit or the period. */
  readonly tellingNames?: ReadonlySet<string>;
}

export interface ReadOptions {
  /** Name of the file, for the reports and, with a register, for the unit. */
  readonly file: string;
  readonly movement: Movement;
  readonly register?: Register | null;
  /** Period under review: decides the phase, hence the set. Without it the period printed in the sheet does. */
  readonly period?: Period | null;
  /** The officer's column maps; checked where they are made (column-map.ts). */
  readonly answeredColumns?: AnsweredColumns | undefined;
  /** `unheadedTable`, passed in because pages load it only for files in which no header is found. */
  readonly unheaded?: (page: Page, known: KnownCriteria, sight: Sight) => ReportTable | null;
}

/** All reports of a workbook, in the order of its sheets. */
export function readReports(book: Book, options: ReadOptions): ReadFile {
  const { file, movement, register = null, period = null } = options;
  const chooser: Chooser = { movement, period, register, file };
  const known = knownCriteria(movement);
  const movementTitles = [movement.title, ...movement.otherTitles];
  const telling = new Set<string>();
  const pages = book.sheets.map((sheet) => readPage(book, sheet, telling));
  const sense = sightOf(options);
  const sight = { ...sense, rowsUnder: rowsByHeadings(pages, sense) };
  const begun: ReportDraft[] = [];
  const covers: Page[] = [];
  const remarks: Remark[] = [];
  for (const page of pages) {
    const tables = reportTables(page, known, sight);
    addTables(begun, tables, movementTitles, register, known.titles);
    if (tables.length > 0) continue;
    if (page.sheet.state === 'visible') {
      covers.push(page);
    } else if (rowsOfCriteria(page, known.titles).length > 0) remarks.push(hiddenSheet(page));
  }
  // Where no table with a header holds results, the names of the criteria are the only headings.
  const { unheaded } = options;
  if (unheaded && !begun.some(hasResults))
    for (const page of [...covers]) {
      const table = unheaded(page, known, sight);
      if (table === null) continue;
      addTables(begun, [table], movementTitles, register, known.titles);
      covers.splice(covers.indexOf(page), 1);
    }
  remarks.push(...covers.flatMap((page) => unreadSheet(page, known.titles)));
  const covered = withCover(begun, coverOf(covers, movementTitles, register), register);
  const dated = withFileName(withDay(covered), fileTitle(file));
  const { chosen: timely, left } = ofPeriod(dated, period, register);
  const { chosen, remarks: beside } = fullest(timely, register);
  const hidden = left.flatMap(({ tables }) => tables.filter(({ page }) => page.sheet.state !== 'visible'));
  remarks.push(...hidden.map(({ page }) => hiddenSheet(page)));
  const reports = chosen.flatMap((draft): Report[] => {
    const rows = draft.tables.flatMap((table) => table.body);
    const choice = chooseSet(rows, draft.identity, chooser);
    if (matchedCount(choice.meanings) === 0) return [];
    const report = assemble(draft, choice, movement, file);
    const more = beside.get(draft) ?? [];
    return report ? [{ ...report, remarks: [...report.remarks, ...more] }] : [];
  });
  const { macros, externalLinks } = book;
  return { name: file, reports, remarks, macros, externalLinks, tellingNames: telling };
}

/** What the sheets are read with. */
export function sightOf({
  movement,
  register = null,
  period = null,
  answeredColumns,
}: Omit<ReadOptions, 'file'>): Sight {
  const { titles, facts } = knownCriteria(movement);
  const movementTitles = [movement.title, ...movement.otherTitles];
  return {
    period,
    movementTitles,
    periodAbove: (page, above) => printedPeriod(page, above, movementTitles),
    isCriterion: (text) => titles.equal(text).length > 0,
    isUnit: (text) => namesUnit(text, register),
    hasRegister: register !== null,
    isRegistered: (text) => register !== null && text.length <= 80 && matchUnit(text, register) !== null,
    criterionOf: (text) => {
      const equal = titles.equal(text);
      return equal.length > 0 ? factsOfAll(facts, equal) : facts.get(likeTitle(titles, text) ?? '');
    },
    answeredColumns,
  };
}

/** Shorter titles resemble many others. */
const LEAST_TITLE = 20;
const ALIKE = 0.85;

/** The criterion whose title is mistyped. */
function likeTitle(titles: TitleIndex<string>, text: string): string | undefined {
  const near = text.length < LEAST_TITLE ? null : titles.nearest(text);
  return near !== null && near.similarity >= ALIKE ? near.item : undefined;
}

/** Fewer rows than this share of a table's rows known to the movement: the table is about something else. */
const LEAST_SHARE = 0.2;
const SURE = 0.72;
/** A sheet of a split report may hold one group with one criterion. */
const LEAST_ROWS = 2;

/** Tables that report on the movement's criteria. Rows of other tables are lines to the table after them. */
export function reportTables(page: Page, known: KnownCriteria, sight: Sight): readonly ReportTable[] {
  const answers = findAnswers(page, sight);
  if (answers.length > 0) return answers;
  const tables: ReportTable[] = [];
  let skipped: ReportTable['above'] = [];
  for (const table of findTables(page, sight)) {
    // Of a table that says itself whose it is the lines of another are none.
    const above = labelsUnit(table.above) ? table.above : [...skipped, ...table.above];
    if (isReport(table, known)) {
      tables.push({ ...table, above });
      skipped = [];
    } else {
      skipped = [...above, ...page.rows.filter((row) => row.row > table.header.bottom && row.row <= table.lastRow)];
    }
  }
  return tables;
}

function isReport(table: ReportTable, { titles, codes }: KnownCriteria): boolean {
  if (table.header.columns.foreign && !answersEachOnce(table, titles)) return false;
  const isEqual = (row: BodyRow): boolean =>
    row.titles.some((title) => titles.equal(title).length > 0) || codes.has(codeKey(row.code));
  const isAlike = (row: BodyRow): boolean =>
    row.titles.some((title) => (titles.nearest(title)?.similarity ?? 0) >= SURE);
  // A page may hold nothing but rows left blank and without numbers: their titles speak for them.
  const rows = table.body.filter((row) => speaks(row) || isEqual(row));
  const equal = rows.filter(isEqual).length;
  if (equal > 0 && equal >= LEAST_SHARE * rows.length) return true;
  const all = table.body.length > 2 * LEAST_ROWS ? rows : table.body;
  const alike = all.slice(0, 200).filter(isAlike).length;
  return alike >= (rows.length > LEAST_ROWS ? 2 : 1) && alike >= LEAST_SHARE * rows.length;
}

/** Results beside criteria, each of them once: a column of names or places does not make a list of it. */
function answersEachOnce({ body, header: { columns } }: ReportTable, titles: TitleIndex<string>): boolean {
  if (!hasResult(columns)) return false;
  const named = body.flatMap((row) => row.titles.flatMap((title) => titles.equal(title)[0] ?? []).slice(0, 1));
  return named.length > 0 && new Set(named).size === named.length;
}

/** Rows of a sheet that are looked at, and how many of them must speak of criteria. */
const ROWS_TO_LOOK_AT = 400;
const LEAST_OF_CRITERIA = 3;

/** Rows in which a figure stands beside the title of a criterion; none where they are too few. */
function rowsOfCriteria(page: Page, titles: TitleIndex<string>): Page['rows'] {
  const rows = page.rows
    .slice(0, ROWS_TO_LOOK_AT)
    .filter(
      ({ cells }) =>
        cells.some(({ text }) => /^\s*\d/.test(text)) &&
        cells.some((cell) => cell.isText && titles.equal(cell.text).length > 0),
    );
  return rows.length < LEAST_OF_CRITERIA ? [] : rows;
}

/** A sheet on which results stand beside criteria, and no header that we know over them. */
function unreadSheet(page: Page, titles: TitleIndex<string>): readonly Remark[] {
  const rows = rowsOfCriteria(page, titles);
  const cell = rows[0]?.cells[0];
  return cell
    ? [{ kind: 'unread', why: 'sheet', text: `${rows.length} dòng`, cell: refTo(page, cell.row, cell.column) }]
    : [];
}

/**
 * The workbook as it stands → everything a run works on: settings, criteria in force, register, observations, the
 * council's log, reports.
 */

import type { Period } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Log } from '../../core/council/log.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { factsOf, partsOf, type ScoringRule } from '../../core/movement/rule.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { commonPeriod } from '../../core/report/common-period.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import { matchUnit, unitName } from '../../core/report/match-unit.ts';
import type { AnsweredColumns } from '../../core/report/read/header.ts';
import type { ReadFile } from '../../core/report/read.ts';
import type { Register } from '../../core/report/register.ts';
import type { Report } from '../../core/report/report.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { type CopyPlace, copyPlaces } from '../../core/sheets/copy-place.ts';
import type { ColumnMaps } from '../book/column-maps.ts';
import type { evidenceIn } from '../book/evidence.ts';
import type { ReadObservations } from '../book/observations.ts';
import { type OwnColumns, stripOwnColumns } from '../book/own-columns.ts';
import { type MovementHeld, movementIn } from '../book/own-movement.ts';
import { COLUMN_TABLE, EVIDENCE_LIST, findTable, OWN_TABLES, ownSheets } from '../book/own-tables.ts';
import type { PreviousReports } from '../book/previous-reports.ts';
import { readReceived } from '../book/received-files.ts';
import { readRegister } from '../book/register.ts';
import { replacedSheets } from '../book/replaced.ts';
import { type RunSettings, settingsIn } from '../book/settings.ts';
import type { Host, HostBook } from '../host/port.ts';
import { type Council, readCouncil } from '../record/council.ts';
import { type Rereader, rereader } from './rereader.ts';

/** A report with its unit and where its points go. */
export interface LoadedReport {
  readonly report: Report;
  readonly unit: string;
  readonly places: readonly CopyPlace[];
}

export interface LoadedBook {
  readonly book: HostBook;
  readonly settings: RunSettings;
  /** With the criteria as edited in the workbook. */
  readonly movement: Movement;
  /** For the workbook's own movement: faults and questions of its dossier; null = it is a bundled movement. */
  readonly toCheck: MovementHeld['toCheck'];
  readonly changed: MovementHeld['changed'];
  readonly held?: number;
  readonly edited?: Movement;
  /** Period of the settings, else the period most reports name, else the movement's only year. */
  readonly period: Period | null;
  readonly register: Register | null;
  readonly observations: readonly Observation[] | null;
  readonly council: Council;
  /** Of the council; empty where it cannot be read. */
  readonly log: Log;
  /** Set when the past of the log was changed. */
  readonly logFault: string | null;
  /** Seal of a decision → file name of the copy of the workbook it came from. */
  readonly origins: ReadonlyMap<string, string>;
  /** Reports of the last period, to compare with. */
  readonly previous: readonly Report[] | null;
  /** Files handed in as evidence, as the workbook lists them. */
  readonly evidence: readonly PlacedEvidence[];
  /** Latest first. */
  readonly previousPeriods: readonly Period[];
  /** Read the files, with the settings above. */
  readonly reader: Rereader;
  readonly files: readonly ReadFile[];
  readonly reports: readonly LoadedReport[];
  /** Our columns as an earlier run left them. */
  readonly columns: readonly OwnColumns[];
  /** The officer's answers on columns of odd tables. */
  readonly answeredColumns: AnsweredColumns | undefined;
  /** Vietnamese sentences on what could not be used of our own sheets. */
  readonly notes: readonly string[];
  /** What of our own sheets could not be used, each a Vietnamese sentence that names sheet and cell. */
  readonly faults: readonly string[];
}

/** Reads the workbook through the host. Refused without a movement. */
export async function load(host: Host, progress?: (done: number) => void): Promise<Result<LoadedBook>> {
  const read = await host.read(progress);
  return read.ok ? loadBook(read.value) : read;
}

/** A host that gives the same book again had no change in it: hundreds of reports are not read twice. */
const known = new WeakMap<HostBook, LoadedBook>();

/**
 * The same over a book already read. A sheet of ours that cannot be understood costs its own part only, and is named.
 */
export async function loadBook(book: HostBook): Promise<Result<LoadedBook>> {
  const before = known.get(book);
  if (before) return done(before);
  const { settings, faults: settingFaults } = settingsIn(book);
  if (settings.movement === null)
    return refuse('no-movement', settingFaults[0] ?? 'Hãy chọn phong trào ở mục Báo cáo trước khi kiểm tra.');
  const held = await movementIn(book, settings.movement);
  if (!held.ok) return held;
  const loaded = await loadedBy(book, held.value);
  known.set(book, loaded);
  return done(loaded);
}

/** The same with another movement: to see its results. */
export async function loadedBy(book: HostBook, held: MovementHeld): Promise<LoadedBook> {
  const { settings, faults: settingFaults } = settingsIn(book);
  const { movement, faults: criteriaFaults, toCheck, changed } = held;
  const rows = held.edited ? { held: held.held ?? 0, edited: held.edited } : {};
  const units = readRegister(book, movement);
  const register = units.ok ? units.value : null;
  const council = await readCouncil(book, settings);
  const { decisions } = council;
  const { log, fault, origins, notes: logNotes } = decisions.ok ? decisions.value : NO_LOG;
  const { observations, notes } = await heldObservations(book);
  const previous = await heldPrevious(book, movement);
  const maps = await heldMaps(book);
  const evidence = await heldEvidence(book, register);
  const options = { movement, register, period: settings.period, answeredColumns: maps.answeredColumns };
  const answers = findTable(book, COLUMN_TABLE.table)?.rows ?? null;
  const reader = rereader(book.readings ?? {}, options, answers);
  const read = await readFiles(book, options.register, reader);
  const { columns } = read;
  const raw = read.files.flatMap((file) => file.reports);
  const period = settings.period ?? commonPeriod(raw, movement);
  const {
    files,
    places,
    notes: targetNotes,
    faults: targetFaults,
  } = await withTargets(read, book, { movement, register, period });
  const reports = files.flatMap((file) => file.reports);
  return {
    book,
    settings,
    movement,
    toCheck,
    changed,
    ...rows,
    period,
    register,
    observations,
    council,
    log,
    logFault: fault,
    origins,
    previous: previous.reports,
    evidence: evidence.files,
    previousPeriods: previous.periods,
    reader,
    files,
    reports: reports.map((report) => ({
      report,
      unit: unitName(report, register),
      places: places.get(report) ?? [],
    })),
    columns,
    answeredColumns: maps.answeredColumns,
    notes: [...notes, ...previous.notes, ...logNotes, ...targetNotes],
    faults: [
      ...settingFaults,
      ...(changed ? [changed.text] : []),
      ...criteriaFaults,
      ...maps.faults,
      ...evidence.faults,
      ...targetFaults,
      ...(units.ok ? [] : [`Trang "Đơn vị": ${units.refusal.message} ${NO_UNITS}`]),
      ...(decisions.ok ? [] : [`${decisions.refusal.message} ${NO_DECISIONS}`]),
    ],
  };
}

/** The reports with the targets of their units, where the movement scores by them; the code is fetched only then. */
async function withTargets(
  read: FilesRead,
  book: HostBook,
  setting: { readonly movement: Movement; readonly register: Register | null; readonly period: Period | null },
): Promise<
  Pick<FilesRead, 'files' | 'places'> & { readonly notes: readonly string[]; readonly faults: readonly string[] }
> {
  const { movement, register } = setting;
  if (!movement.criteriaSets.some(({ criteria }) => criteria.some(({ rule }) => scoresByAssignment(rule))))
    return { ...read, notes: [], faults: [] };
  const [{ assignedTargets }, { givenTargets }] = await Promise.all([
    import('../book/assigned.ts'),
    import('../../core/report/assigned-targets.ts'),
  ]);
  const { targets, faults } = assignedTargets(book, movement, register);
  const given = givenTargets(targets, setting);
  const places = new Map<Report, readonly CopyPlace[]>();
  const files = read.files.map((file) => ({
    ...file,
    reports: file.reports.map((report) => {
      const made = given.of(report);
      places.set(made, read.places.get(report) ?? []);
      return made;
    }),
  }));
  return { files, places, notes: given.missing(read.files.flatMap((file) => file.reports)), faults };
}

function scoresByAssignment(rule: ScoringRule): boolean {
  return factsOf(rule).byAssignment || partsOf(rule).some((part) => scoresByAssignment(part.rule));
}

const NO_LOG = { log: [], fault: null, origins: new Map<string, string>(), notes: [] };
const NO_UNITS = 'Tạm thời chưa xét được đơn vị thiếu báo cáo, nộp muộn, đơn vị lạ.';
const NO_DECISIONS = 'Điểm đang hiện chưa tính các quyết định của Hội đồng, và chưa ghi thêm quyết định được.';

async function heldObservations(book: HostBook): Promise<ReadObservations> {
  if (!findTable(book, OWN_TABLES.observations.table)) return { observations: null, notes: [] };
  return (await import('../book/observations.ts')).readObservations(book);
}

async function heldEvidence(book: HostBook, register: Register | null): Promise<ReturnType<typeof evidenceIn>> {
  if (!findTable(book, EVIDENCE_LIST.table)) return { files: [], faults: [] };
  return (await import('../book/evidence.ts')).evidenceIn(book, register);
}

async function heldMaps(book: HostBook): Promise<Pick<ColumnMaps, 'faults'> & Pick<LoadedBook, 'answeredColumns'>> {
  if (!findTable(book, COLUMN_TABLE.table)) return { answeredColumns: undefined, faults: [] };
  return (await import('../book/column-maps.ts')).readColumnMaps(book);
}

async function heldPrevious(
  book: HostBook,
  movement: Movement,
): Promise<Pick<PreviousReports, 'reports' | 'notes'> & { readonly periods: readonly Period[] }> {
  if (!findTable(book, OWN_TABLES.previous.table)) return { reports: null, notes: [], periods: [] };
  const { periodsOf, readPrevious } = await import('../book/previous-reports.ts');
  const { reports, notes } = readPrevious(book, movement);
  return { reports, notes, periods: periodsOf(reports ?? []) };
}

interface FilesRead {
  readonly files: readonly ReadFile[];
  readonly places: ReadonlyMap<Report, readonly CopyPlace[]>;
  readonly columns: readonly OwnColumns[];
}

/**
 * Reports by the file their sheets came in; sheets that came in none belong to the workbook itself. Our own sheets are
 * left out.
 */
async function readFiles(host: HostBook, register: Register | null, reread: Rereader): Promise<FilesRead> {
  const own = new Set([...ownSheets(host), ...replacedSheets(host)]);
  const stripped = stripOwnColumns({ ...host.book, sheets: host.book.sheets.filter(({ name }) => !own.has(name)) });
  const { book, columns } = stripped;
  const received = readReceived(host);
  const fileOf = new Map(received.flatMap((file) => file.sheets.map((sheet) => [sheet, file] as const)));
  const files: ReadFile[] = [];
  const places = new Map<Report, readonly CopyPlace[]>();
  const add = (sheets: readonly Sheet[], file: ReadFile) => {
    for (const report of file.reports) places.set(report, copyPlaces({ ...book, sheets }, report));
    files.push(file);
  };
  const loose = book.sheets.filter(({ name }) => !fileOf.has(name));
  if (loose.length > 0) {
    const read = reread.book({ name: host.name, book: { ...book, sheets: loose } });
    add(loose, { ...read, reports: read.reports.map((report) => namedByTab(report, register)) });
  }
  const standing = received.flatMap(({ sheets: names, ...file }) => {
    const sheets = book.sheets.filter((sheet) => names.includes(sheet.name));
    // Sheets taken out again: the file no longer counts.
    return sheets.length === 0 ? [] : [{ ...file, book: { ...book, sheets } }];
  });
  for (const [file, { reports, remarks }] of await reread.files(standing)) {
    const { name, macros, externalLinks } = file;
    add(file.book.sheets, { name, reports, remarks, macros, externalLinks });
  }
  return { files: files.filter(({ reports, remarks }) => reports.length > 0 || remarks.length > 0), places, columns };
}

/**
 * A report that names no unit, on a sheet of the office's own book: the tab names it. The book's own name says nothing
 * of a unit.
 */
export function namedByTab(report: Report, register: Register | null): Report {
  if (report.unit) return report;
  const sheet = report.layout.sheet;
  const text = (register && matchUnit(sheet, register)?.name) ?? sheet;
  return { ...report, unit: { text, cell: { sheet, address: 'A1' } } };
}

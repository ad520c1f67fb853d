/**
 * What the columns of a report on an odd sheet were taken for, what its figures would be with another choice, and the
 * officer's answer, stored for every table with the same headings.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { answeredColumns, type ColumnMap, headingsKey, mapFault } from '../../core/report/column-map.ts';
import { type ReadFile, readReports } from '../../core/report/read.ts';
import { type TableReading, tellColumns } from '../../core/report/tell-columns.ts';
import { columnMapActions, readColumnMaps, type StoredMap } from '../book/column-maps.ts';
import { withGuesses } from '../book/guessed-columns.ts';
import { stripOwnColumns } from '../book/own-columns.ts';
import { ownSheets } from '../book/own-tables.ts';
import { readReceived } from '../book/received-files.ts';
import { replacedSheets } from '../book/replaced.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { checkAndScore, type Scored, scoreAfter, type Unscored } from '../run/check-and-score.ts';
import { type LoadedBook, load } from '../run/load.ts';
import { reportChanges } from './resent.ts';

/** The officer's word on the table with these headings; `meanings` null = it is read by its words again. */
export interface ColumnsWanted {
  readonly sheet: string;
  readonly headings: ColumnMap['headings'];
  readonly meanings: ColumnMap['meanings'] | null;
}

/** The book as it was when its columns were looked at: trying a meaning does not wait for it to be read again. */
const looked = new WeakMap<Host, LoadedBook>();

/** The tables of the report that stands on the sheet, read anew. */
export async function columnsIn(host: Host, sheet: string): Promise<Result<readonly TableReading[]>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  looked.set(host, loaded.value);
  return columnsOn(loaded.value, sheet);
}

/** What would change in the figures of the reports of this file, one Vietnamese line each. Changes nothing. */
export async function columnChangesIn(host: Host, wanted: ColumnsWanted): Promise<Result<readonly string[]>> {
  const seen = looked.get(host);
  const loaded = seen ? done(seen) : await load(host);
  return loaded.ok ? columnChanges(loaded.value, wanted) : loaded;
}

function columnsOn(loaded: LoadedBook, sheet: string): Result<readonly TableReading[]> {
  const report = loaded.reports.find((loadedReport) => loadedReport.report.layout.sheet === sheet)?.report;
  if (!report) return refuse('no-report', `Trang “${sheet}” không còn báo cáo nào. Hãy mở lại sổ.`);
  const { book, options } = fileOf(loaded, sheet, loaded.answeredColumns);
  return done(tellColumns(book, report.sheets, options));
}

function columnChanges(loaded: LoadedBook, wanted: ColumnsWanted): Result<readonly string[]> {
  const fault = wanted.meanings && mapFault({ meanings: wanted.meanings });
  if (fault) return refuse('columns', fault);
  const before = readAgain(loaded, wanted.sheet, loaded.answeredColumns).reports;
  const after = readAgain(loaded, wanted.sheet, answeredColumns(mapsWith(loaded, wanted, ''))).reports;
  return done(
    before.flatMap((old) => {
      const now = after.find(({ layout, unit }) => layout.sheet === old.layout.sheet && unit?.text === old.unit?.text);
      return now ? reportChanges(old, now) : [`Trang “${old.layout.sheet}”: không còn đọc được báo cáo.`];
    }),
  );
}

const LABEL = 'Cách hiểu cột';
const LABEL_GONE = 'Bỏ cách hiểu cột';

/** Keeps the word (`now` = ISO instant), then checks and scores anew; both are taken back together. */
export async function keepColumns(
  host: Host,
  wanted: ColumnsWanted,
  now: string,
  progress?: (done: number) => void,
): Promise<Result<Scored | Unscored>> {
  const read = await load(host);
  if (!read.ok) return read;
  const loaded = read.value;
  const { faults } = readColumnMaps(loaded.book);
  const fault = faults[0] ?? (wanted.meanings && mapFault({ meanings: wanted.meanings }));
  if (fault) return refuse('columns', fault);
  const readings = columnsOn(loaded, wanted.sheet);
  if (!readings.ok) return readings;
  const key = headingsKey(wanted.headings);
  if (!readings.value.some(({ map }) => headingsKey(map.headings) === key))
    return refuse('columns', `Tiêu đề các cột ở trang “${wanted.sheet}” đã đổi. Hãy mở lại để xem.`);
  const label = wanted.meanings ? LABEL : LABEL_GONE;
  const actions = columnMapActions(loaded.book, mapsWith(loaded, wanted, now));
  const written = await performWhole(host, label, actions, 'Chưa giữ được cách hiểu cột.');
  return written.ok ? done(await scoreAfter(written.value, label, () => checkAndScore(host, progress))) : written;
}

/** The stored maps, with the new map in place of an earlier map of the same headings. */
function mapsWith(
  { book, reports }: LoadedBook,
  { sheet, headings, meanings }: ColumnsWanted,
  at: string,
): StoredMap[] {
  const key = headingsKey(headings);
  const others = readColumnMaps(book).maps.filter((map) => headingsKey(map.headings) !== key);
  const file = reports.find(({ report }) => report.layout.sheet === sheet)?.report.file ?? book.name;
  return meanings ? [...others, { headings, meanings, from: `${file}, trang ${sheet}`, at }] : others;
}

/** The file a sheet came in, and what it is read with. */
function fileOf(loaded: LoadedBook, sheet: string, answeredColumns: LoadedBook['answeredColumns']) {
  const { book: host, movement, register, settings } = loaded;
  const received = readReceived(host);
  const file = received.find(({ sheets }) => sheets.includes(sheet));
  const others = new Set([...ownSheets(host), ...replacedSheets(host), ...received.flatMap(({ sheets }) => sheets)]);
  const isMeant = (name: string) => (file ? file.sheets.includes(name) : !others.has(name));
  const { book } = stripOwnColumns({ ...host.book, sheets: host.book.sheets.filter(({ name }) => isMeant(name)) });
  const options = { file: file?.name ?? host.name, movement, register, period: settings.period, answeredColumns };
  return { book, options: file ? { ...options, answeredColumns: withGuesses(book, options) } : options };
}

function readAgain(loaded: LoadedBook, sheet: string, answeredColumns: LoadedBook['answeredColumns']): ReadFile {
  const { book, options } = fileOf(loaded, sheet, answeredColumns);
  return readReports(book, options);
}

/**
 * Takes in the reports of an earlier period to compare with: their figures go into the sheet "Kỳ trước"; or takes them
 * out again.
 */
import { type Period, periodDays, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { unitName } from '../../core/report/match-unit.ts';
import { readReports } from '../../core/report/read.ts';
import type { Report } from '../../core/report/report.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';
import { stripOwnColumns } from '../book/own-columns.ts';
import { ownSheets } from '../book/own-tables.ts';
import { latestOfEach, periodsOf, previousActions, readPrevious } from '../book/previous-reports.ts';
import type { NamedFile } from '../host/files.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { type LoadedBook, load, namedByTab } from '../run/load.ts';

interface PreviousTaken extends Outcome {
  /** Units compared with from now on, and the periods their figures are of. */
  readonly units: number;
  readonly periods: readonly Period[];
  /** Rows of the sheet that are not understood: they stay as they are. */
  readonly unread: number;
  /** Files left out, each with one Vietnamese sentence. */
  readonly unused: readonly { readonly file: string; readonly reason: string }[];
}

const LABEL = 'Số liệu kỳ trước';

/** A unit that is there already gets its later report. */
export async function takePrevious(
  host: Host,
  files: readonly NamedFile[],
  progress: (done: number) => void = () => undefined,
): Promise<Result<PreviousTaken>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const taken: Report[] = [];
  const unused: { file: string; reason: string }[] = [];
  files.forEach((file, index) => {
    const reports = reportsIn(file, loaded.value);
    if (reports.ok) taken.push(...reports.value);
    else unused.push({ file: file.name, reason: reports.refusal.message });
    progress((0.8 * (index + 1)) / files.length);
  });
  if (taken.length === 0) {
    return refuse('no-previous', unused.map(({ file, reason }) => `"${file}": ${reason}`).join(' '));
  }
  const { book, movement } = loaded.value;
  const standing = readPrevious(book, movement);
  const reports = latestOfEach([...(standing.reports ?? []), ...taken]);
  const outcome = await perform(host, LABEL, previousActions(book, movement, reports, standing.unread));
  if (!outcome.ok) return outcome;
  const unread = standing.unread.length;
  return done({ ...outcome.value, units: reports.length, periods: periodsOf(reports), unread, unused });
}

/** Nothing is compared with any more; the sheet stays, empty. */
export async function dropPrevious(host: Host): Promise<Result<Outcome>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  return perform(host, 'Bỏ so sánh với kỳ trước', previousActions(loaded.value.book, loaded.value.movement, [], []));
}

/** Reports of a file with their units. Refused when it holds none, or a report that is not of an earlier period. */
function reportsIn(
  { name, bytes }: NamedFile,
  { movement, register, period, answeredColumns }: LoadedBook,
): Result<readonly Report[]> {
  const read = readBook(bytes);
  if (!read.ok) return read;
  const own = ownSheets({ book: read.value, tables: [] });
  const sheets = read.value.sheets.filter((sheet) => !own.has(sheet.name));
  // Of an earlier period of this very workbook: our points beside the tables are not the unit's.
  const { book } = stripOwnColumns({ ...read.value, sheets });
  const { reports } = readReports(book, { file: name, movement, register, answeredColumns });
  if (reports.length === 0) {
    return refuse('no-report', `Tệp không có bảng báo cáo nào theo tiêu chí của "${movement.title}".`);
  }
  const tooLate = reports.find((report) => report.period && period && !isBefore(report.period.period, period))?.period
    ?.period;
  if (tooLate && period) {
    return refuse('not-earlier', `Báo cáo ${periodName(tooLate)} không phải là kỳ trước của ${periodName(period)}.`);
  }
  return done(
    reports.map((report) => {
      const placed = reports.length > 1 ? namedByTab(report, register) : report;
      const cell = placed.unit?.cell ?? { sheet: report.layout.sheet, address: 'A1' };
      return { ...placed, unit: { text: unitName(placed, register), cell } };
    }),
  );
}

function isBefore(earlier: Period, later: Period): boolean {
  return periodDays(earlier).to < periodDays(later).from;
}

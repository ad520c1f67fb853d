/**
 * Takes in the files the units sent: their sheets go into the workbook; a file that cannot be read or holds no report
 * is refused by name; a file with a report that the workbook already has waits for the officer's answer. Every sheet
 * taken in is recorded, or removed again if that fails.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { unitName } from '../../core/report/match-unit.ts';
import type { ReadFile } from '../../core/report/read.ts';
import type { Register } from '../../core/report/register.ts';
import type { Report } from '../../core/report/report.ts';
import { type ReceivedFile, readReceived, receivedActions } from '../book/received-files.ts';
import { replacedActions } from '../book/replaced.ts';
import { settleMovement } from '../book/settle-movement.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import { joinUndo, performWhole } from '../host/outcome.ts';
import type { Host, HostAction, HostBook, InsertedBook, UndoRecord } from '../host/port.ts';
import { type LoadedBook, loadBook } from '../run/load.ts';
import { readReportFiles } from '../run/read-report-files.ts';
import { addReading } from './add-reading.ts';
import { isBlank } from './is-blank.ts';
import { oldReportsOf, type Resent } from './resent.ts';
import { readSent, type SentFile } from './sent-file.ts';

export interface Collected {
  readonly taken: readonly ReceivedFile[];
  /** Names of the files whose sheets were built from their cells. */
  readonly rebuilt: readonly string[];
  /** Files left out, each with one Vietnamese sentence. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  /** Reports sent anew: not in the workbook yet. */
  readonly resent: readonly Resent[];
  /** Names of the files that took the place of a form nobody had filled in. */
  readonly filled: readonly string[];
  /** Title of the movement that was recognised from the files; null = it was chosen already. */
  readonly recognised: string | null;
  readonly undo: UndoRecord | null;
}

const OFFLINE = 'Chưa tải được phần mở tệp nén. Hãy kiểm tra mạng rồi chọn lại.';
const LABEL = 'Nhận báo cáo';
/** Files inserted at a time: Excel takes 5 MB in one call. */
const BATCH_BYTES = 3 * 1024 * 1024;
/** Share of the progress bar that opening the files, reading them, then inserting them has reached. */
const OPENED = 0.1;
const READ = 0.6;
const INSERTED = 0.9;

/** `now` = ISO instant. */
export async function collect(
  host: Host,
  sentFiles: readonly NamedFile[],
  now: string,
  progress: Progress = () => undefined,
): Promise<Result<Collected>> {
  const { files, refused } = await withoutZips(sentFiles);
  const sent: SentFile[] = [];
  for (const [index, file] of files.entries()) {
    const read = await readSent(file);
    progress((OPENED * (index + 1)) / files.length);
    if (read.ok) sent.push(read.value);
    else refused.push({ file: file.name, reason: read.refusal.message });
  }
  const nothing = { taken: [], rebuilt: [], resent: [], filled: [], recognised: null, undo: null };
  if (sent.length === 0) return done({ ...nothing, refused });
  const settled = await settleMovement(host, sent);
  if (!settled.ok) return settled;
  const recognised = settled.value;
  const opened = await openFor(host);
  if (!opened.ok) return opened;
  const { movement, register, settings, reports: standing, book, answeredColumns } = opened.value;

  const good: SentFile[] = [];
  const resent: Resent[] = [];
  // A form nobody filled in holds nothing: the unit's file takes its place without a word.
  const filling: Resent[] = [];
  const blank = new Set(standing.filter(({ report }) => isBlank(report)).flatMap(({ report }) => report.sheets));
  const readings = new Map<SentFile, ReadFile>();
  // As the load after this reads them, so that it need not.
  const options = { movement, register, period: settings.period, answeredColumns };
  const read = await readReportFiles(sent, options, (share) => progress(OPENED + (READ - OPENED) * share));
  for (const [file, fileReading] of read) {
    const { reports } = fileReading;
    const old = oldReportsOf(reports, standing, register);
    if (reports.length === 0)
      refused.push({ file: file.name, reason: `Tệp không có bảng báo cáo nào theo tiêu chí của "${movement.title}".` });
    else {
      const named = { ...file, names: calledByUnit(reports, register) };
      readings.set(named, fileReading);
      if (old?.every(({ sheet }) => blank.has(sheet))) filling.push({ file: named, old });
      else if (old) resent.push({ file: named, old });
      else good.push(named);
    }
  }
  const coming = [...good, ...filling.map(({ file }) => file)];
  const entered = await enter({ host, book }, coming, now, (taken) => replacing(book, filling, taken, now), progress);
  if (!entered.ok) return entered;
  const { placed, ...result } = entered.value;
  for (const [file, sheets] of placed) {
    const fileReading = readings.get(file);
    if (fileReading) addReading(opened.value, fileReading, file, sheets);
  }
  const all = [...refused, ...result.refused];
  const filled = filling.map(({ file }) => file.name);
  return done({ ...result, refused: inOrderSent(all, files), resent, filled, recognised });
}

/**
 * Half the units call their sheet "Báo cáo". A sheet that is all a unit sent is named after the unit, so that the sheet
 * list, flags and cards show whose cell is meant; a file with several sheets is left unchanged.
 */
function calledByUnit([report, other]: readonly Report[], register: Register | null): ReadonlyMap<string, string> {
  return new Map(
    report && !other && report.sheets.length === 1 ? [[report.layout.sheet, unitName(report, register)]] : [],
  );
}

/** The files with those of archives in the place of these. */
async function withoutZips(
  given: readonly NamedFile[],
): Promise<{ readonly files: readonly NamedFile[]; readonly refused: { file: string; reason: string }[] }> {
  const files: NamedFile[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const file of given) {
    if (!/\.zip$/i.test(file.name)) {
      files.push(file);
      continue;
    }
    // Fetched only for such a file.
    const code = await import('./unzipped.ts').catch(() => null);
    const made = code?.unzipped(file);
    if (made?.ok) {
      files.push(...made.value.files);
      refused.push(...made.value.refused);
    } else refused.push({ file: file.name, reason: made?.refusal.message ?? OFFLINE });
  }
  return { files, refused };
}

/** Files are refused at three stages; they are named in the order they were chosen in. */
function inOrderSent(refused: Collected['refused'], files: readonly NamedFile[]): Collected['refused'] {
  const place = ({ file }: { readonly file: string }) => files.findIndex(({ name }) => name === file);
  return refused.toSorted((x, y) => place(x) - place(y));
}

/** Replaces the old reports by the new ones; the old sheets stay in the workbook, hidden. `now` = ISO instant. */
export async function replaceReports(
  host: Host,
  wanted: readonly Resent[],
  now: string,
  progress: Progress = () => undefined,
): Promise<Result<Collected>> {
  const opened = await openFor(host);
  if (!opened.ok) return opened;
  const { book } = opened.value;
  const files = wanted.map(({ file }) => file);
  const entered = await enter({ host, book }, files, now, (taken) => replacing(book, wanted, taken, now), progress);
  if (!entered.ok) return entered;
  const { placed: _, ...result } = entered.value;
  return done({ ...result, resent: [], filled: [], recognised: null });
}

/** What puts the old reports of the files that came in out of sight, each once; `taken` = names of those files. */
function replacing(
  book: HostBook,
  wanted: readonly Resent[],
  taken: ReadonlySet<string>,
  now: string,
): readonly HostAction[] {
  const standing = new Set(book.book.sheets.map(({ name }) => name));
  const old = wanted
    .filter(({ file }) => taken.has(file.name))
    .flatMap(({ file, old }) => old.map((oldReport) => ({ ...oldReport, by: file.name, at: now })))
    .filter(({ sheet }, index, all) => standing.has(sheet) && all.findIndex((item) => item.sheet === sheet) === index);
  return old.length === 0 ? [] : replacedActions(book, old);
}

async function openFor(host: Host): Promise<Result<LoadedBook>> {
  if (!host.capabilities.insertSheets)
    return refuse(
      'unsupported-version',
      'Phiên bản Excel này không chèn được trang tính từ tệp khác; hãy chép trang tính vào tệp này.',
    );
  const read = await host.read();
  return read.ok ? loadBook(read.value) : read;
}

interface Entered extends Omit<Collected, 'resent' | 'filled' | 'recognised'> {
  /** Each file that came in, with the names of its sheets in the workbook. */
  readonly placed: readonly (readonly [SentFile, readonly string[]])[];
}

/**
 * Inserts the files and notes them; `more` = what else is written for the files that came in. Not noted means taken out
 * again.
 */
async function enter(
  { host, book }: { readonly host: Host; readonly book: HostBook },
  files: readonly SentFile[],
  now: string,
  more: (taken: ReadonlySet<string>) => readonly HostAction[],
  progress: Progress,
): Promise<Result<Entered>> {
  const answers = new Map<SentFile, InsertedBook>();
  for (const batch of batches(files)) {
    const inserted = await host.insertBooks(batch);
    for (const [index, file] of batch.entries()) {
      const answer = inserted[index];
      if (answer) answers.set(file, answer);
    }
    progress(READ + (INSERTED - READ) * (answers.size / files.length));
  }
  const taken: ReceivedFile[] = [];
  const placed: [SentFile, readonly string[]][] = [];
  const rebuilt: string[] = [];
  const refused: { file: string; reason: string }[] = [];
  const addedSheets: string[] = [];
  for (const [file, answer] of answers) {
    const { name, book: sent } = file;
    if (answer.kind === 'refused') {
      refused.push({ file: name, reason: answer.refusal.message });
      continue;
    }
    const sheets = answer.sheets.map((sheet) => sheet.name);
    taken.push({ name, sheets, at: now, macros: sent.macros, externalLinks: sent.externalLinks });
    placed.push([file, sheets]);
    addedSheets.push(...answer.sheets.map(({ id }) => id));
    if (answer.rebuilt || file.rebuilt) rebuilt.push(name);
  }
  if (taken.length === 0) return done({ taken, placed, rebuilt, refused, undo: null });
  const insertion: UndoRecord = { label: LABEL, at: now, cells: [], addedSheets, marks: [], charts: [] };
  const names = new Set(taken.map(({ name }) => name));
  const actions = [...receivedActions(book, [...readReceived(book), ...taken]), ...more(names)];
  const noted = await performWhole(host, LABEL, actions, 'Chưa ghi được các tệp đã nhận.');
  if (!noted.ok) {
    const back = await host.undo(insertion);
    const left = back.ok ? 'Các trang vừa chèn đã được bỏ ra.' : 'Hãy xóa các trang vừa chèn rồi làm lại.';
    return refuse(noted.refusal.code, `${noted.refusal.message} ${left}`);
  }
  progress(1);
  return done({ taken, placed, rebuilt, refused, undo: joinUndo(LABEL, [insertion, noted.value.undo]) });
}

/** In order, each below what Excel takes at once. */
function batches(files: readonly SentFile[]): readonly (readonly SentFile[])[] {
  const all: SentFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const last = all.at(-1);
    if (!last || size + file.bytes.length > BATCH_BYTES) {
      all.push([file]);
      size = file.bytes.length;
    } else {
      last.push(file);
      size += file.bytes.length;
    }
  }
  return all;
}

/**
 * The files a run may take besides the reports: the register of units, captured portal values. Unusable files end the
 * command.
 */
import { extname } from 'node:path';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import type { Audience, Movement } from '../../core/movement/movement.ts';
import { capturesFileSchema, type Observation } from '../../core/portal/indicator/observation.ts';
import type { Register } from '../../core/report/register.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { csvBook, csvText, isMisread, SAVE_AS_UTF8 } from '../../core/sheet/workbook/csv.ts';
import { kindOf } from '../../core/sheet/workbook/file.ts';
import { type Awards, LEDGER_SHEET, NOMINATION_SHEET, readAwards } from '../../core/sheets/award-sheets.ts';
import { readIndicatorBook, readIndicatorText } from '../../core/sheets/indicator-rows.ts';
import { type JournalRead, MODEL_TABLE, readJournal, VISIT_TABLE } from '../../core/sheets/journal-sheets.ts';
import { registerFromBook, unknownRegisterColumns } from '../../core/sheets/register-sheet.ts';
import { type ColumnMaps, columnMapsInFile } from '../../session/book/column-maps.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { readFileBook } from '../files/read-file.ts';
import type { NotReport } from '../files/walk.ts';
import { parseJson, whatIsWrong } from '../movement/load-movement.ts';
import { refuse } from '../usage-error.ts';

const titlesOf = (columns: typeof VISIT_TABLE) => columns.map(({ title }) => title).join('; ');
const VISIT_TITLES = titlesOf(VISIT_TABLE);
const MODEL_TITLES = titlesOf(MODEL_TABLE);

export interface LoadedRegister {
  readonly register: Register;
  /** Columns that were not understood. */
  readonly notes: readonly NotReport[];
}

/** `--units`: a sheet of a workbook or a .csv. */
export async function loadRegister(typed: string, movement: Movement): Promise<LoadedRegister> {
  const { audiences } = movement;
  const book = await loadTable(typed, `Danh sách đơn vị "${typed}"`);
  return registerIn(book, audiences, typed);
}

/** A workbook, or a .csv read as a workbook; `what` = the file in words. */
export async function loadTable(typed: string, what: string): Promise<Book> {
  if (['.csv', '.txt', '.tsv'].includes(extname(typed).toLowerCase())) {
    const text = csvText(readBytes(typed));
    return isMisread(text) ? refuse(`${what}: ${SAVE_AS_UTF8}`) : csvBook(text);
  }
  const book = await readFileBook(readBytes(typed));
  return book.ok ? book.value : refuse(`${what}: ${book.refusal.message}`);
}

/** The register, with the columns that were not understood; a refusal ends the command. */
function registerIn(book: Book, audiences: readonly Audience[], typed: string): LoadedRegister {
  const read = registerFromBook(book, audiences);
  if (!read.ok) return refuse(read.refusal.message);
  const unknown = unknownRegisterColumns(book);
  const notes =
    unknown.length === 0
      ? []
      : [
          {
            file: typed,
            reason: `Danh sách đơn vị có cột chưa hiểu nên bỏ qua: ${unknown.map((title) => `"${title}"`).join(', ')}.`,
          },
        ];
  return { register: read.value, notes };
}

/**
 * `--captures`: observations of portal indicators as JSON, or as a workbook or .csv with the columns of the sheet "Chỉ
 * số". Known by content.
 */
export async function loadCaptures(typed: string): Promise<readonly Observation[]> {
  const what = `Tệp số liệu Cổng "${typed}"`;
  const bytes = readBytes(typed);
  const kind = kindOf(bytes);
  const text = kind.ok && kind.value === 'unknown' ? csvText(bytes) : null;
  if (text !== null && /^\s*[{[]/.test(text)) {
    const parsed = capturesFileSchema.safeParse(parseJson(text, what));
    return parsed.success ? parsed.data.observations : refuse(`${what} ${whatIsWrong(parsed.error)}`);
  }
  const book = text === null ? await readFileBook(bytes) : null;
  if (book && !book.ok) return refuse(`${what}: ${book.refusal.message}`);
  const now = hanoiTime(new Date());
  if (text !== null && isMisread(text)) refuse(`${what}: ${SAVE_AS_UTF8}`);
  const read = book ? readIndicatorBook(book.value, now) : readIndicatorText(text ?? '', now);
  return read.ok ? read.value : refuse(`${what}: ${read.refusal.message}`);
}

/** `--awards`: a workbook with the sheets "Khen thưởng" and "Đề cử". */
export async function loadAwards(typed: string, movement: Movement): Promise<Awards> {
  const book = await readFileBook(readBytes(typed));
  const read = book.ok ? readAwards(book.value, movement.audiences) : book;
  return read.ok ? read.value : refuse(`Tệp khen thưởng "${typed}": ${read.refusal.message}`);
}

/** Without `--awards`: what the council's own workbook holds under the names of those sheets. */
export function awardsBeside(council: { readonly book: Book } | null, movement: Movement): Awards {
  const own = (council?.book.sheets ?? []).filter(({ name }) => AWARD_SHEETS.has(name.normalize('NFC').trim()));
  if (council === null || own.length === 0) return { ledger: [], nominations: [], aside: [] };
  const read = readAwards({ ...council.book, sheets: own }, movement.audiences);
  return read.ok ? read.value : refuse(`Sổ của Hội đồng: ${read.refusal.message}`);
}

const AWARD_SHEETS: ReadonlySet<string> = new Set([LEDGER_SHEET, NOMINATION_SHEET]);

/** `--journal`: a workbook with the sheets "Kiểm tra, đôn đốc" and "Mô hình", or either of them as a .csv. */
export async function loadJournal(typed: string, register: Register | null): Promise<JournalRead> {
  const what = `Sổ theo dõi "${typed}"`;
  const read = readJournal(await loadTable(typed, what), register);
  return read ?? refuse(`${what} không có bảng kiểm tra, đôn đốc (${VISIT_TITLES}) hoặc mô hình (${MODEL_TITLES}).`);
}

/** `--columns`: a workbook with the sheet "Cách hiểu cột", as the office's own book has it. */
export async function loadColumns(typed: string): Promise<ColumnMaps> {
  const what = `Tệp cách hiểu cột "${typed}"`;
  const maps = columnMapsInFile(await loadTable(typed, what));
  return maps ?? refuse(`${what} không có bảng nào có các cột Bảng, Cột, Tiêu đề cột, Được hiểu là.`);
}

function readBytes(typed: string): Uint8Array {
  const loaded = loadFile(fromUser(typed));
  return loaded.ok ? loaded.value : refuse(`Không đọc được tệp "${typed}": ${loaded.refusal.message}`);
}

/** `--history`: books of earlier years and workbooks of other systems, or the record in the council's book. */
import type { YearRecord } from '../../core/judge/history/year-record.ts';
import type { Register } from '../../core/report/register.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { recordsIn } from '../../core/sheets/history/guess-book.ts';
import { type GuessedSheet, guessSheet, lacking } from '../../core/sheets/history/history-columns.ts';
import { HISTORY_SHEET } from '../../core/sheets/history/history-table.ts';
import { readHistory } from '../../core/sheets/history/read-history.ts';
import { lacksText } from '../../session/received/history-file.ts';
import { openHistoryFile } from '../../session/received/history-files.ts';
import { loadFile } from '../files/load-file.ts';
import { walk } from '../files/walk.ts';

interface HistoryLoaded {
  readonly records: readonly YearRecord[];
  /** Vietnamese sentences on rows, sheets and files that were not used. */
  readonly faults: readonly string[];
  /** Absolute paths. */
  readonly found: readonly string[];
}

/** The officer's choice of columns for every sheet (field → 0-based column), and the year of all rows. */
export interface ColumnChoice {
  readonly columns: GuessedSheet['columns'];
  readonly year: number | null;
}

const NOTHING: HistoryLoaded = { records: [], faults: [], found: [] };

/** Reads files and folders; `faults` names files without achievements. */
export function loadHistory(paths: readonly string[], register: Register | null, shown?: ColumnChoice): HistoryLoaded {
  const walked = walk(paths);
  const read = walked.inputs.map(({ name, path }) => {
    const bytes = loadFile(path);
    const opened = bytes.ok ? openHistoryFile({ name, bytes: bytes.value }, register) : bytes;
    if (!opened.ok) return { records: [], aside: [`${name}: ${opened.refusal.message}`] };
    const { book, own } = opened.value;
    const sheets = own || !shown ? opened.value.sheets : opened.value.sheets.map((sheet) => withShown(sheet, shown));
    const usable = sheets.filter(({ lacks }) => lacks.length === 0);
    const { records, aside } = recordsIn(book, usable, name);
    const lacks = sheets.flatMap((sheet) => lacksText(name, sheet) ?? []);
    const none = sheets.length === 0 ? [`${name}: không có bảng thành tích nào.`] : [];
    return { records, aside: [...aside, ...(usable.length === 0 ? lacks : lacks.filter(() => own)), ...none] };
  });
  const records = read.flatMap((file) => file.records);
  const left = [...walked.unreadable, ...walked.notReports].map(({ file, reason }) => `${file}: ${reason}`);
  const faults = [...left, ...read.flatMap(({ aside }) => aside)];
  return { records, faults, found: walked.found };
}

function withShown(sheet: GuessedSheet, { columns, year }: ColumnChoice): GuessedSheet {
  const all = { ...sheet, columns: { ...sheet.columns, ...columns }, year: year ?? sheet.year };
  return { ...all, lacks: lacking(all) };
}

/** The sheet "Thành tích các năm" of the council's own book. */
export function historyBeside(council: Book | null): HistoryLoaded {
  const sheet = council?.sheets.find(({ name }) => name.normalize('NFC').trim() === HISTORY_SHEET);
  const shown = sheet && guessSheet(sheet, '', null);
  if (!council || !shown) return NOTHING;
  const { records, aside } = readHistory(council, shown, 'Sổ của Hội đồng');
  return { records, faults: aside, found: [] };
}

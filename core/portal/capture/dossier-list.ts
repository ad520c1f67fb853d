/**
 * A list of dossiers as counts alone: how many are being handled, near their day, beyond it. Numbers of
 * dossiers and all words on persons are dropped; only the page made of the counts is stored and read.
 */
import { dayNumber, dayText } from '../../base/period/day.ts';
import { bareKey } from '../../base/text/text.ts';
import { readDate } from '../../sheet/grid/date.ts';
import type { Book, Cell, CellValue, Sheet } from '../../sheet/grid/sheet.ts';
import { DOSSIER_PAGE } from './dossier-page.ts';

interface DossierCounts {
  /** Dossiers in the list, each once. */
  readonly listed: number;
  readonly pending: number;
  /** Pending, and their day is past. */
  readonly overdue: number;
  /** Pending, and due within three days, today among them. */
  readonly near: number;
  /** Pending without a day that can be read. */
  readonly undated: number;
  /** With a state that says neither that they are done nor that they are not. */
  readonly unclear: number;
  /** The procedures with the most overdue dossiers, at most ten. */
  readonly procedures: readonly ProcedureCount[];
}

interface ProcedureCount {
  readonly name: string;
  readonly overdue: number;
  readonly listed: number;
}

/** `H15.50.05.13-261008-0975`: unit, day of receipt, number of the day. */
const NUMBER = /^[A-Z\d][\w.]{1,30}-\d{6}-\d{3,7}$/i;
const NUMBER_HEADER = /^(?:ma|so)(?:hoso|biennhan|hs)|^sobiennhan|^mahs$/;
const DUE_HEADER =
  /^(?:ngay|thoi(?:gian|han))?(?:hentra|henta?rakq|hantra|hangiaiquiet|hangiaiquyet|hanxuli|hanxuly|denhan)|ngayhen|hantraketqua|thoihan(?:giaiqui|giaiquy|xul)/;
const DONE_HEADER =
  /^(?:ngay|thoigian)(?:tra(?!kq?du)|coketqua|hoanthanh|ketthuc|giaiquyetxong|giaiquietxong|xulixong|xulyxong)/;
const STATE_HEADER = /^(?:trangthai|tinhtrang|tinhhinh)/;
const DONE =
  /datra|hoanthanh|dagiaiquyet|dagiaiquiet|dacoketqua|daxulixong|daxulyxong|daket|xulixong|dalayve|darut|ruthoso|dahuy|tuchoi|tralai|dadong/;
const OPEN = /dang|cho|chua|moi(?:tiepnhan|nhan|dangki|nop)|datiepnhan|tamdung|bosung|quahan|tronghan|sapdenhan|denhan/;
const PROCEDURE_HEADER = /^(?:ten)?(?:thutuc(?:hanhchinh)?|tthc)$/;
const MOST_PROCEDURES = 10;
const NEAR_DAYS = 3;
const MOST_HEADER = 30;

/** undefined where no visible sheet is a list of dossiers; `today` = ISO day. */
export function dossierCounts(book: Book, today: string): DossierCounts | undefined {
  const lists = book.sheets.filter(({ state }) => state === 'visible').flatMap((sheet) => listIn(sheet, book) ?? []);
  if (lists.length === 0) return undefined;
  const seen = new Set<string>();
  const procedures = new Map<string, { name: string; overdue: number; listed: number }>();
  const counts = { listed: 0, pending: 0, overdue: 0, near: 0, undated: 0, unclear: 0 };
  for (const { number, due, done, state, procedure } of lists.flat()) {
    const key = number.toUpperCase();
    if (seen.has(key)) continue;
    seen.add(key);
    counts.listed++;
    const own = procedures.get(bareKey(procedure)) ?? { name: procedure, overdue: 0, listed: 0 };
    own.listed++;
    procedures.set(bareKey(procedure), own);
    const isDone = done || DONE.test(state);
    if (isDone && !OPEN.test(state.replace(DONE, ''))) continue;
    if (state !== '' && !isDone && !OPEN.test(state)) {
      counts.unclear++;
      continue;
    }
    counts.pending++;
    if (due === null) counts.undated++;
    else if (due < today) {
      counts.overdue++;
      own.overdue++;
    } else if (dayNumber(due) - dayNumber(today) <= NEAR_DAYS) counts.near++;
  }
  return { ...counts, procedures: slowest([...procedures.values()]) };
}

/** A text of a single dossier may describe its person: only texts shared by several dossiers are kept as procedure names. */
function slowest(procedures: readonly ProcedureCount[]): readonly ProcedureCount[] {
  return procedures
    .filter(({ name, overdue, listed }) => overdue > 0 && listed > 1 && /^(?!.*\d{6})[^@]{4,200}$/u.test(name))
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, MOST_PROCEDURES);
}

interface Dossier {
  readonly number: string;
  readonly due: string | null;
  readonly done: boolean;
  /** Key without diacritics. */
  readonly state: string;
  /** As written; '' = not in the list. */
  readonly procedure: string;
}

function listIn({ rows, hiddenRows }: Sheet, { date1904 }: Book): readonly Dossier[] | undefined {
  const all = [...rows];
  for (const [at, [, cells]] of all.slice(0, MOST_HEADER).entries()) {
    const column = (shape: RegExp) => cells.find((cell) => shape.test(keyOf(cell.value)))?.column;
    const [number, due] = [column(NUMBER_HEADER), column(DUE_HEADER)];
    if (number === undefined || due === undefined) continue;
    const [done, state, procedure] = [DONE_HEADER, STATE_HEADER, PROCEDURE_HEADER].map(column);
    const dossiers = all.slice(at + 1).flatMap(([row, own]): Dossier[] => {
      const cell = (of: number | undefined) => cellValue(own, of);
      const text = String(cell(number) ?? '').trim();
      if (hiddenRows.has(row) || !NUMBER.test(text)) return [];
      const isDone = done !== undefined && dayOf(cell(done), date1904) !== null;
      const named = String(cell(procedure) ?? '')
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim();
      return [
        { number: text, due: dayOf(cell(due), date1904), done: isDone, state: keyOf(cell(state)), procedure: named },
      ];
    });
    if (dossiers.length > 0) return dossiers;
  }
  return undefined;
}

function cellValue(cells: readonly Cell[], column: number | undefined): CellValue | null {
  return column === undefined ? null : (cells.find((cell) => cell.column === column)?.value ?? null);
}

function keyOf(value: CellValue | null): string {
  return typeof value === 'string' ? bareKey(value) : '';
}

/** A day with or without its hour. */
function dayOf(value: CellValue | null, date1904: boolean): string | null {
  if (typeof value === 'number') return readDate(Math.floor(value), date1904);
  return typeof value === 'string' ? readDate(value) : null;
}

/** HTML text that holds the counts, the names of the slowest procedures and nothing else of the list. */
export function dossierPage(counts: DossierCounts, today: string): string {
  const cells: readonly (readonly [string, number])[] = [
    ['Hồ sơ trong danh sách', counts.listed],
    ['Đang giải quyết', counts.pending],
    ['Đang quá hạn', counts.overdue],
    [`Đến hạn trong ${NEAR_DAYS} ngày`, counts.near],
    ['Không rõ ngày hẹn', counts.undated],
    ['Không rõ trạng thái', counts.unclear],
  ];
  const row = (tag: string, values: readonly (string | number)[]) =>
    `<tr>${values.map((value) => `<${tag}>${value}</${tag}>`).join('')}</tr>`;
  const table = `${row(
    'th',
    cells.map(([name]) => name),
  )}${row(
    'td',
    cells.map(([, count]) => count),
  )}`;
  return `<!doctype html><html><head><title></title></head><body><h3>Số đếm từ danh sách hồ sơ</h3><p>Tính ngày ${dayText(today)}</p><table ${DOSSIER_PAGE}="${today}">${table}</table>${proceduresTable(counts.procedures)}</body></html>`;
}

function proceduresTable(procedures: readonly ProcedureCount[]): string {
  if (procedures.length === 0) return '';
  const rows = procedures.map(({ name, overdue, listed }) => {
    const safe = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<tr><td>${safe}</td><td>${overdue}</td><td>${listed}</td></tr>`;
  });
  return `<table id="thu-tuc"><tr><th>Thủ tục</th><th>Đang quá hạn</th><th>Hồ sơ trong danh sách</th></tr>${rows.join('')}</table>`;
}

/**
 * The text of a report sent in Word or as a PDF, as a workbook: a sheet for each table with the words before it. A line is
 * a row, the places of a grid are its cells, marks of covered places are merges. So the reader of sheets reads the words before, between and behind the
 * tables as it reads those of a sheet. It knows nothing of files.
 */
import { detectLegacy } from '../../base/text/legacy-text.ts';
import { seenText } from '../../base/text/seen-text.ts';
import { COVERED_FROM_ABOVE, COVERED_FROM_LEFT, NEXT_IN_CELL } from '../../plan/layout/written-grid.ts';
import {
  type Book,
  type Cell,
  type CellValue,
  placeOf,
  type Range,
  type SeenCell,
  type Sheet,
} from '../../sheet/grid/sheet.ts';

/** The name says neither a unit nor a period: a reader looks for both in it. */
const SHEET = 'Báo cáo';
/** More tabs in a line are no table's; what stands behind them stays in the last cell. */
const MOST_COLUMNS = 256;
/** Two columns place a letterhead, a signature, a label and its words. */
const TABLE_COLUMNS = 3;

/** `text` as `documentText` and `pdfLines` write it. `macros` = the file carries a macro. */
export function textBook(text: string, macros = false): Book {
  return {
    sheets: partsOf(text.split('\n')).map((lines, at) => sheetOf(lines, at === 0 ? SHEET : `${SHEET} ${at + 1}`)),
    date1904: false,
    styles: [{ font: fontOf(text), numberFormat: 'General' }],
    macros,
    externalLinks: [],
  };
}

interface TablePlace {
  readonly end: number;
  readonly width: number;
}

/** Each table with the words before it and the signatures behind it; the last with all that ends the document. */
function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let begun = 0;
  let last: TablePlace | null = null;
  for (let at = 0; at < lines.length; at++) {
    if (!isRow(lines[at])) continue;
    let end = at;
    while (isRow(lines[end])) end++;
    const width = Math.max(...lines.slice(at, end).map((line) => line.split('\t').length));
    if (width >= TABLE_COLUMNS) {
      // A table that was cut in two for its page goes on.
      const goesOn: boolean = last?.width === width && lines.slice(last.end, at).every((line) => line.trim() === '');
      if (last && !goesOn) {
        const end = last.end + signedLines(lines.slice(last.end, at));
        parts.push(lines.slice(begun, end));
        begun = end;
      }
      last = { end, width };
    }
    at = end;
  }
  return [...parts, lines.slice(begun)];
}

const SIGNED =
  /^(?:người lập(?: biểu| bảng)?|(?:thủ|hiệu|trạm) trưởng(?: đơn vị| cơ quan)?|(?:phó )?chủ tịch|đại diện đơn vị|(?:tm|kt|tl|tuq)\..*|\((?:ký|đã ký).*\))$/iu;
/** Of a person: names of units begin with the kind of the unit. */
const NAME =
  /^(?!(?:Bản|Thôn|Xóm|Ấp|Buôn|Tổ|Khu|Làng|Trường|Trạm|Phân|Hội|Đoàn|Phòng|Ban|Bộ|Công|Văn|Hợp|Trung|Đơn|Hộ|Xã|Phường) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,5}$/u;

/** How many of the lines between two tables sign the first: place, day, who signs, the names. 0 = nobody signs. */
function signedLines(between: readonly string[]): number {
  const cells = between.map((line) =>
    line
      .normalize('NFC')
      .split(/\t|\u2004/)
      .map((cell) => cell.trim()),
  );
  const signed = cells.findLastIndex((line) => line.some((cell) => SIGNED.test(cell)));
  if (signed < 0) return 0;
  let end = signed + 1;
  for (let at = end; at < cells.length; at++) {
    const words = (cells[at] ?? []).filter((cell) => cell !== '');
    if (words.length === 0) continue;
    if (words.every((cell) => NAME.test(cell))) end = at + 1;
    break;
  }
  return end;
}

function isRow(line: string | undefined): boolean {
  return line?.includes('\t') ?? false;
}

function sheetOf(lines: readonly string[], name: string): Sheet {
  const rows = new Map<number, readonly Cell[]>();
  const merges: Range[] = [];
  const seen = new Map<number, SeenCell>();
  let above: readonly Place[] = [];
  let row = 0;
  for (const line of lines) {
    // However many blank lines part two tables, one row does.
    if (line.trim() === '' && !line.includes('\t') && !rows.has(row - 1)) continue;
    const places = placesOf(line, row, above);
    const cells: Cell[] = [];
    for (const { text, column, range } of places) {
      if (range.top === row && range.left === column) merges.push(range);
      if (text === '') continue;
      const runs = runsOf(text);
      const isStruck = runs.some(({ struck }) => struck);
      const shown = runs.map((run) => run.text).join('');
      cells.push({ row, column, value: isStruck ? shown : cellValue(shown) });
      if (isStruck) seen.set(placeOf(row, column), { text: seenText(runs) });
    }
    if (cells.length > 0) rows.set(row, cells);
    above = places;
    row++;
  }
  const hidden = { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  return { name, state: 'visible', rows, merges: merges.filter(isWide), seen, ...hidden };
}

interface Place {
  readonly text: string;
  readonly column: number;
  /** The stretch of the cell that covers it. */
  readonly range: { readonly top: number; readonly left: number; bottom: number; right: number };
}

function placesOf(line: string, row: number, above: readonly Place[]): readonly Place[] {
  const parts = line.split('\t');
  const rest = parts.splice(MOST_COLUMNS - 1);
  if (rest.length > 0) parts.push(rest.join(' '));
  const places: Place[] = [];
  for (const [column, part] of parts.entries()) {
    const owner = part === COVERED_FROM_LEFT ? places.at(-1) : part === COVERED_FROM_ABOVE ? above[column] : undefined;
    if (owner) {
      owner.range.right = Math.max(owner.range.right, column);
      owner.range.bottom = row;
      places.push({ text: '', column, range: owner.range });
    } else {
      const text = part.replaceAll(NEXT_IN_CELL, '\n').trim();
      places.push({ text, column, range: { top: row, left: column, bottom: row, right: column } });
    }
  }
  return places;
}

/** Figures that can be read in one way are numbers, as they would be in a sheet; `1,234` and `1.234` stay as typed. */
const NUMBER = /^(?:0|[1-9]\d{0,9})(?:,(?:\d{1,2}|\d{4,6}))?$/;

function cellValue(text: string): CellValue {
  if (NUMBER.test(text)) return Number(text.replace(',', '.'));
  return /^(?:TRUE|FALSE)$/.test(text) ? text === 'TRUE' : text;
}

/** Struck-out words stand between `~~`. */
function runsOf(text: string): readonly { readonly text: string; readonly struck: boolean }[] {
  return text
    .split(/(~~[^~]+~~)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^~~[^~]+~~$/.test(part) ? { text: part.slice(2, -2), struck: true } : { text: part, struck: false },
    );
}

function isWide({ top, left, bottom, right }: Range): boolean {
  return top !== bottom || left !== right;
}

/** A cell alone has too few words to prove an old font; those of the whole document together do. */
function fontOf(text: string): string {
  const encoding = detectLegacy(text, '');
  return encoding === null ? 'Times New Roman' : encoding === 'vni' ? 'VNI-Times' : '.VnTime';
}

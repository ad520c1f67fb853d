/**
 * Reads a .csv as rows of texts: UTF-8 or UTF-16 with a mark, comma, semicolon or tab (Excel writes `;` under
 * Vietnamese settings).
 */
import type { Book } from '../grid/sheet.ts';

/** Bytes → text by their byte-order mark; without one UTF-8. */
export function csvText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes).replace(/^\ufeff/, '');
}

/** What to say of a .csv that is not in Unicode. */
export const SAVE_AS_UTF8 =
  'chữ tiếng Việt trong tệp không đọc được vì tệp lưu kiểu ANSI; trong Excel hãy lưu lại dạng "CSV UTF-8 (Comma delimited)" rồi chạy lại.';

/**
 * True for a text whose letters were lost: bytes of an old code page read as UTF-8, or question marks Excel wrote for
 * letters.
 */
export function isMisread(text: string): boolean {
  return text.includes('\ufffd') || /\p{L}\?\p{L}/u.test((text.split('\n', 1)[0] ?? '').slice(0, 2000));
}

/** Lines looked at for the separator: the first may be a title without any. */
const LINES_LOOKED_AT = 100;
const LONGEST_LOOKED_AT = 40_000;

/** The separator found in the most lines outside quotes; among equals, the most frequent. */
function separatorOf(text: string): string {
  const bare = text.slice(0, LONGEST_LOOKED_AT).replace(/"[^"]*"/g, '');
  const lines = bare.split(/[\r\n]+/, LINES_LOOKED_AT);
  const count = (separator: string): number =>
    lines.reduce((sum, line) => sum + (line.includes(separator) ? 1_000 + line.split(separator).length : 0), 0);
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/**
 * Rows of trimmed fields; a quoted field may hold separators, line ends and doubled quotes. Empty lines give empty
 * rows.
 */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  // A flag of its own, because testing the growing field at every quote would cost its length each time.
  let blank = true;
  let quoted = false;
  const add = (character: string) => {
    field += character;
    blank &&= character.trim() === '';
  };
  const endField = () => {
    row.push(field.trim());
    field = '';
    blank = true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') add(character);
      else if (text.charAt(at + 1) === '"') {
        add('"');
        at += 1;
      } else quoted = false;
    } else if (character === '"' && blank) {
      field = '';
      quoted = true;
    } else if (character === separator) endField();
    else if (character === '\n') {
      endField();
      rows.push(row);
      row = [];
    } else if (character !== '\r') add(character);
  }
  if (field !== '' || row.length > 0) {
    endField();
    rows.push(row);
  }
  return rows;
}

/** The text of a .csv as a workbook of one sheet, in which every cell is text. */
export function csvBook(text: string): Book {
  const cellsOf = (fields: readonly string[], row: number) =>
    fields.flatMap((value, column) => (value === '' ? [] : [{ row, column, value }]));
  const rows = parseCsv(text).map((fields, row) => [row, cellsOf(fields, row)] as const);
  const plain = { merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  const sheet = { ...plain, name: 'csv', state: 'visible' as const, rows: new Map(rows) };
  return { sheets: [sheet], date1904: false, styles: [], macros: false, externalLinks: [] };
}

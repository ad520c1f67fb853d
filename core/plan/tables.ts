/**
 * Tables of targets in a plan's text: one row a line (columns parted by tabs, bars or wide gaps, or by nothing but a
 * space), or one cell a line. The heading row says which column is what; a column of years gone or of results tells, it
 * does not oblige.
 */
import { figuresOf } from './figure.ts';
import type { PlanTarget } from './finding.ts';
import type { FlatLine, PlanText } from './plan-text.ts';
import { tokensOf } from './token.ts';

interface Cell {
  readonly text: string;
  readonly start: number;
}

interface Column {
  readonly role: 'index' | 'name' | 'unit' | 'value' | 'other';
  /** Year its heading names. */
  readonly year: number | null;
}

export interface Table {
  /** Stretch of the running text it takes. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const INDEX = /^(?:stt|tt|số tt|số thứ tự)$/i;
const NAME = /^(?:tên )?(?:chỉ tiêu|nội dung|tiêu chí|mục tiêu|nhiệm vụ|danh mục)/i;
const UNIT = /^(?:đơn vị(?: tính)?|đvt|đv tính)$/i;
const TOLD = /thực hiện|hiện trạng|kết quả|ước|đã đạt|ghi chú|chủ trì|phụ trách|phối hợp|đơn vị thực hiện/i;
const VALUE = /năm (\d{4})|^(\d{4})$|kế hoạch|chỉ tiêu|mục tiêu|giao|mức|đến/i;
const GAP = /\t|\s*\|\s*|\s{2,}/;
/** A cell of a table that stands in a line of its own. */
const SHORT_CELL = 160;
const MOST_COLUMNS = 10;

/** Every table with a heading row that names a unit column or a column of years. */
export function tablesOf(text: PlanText): readonly Table[] {
  const tables: Table[] = [];
  const { lines } = text;
  for (let at = 0; at < lines.length; at++) {
    const found = tableOfRows(text, at) ?? tableOfCells(text, at);
    if (!found) continue;
    tables.push(found.table);
    at = found.end - 1;
  }
  return tables;
}

function tableOfRows(text: PlanText, at: number): { table: Table; end: number } | null {
  const header = text.lines[at];
  if (!header || header.raw.length > 400 || !/(?:^|\W)(?:stt|tt)\W/i.test(header.raw.slice(0, 12))) return null;
  const columns = columnsOf(headings(text, header));
  if (!columns) return null;
  const rows: (readonly Cell[])[] = [];
  let end = at + 1;
  for (; end < text.lines.length; end++) {
    const row = rowOf(text, text.lines[end], columns);
    if (!row) break;
    rows.push(row);
  }
  return rows.length === 0 ? null : { table: made(text, at, end, columns, rows), end };
}

/** `TT`, `Chỉ tiêu`, `ĐVT`, `Năm 2030`, `1`, `Tỷ lệ …`, `%`, `95`: a line a cell. */
function tableOfCells(text: PlanText, at: number): { table: Table; end: number } | null {
  const { lines } = text;
  const cell = (index: number): Cell => ({ text: wordsOf(text, lines[index]), start: lines[index]?.start ?? 0 });
  if (!INDEX.test(cell(at).text)) return null;
  const first = lines.slice(at, at + MOST_COLUMNS + 1).findIndex((line) => wordsOf(text, line) === '1');
  if (first < 3) return null;
  const columns = columnsOf(Array.from({ length: first }, (_, index) => cell(at + index)));
  if (!columns) return null;
  const rows: Cell[][] = [];
  let end = at + first;
  while (cell(end).text === String(rows.length + 1)) {
    const row = Array.from({ length: first }, (_, index) => cell(end + index));
    if (row.some(({ text: words }) => words === '' || words.length > SHORT_CELL)) break;
    rows.push(row);
    end += first;
  }
  return rows.length === 0 ? null : { table: made(text, at, end, columns, rows), end };
}

function made(
  text: PlanText,
  at: number,
  end: number,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Table {
  return { from: text.lines[at]?.start ?? 0, to: text.lines[end]?.start ?? text.flat.length, columns, rows };
}

function wordsOf(text: PlanText, line: FlatLine | undefined): string {
  return line ? text.flat.slice(line.start, line.end) : '';
}

/** Cells of a line that shows its columns. */
function cellsOf(line: FlatLine): readonly Cell[] {
  const raw = line.raw.trim().replace(/^\||\|$/g, '');
  let start = line.start;
  return raw.split(GAP).map((part) => {
    const words = part.trim().replace(/\s+/g, ' ');
    const cell = { text: words, start };
    start += words === '' ? 0 : words.length + 1;
    return cell;
  });
}

const HEADING =
  /stt|tt|(?:tên )?(?:chỉ tiêu|nội dung|tiêu chí|mục tiêu)(?! năm)|đơn vị tính|đvt|(?:(?:thực hiện|ước|kế hoạch|mục tiêu|chỉ tiêu) )?(?:đến )?năm \d{4}(?: ?\([^)]{0,30}\))?|kế hoạch|ghi chú|đơn vị(?: thực hiện| chủ trì| phụ trách)/gi;

/** Cells of the heading row; where only single spaces part them, by the words such headings use. */
function headings(text: PlanText, line: FlatLine): readonly Cell[] {
  const cells = cellsOf(line);
  if (cells.length >= 3) return cells;
  return [...wordsOf(text, line).matchAll(HEADING)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
  }));
}

function columnsOf(cells: readonly Cell[]): readonly Column[] | null {
  const columns = cells.map(({ text }, at): Column => {
    if (INDEX.test(text)) return { role: 'index', year: null };
    if (at <= 1 && NAME.test(text)) return { role: 'name', year: null };
    if (UNIT.test(text)) return { role: 'unit', year: null };
    const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(text)?.[1];
    return { role: !TOLD.test(text) && VALUE.test(text) ? 'value' : 'other', year: year ? Number(year) : null };
  });
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role);
  return has('name') && has('value') && (has('unit') || columns.some(({ year }) => year !== null)) ? columns : null;
}

const NUMBERED = /^(\d{1,3}|[IVX]+)[.)]? /;

/** A row in its columns; without gaps, read from its end: as many values as the heading has, then the unit. */
function rowOf(text: PlanText, line: FlatLine | undefined, columns: readonly Column[]): readonly Cell[] | null {
  if (!line) return null;
  const cells = cellsOf(line);
  if (cells.length === columns.length) return cells;
  const words = wordsOf(text, line);
  const index = NUMBERED.exec(words);
  if (!index) return null;
  const tail = columns.length - columns.findIndex(({ role }) => role === 'name') - 1;
  const pieces = [
    ...words.matchAll(/(?:(?:≥|≤|>|<|trên|dưới|từ|đạt|tối thiểu|ít nhất|không quá|tối đa) ?)*\d[\d.,]*(?: ?%)?|\S+/giu),
  ];
  if (pieces.length < tail + 2) return null;
  const last = pieces.slice(-tail).map((piece) => ({ text: piece[0], start: line.start + piece.index }));
  const nameEnd = pieces[pieces.length - tail]?.index ?? words.length;
  const name = { text: words.slice(index[0].length, nameEnd).trim(), start: line.start + index[0].length };
  const row = [{ text: index[1] ?? '', start: line.start }, name, ...last];
  return row.length === columns.length &&
    row.every(({ text: cell }, at) => columns[at]?.role !== 'value' || /\d/.test(cell))
    ? row
    : null;
}

/** The last table that starts at or before a place; undefined = none. */
export function tableAt(tables: readonly Table[], place: number): Table | undefined {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return tables[low - 1];
}

/** Targets of a table: one for each cell of a value column. */
export function targetsInTable(
  text: PlanText,
  table: Table,
  section: string,
  horizon: string | null,
  since: number | null,
): readonly PlanTarget[] {
  const cellIn = (row: readonly Cell[], role: Column['role']): Cell | undefined =>
    row[table.columns.findIndex((column) => column.role === role)];
  return table.rows.flatMap((row) =>
    table.columns.flatMap((column, at): PlanTarget[] => {
      const cell = row[at];
      const name = cellIn(row, 'name');
      if (column.role !== 'value' || !cell || !name || (since !== null && column.year !== null && column.year < since))
        return [];
      const unit = cellIn(row, 'unit')?.text ?? '';
      const words = `${cell.text} ${/%/.test(cell.text) ? '' : unit}`;
      const figure = figuresOf(tokensOf(words, 0, words.length))[0];
      if (!figure || !Number.isFinite(figure.value)) return [];
      const index = cellIn(row, 'index')?.text.replace(/[.)]$/, '') ?? '';
      return [
        {
          text: `${name.text} ${words}`.trim(),
          section: [section, index].filter((part) => part !== '').join('.'),
          offset: text.offsetOf(row[0]?.start ?? cell.start),
          comparator: figure.comparator,
          value: figure.value,
          valueMax: figure.valueMax,
          unit: figure.kind === 'unknown' || unit === '' ? figure.unit : unit.toLowerCase(),
          subject: name.text,
          qualifier: null,
          exclusion: null,
          perSector: false,
          deadline: column.year === null ? horizon : `${column.year}-12-31`,
          kind: 'numeric',
          figureOffset: text.offsetOf(cell.start),
        },
      ];
    }),
  );
}

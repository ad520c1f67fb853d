/** Where a scored copy's three columns of points, range and reason go, so that no cell a unit filled is overwritten. */
import { SCORE_HEADERS } from '../form/score-columns.ts';
import type { Report } from '../report/report.ts';
import { MAX_COLUMNS } from '../sheet/grid/address.ts';
import type { Book, Range, Sheet } from '../sheet/grid/sheet.ts';

/**
 * Where the three columns go on one sheet of a report. Found while the book is at hand; small enough to keep for every
 * file.
 */
export interface CopyPlace {
  readonly sheet: string;
  /** First of three neighbouring free columns. */
  readonly column: number;
  readonly headerRow: number;
  /** Row for the total, when the report has none of its own. */
  readonly totalRow: number | null;
  /** Font of the table's header. */
  readonly font: string;
  /** The columns hold nothing on the whole sheet, so their width may be set. */
  readonly empty: boolean;
}

/** How far right of the table a free place is looked for. */
const SEARCH = 200;

/** Places for our columns beside a report, one for each of its sheets that has room. */
export function copyPlaces(book: Book, report: Report): CopyPlace[] {
  const { layout } = report;
  const rowsBySheet = new Map<string, number[]>([[layout.sheet, []]]);
  for (const { sheet, row } of layout.rows.values()) rowsBySheet.set(sheet, [...(rowsBySheet.get(sheet) ?? []), row]);
  return [...rowsBySheet].flatMap(([name, rows]) => {
    const sheet = book.sheets.find((candidate) => candidate.name === name);
    if (!sheet) return [];
    const main = name === layout.sheet;
    const headerRow = main ? layout.headerTop : Math.max(0, Math.min(...rows) - 1);
    const lastRow = main ? layout.lastRow : Math.max(headerRow, ...rows);
    // The row below the table has to be free too: the total may be there.
    const bottom = lastRow + 1;
    const column = freeColumns(sheet, { top: headerRow, bottom, left: layout.lastColumn + 1, right: MAX_COLUMNS - 1 });
    if (column === null) return [];
    const headerCell = sheet.rows.get(headerRow)?.find((cell) => cell.value !== null);
    return [
      {
        sheet: name,
        column,
        headerRow,
        totalRow: main ? bottom : null,
        font: unicodeFont(book.styles[headerCell?.style ?? 0]?.font),
        empty:
          freeColumns(sheet, { top: 0, bottom: Number.POSITIVE_INFINITY, left: column, right: column + 2 }) === column,
      },
    ];
  });
}

/** The table's own font, unless it is a TCVN3 or VNI font: our Unicode letters would be unreadable in it. */
function unicodeFont(font = ''): string {
  return font === '' || /^(?:\.vn|vni)/i.test(font) ? 'Times New Roman' : font;
}

/**
 * First column from `left` on that begins three visible columns without a value or merge within the rows; null when
 * none is near.
 */
function freeColumns(sheet: Sheet, within: Range): number | null {
  const last = Math.min(within.left + SEARCH, within.right);
  const taken = new Set<number>(sheet.hiddenColumns);
  for (const [row, cells] of sheet.rows) {
    if (row < within.top || row > within.bottom) continue;
    for (const cell of cells) if (cell.value !== null || cell.formula !== undefined) taken.add(cell.column);
  }
  for (const merge of sheet.merges) {
    if (merge.bottom < within.top || merge.top > within.bottom) continue;
    for (let column = Math.max(merge.left, within.left); column <= Math.min(merge.right, last); column += 1)
      taken.add(column);
  }
  for (let column = within.left; column + SCORE_HEADERS.length - 1 <= last; column += 1) {
    if (SCORE_HEADERS.every((_, offset) => !taken.has(column + offset))) return column;
  }
  return null;
}

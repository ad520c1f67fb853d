/**
 * A report turned on its side: criteria stand across, and the words that else stand over columns stand before the rows
 * (`Điểm tối đa`, `Kết quả`, `Minh chứng`).
 */
import { resolveColumns } from './columns.ts';
import type { Header } from './header.ts';
import { type HeaderRole, headerWord } from './header-words.ts';
import { type Page, type PageRow, turned } from './page.ts';
import { proveColumns } from './prove-columns.ts';
import { readRow } from './rows.ts';
import { samplesOf } from './samples.ts';
import type { ReportTable, Sight } from './tables.ts';

const FILLED: ReadonlySet<HeaderRole> = new Set(['value', 'figure', 'ratio', 'numerator', 'self', 'own-result']);
const LEAST_ROWS = 2;

/** The table whose criteria stand in a row; null when what stands before the rows below are no words of a report. */
export function turnedTable(page: Page, { row, cells }: PageRow, first: number, sight: Sight): ReportTable | null {
  const rows = wordedRows(page, row, first);
  const words = rows.map((pageRow) => headerWord(labelOf(pageRow, first)));
  if (rows.length < LEAST_ROWS || !words.some((word) => word !== undefined && FILLED.has(word.role))) return null;
  const all = [{ row, cells: cells.filter(({ column }) => column >= first - 1) }, ...rows];
  const side = turned(page, all);
  const texts = [
    { column: row, texts: ['Tiêu chí'] },
    ...rows.map((pageRow) => ({ column: pageRow.row, texts: [labelOf(pageRow, first)] })),
  ];
  const body = side.rows.filter((pageRow) => pageRow.row >= first);
  const period =
    sight.period ??
    sight.periodAbove(
      page,
      page.rows.filter((pageRow) => pageRow.row < row),
    );
  const columns = proveColumns(resolveColumns(texts, period), () => samplesOf(body, [row], sight.criterionOf), texts);
  const last = rows.at(-1)?.row ?? row;
  const header: Header = {
    top: first - 1,
    bottom: first - 1,
    bodyTop: first,
    left: row,
    right: last,
    texts,
    bareFigures: false,
    columns,
  };
  return {
    page: side,
    header,
    above: page.rows.filter((pageRow) => pageRow.row < row),
    body: body.flatMap((pageRow) => readRow(side, header, pageRow) ?? []),
    below: page.rows.filter((pageRow) => pageRow.row > last),
    total: null,
    lastRow: last - 1,
    answers: true,
  };
}

/** The rows below, as long as a word of a report stands before them. */
function wordedRows(page: Page, top: number, first: number): readonly PageRow[] {
  const below = page.rows.filter(({ row }) => row > top);
  const end = below.findIndex((row) => {
    const word = headerWord(labelOf(row, first));
    return word === undefined || word.role === 'foreign' || row.cells.every(({ column }) => column < first);
  });
  return end < 0 ? below : below.slice(0, end);
}

/** The text before the criteria. */
function labelOf({ cells }: PageRow, first: number): string {
  return cells.findLast(({ column, isText }) => isText && column < first)?.text ?? '';
}

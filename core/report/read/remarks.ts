/**
 * What is written in the row of a criterion beside its figures: in further columns of remarks, under documents, under
 * words nobody knows or under none. A figure stated there reaches the checks wherever it stands.
 */
import { foldKey } from '../../base/text/text.ts';
import type { SideRemark } from '../report.ts';
import type { Header } from './header.ts';
import { type PageCell, refTo } from './page.ts';
import type { BodyRow } from './rows.ts';
import { figureIn } from './samples.ts';
import { STATES } from './value-words.ts';
import { roleOver } from './word-over.ts';

const LONGEST = 400;

/** Of the row and of the rows below it that name no criterion. `unit` = what the criterion counts. */
export function remarksBeside(
  row: BodyRow,
  below: readonly BodyRow[],
  unit: string | undefined,
): readonly SideRemark[] {
  return [row, ...below].flatMap((bodyRow) => {
    const columns = columnsBeside(bodyRow.header);
    const found: SideRemark[] = [];
    for (const cell of bodyRow.page.byRow.get(bodyRow.row)?.cells ?? []) {
      const isRemark = columns.get(cell.column) ?? (isUnheaded(cell, bodyRow) ? false : undefined);
      if (isRemark === undefined || !(isRemark ? /[\p{L}\d]/u.test(cell.text) : states(cell, unit))) continue;
      found.push({ text: cell.text, cell: refTo(bodyRow.page, cell.row, cell.column), isRemark });
    }
    return found;
  });
}

function states(cell: PageCell, unit = ''): boolean {
  if (!cell.isText || !STATES.test(foldKey(cell.text.slice(0, LONGEST)))) return false;
  // A result that others wrote is judged as a whole, not by its words: `Có 3 sản phẩm, dịch vụ`.
  const { kind } = figureIn(
    unit !== '' && cell.text.endsWith(unit) ? { ...cell, text: cell.text.slice(0, -unit.length) } : cell,
  );
  return kind === 'text' || kind === 'document';
}

const known = new WeakMap<Header['columns'], ReadonlyMap<number, boolean>>();

/** The columns beside the figures; true = of remarks by the word over them. */
function columnsBeside({ columns, texts }: Header): ReadonlyMap<number, boolean> {
  const before = known.get(columns);
  if (before) return before;
  const { evidence, explanation, open, apart } = columns;
  const aside = [...apart].flatMap(([column, why]) =>
    why === 'word' || why === 'other' || why === 'things' ? [column] : [],
  );
  const own = [...open, ...aside, ...(evidence === undefined ? [] : [evidence])].filter(
    (column) => column !== explanation,
  );
  const isRemarks = (column: number): boolean => roleOver(texts, column) === 'explanation';
  const found = new Map(own.map((column) => [column, isRemarks(column)]));
  known.set(columns, found);
  return found;
}

/** Beside the table, where no word stands over it. */
function isUnheaded({ column }: PageCell, { page, header: { top, bottom, right } }: BodyRow): boolean {
  if (column <= right) return false;
  for (let row = top; row <= bottom; row += 1)
    if (page.byRow.get(row)?.cells.some((cell) => cell.column === column)) return false;
  return true;
}

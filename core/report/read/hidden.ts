/**
 * Values that are in the sheet but not to be seen: hidden rows and columns of the table, text under a merge, in the
 * colour of its ground or struck out, hidden sheets; and what people wrote in the notes of cells.
 */
import { columnName } from '../../sheet/grid/address.ts';
import { placeOf } from '../../sheet/grid/sheet.ts';
import type { Remark } from '../report.ts';
import { codeOf } from './code-of.ts';
import type { RowMeaning } from './match-rows.ts';
import { holdsNumber, type Page, refTo } from './page.ts';
import { valueColumns } from './rows.ts';
import type { ReportTable } from './tables.ts';

/** Remarks of one table; `meanings` belong to the table's body rows. */
export function hiddenRemarks(table: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  return [...hiddenRows(table, meanings), ...hiddenColumns(table), ...cellRemarks(table, meanings)];
}

function hiddenRows({ page, body }: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  return body.flatMap((row, at): Remark[] => {
    if (!page.sheet.hiddenRows.has(row.row)) return [];
    const columns = [...valueColumns(row.header), ...row.header.columns.appraised];
    const column = columns.filter((column) => row.at.has(column)).sort((a, b) => a - b)[0];
    if (column === undefined) return [];
    const cell = refTo(page, row.row, column);
    return [{ kind: 'hidden', what: `hàng ${row.row + 1}`, cell, criterion: codeOf(meanings[at]) }];
  });
}

/**
 * A hidden column counts when it has content below the header, unless the form itself prints it. Beside the table only
 * a number counts, because lists of words to choose from are often stored there.
 */
function hiddenColumns({ page, header, lastRow, body }: ReportTable): readonly Remark[] {
  const { index, code, unit, target, max, method } = header.columns;
  const printed = new Set([index, code, unit, target, max, method]);
  const rows = page.rows.filter(({ row }) => row > header.bottom && row <= lastRow);
  return [...page.sheet.hiddenColumns]
    .sort((a, b) => a - b)
    .flatMap((column): Remark[] => {
      if (printed.has(column)) return [];
      const isInside = column >= header.left && column <= header.right;
      const at = isInside
        ? body.find((row) => row.at.has(column))
        : rows.find(({ cells }) => cells.some((cell) => cell.column === column && holdsNumber(cell)));
      return at ? [{ kind: 'hidden', what: `cột ${columnName(column)}`, cell: refTo(page, at.row, column) }] : [];
    });
}

const WHY_UNSEEN = {
  covered: 'nằm dưới ô gộp',
  ink: '(chữ trùng màu nền)',
  format: '(định dạng không hiện số)',
} as const;
const MAX_NOTES = 100;

/** Cells of the table's rows whose text is not to be seen, and the notes of cells in their authors' words. */
function cellRemarks({ page, header, lastRow, body }: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  const covered = page.covered.map((cell) => ({ ...cell, text: '', how: 'covered' as const }));
  const notes = [...(page.sheet.notes ?? [])].slice(0, MAX_NOTES).map(([place, text]) => {
    const column = place % placeOf(1, 0);
    return { row: (place - column) / placeOf(1, 0), column, text, how: 'note' as const };
  });
  const meaningAt = new Map(body.map((bodyRow, at) => [bodyRow.row, meanings[at]]));
  return [...covered, ...page.unseen, ...notes].flatMap(({ row, column, text, how }): Remark[] => {
    if (row <= header.bottom || row > lastRow || column < header.left || column > header.right) return [];
    const cell = refTo(page, row, column);
    const criterion = codeOf(meaningAt.get(row));
    if (how === 'struck' || how === 'note') return [{ kind: 'unread', why: how, text, cell, criterion }];
    return [{ kind: 'hidden', what: `ô ${cell.address} ${WHY_UNSEEN[how]}`, cell, criterion }];
  });
}

/** The remark on a hidden sheet that holds a report or values of a report. */
export function hiddenSheet(page: Page): Remark {
  const first = page.rows[0]?.cells[0];
  return {
    kind: 'hidden',
    what: `trang tính "${page.tellingName()}"`,
    cell: refTo(page, first?.row ?? 0, first?.column ?? 0),
  };
}

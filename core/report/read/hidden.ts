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
import { type BodyRow, valueColumns } from './rows.ts';
import type { ReportTable } from './tables.ts';

/** Remarks of one table; `meanings` belong to the table's body rows. */
export function hiddenRemarks(table: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  return [
    ...hiddenRows(table, meanings),
    ...hiddenColumns(table),
    ...coveredValues(table, meanings),
    ...unseenCells(table, meanings),
    ...notes(table, meanings),
  ];
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

function coveredValues(
  { page, header, lastRow, body }: ReportTable,
  meanings: readonly RowMeaning[],
): readonly Remark[] {
  const rows = new Map<number, number>(body.map((row: BodyRow, at) => [row.row, at]));
  return page.covered.flatMap((cell): Remark[] => {
    const inside =
      cell.row > header.bottom && cell.row <= lastRow && cell.column >= header.left && cell.column <= header.right;
    if (!inside) return [];
    const what = `ô ${refTo(page, cell.row, cell.column).address} nằm dưới ô gộp`;
    const at = rows.get(cell.row);
    return [
      {
        kind: 'hidden',
        what,
        cell: refTo(page, cell.row, cell.column),
        criterion: codeOf(at === undefined ? undefined : meanings[at]),
      },
    ];
  });
}

const WHY_UNSEEN = { ink: 'chữ trùng màu nền', format: 'định dạng không hiện số' } as const;

/** Cells of the table's rows whose text is not to be seen. */
function unseenCells({ page, header, lastRow, body }: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  const rows = new Map(body.map((row, at) => [row.row, at]));
  return page.unseen.flatMap(({ row, column, text, how }): Remark[] => {
    if (row <= header.bottom || row > lastRow || column < header.left || column > header.right) return [];
    const cell = refTo(page, row, column);
    const at = rows.get(row);
    const criterion = codeOf(at === undefined ? undefined : meanings[at]);
    if (how === 'struck') return [{ kind: 'unread', why: 'struck', text, cell, criterion }];
    return [{ kind: 'hidden', what: `ô ${cell.address} (${WHY_UNSEEN[how]})`, cell, criterion }];
  });
}

const MAX_NOTES = 100;

/** Notes of cells in the table's rows, in their authors' words. */
function notes({ page, header, lastRow, body }: ReportTable, meanings: readonly RowMeaning[]): readonly Remark[] {
  const rows = new Map(body.map((row, at) => [row.row, at]));
  return [...(page.sheet.notes ?? [])].slice(0, MAX_NOTES).flatMap(([place, text]): Remark[] => {
    const column = place % placeOf(1, 0);
    const row = (place - column) / placeOf(1, 0);
    if (row <= header.bottom || row > lastRow || column < header.left || column > header.right) return [];
    const at = rows.get(row);
    return [
      {
        kind: 'unread',
        why: 'note',
        text,
        cell: refTo(page, row, column),
        criterion: codeOf(at === undefined ? undefined : meanings[at]),
      },
    ];
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

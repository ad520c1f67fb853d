/**
 * Results of formulas that a typed figure has made untrue. The preview computes nothing, and an old result, read as if
 * it still stood there, would be called a mistake of the unit: so it is forgotten until Excel computes it. A light scan
 * for references, no grammar.
 */
import { fromA1, MAX_ROWS } from '../../core/sheet/grid/address.ts';
import type { Book, Range } from '../../core/sheet/grid/sheet.ts';
import type { Action } from '../../core/sheet/workbook/port.ts';
import type { SelectedCell } from './preview-host.ts';

interface Formula extends SelectedCell {
  readonly formula: string;
  readonly refers: readonly { readonly sheet: string; readonly range: Range }[];
}

/** Longer chains of formulas keep the results at their end. */
const LONGEST_CHAIN = 50;

/** The formulas that count on the typed cell, directly or through others, written anew without a result. */
export function staleResults(book: Book, typed: SelectedCell): Action[] {
  let left = formulasOf(book);
  let changed: readonly SelectedCell[] = [typed];
  const stale: Formula[] = [];
  for (let step = 0; step < LONGEST_CHAIN && changed.length > 0 && left.length > 0; step += 1) {
    const counts = (formula: Formula) => formula.refers.some((area) => changed.some((place) => holds(area, place)));
    const reached = new Set(left.filter(counts));
    left = left.filter((formula) => !reached.has(formula));
    stale.push(...reached);
    changed = [...reached];
  }
  return stale
    .filter((formula) => formula.sheet !== typed.sheet || formula.row !== typed.row || formula.column !== typed.column)
    .map(({ sheet, row, column, formula }) => {
      return { kind: 'write', sheet, row, column, value: { kind: 'formula', formula, value: null } };
    });
}

function holds({ sheet, range }: Formula['refers'][number], at: SelectedCell): boolean {
  if (sheet !== at.sheet || at.row < range.top || at.row > range.bottom) return false;
  return at.column >= range.left && at.column <= range.right;
}

function formulasOf(book: Book): readonly Formula[] {
  return book.sheets.flatMap(({ name: sheet, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      cells.flatMap(({ column, value, formula }): Formula[] =>
        formula === undefined || value === null
          ? []
          : [{ sheet, row, column, formula, refers: refersTo(formula, sheet) }],
      ),
    ),
  );
}

/** Text in quotes, or: sheet, then a cell or range of cells, or whole columns. */
const REFERENCE =
  /"[^"]*"|(?<![\p{L}\p{N}_.])(?:(?:'([^']{1,64})'|([\p{L}\p{N}_.]{1,64}))!)?(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3}))(?![\p{L}\p{N}_.(!])/giu;

function refersTo(formula: string, own: string): Formula['refers'] {
  return [...formula.matchAll(REFERENCE)].flatMap(([, quoted, bare, left, top, right, bottom, from, to]) => {
    const start = from === undefined ? fromA1(`${left}${top}`) : fromA1(`${from}1`);
    const end = from === undefined ? fromA1(`${right ?? left}${bottom ?? top}`) : fromA1(`${to}${MAX_ROWS}`);
    if (!start || !end) return [];
    const range = {
      top: Math.min(start.row, end.row),
      left: Math.min(start.column, end.column),
      bottom: Math.max(start.row, end.row),
      right: Math.max(start.column, end.column),
    };
    return [{ sheet: quoted ?? bare ?? own, range }];
  });
}

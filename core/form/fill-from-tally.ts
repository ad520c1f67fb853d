/**
 * The sums of a book of households → the cells of the village's own report form. What stands there is never replaced.
 */

import type { Report } from '../report/report.ts';
import { toA1 } from '../sheet/grid/address.ts';
import type { Book } from '../sheet/grid/sheet.ts';
import type { Action } from '../sheet/workbook/port.ts';
import type { TallyFigure } from './read-tally.ts';

interface TallyFill {
  readonly actions: readonly Extract<Action, { kind: 'write' }>[];
  /** Codes whose figures go in or stand there already. */
  readonly filled: readonly string[];
  /** Vietnamese sentences: what did not go in. */
  readonly left: readonly string[];
}

export function fillFromTally(book: Book, report: Report, figures: readonly TallyFigure[]): TallyFill {
  const { columns, rows } = report.layout;
  const actions: TallyFill['actions'][number][] = [];
  const filled: string[] = [];
  const left: string[] = [];
  for (const { code, a, b } of figures) {
    const place = rows.get(code);
    const wanted =
      b === null
        ? [[columns.get('value'), a] as const]
        : [[columns.get('numerator'), a] as const, [columns.get('denominator'), b] as const];
    const sheet = book.sheets.find(({ name }) => name === place?.sheet);
    const cells = wanted.flatMap(([column, number]) =>
      column === undefined || !place
        ? []
        : [{ column, number, own: sheet?.rows.get(place.row)?.find((cell) => cell.column === column)?.value ?? null }],
    );
    if (!place || cells.length < wanted.length) {
      left.push(`${code}: biểu không có ô để ghi.`);
      continue;
    }
    const other = cells.find(({ own, number }) => own !== null && String(own).trim() !== '' && own !== number);
    if (other) {
      left.push(
        `${code}: ô ${toA1(place.row, other.column)} đã ghi ${String(other.own)}, sổ cộng được ${other.number}.`,
      );
      continue;
    }
    filled.push(code);
    for (const { column, number, own } of cells)
      if (own !== number)
        actions.push({ kind: 'write', sheet: place.sheet, row: place.row, column, value: { kind: 'number', number } });
  }
  return { actions, filled, left };
}

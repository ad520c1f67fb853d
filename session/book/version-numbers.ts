/** Writes the numbers of criteria sets into the sheet of a dossier that holds them. */

import { bareKey } from '../../core/base/text/text.ts';
import { setsTable } from '../../core/dossier/criteria-tables.ts';
import { sheetNamed } from '../../core/dossier/dossier-heading.ts';
import type { Dossier } from '../../core/dossier/read-dossier.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { setPlace } from '../../core/movement/validate/criteria-set.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { textValue } from '../../core/sheets/council/look.ts';

/**
 * Actions that write the numbers; null = there is no cell for one of them. `sets` = the sets of `next` with a new
 * number.
 */
export function numberActions(
  book: Book,
  { placeOf }: Pick<Dossier, 'placeOf'>,
  { next, sets }: { readonly next: Movement; readonly sets: readonly CriteriaSet[] },
) {
  const actions = sets.flatMap((set) => numberAction(book, placeOf({ where: setPlace(set, next) }), set) ?? []);
  return actions.length < sets.length ? null : actions;
}

/** The number in the row of the set in the dossier; `at` = where that stands. */
function numberAction(book: Book, at: { readonly cell: string } | null, { version }: CriteriaSet) {
  const { sheet: name, columns } = setsTable([], []);
  const sheet = sheetNamed(book, name);
  const row = at ? fromA1(at.cell)?.row : undefined;
  const title = bareKey(columns.version.title);
  const cells = sheet ? [...sheet.rows.values()].flat() : [];
  const column = cells.find(({ value }) => bareKey(String(value)) === title)?.column;
  if (!sheet || row === undefined || column === undefined) return null;
  return { kind: 'write' as const, sheet: sheet.name, row, column, value: textValue(version) };
}

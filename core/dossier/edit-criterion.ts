/**
 * Changes a criterion of a dossier in place: which cells get which value. Its row is found by set and code, so a row
 * that could not be understood is corrected in the same way.
 */
import { type Result, refuse } from '../base/result.ts';
import { bareKey } from '../base/text/text.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import type { Movement } from '../movement/movement.ts';
import type { Book, CellValue } from '../sheet/grid/sheet.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { type CriterionRow, criteriaTable, ROW_KIND, type SetKey, setsTable } from './criteria-tables.ts';
import { sheetNamed } from './dossier-heading.ts';
import { type DossierColumns, type RawRow, type RawTable, rawTableOf, readRow, type TableSpec } from './table.ts';

/** Code of a criterion, or of a part with that of its criterion before it (`1.2.a`). */
export interface CriterionKey extends SetKey {
  readonly code: string;
}

/** Fields of a criterion that are edited; the rule in words. Points in hundredths. */
export type CriterionEdit = Partial<Pick<CriterionRow, 'title' | 'maxPoints' | 'rule'>>;
export type SetEdit = Partial<Pick<CriteriaSet, 'classification'>>;

export interface DossierCellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: NewValue;
  /** The cell's present value. */
  readonly before: CellValue | null;
}

/** Refused when the row or any of its columns is gone. */
export function criterionEdits(
  book: Book,
  movement: Pick<Movement, 'audiences' | 'phases'>,
  key: CriterionKey,
  edit: CriterionEdit,
): Result<readonly DossierCellEdit[]> {
  const spec = criteriaTable(movement.audiences, movement.phases).criterion;
  const { audience, phase, code } = spec.columns;
  const isRow = (raw: RawRow, table: RawTable) => {
    const row = readRow(raw, table, { row: ROW_KIND, audience, phase, code }, [])?.row;
    return (
      row !== undefined && (row.row === 'criterion' || row.row === 'part') && row.code === key.code && isOf(row, key)
    );
  };
  return edited(book, spec, isRow, edit, `tiêu chí ${key.code}`);
}

export function setEdits(
  book: Book,
  movement: Pick<Movement, 'audiences' | 'phases'>,
  key: SetKey,
  edit: SetEdit,
): Result<readonly DossierCellEdit[]> {
  const spec = setsTable(movement.audiences, movement.phases);
  const { audience, phase } = spec.columns;
  const isRow = (raw: RawRow, table: RawTable) => {
    const row = readRow<SetKey>(raw, table, { audience, phase }, [])?.row;
    return row !== undefined && isOf(row, key);
  };
  return edited(book, spec, isRow, edit, 'bộ tiêu chí này');
}

function isOf(row: SetKey, key: SetKey): boolean {
  return row.audience === key.audience && row.phase === key.phase;
}

function edited<R extends object>(
  book: Book,
  spec: TableSpec<R>,
  isRow: (raw: RawRow, table: RawTable) => boolean,
  edit: Partial<R>,
  what: string,
): Result<readonly DossierCellEdit[]> {
  const sheet = sheetNamed(book, spec.sheet);
  const table = sheet && rawTableOf(sheet, spec, book.date1904, []);
  const raw = table?.rows.find((rawRow) => isRow(rawRow, table));
  if (!sheet || !table || !raw) return refuse('not-found', `Trang “${spec.sheet}” không còn dòng của ${what}.`);
  const columns: DossierColumns<R> = spec.columns;
  const edits: DossierCellEdit[] = [];
  for (const name of Object.keys(edit) as (keyof R & string)[]) {
    const value = edit[name];
    if (value === undefined) continue;
    const column = table.columns.get(bareKey(columns[name].title));
    if (column === undefined)
      return refuse('no-column', `Trang “${spec.sheet}” không còn cột “${columns[name].title}”.`);
    const before = sheet.rows.get(raw.at)?.find((cell) => cell.column === column)?.value ?? null;
    edits.push({ sheet: sheet.name, row: raw.at, column, value: columns[name].codec.write(value), before });
  }
  return { ok: true, value: edits };
}

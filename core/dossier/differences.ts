/**
 * In what two movements differ, in words and row by row as their dossiers show them: the rows compared are those that
 * are written. Numbers of a scan are left out: they are confirmed there, not changed.
 */
import type { Movement } from '../movement/movement.ts';
import { dossierFacts } from './dossier-facts.ts';
import { type DossierTableName, dossierTables } from './dossier-tables.ts';
import type { CellInWords, RowInWords } from './table-words.ts';

export interface Difference {
  /** Where it stands: facts of the movement, or a table. */
  readonly table: 'facts' | DossierTableName;
  /** A Vietnamese sentence. */
  readonly text: string;
}

/** In the order of the dossier's sheets. */
export function movementDifferences(before: Movement, after: Movement): Difference[] {
  const facts = changedCells('Phong trào', dossierFacts(before), dossierFacts(after));
  const [was, is] = [dossierTables(before), dossierTables(after)];
  const names = Object.keys(is) as DossierTableName[];
  return [
    ...facts.map((text) => ({ table: 'facts' as const, text })),
    ...names.flatMap((table) => tableDifferences(was[table].rows(), is[table].rows()).map((text) => ({ table, text }))),
  ];
}

function tableDifferences(before: readonly RowInWords[], after: readonly RowInWords[]): string[] {
  const [was, is] = [byKey(before), byKey(after)];
  const removed = [...was].flatMap(([key, row]) => (is.has(key) ? [] : [`${nameOf(row)}: bỏ.`]));
  const others = [...is].flatMap(([key, row]) => {
    const old = was.get(key);
    return old ? changedCells(nameOf(row), old.cells, row.cells) : [`${nameOf(row)}: thêm.`];
  });
  return [...removed, ...others, ...movedIn(was, is)];
}

/** Codes may be used twice by mistake: the second is met by the second. */
function byKey(rows: readonly RowInWords[]): ReadonlyMap<string, RowInWords> {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const nth = (seen.get(row.key) ?? 0) + 1;
      seen.set(row.key, nth);
      return [`${row.key}\n${nth}`, row] as const;
    }),
  );
}

const LONGEST_LABEL = 70;

function nameOf({ name, label }: RowInWords): string {
  const short = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).trimEnd()}…` : label;
  return short === '' ? name : `${name} “${short}”`;
}

function changedCells(
  name: string,
  before: ReadonlyMap<string, CellInWords>,
  after: ReadonlyMap<string, CellInWords>,
): string[] {
  return [...after].flatMap(([title, { exact, words }]) => {
    const old = before.get(title);
    return old === undefined || old.exact === exact ? [] : [`${name}: ${title}: ${shown(old)} → ${shown({ words })}.`];
  });
}

function shown({ words }: Pick<CellInWords, 'words'>): string {
  return words === '' ? '(trống)' : words;
}

/** One sentence for each part of the table whose common rows stand in another order. */
function movedIn(was: ReadonlyMap<string, RowInWords>, is: ReadonlyMap<string, RowInWords>): string[] {
  const groups = new Map<string, string[]>();
  for (const [key, { of }] of is) if (was.has(key)) groups.set(of, [...(groups.get(of) ?? []), key]);
  return [...groups].flatMap(([of, keys]) => {
    const wanted = new Set(keys);
    const old = [...was.keys()].filter((key) => wanted.has(key));
    const at = keys.findIndex((key, index) => key !== old[index]);
    const first = is.get(keys[at] ?? '');
    return first ? [`${first.name} và các dòng sau: đổi thứ tự${of === '' ? '' : ` trong ${of}`}.`] : [];
  });
}

/**
 * The sheet "Phiên bản bộ tiêu chí": each criteria set as it was when it was first used, and each version it got since.
 * Rows are only added. A set edited in the dossier is not used before it has a number of its own.
 */

import { groupBy } from '../../core/base/group-by.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { nextVersions } from '../../core/dossier/next-versions.ts';
import { type CriteriaSet, criteriaSetSchema } from '../../core/movement/criteria-set.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { setDigest, versionWords } from '../../core/movement/set-version.ts';
import { setPlace } from '../../core/movement/validate/criteria-set.ts';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook, HostTable } from '../host/port.ts';
import type { ChangedSets } from './own-movement.ts';
import {
  columns,
  findTable,
  type OwnTable,
  type OwnTableRow,
  placedRows,
  putTable,
  rowsOf,
  textOf,
  VERSION_TABLE,
} from './own-tables.ts';
import { tableInFile } from './table-in-file.ts';

const VERSIONS: OwnTable = {
  ...VERSION_TABLE,
  title: 'CÁC PHIÊN BẢN BỘ TIÊU CHÍ ĐÃ DÙNG',
  columns: columns(['Bộ tiêu chí', 50], ['Phiên bản', 26], ['Nội dung', 40, '@']),
};
const NOTE =
  'Phần mềm ghi khi bộ tiêu chí được dùng lần đầu và mỗi lần lập phiên bản mới; chỉ để đọc lại, không sửa ở đây.';
/** Characters a cell takes for sure. */
const PIECE = 30_000;

/** Every version ever used, the latest last; a row changed by hand is reported and not used. */
export function setsUsed(book: Pick<HostBook, 'book' | 'tables'>): {
  readonly sets: readonly CriteriaSet[];
  readonly faults: readonly string[];
} {
  const sets: CriteriaSet[] = [];
  const faults: string[] = [];
  const keyOf = (row: OwnTableRow) => `${textOf(row, 'Bộ tiêu chí')}\n${textOf(row, 'Phiên bản')}`;
  for (const rows of groupBy(tablesOf(book).flatMap(placedRows), ({ row }) => keyOf(row)).values()) {
    const [first] = rows;
    // As it was written: a piece may begin or end with a space.
    const set = parsed(rows.map(({ row }) => String(row.get('Nội dung'))).join(''));
    const words = first ? textOf(first.row, 'Phiên bản') : '';
    if (set && versionWords(set) === words) sets.push(set);
    else
      faults.push(
        `${first?.cell('Nội dung')}: ${words} đã bị sửa nên không giữ được; đang chấm theo trang “Tiêu chí”.`,
      );
  }
  return { sets, faults };
}

/** Other programs that save the workbook lose the table's name: its sheet still holds the rows, before any of ours. */
function tablesOf(book: Pick<HostBook, 'book' | 'tables'>): readonly HostTable[] {
  const standing = findTable(book, VERSIONS.table);
  const named = ({ name }: Sheet) => name !== standing?.sheet && bareKey(name).startsWith(bareKey(VERSIONS.sheet));
  const titles = VERSIONS.columns.map(({ name }) => name);
  const lost = book.book.sheets.filter(named).flatMap((sheet): HostTable[] => {
    const found = tableInFile({ ...book.book, sheets: [sheet] }, titles);
    return found ? [{ ...found, name: VERSIONS.table, columns: found.titles }] : [];
  });
  return [...lost, ...(standing ? [standing] : [])];
}

function parsed(text: string): CriteriaSet | null {
  try {
    return criteriaSetSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const isOfSame = (criteriaSet: CriteriaSet, other: CriteriaSet) =>
  criteriaSet.audience === other.audience && criteriaSet.phase === other.phase;

const IN_THE_PANE = 'Vào mục Tiêu chí để lập phiên bản mới, hoặc sửa lại như cũ.';

/**
 * The sets of an edited dossier that need a new version number; null = none. `todo` = the sentence that tells the
 * officer what to do.
 */
export function changedSince(
  edited: Movement,
  used: readonly CriteriaSet[],
  todo: string = IN_THE_PANE,
): ChangedSets | null {
  const inForce = edited.criteriaSets.map((set) => {
    const last = used.findLast((item) => isOfSame(item, set));
    return last && last.version === set.version && setDigest(last) !== setDigest(set) ? last : set;
  });
  if (inForce.every((set, at) => set === edited.criteriaSets[at])) return null;
  // Versions of long ago keep their numbers too.
  const { movement, renumbered } = nextVersions({ ...edited, criteriaSets: [...inForce, ...used] }, edited);
  const sets = renumbered.map(({ before, after }) => ({
    name: setPlace(after, edited),
    before: versionWords(before),
    after: versionWords(after),
  }));
  const named = sets.map(({ name, before }) => `${name} (đang dùng ${before})`).join(', ');
  return {
    inForce: { ...edited, criteriaSets: inForce },
    next: movement,
    sets,
    text: `${named} đã được sửa mà chưa thành phiên bản mới: điểm và biểu mẫu vẫn theo phiên bản đang dùng. ${todo}`,
  };
}

/** Actions that record these sets as used; none for a set that is recorded already. */
export function usedActions(book: HostBook, movement: Movement, sets: readonly CriteriaSet[]): readonly HostAction[] {
  const known = setsUsed(book).sets;
  const rows = [...new Set(sets)]
    .filter((set) => !known.some((item) => isOfSame(item, set) && setDigest(item) === setDigest(set)))
    .flatMap((set) => piecesOf(JSON.stringify(set)).map((piece) => [setPlace(set, movement), versionWords(set), piece]))
    .map((row) => row.map(textValue));
  if (rows.length === 0) return [];
  const standing = findTable(book, VERSIONS.table);
  if (standing && rowsOf(standing).length > 0) return [{ kind: 'append-rows', table: VERSIONS.table, rows }];
  // Hidden, so that it does not disturb an officer who corrects the criteria; its content stays.
  const isTaken = book.book.sheets.some(({ name }) => bareKey(name) === bareKey(VERSIONS.sheet));
  const hidden: HostAction[] = isTaken ? [] : [{ kind: 'hide-sheet', sheet: VERSIONS.sheet }];
  return [...putTable(book, VERSIONS, [NOTE], rows), ...hidden];
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE));
}

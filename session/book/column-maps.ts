/**
 * The sheet "Cách hiểu cột": an officer's answers on what the columns of odd tables hold, a row for each column, a
 * table for each set of headings. A table that cannot be understood is not used at all, and its cell is reported.
 */

import { groupBy } from '../../core/base/group-by.ts';
import { squashKey } from '../../core/base/text/text.ts';
import {
  answeredColumns,
  type ColumnMap,
  type ColumnMeaning,
  headingsKey,
  MEANING_WORDS,
  mapFault,
} from '../../core/report/column-map.ts';
import type { AnsweredColumns } from '../../core/report/read/header.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import {
  COLUMN_TABLE,
  columns,
  findTable,
  numberOf,
  type OwnTable,
  placedRows,
  putTable,
  textOf,
} from './own-tables.ts';
import { tableInFile } from './table-in-file.ts';

export interface StoredMap extends ColumnMap {
  /** File and sheet of the first answer. */
  readonly from: string;
  /** ISO instant. */
  readonly at: string;
}

export interface ColumnMaps {
  readonly maps: readonly StoredMap[];
  readonly answeredColumns: AnsweredColumns;
  /** Vietnamese sentences on tables that are not used. */
  readonly faults: readonly string[];
}

const MAPS: OwnTable = {
  ...COLUMN_TABLE,
  title: 'CÁCH HIỂU CỘT CỦA BÁO CÁO CÓ BỐ CỤC RIÊNG',
  columns: columns(
    ['Bảng', 8, '0'],
    ['Cột', 8, '0'],
    ['Tiêu đề cột', 50],
    ['Được hiểu là', 30],
    ['Giữ từ', 50],
    ['Thời điểm giữ', 26],
  ),
};
/** Without these a table is none of ours. */
const ASKED = ['Bảng', 'Cột', 'Tiêu đề cột', 'Được hiểu là'];
const NOTE = 'Dùng cho mọi báo cáo có đúng các tiêu đề này, theo đúng thứ tự. Sửa được ở cột Được hiểu là.';
const NOT_USED = 'Bảng này chưa được dùng.';

const MEANINGS = Object.keys(MEANING_WORDS) as readonly ColumnMeaning[];
const BY_WORDS = new Map(MEANINGS.map((meaning) => [squashKey(MEANING_WORDS[meaning]), meaning] as const));

type MapRow = ReturnType<typeof placedRows>[number];

/** The maps as they stand; empty when the workbook has no such sheet. */
export function readColumnMaps(book: Pick<HostBook, 'tables'>): ColumnMaps {
  const tables = groupBy(placedRows(findTable(book, MAPS.table)), ({ row }) => textOf(row, 'Bảng'));
  const maps: StoredMap[] = [];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const rows of tables.values()) {
    const read = readMap(rows);
    if (typeof read === 'string') faults.push(`${read} ${NOT_USED}`);
    else maps.push(read);
    const key = headingsKey(rows.map(({ row }) => textOf(row, 'Tiêu đề cột')));
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const isTwice = ({ headings }: ColumnMap) => (seen.get(headingsKey(headings)) ?? 0) > 1;
  const twice = maps.find(isTwice);
  if (twice) {
    const where = `Trang "${findTable(book, MAPS.table)?.sheet ?? MAPS.sheet}"`;
    faults.push(
      `${where}: hai bảng cùng các tiêu đề “${twice.headings.join('; ').slice(0, 80)}”; cả hai chưa được dùng.`,
    );
  }
  const used = maps.filter((map) => !isTwice(map));
  return { maps: used, answeredColumns: answeredColumns(used), faults };
}

/** The same of a workbook file; null = it has no such sheet. */
export function columnMapsInFile(book: Book): ColumnMaps | null {
  const found = tableInFile(book, ASKED);
  return found && readColumnMaps({ tables: [{ ...found, name: MAPS.table, columns: found.titles }] });
}

/** The rows of one table; text = what is wrong, and where. */
function readMap(rows: readonly MapRow[]): StoredMap | string {
  const [first] = rows;
  if (!first) return 'Bảng trống.';
  const meanings: ColumnMeaning[] = [];
  for (const [at, { row, cell }] of rows.entries()) {
    if (textOf(row, 'Bảng') === '') return `${cell('Bảng')}: thiếu số bảng.`;
    if (numberOf(row, 'Cột') !== at + 1) return `${cell('Cột')}: phải là ${at + 1}, theo đúng thứ tự cột từ trái sang.`;
    if (textOf(row, 'Tiêu đề cột') === '') return `${cell('Tiêu đề cột')}: thiếu tiêu đề cột.`;
    const words = textOf(row, 'Được hiểu là');
    const meaning = BY_WORDS.get(squashKey(words));
    if (meaning === undefined)
      return `${cell('Được hiểu là')}: không hiểu “${words.slice(0, 60)}” (ghi như: ${MEANING_WORDS.value}; ${MEANING_WORDS.none}).`;
    meanings.push(meaning);
  }
  const fault = mapFault({ meanings });
  if (fault !== null) return `${first.cell('Được hiểu là')}: ${fault}`;
  const headings = rows.map(({ row }) => textOf(row, 'Tiêu đề cột'));
  return { headings, meanings, from: textOf(first.row, 'Giữ từ'), at: textOf(first.row, 'Thời điểm giữ') };
}

/** Actions that make the sheet hold these maps. */
export function columnMapActions(book: HostBook, maps: readonly StoredMap[]): readonly HostAction[] {
  const rows = maps.flatMap(({ headings, meanings, from, at }, index) =>
    headings.map((heading, column) => [
      numberValue(index + 1),
      numberValue(column + 1),
      textValue(heading),
      textValue(MEANING_WORDS[meanings[column] ?? 'none']),
      textValue(from),
      textValue(at),
    ]),
  );
  return putTable(book, MAPS, [NOTE], rows);
}

/** Columns of the standard report form II.06a, found by their joined header words, whatever system prints it (facts on the portal, 4.4). */
import { bareKey } from '../../../grid/text.ts';
import type { PageTable } from '../../table.ts';

export const COUNTS = [
  'received',
  'online',
  'direct',
  'carried',
  'settled',
  'early',
  'onTime',
  'late',
  'pending',
  'inTime',
  'overdue',
] as const;
export type Count = (typeof COUNTS)[number];

export interface FormColumns {
  readonly label: number;
  /** Rows are fields of procedure (`Lĩnh vực`) of one unit, or units. */
  readonly rowsAre: 'fields' | 'units';
  readonly counts: ReadonlyMap<Count, number>;
  /** First row below the header. */
  readonly firstRow: number;
}

const FIELD = bareKey('Lĩnh vực');
const UNITS = [bareKey('Đơn vị'), bareKey('Cơ quan')];
const TOTAL = bareKey('Tổng');
const SHARE = bareKey('Tỷ lệ');

type Group = 'received' | 'settled' | 'pending';

/** How a group's header begins. */
const GROUPS = keyed<Group>([
  ['Số lượng hồ sơ tiếp nhận', 'received'],
  ['Tổng tiếp nhận', 'received'],
  ['Tiếp nhận', 'received'],
  ['Số lượng hồ sơ đã giải quyết', 'settled'],
  ['Tổng đã giải quyết', 'settled'],
  ['Đã giải quyết', 'settled'],
  ['Đã xử lý', 'settled'],
  ['Số lượng hồ sơ đang giải quyết', 'pending'],
  ['Tổng đang giải quyết', 'pending'],
  ['Đang giải quyết', 'pending'],
  ['Đang xử lý', 'pending'],
]);

/** What the header below a group contains; without one of these the column is the group's own sum. */
const LEAVES: Readonly<Record<Group, readonly (readonly [word: string, count: Count])[]>> = {
  received: keyed([
    ['Trực tuyến', 'online'],
    ['Trực tiếp', 'direct'],
    ['Kỳ trước', 'carried'],
  ]),
  settled: keyed([
    ['Trước hạn', 'early'],
    ['Đúng hạn', 'onTime'],
    ['Quá hạn', 'late'],
  ]),
  pending: keyed([
    ['Trong hạn', 'inTime'],
    ['Quá hạn', 'overdue'],
  ]),
};

function keyed<T>(words: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return words.map(([word, value]) => [bareKey(word), value]);
}

/** undefined when the table is not form 06a: all eleven counts and the label must be there, each once. */
export function formColumns(table: PageTable): FormColumns | undefined {
  const depth = headerDepth(table);
  if (depth === 0) return undefined;
  const width = Math.max(0, ...table.rows.slice(0, depth).map((row) => row.cells.length));
  const counts = new Map<Count, number>();
  let label: { column: number; rowsAre: 'fields' | 'units' } | undefined;
  for (let column = 0; column < width; column++) {
    const words = headerWords(table, depth, column);
    const own = words.at(-1) ?? '';
    const group = words.map(groupOf).find((found) => found !== undefined);
    if (!group) {
      if (!label && own.startsWith(FIELD)) label = { column, rowsAre: 'fields' };
      if (!label && UNITS.some((word) => own.startsWith(word))) label = { column, rowsAre: 'units' };
      continue;
    }
    if (own.includes(SHARE)) continue;
    const leaf =
      words.length > 1 || !own.startsWith(TOTAL) ? LEAVES[group].find(([word]) => own.includes(word)) : undefined;
    const count = leaf ? leaf[1] : group;
    // A column of the group that is none of ours would be missing from the sums.
    if (counts.has(count) || (!leaf && !own.startsWith(TOTAL) && groupOf(own) !== group)) return undefined;
    counts.set(count, column);
  }
  if (!label || COUNTS.some((count) => !counts.has(count))) return undefined;
  return { label: label.column, rowsAre: label.rowsAre, counts, firstRow: depth };
}

/** Header rows: up to the first row in which some cell of the right half is a number (letter and number rows are told apart later). */
function headerDepth(table: PageTable): number {
  const first = table.rows.findIndex((row) => row.cells.some((cell) => /^\(?\d[\d.,]*\)?$/.test(cell?.text ?? '')));
  return first > 0 && first <= 6 ? first : 0;
}

/** Header texts above a column from top to bottom, folded; a cell spanning rows counts once. */
function headerWords(table: PageTable, depth: number, column: number): string[] {
  const words: string[] = [];
  for (const row of table.rows.slice(0, depth)) {
    const text = bareKey(row.cells[column]?.text ?? '');
    if (text !== '' && words.at(-1) !== text) words.push(text);
  }
  return words;
}

function groupOf(word: string): Group | undefined {
  return GROUPS.find(([start]) => word.startsWith(start))?.[1];
}

/**
 * Adds up a village's book of households to a and b. A household is mentioned by its row only: no name ever leaves the
 * book. A row that cannot be read for sure is reported, and its criterion is then not summed.
 */

import { bareKey, squashKey } from '../base/text/text.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import { readValue } from '../report/read/value.ts';
import type { Book, Cell, Sheet } from '../sheet/grid/sheet.ts';
import { type TallyAsk, tallyPlan } from './tally-plan.ts';
import { TALLY_A, TALLY_B, TALLY_FIRST, TALLY_NAME } from './tally-sheet.ts';

export interface TallyFigure {
  readonly code: string;
  readonly a: number;
  /** null where the report asks for a count alone. */
  readonly b: number | null;
}

interface Tally {
  /** Whose book it is, of which period, as its head says: `Bản Nà Đắng, năm 2025`. */
  readonly about: string;
  readonly households: number;
  /** Only of criteria in which no row is in doubt. */
  readonly figures: readonly TallyFigure[];
  /** Vietnamese sentences; rows are numbered as the sheet numbers them. */
  readonly doubts: readonly string[];
}

/** null when the workbook holds no such book for this set. */
export function readTally(book: Book, set: CriteriaSet): Tally | null {
  const plan = tallyPlan(set);
  const found = book.sheets.map(placeOf).find((place) => place !== null);
  if (!found || !isOf(found, plan)) return null;
  const { sheet, dataRow } = found;
  const at = (row: number, column: number): Cell | undefined =>
    sheet.rows.get(row)?.find((cell) => cell.column === column);
  const columns = Array.from({ length: plan.bases.length + plan.asks.length }, (_, number) => TALLY_FIRST + number);
  const rows = [...sheet.rows.keys()]
    .filter((row) => row >= dataRow && [1, ...columns].some((column) => says(at(row, column))))
    .sort((x, y) => x - y);
  const doubts: string[] = [...namedTwice(rows, (row) => at(row, 1))];
  const count = (row: number, column: number): number | null => {
    const { reading } = readValue(at(row, column)?.value ?? null, LOOK, { measure: 'count' });
    return reading.kind === 'number' && Number.isInteger(reading.value) && reading.value >= 0 ? reading.value : null;
  };
  const figures = plan.asks.flatMap((ask, index): TallyFigure[] => {
    const column = TALLY_FIRST + plan.bases.length + index;
    const bad: string[] = [];
    let [a, b] = [0, 0];
    for (const row of rows) {
      const read =
        ask.kind === 'household'
          ? household(at(row, column))
          : people(count(row, column), ask.base === null ? null : count(row, TALLY_FIRST + ask.base));
      if (typeof read === 'string') bad.push(`hàng ${row + 1} ${read}`);
      else [a, b] = [a + read.a, b + read.b];
    }
    if (bad.length > 0) {
      doubts.push(
        `${ask.code}: ${bad.slice(0, MOST_NAMED).join(', ')}${bad.length > MOST_NAMED ? ` và ${bad.length - MOST_NAMED} hàng khác` : ''}.`,
      );
      return [];
    }
    doubts.push(...unlikeSheet(ask, { a, b }, at(dataRow - 2, column), at(dataRow - 1, column)));
    return [{ code: ask.code, a, b: ask.isPair ? b : null }];
  });
  const about = String(at(found.headerRow - ABOUT_ABOVE, 0)?.value ?? '');
  return { about, households: rows.length, figures, doubts };
}

const LOOK = { font: '', numberFormat: 'General' };
const MOST_NAMED = 10;
/** Most rows between the line that names the book's owner and the header. */
const ABOUT_ABOVE = 4;

interface TallyTable {
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** First row of a household: behind the header, the codes and the two lines of sums. */
  readonly dataRow: number;
}

function placeOf(sheet: Sheet): TallyTable | null {
  const isText = (row: number, column: number, text: string): boolean =>
    bareKey(String(sheet.rows.get(row)?.find((cell) => cell.column === column)?.value ?? '')) === bareKey(text);
  for (const headerRow of [...sheet.rows.keys()].slice(0, 100)) {
    const isHeader = isText(headerRow, 1, TALLY_NAME) && isText(headerRow + 2, 1, TALLY_A);
    if (isHeader && isText(headerRow + 3, 1, TALLY_B)) return { sheet, headerRow, dataRow: headerRow + 4 };
  }
  return null;
}

/** The columns are those the set asks for: a book made for another set would fill in the wrong criteria. */
function isOf({ sheet, headerRow }: TallyTable, { bases, asks }: ReturnType<typeof tallyPlan>): boolean {
  const text = (row: number, column: number): string =>
    squashKey(String(sheet.rows.get(row)?.find((cell) => cell.column === column)?.value ?? ''));
  const titles = [...bases, ...asks.map((ask) => ask.text)];
  return (
    titles.every((title, at) => text(headerRow, TALLY_FIRST + at) === squashKey(title)) &&
    asks.every(({ code }, at) => text(headerRow + 1, TALLY_FIRST + bases.length + at) === squashKey(code))
  );
}

function says(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.value !== null && String(cell.value).trim() !== '';
}

type Answer = { readonly a: number; readonly b: number } | string;

function household(cell: Cell | undefined): Answer {
  const { reading } = readValue(cell?.value ?? null, LOOK, { measure: 'yes-no' });
  switch (reading.kind) {
    case 'yes':
      return { a: 1, b: 1 };
    case 'no':
      return { a: 0, b: 1 };
    case 'not-applicable':
      return { a: 0, b: 0 };
    case 'missing':
      return 'chưa chọn';
    case 'number':
    case 'fraction':
    case 'date':
    case 'level':
    case 'error':
    case 'ambiguous':
    case 'bound':
    case 'bad-date':
    case 'text':
      return 'không rõ là Có hay Không';
  }
}

function people(a: number | null, b: number | null): Answer {
  if (a === null || b === null) return 'chưa ghi đủ số người';
  return a > b ? `ghi ${a} trên ${b} người` : { a, b };
}

/** Two rows with the same name may be two households: both are counted, and the name is reported. */
function namedTwice(rows: readonly number[], nameAt: (row: number) => Cell | undefined): readonly string[] {
  const byName = new Map<string, number[]>();
  for (const row of rows) {
    const name = squashKey(String(nameAt(row)?.value ?? ''));
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), row + 1]);
  }
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => `Hàng ${same.join(' và ')} cùng tên chủ hộ: xem có phải ghi một hộ hai lần không.`);
}

/** A sum typed over, or a range that no longer reaches the last household. */
function unlikeSheet(
  ask: TallyAsk,
  own: { readonly a: number; readonly b: number },
  a?: Cell,
  b?: Cell,
): readonly string[] {
  const differs = (cell: Cell | undefined, value: number): boolean =>
    typeof cell?.value === 'number' && cell.value !== value;
  return [
    ...(differs(a, own.a)
      ? [`${ask.code}: hàng ${TALLY_A} của sổ ghi ${String(a?.value)}, cộng lại được ${own.a}.`]
      : []),
    ...(ask.isPair && differs(b, own.b)
      ? [`${ask.code}: hàng ${TALLY_B} của sổ ghi ${String(b?.value)}, cộng lại được ${own.b}.`]
      : []),
  ];
}

/** What each column of a report's tables was taken for, so that somebody who knows the sheet can check it. */
import { columnName } from '../sheet/grid/address.ts';
import type { Book } from '../sheet/grid/sheet.ts';
import { type ColumnMap, type ColumnMeaning, headingsKey, headingText } from './column-map.ts';
import type { HeaderColumn, ReportColumns } from './read/columns.ts';
import { headerWord } from './read/header-words.ts';
import { readPage } from './read/page.ts';
import { knownCriteria } from './read/set-index.ts';
import type { ReportTable } from './read/tables.ts';
import { type ReadOptions, reportTables, sightOf } from './read.ts';

export interface TableReading {
  readonly sheet: string;
  /** As it was read; its `headings` name the table. */
  readonly map: ColumnMap;
  /** It was read by the officer's answer. */
  readonly isKept: boolean;
  readonly columns: readonly ColumnFinding[];
}

interface ColumnFinding {
  /** `D` */
  readonly letters: string;
  readonly heading: string;
  readonly meaning: ColumnMeaning;
  /** false = its words are not all known, or it is not read for what they say. */
  readonly isSure: boolean;
  /** The first values in the column, as written. */
  readonly values: readonly string[];
}

const VALUES = 3;
const LONGEST = 60;

/** The tables of reports on these sheets, one for each set of headings; answers of online forms have no columns. */
export function tellColumns(
  book: Book,
  sheets: readonly string[],
  options: Omit<ReadOptions, 'file'>,
): readonly TableReading[] {
  const known = knownCriteria(options.movement);
  const sight = sightOf(options);
  const tables = book.sheets
    .filter(({ name }) => sheets.includes(name))
    .flatMap((sheet) => reportTables(readPage(book, sheet), known, sight))
    .filter((table) => !table.answers)
    .map(toldOf);
  return [
    ...new Map(
      tables.toReversed().map((tableReading) => [headingsKey(tableReading.map.headings), tableReading]),
    ).values(),
  ].toReversed();
}

function toldOf({ page, header, body }: ReportTable): TableReading {
  const { texts, columns, isKept = false } = header;
  const meanings = meaningsOf(columns);
  const list = texts.map((headerColumn): ColumnFinding => {
    const meaning = meanings.get(headerColumn.column) ?? 'none';
    const cells = body.flatMap(({ at }) => at.get(headerColumn.column)?.text ?? []);
    return {
      letters: columnName(headerColumn.column),
      heading: headingText(headerColumn),
      meaning,
      isSure: isKept || saysSo(headerColumn, meaning),
      values: cells.slice(0, VALUES).map((text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)),
    };
  });
  const map = { headings: list.map(({ heading }) => heading), meanings: list.map(({ meaning }) => meaning) };
  return { sheet: page.sheet.name, map, isKept, columns: list };
}

/** Words that speak of nothing a report is read for. */
const IDLE = new Set(['other', 'group']);

function saysSo({ texts }: Pick<HeaderColumn, 'texts'>, meaning: ColumnMeaning): boolean {
  const word = headerWord(texts.at(-1) ?? '');
  return word?.exact === true && IDLE.has(word.role) === (meaning === 'none');
}

/** The reading as a map. A column that serves two roles is listed by the first; rivals are listed as not read. */
export function meaningsOf(columns: ReportColumns): ReadonlyMap<number, ColumnMeaning> {
  const { titles, appraised } = columns;
  const pairs: readonly (readonly [ColumnMeaning, number | undefined])[] = [
    ['title', titles[0]],
    ['index', columns.index],
    ...titles.slice(1).map((title) => ['more-title', title] as const),
    ['code', columns.code],
    ['unit', columns.unit],
    ['numerator', columns.numerator],
    ['denominator', columns.denominator],
    ['value', columns.value],
    ['figure', columns.figure],
    ['yes', columns.yes],
    ['no', columns.no],
    ['plan', columns.plan],
    ['target', columns.target],
    ['max', columns.max],
    ['method', columns.method],
    ['self', columns.self],
    ['appraised', appraised[0]],
    ...appraised.slice(1).map((number) => ['more-appraised', number] as const),
    ['evidence', columns.evidence],
    ['explanation', columns.explanation],
    ['baseline', columns.baseline],
    ['exempted', columns.exempted],
  ];
  const meanings = new Map<number, ColumnMeaning>();
  for (const [meaning, column] of pairs)
    if (column !== undefined && !meanings.has(column)) meanings.set(column, meaning);
  return meanings;
}

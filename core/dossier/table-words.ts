/** Rows of the dossier as an officer would read them aloud: by what each is known, and what stands in its cells. */
import { formatDate, readDate } from '../sheet/grid/date.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { DATE } from '../sheets/council/look.ts';
import type { Codec } from './codec.ts';
import type { DossierColumns, TableSpec } from './table.ts';
import { exactNumber } from './words.ts';

/**
 * The columns that identify a row: `name` is written first, `of` in brackets behind it, `label` (not part of the key)
 * in quotes.
 */
export interface RowKey<R> {
  readonly name: readonly (keyof R & string)[];
  readonly of?: readonly (keyof R & string)[];
  readonly label?: keyof R & string;
  /** Written before the name; absent = the sheet's name, which already says what a row is. */
  readonly noun?: string;
}

export interface CellInWords {
  /** Equal cells, equal texts. */
  readonly exact: string;
  /** '' when blank; never more than a line. */
  readonly words: string;
}

export interface RowInWords {
  /** Equal for the same row of another dossier, whatever its words there. */
  readonly key: string;
  /** `Tiêu chí 1.2 (Bản)` */
  readonly name: string;
  readonly label: string;
  /** What its table is parted by: rows change places within it only. */
  readonly of: string;
  /** By column title. */
  readonly cells: ReadonlyMap<string, CellInWords>;
}

export function rowsInWords<R extends object>(
  { sheet, columns }: TableSpec<R>,
  rows: readonly Partial<R>[],
  { name, of = [], label, noun = sheet }: RowKey<R>,
): RowInWords[] {
  const keys = Object.keys(columns) as (keyof R & string)[];
  return rows.map((row) => {
    const cells = new Map(keys.map((key) => [columns[key].title, cellInWords(columns, key, row)] as const));
    const wordsOf = (list: readonly (keyof R & string)[]) =>
      list.map((key) => cells.get(columns[key].title)?.words ?? '').filter((words) => words !== '');
    const group = wordsOf(of).join(', ');
    return {
      key: JSON.stringify([...name, ...of].map((item) => row[item] ?? null)),
      name: [noun, ...wordsOf(name), group && `(${group})`].filter((words) => words !== '').join(' '),
      label: label === undefined ? '' : wordsOf([label]).join(''),
      of: group,
      cells,
    };
  });
}

function cellInWords<R extends object, K extends keyof R & string>(
  columns: DossierColumns<R>,
  key: K,
  row: Partial<R>,
): CellInWords {
  const value = row[key];
  const { codec } = columns[key];
  return value === undefined ? NOTHING : inWords(codec, codec.write(value));
}

const NOTHING: CellInWords = { exact: '', words: '' };

/** A value as its cell shows it. */
export function inWords({ style }: Pick<Codec<unknown>, 'style'>, value: NewValue): CellInWords {
  switch (value.kind) {
    case 'empty':
      return NOTHING;
    case 'number': {
      const day = style.numberFormat === DATE.numberFormat ? readDate(value.number) : null;
      return { exact: String(value.number), words: day === null ? exactNumber(value.number) : formatDate(day) };
    }
    case 'text':
      return { exact: value.text, words: value.text.trim().replace(/\s*\n\s*/g, '; ') };
    case 'boolean':
    case 'formula':
      throw new Error('no column of the dossier is written as one');
  }
}

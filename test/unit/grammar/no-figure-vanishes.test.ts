/**
 * A figure in a cell that a report leaves empty, beside a criterion and under any heading, is read or named: in a value, a
 * leftover, a flag, a note. Only in a column that holds figures for criteria of its measure, and is set aside as a whole,
 * it is one of that column.
 */
import { expect, it } from 'vitest';
import type { NewCell, NewSheet } from '../../../core/sheet/workbook/port.ts';
import { bytesOf, type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { type Choices, optionsOf } from '../../fixtures/grammar/dimensions.ts';
import { contextOf, registerOf, runFiles } from '../../fixtures/grammar/run-composed.ts';
import { linesOf } from '../../fixtures/grammar/truth.ts';
import { random } from '../../fixtures/random.ts';

/** No count, no share, no total of a composed sheet, and no day as Excel stores it. */
const ODD = 4721;
/** Lines of text that hold their figures, and answers in columns of their own, have no empty cells. */
const WITHOUT_CELLS: ReadonlySet<string> = new Set(['sentences', 'one-column', 'blocks']);
const FIXED = { kind: 'xlsx', text: 'nfc', runs: 'none', grid: 'plain', typed: 'numbers' } as const;
const FIRST = 5200;
const SEEDS = 4;

interface Place {
  readonly sheet: NewSheet;
  readonly unit: string;
  readonly code: string;
  readonly row: number;
  readonly column: number;
}

/** The cells of titles of criteria, by unit. */
function titlesOf({ places, sheets }: Composed): readonly Place[] {
  return [...places].flatMap(([key, { sheet: name, row, column }]): Place[] => {
    const [, unit = '', code = ''] = /^(u\d+)\|(\d[\w.]*)\/title$/.exec(key) ?? [];
    const sheet = sheets.find((item) => item.name === name);
    return sheet && code !== '' ? [{ sheet, unit, code, row, column }] : [];
  });
}

const at = (sheet: NewSheet, row: number, column: number): NewCell | undefined =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column && cell.value.kind !== 'empty');

const isMerged = ({ merges = [] }: NewSheet, row: number, column: number): boolean =>
  merges.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);

function emptyCells(composed: Composed): readonly Place[] {
  const numbering = new Set(
    [...composed.places].filter(([key]) => key.endsWith('/index')).map(([, { column }]) => column),
  );
  return titlesOf(composed).flatMap((title) => {
    const { sheet, row } = title;
    const last = Math.max(...sheet.cells.filter(({ value }) => value.kind !== 'empty').map(({ column }) => column));
    const columns = Array.from({ length: Math.max(0, last - title.column) }, (_, step) => title.column + 1 + step);
    return columns
      .filter((column) => !numbering.has(column) && !at(sheet, row, column) && !isMerged(sheet, row, column))
      .map((column) => ({ ...title, column }));
  });
}

/** Other criteria of its measure have figures in its column. */
function isSetAside(composed: Composed, place: Place): boolean {
  const measures = new Map(composed.truth.set.criteria.flatMap(linesOf).map(({ code, measure }) => [code, measure]));
  const own = titlesOf(composed).filter(({ unit, sheet }) => unit === place.unit && sheet === place.sheet);
  const holds = ({ row }: Place): boolean => {
    const value = at(place.sheet, row, place.column)?.value;
    return value !== undefined && (value.kind !== 'text' || /^[^\p{L}]*\d/u.test(value.text));
  };
  const alike = own.filter(({ code }) => measures.get(code) === measures.get(place.code));
  return alike.some(holds);
}

/** All that is read and said, without what stands over the columns. */
async function everythingSaid(composed: Composed, { sheet, row, column }: Place): Promise<string> {
  const odd: NewCell = { row, column, value: { kind: 'number', number: ODD } };
  const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
  const sheets = composed.sheets.map((item) => (item === sheet ? { ...item, cells: [...others, odd] } : item));
  const file = { file: composed.file, bytes: bytesOf({ ...composed, sheets }) };
  const { files, flags } = await runFiles([file], contextOf(composed.truth, registerOf(composed)));
  return JSON.stringify([
    flags,
    files.map(({ reports, remarks }) => [remarks, reports.map(({ layout: _, ...told }) => told)]),
  ]);
}

it.each(optionsOf('arrangement').filter((name) => !WITHOUT_CELLS.has(name)))('%s', async (name) => {
  const vanished: string[] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const composed = compose(seed, { fixed: { ...FIXED, arrangement: name as Choices['arrangement'] } });
    const empty = emptyCells(composed);
    if (empty.length === 0) continue;
    const place = random(seed).pick(empty);
    const said = await everythingSaid(composed, place);
    if (!/4721|4\.721/.test(said) && !isSetAside(composed, place))
      vanished.push(`seed ${seed}: ${place.sheet.name} row ${place.row + 1} column ${place.column + 1}, ${place.code}`);
  }
  expect(vanished).toEqual([]);
});

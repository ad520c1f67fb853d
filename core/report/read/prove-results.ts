/**
 * Several columns that could all hold the result: the figures say which is the sum of the others, which only judges what
 * stands beside it, and which is somebody else's.
 */
import { foldKey } from '../../base/text/text.ts';
import { columnTime } from './column-time.ts';
import type { Apart, HeaderColumn } from './columns.ts';
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { holdsPoints, isMaximum } from './sampled-points.ts';
import type { SampledTable } from './sampled-table.ts';
import { isFigure, isNumeric, type SampleFigure } from './samples.ts';
import { saysWhole } from './says-whole.ts';
import { wordOver } from './word-over.ts';

const HALF = 0.5;
const LEAST_ROWS = 2;
const ENOUGH = 0.8;
/** More columns side by side are no parts of one result. */
const MOST_PARTS = 12;

function resultsOf({ value, figure, rivals }: Draft): readonly number[] {
  return [value, figure, ...rivals].filter((column) => column !== undefined);
}

/** Takes columns out of the results; what is left keeps its order. */
export function drop(draft: Draft, columns: readonly number[], why: Apart): void {
  const isLeft = (column: number | undefined): boolean => column !== undefined && !columns.includes(column);
  const rivals = draft.rivals.filter(isLeft);
  if (!isLeft(draft.figure)) draft.figure = undefined;
  if (!isLeft(draft.value)) {
    draft.ratio = undefined;
    draft.value = draft.figure ?? rivals[0];
    draft.figure = undefined;
  }
  draft.rivals = rivals.filter((column) => column !== draft.value);
  setApart(draft, columns, why);
}

/**
 * Words in rows that ask for figures are no results where another column has the figures: labels of them ("Tổng số" row
 * after row), what was done ("Đã tuyên truyền đến từng hộ"), a judgement ("Đạt").
 */
export function withoutWords(draft: Draft, table: SampledTable): void {
  const share = (column: number, is: (figure: SampleFigure) => boolean): number => {
    const own = table.figures(column).filter(({ sample }) => isNumeric(sample));
    return own.length < LEAST_ROWS ? 0 : own.filter(({ figure }) => is(figure)).length / own.length;
  };
  const isWord = ({ kind }: SampleFigure): boolean => kind === 'text' || kind === 'label' || kind === 'answer';
  const results = [...resultsOf(draft), ...draft.twins.map(({ column }) => column)];
  const words = results.filter((column) => share(column, isWord) > HALF);
  const isTold = results.some((column) => !words.includes(column) && share(column, isFigure) > HALF);
  const isLabels = words.every((column) => share(column, ({ kind }) => kind === 'label') === 1);
  if (words.length === 0 || !(isTold || isLabels)) return;
  drop(draft, words, 'word');
  draft.twins = draft.twins.filter(({ column }) => !words.includes(column));
  if (draft.value !== undefined) return;
  const [first, ...others] = draft.twins;
  draft.value = first?.column;
  draft.twins = others;
}

/**
 * ReportColumns of figures under no word, right behind the result: the word over it was merged over them. Which of them is
 * meant the figures must say.
 */
export function withHeadless(draft: Draft, headless: readonly number[], texts: readonly HeaderColumn[]): void {
  const { value, figure, denominator, numerator } = draft;
  if (value === undefined || figure !== undefined || denominator !== undefined || numerator !== undefined) return;
  const behind = (column: number): number | undefined =>
    texts.findLast((headerColumn) => headerColumn.column < column)?.column;
  const own = headless.filter((column) => behind(column) === value);
  draft.rivals = [...draft.rivals, ...own];
}

/** Two columns of results that are a and b, whatever the words over them: `155 | / | 192`. */
export function withPair(draft: Draft, table: SampledTable): void {
  if (draft.numerator !== undefined || draft.denominator !== undefined) return;
  const signed = signedPair(table);
  const [a, b, ...others] = signed ?? resultsOf(draft).filter((column) => table.numbers(column).length > 0);
  if (a === undefined || b === undefined || others.length > 0) return;
  if (signed === null && (draft.figure !== undefined || !isTotalOf(b, a, table))) return;
  const rest = resultsOf(draft).filter((column) => column !== a && column !== b);
  draft.numerator = a;
  draft.denominator = b;
  draft.value = undefined;
  draft.figure = undefined;
  draft.ratio = undefined;
  draft.rivals = [];
  setUsed(draft, a);
  setUsed(draft, b);
  setApart(draft, rest, 'word');
}

/** The columns left and right of a column that holds nothing but the sign of a fraction. */
function signedPair(table: SampledTable): readonly [number, number] | null {
  // On a fine grid the columns beside it are not the next ones.
  const columns = [...new Set(table.samples.flatMap(({ at }) => [...at.keys()]))].sort((x, y) => x - y);
  for (const [order, column] of columns.entries()) {
    const own = table.figures(column);
    if (own.length === 0 || own.some(({ figure }) => figure.kind !== 'sign')) continue;
    const [a, b] = [columns[order - 1], columns[order + 1]];
    if (a === undefined || b === undefined) continue;
    if (own.every(({ sample: { at } }) => at.get(a)?.kind === 'number' && at.get(b)?.kind === 'number')) return [a, b];
  }
  return null;
}

/** Under a single heading: only shares have a second figure, which is never smaller and is no share itself. */
function isTotalOf(total: number, part: number, table: SampledTable): boolean {
  let all = 0;
  for (const { criterion, at } of table.samples) {
    const [a, b] = [at.get(part), at.get(total)];
    if (b === undefined) continue;
    if (a?.kind !== 'number' || b.kind !== 'number' || a.value > b.value) return false;
    if (!criterion.measures.includes('percentage')) return false;
    all += 1;
  }
  return all >= LEAST_ROWS && table.numbers(total).some(({ value }) => value > 100);
}

/** "Đã thực hiện | Chưa thực hiện": one says no to the other, and nothing but ticks stands under them. */
export function withTickPair(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  if (draft.yes !== undefined || draft.no !== undefined) return;
  const headingOf = (column: number): string =>
    foldKey(wordOver(texts, column).replace(/\s*[([][^)\]]*[)\]]/g, '')).replace(/^đã /u, '');
  const unread = [...draft.apart].flatMap(([column, why]) => (why === 'word' || why === 'near' ? [column] : []));
  const columns = [...new Set([...resultsOf(draft), ...draft.open, ...draft.weak, ...unread])];
  const isTicked = (column: number): boolean => table.figures(column).every(({ figure }) => figure.kind === 'answer');
  const no = columns.find((column) => /^(?:không|chưa) /u.test(headingOf(column)) && isTicked(column));
  const yes = columns.find(
    (column) =>
      no !== undefined && isTicked(column) && ` ${headingOf(column)}` === headingOf(no).replace(/^\p{L}+/u, ''),
  );
  if (yes === undefined || no === undefined) return;
  if (resultsOf(draft).some((column) => column !== yes && column !== no)) drop(draft, [yes, no], 'word');
  draft.yes = yes;
  draft.no = no;
  setUsed(draft, yes);
  setUsed(draft, no);
}

/** More and less than something: no result is below nought row after row. */
export function withoutDifferences(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const results = resultsOf(draft);
  const isFrom = (column: number, reached: readonly number[]): boolean =>
    reached.some(
      (result) =>
        result !== column &&
        (isDistance(column, result, table) || (column > result && isLeftOf(column, result, table, texts))),
    );
  const differing = results.filter(
    (column) =>
      table.share(column, (figure) => figure.kind === 'number' && figure.value < 0) > A_FIFTH ||
      isFrom(column, results),
  );
  if (differing.length > 0 && differing.length < results.length) drop(draft, differing, 'other');
  const left = resultsOf(draft);
  // Where no word names the result it is found later, among the columns that are no such distance.
  const reached = left.length > 0 ? left : draft.open;
  setApart(
    draft,
    draft.open.filter((column) => isFrom(column, reached)),
    'other',
  );
}

const A_FIFTH = 0.2;

/** Row after row so much more or less than the target as the result beside it. */
function isDistance(column: number, result: number, table: SampledTable): boolean {
  let [all, good] = [0, 0];
  for (const { criterion, at } of table.samples) {
    const [left, reached] = [at.get(column), at.get(result)].map(sizeOf);
    if (left == null || reached == null || criterion.targets.length === 0) continue;
    all += 1;
    if (criterion.targets.some((target) => Math.abs(reached - target - left) < ROUNDED)) good += 1;
  }
  return good >= LEAST_ROWS && good >= ENOUGH * all;
}

/** Row after row what is left of the target behind the result, nought where it is reached. */
function isLeftOf(column: number, result: number, table: SampledTable, texts: readonly HeaderColumn[]): boolean {
  const isSaid = /^(?:còn|chưa)(?![\p{L}])/u.test(foldKey(wordOver(texts, column)));
  let [all, good, more] = [0, 0, 0];
  for (const { criterion, at } of table.samples) {
    const [left, reached] = [at.get(column), at.get(result)].map(sizeOf);
    if (left == null || reached == null || criterion.targets.length === 0) continue;
    all += 1;
    if (!criterion.targets.some((target) => Math.abs(Math.max(0, target - reached) - left) < ROUNDED)) continue;
    good += 1;
    if (left > 0) more += 1;
  }
  return (more > 0 || isSaid) && good >= LEAST_ROWS && good >= ENOUGH * all;
}

const ROUNDED = 0.06;

/** Finds the column that is the sum of the others, whatever their headings; true = there is such a column. */
export function withSumOfParts(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): boolean {
  if (draft.ratio !== undefined || [...draft.apart.values()].includes('rest')) return false;
  const { numerator, denominator, weak, open, apart } = draft;
  // "Toàn đơn vị" is a word that says nothing of a result by itself.
  const wholes = [...apart].flatMap(([column, why]) =>
    (why === 'word' || why === 'near') && isWhole(column, texts) ? [column] : [],
  );
  // "Số thực hiện (a) | Tổng số (b)": words leave no doubt what is of what.
  if (numerator !== undefined && denominator !== undefined) return false;
  const all = new Set([...resultsOf(draft), numerator, denominator, ...weak, ...open, ...wholes]);
  // "T1 | T2 | Cộng": few cases a month could be points too.
  const isUnnamed = resultsOf(draft).length === 0 && numerator === undefined;
  const columns = [...all].filter(
    (column): column is number =>
      column !== undefined &&
      table.figures(column).some(({ figure }) => countOf(figure) !== null || sizeOf(figure) !== null) &&
      table.share(column, isMaximum) < HALF &&
      !(!isUnnamed && open.includes(column) && holdsPoints(column, table)),
  );
  const found = sumIn(columns, open, table, texts);
  if (found === undefined) return false;
  const { sum, parts } = found;
  draft.numerator = draft.numerator === sum || parts.includes(draft.numerator ?? -1) ? undefined : draft.numerator;
  draft.denominator =
    draft.denominator === sum || parts.includes(draft.denominator ?? -1) ? undefined : draft.denominator;
  draft.value = sum;
  draft.figure = undefined;
  draft.rivals = [];
  setApart(draft, parts, 'part');
  setUsed(draft, sum);
  return true;
}

/** Of several columns the sum of all the others, or of all but one under words nobody knows. */
function sumIn(
  columns: readonly number[],
  open: readonly number[],
  table: SampledTable,
  texts: readonly HeaderColumn[],
): { readonly sum: number; readonly parts: readonly number[] } | undefined {
  const fewer = columns.filter((column) => open.includes(column)).map((column) => without(columns, column));
  const sets = [columns, ...fewer].filter(({ length }) => length >= 3 && length <= MOST_PARTS);
  const isProved = (column: number, parts: readonly number[]): boolean => isSumOf(column, parts, table);
  const isWorded = (column: number, parts: readonly number[]): boolean =>
    isWhole(column, texts) && isAmong(column, parts, table);
  const timeOf = (column: number): string | undefined => columnTime([wordOver(texts, column)])?.part;
  for (const is of [isProved, isWorded])
    for (const set of sets) {
      // "Kỳ trước | Kỳ này | Lũy kế": the sum is of more than the period.
      const isNow = set.some((column) => timeOf(column) === 'now');
      const sum = set.find((column) => !(isNow && timeOf(column) === 'sum') && is(column, without(set, column)));
      if (sum !== undefined) return { sum, parts: without(set, sum) };
    }
  return undefined;
}

function without(columns: readonly number[], number: number): readonly number[] {
  return columns.filter((column) => column !== number);
}

function isWhole(column: number, texts: readonly HeaderColumn[]): boolean {
  return saysWhole(wordOver(texts, column));
}

/** Shares of parts lie about the share of the whole; its number of cases is the sum of theirs. */
function isAmong(whole: number, parts: readonly number[], table: SampledTable): boolean {
  let [all, good] = [0, 0];
  for (const { criterion, at } of table.samples) {
    const [own, ...others] = [whole, ...parts].map((column) => sizeOf(at.get(column)));
    const filled = others.filter((item) => item !== null);
    if (own === null || own === undefined || filled.length < parts.length) continue;
    all += 1;
    const [least, most] = [Math.min(...filled), Math.max(...filled)];
    const sum = filled.reduce((added, number) => added + number, 0);
    const isBorne = criterion.measures.includes('percentage')
      ? own >= least - 0.01 && own <= most + 0.01 && most <= 100
      : own === sum;
    if (isBorne) good += 1;
  }
  return good >= LEAST_ROWS && good >= ENOUGH * all;
}

/** A share in percent, or a number of cases. */
export function sizeOf(figure: SampleFigure | undefined): number | null {
  if (figure?.kind === 'pair' && figure.part !== null && figure.of) return (100 * figure.part) / figure.of;
  return figure?.kind === 'number' && !Number.isNaN(figure.value) ? figure.value : null;
}

/** What adds up: a number of cases, or the total of a fraction. */
function countOf(figure: SampleFigure): number | null {
  if (figure.kind === 'number') return Number.isInteger(figure.value) ? figure.value : null;
  return figure.kind === 'pair' ? figure.of : null;
}

function isSumOf(sum: number, parts: readonly number[], table: SampledTable): boolean {
  let [all, good, more] = [0, 0, 0];
  for (const { criterion, at } of table.samples) {
    const figures = [sum, ...parts].map((column) => at.get(column));
    // Shares add up to nothing.
    const isShares = criterion.measures.includes('percentage') && figures.some((figure) => figure?.kind === 'number');
    const blank = figures.filter((figure) => figure === undefined).length;
    // In a month left blank there was nothing.
    if (isShares || figures[0] === undefined || (blank > 0 && blank > parts.length - LEAST_ROWS)) continue;
    const [whole = null, ...others] = figures.map((figure) => (figure ? countOf(figure) : 0));
    if (whole === null || others.some((item) => item === null)) continue;
    // Nought is the sum of noughts in any order.
    if (whole === 0 && others.every((item) => item === 0)) continue;
    all += 1;
    const added = others.reduce<number>((total, item) => total + (item ?? 0), 0);
    if (added !== whole) continue;
    good += 1;
    if (others.every((item) => item !== null && item < whole)) more += 1;
  }
  // Where only one part is more than nought, that part is the sum as well.
  return more > 0 && good >= LEAST_ROWS && good >= ENOUGH * all;
}

/**
 * a, b and their ratio in a table: of the columns that words or nothing else propose, those in whose rows a ÷ b gives the
 * third.
 */
import type { HeaderColumn } from './columns.ts';
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { LEAST_POINTS, wordless } from './prove-points.ts';
import { isMaximum } from './sampled-points.ts';
import type { SampledTable } from './sampled-table.ts';
import type { SampleFigure } from './samples.ts';
import { wordOver } from './word-over.ts';

const HALF = 0.5;
const LEAST_FILLED = 2;

const isRatio = (a = 0, b = 0, ratio = 0): boolean => b > 0 && a <= b && Math.abs((100 * a) / b - ratio) <= HALF + 1e-9;
/** Three shares of 100 % are no fraction and its ratio. */
const saysNothing = (a = 0, b = 0, ratio = 0): boolean => a === b && b === ratio;
const isRest = (rest = 0, a = 0, b = 0): boolean => rest + a === b;

const isTaken = (column: number | undefined): column is number => column !== undefined;

/** Gives a, b and their ratio their columns where words do not name both a and b. */
export function withTriple(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  if (isTaken(draft.numerator) && isTaken(draft.denominator)) return;
  const namesShare = (column: number): boolean => column === draft.ratio || wordOver(texts, column).includes('%');
  const found = tripleIn(draft, table, namesShare);
  if (found === undefined) return;
  const triple = asWhole(found, draft, table, namesShare);
  if (triple) setTriple(draft, triple);
  else {
    // Whoever reads the table has to say which is the total.
    draft.value = found.a;
    draft.rivals = [found.b, found.ratio];
    draft.ratio = draft.figure = draft.denominator = undefined;
  }
}

/** Completes a pair whose words name both a and b by their ratio, or a total by the number of cases done. */
export function withRatio(draft: Draft, table: SampledTable): void {
  const { numerator: a, denominator: b } = draft;
  if (isTaken(a) && isTaken(b)) withNamedPair(draft, table, a, b);
  else withDone(draft, table);
}

/** A column that only inherits its name is the ratio of a and b where the figures say so. */
function withNamedPair(draft: Draft, table: SampledTable, a: number, b: number): void {
  withoutRest(draft, table, a, b);
  const found = [...draft.weak, ...draft.open].find((column) => table.bears([a, b, column], isRatio, saysNothing));
  const named = draft.value;
  const isWeak = named !== undefined && draft.weak.includes(named);
  withoutFalseRatio(draft, table, a, b);
  if (found !== undefined && (named === undefined || isWeak)) take(draft, 'value', found);
  else if (isWeak) {
    draft.value = undefined;
    draft.ratio = undefined;
  }
  for (const column of [...draft.weak, ...draft.open, ...wordless(draft)]) {
    if (column === draft.value) continue;
    if (table.bears([column, a, b], isRest)) setApart(draft, [column], 'rest');
    else if (draft.weak.includes(column) && table.bears([column, a], (part = 0, whole = 0) => part <= whole))
      setApart(draft, [column], 'part');
  }
  draft.open = [...draft.open, ...draft.weak.filter((column) => column !== draft.value)];
}

/** The words over the column speak of a share. */
type NamesShare = (column: number) => boolean;

interface Triple {
  readonly a: number;
  readonly b: number;
  readonly ratio: number;
}

/** The first columns that bear each other out, those with words for it before others. */
function tripleIn(draft: Draft, table: SampledTable, namesShare: NamesShare): Triple | undefined {
  const spare = [...draft.weak, ...draft.open];
  const ticks = [draft.yes, draft.no];
  // Points and their maxima have a ratio too, and it may well be 100 %.
  const among = (...columns: readonly (number | undefined)[]): readonly number[] =>
    columns
      .filter(isTaken)
      .filter((column) => table.numbers(column).length >= LEAST_FILLED && table.share(column, isMaximum) < HALF);
  const results = [draft.value, ...draft.rivals, ...spare];
  // "Mức đạt" sounds like a target.
  const ratios = among(draft.ratio, ...results, ...wordless(draft), ...ticks, draft.target, draft.plan);
  const firsts = among(draft.numerator, draft.figure, ...results, ...ticks);
  const seconds = among(draft.denominator, ...spare, ...draft.rivals);
  for (const ratio of ratios)
    for (const b of seconds)
      for (const a of firsts)
        if (a !== b && b !== ratio && a !== ratio && isBorne(draft, table, { a, b, ratio }, namesShare))
          return { a, b, ratio };
  return undefined;
}

function isBorne({ open }: Draft, table: SampledTable, { a, b, ratio }: Triple, namesShare: NamesShare): boolean {
  const columns = [a, b, ratio];
  const hasWord = namesShare(ratio);
  if (!table.bears(columns, isRatio, hasWord ? undefined : saysNothing)) return false;
  const { all, good } = table.count(columns, isRatio, saysNothing);
  // All of the total, row after row: the words say that it is a share; or there are more cases than a
  // hundred, which are no shares.
  const isAll = table.count([a, b], (part = 0, whole = 0) => part < whole).good === 0;
  if (isAll && !(good === all && (hasWord || table.numbers(a).some(({ value }) => value > WHOLE)))) return false;
  // Among many columns without words a few rows agree by chance.
  return columns.some((column) => !open.includes(column)) || good >= LEAST_POINTS;
}

/**
 * 22 | 25 | 88: a ÷ b = ratio is a ÷ ratio = b as well. More rows, the words, or signs of a share tell the total from the
 * share; null = nothing does.
 */
function asWhole(triple: Triple, { denominator }: Draft, table: SampledTable, namesShare: NamesShare): Triple | null {
  const { a, b, ratio } = triple;
  if (!table.bears([a, ratio, b], isRatio)) return triple;
  // More rows decide first, then the words over the columns, then shares that are no numbers of cases.
  const weight = (whole: number, share: number): number =>
    4 * table.count([a, whole, share], isRatio).good +
    (whole === denominator || namesShare(share) ? 2 : 0) +
    (table.share(share, isParted) > 0 ? 1 : 0);
  const more = weight(b, ratio) - weight(ratio, b);
  return more === 0 ? null : more > 0 ? triple : { a, b: ratio, ratio: b };
}

/** `88 %`, `61,5`: no number of cases. */
const isParted = (figure: SampleFigure): boolean =>
  figure.kind === 'number' && (figure.isPercent || !Number.isInteger(figure.value));

function setTriple(draft: Draft, triple: Triple): void {
  setApart(draft, [draft.value, draft.figure, ...draft.rivals].filter(isTaken), 'other');
  take(draft, 'numerator', triple.a);
  take(draft, 'denominator', triple.b);
  take(draft, 'value', triple.ratio);
  withoutTicks(draft, triple);
  draft.figure = undefined;
  draft.rivals = [];
}

/** "Đạt | Tổng số": whole numbers of cases up to their total, more than a hundred of them in some row, are no shares. */
function withDone(draft: Draft, table: SampledTable): void {
  const { numerator, denominator: b, value, figure, ratio } = draft;
  if (numerator !== undefined || b === undefined || value === undefined || figure !== undefined || value === ratio)
    return;
  let [all, good, most] = [0, 0, 0];
  for (const { criterion, at } of table.samples) {
    const [done, total] = [at.get(value), at.get(b)];
    if (done?.kind !== 'number' || total?.kind !== 'number' || !criterion.measures.includes('percentage')) continue;
    all += 1;
    if (done.isPercent !== true && Number.isInteger(done.value) && done.value <= total.value) good += 1;
    most = Math.max(most, done.value);
  }
  if (most <= WHOLE || good < LEAST_FILLED || good < NEARLY * all) return;
  draft.numerator = value;
  draft.value = undefined;
}

const WHOLE = 100;
const NEARLY = 0.8;

/** "Số văn bản" beside a and b: what is named like a result and is their ratio in no row is something else. */
function withoutFalseRatio(draft: Draft, table: SampledTable, a: number, b: number): void {
  const { value, ratio, weak } = draft;
  if (value === undefined || value === ratio || value === a || value === b || weak.includes(value)) return;
  const { all, good } = table.count([a, b, value], isRatio);
  if (all < LEAST_FILLED || good > 0) return;
  draft.value = undefined;
  setApart(draft, [value], 'doubt');
}

/** "Tổng số | Chưa thực hiện | Số đạt": what is named like a result is what is left of the total. */
function withoutRest(draft: Draft, table: SampledTable, a: number, b: number): void {
  const { value } = draft;
  if (value === undefined || value === a || value === b || !table.bears([value, a, b], isRest)) return;
  draft.value = undefined;
  draft.ratio = undefined;
  setApart(draft, [value], 'rest');
}

/** "Hoàn thành | Chưa hoàn thành", "Đạt (%)" over figures are no columns to tick: what is left of them may be the rest. */
function withoutTicks(draft: Draft, { a, ratio }: Triple): void {
  const ticks = [draft.yes, draft.no].filter(isTaken);
  const others = ticks.filter((column) => column !== a && column !== ratio);
  if (others.length === ticks.length) return;
  draft.yes = draft.no = undefined;
  draft.open = [...draft.open, ...others];
}

function take(draft: Draft, role: 'numerator' | 'denominator' | 'value', column: number): void {
  setUsed(draft, column);
  draft[role] = column;
  if (role === 'value') draft.ratio = column;
  if (draft.target === column) draft.target = undefined;
  if (draft.plan === column) draft.plan = undefined;
}

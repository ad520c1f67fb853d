/**
 * A column of figures is known by what stands in it: one whose cells are words, days, documents, telephone numbers,
 * sums of money or numbers of persons holds other things, whatever stands over it.
 */
import type { HeaderColumn } from './columns.ts';
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { isSpeltOut } from './header-lexicon.ts';
import { drop } from './prove-results.ts';
import type { SampledTable } from './sampled-table.ts';
import { type CriterionFacts, isNumeric, type Sample, type SampleFigure } from './samples.ts';
import { wordOver } from './word-over.ts';

const HALF = 0.5;
/** Fewer filled cells tell nothing. */
const LEAST_FILLED = 2;
const LEAST_ROWS = 2;
/** Of the cells under a word for figures: units write sentences there too. */
const MOSTLY = 0.8;
/** No unit of a commune has as many of anything it counts. */
const MOST_COUNTED = 1e6;
/** Per cent. */
const ROUNDING = 0.5;

interface Measured {
  readonly criterion: Pick<CriterionFacts, 'measures'>;
}

/** Neither a figure nor an answer to what the row asks for; a level is answered in words. */
export function isThing(figure: SampleFigure, { criterion }: Measured): boolean {
  switch (figure.kind) {
    case 'number':
      return figure.value >= MOST_COUNTED;
    case 'answer':
      return figure.isDay === true && isNumeric({ criterion });
    case 'text':
    case 'thing':
    case 'document':
      return true;
    case 'pair':
    case 'bound':
    case 'label':
    case 'sign':
    case 'error':
      return false;
  }
}

/** Share of the cells that are such, of the rows not answered in words; 0 where too few are filled. */
function shareOf(column: number, table: SampledTable, is: (figure: SampleFigure, sample: Sample) => boolean): number {
  const own = table.figures(column).filter(({ sample }) => !sample.criterion.measures.includes('level'));
  return own.length < LEAST_ROWS ? 0 : own.filter(({ figure, sample }) => is(figure, sample)).length / own.length;
}

const isWord = ({ kind }: SampleFigure): boolean => kind === 'text';

/** A large number whose share of another number stands in its row is counted all the same. */
function isPartOfRow(figure: SampleFigure, { at }: Sample): boolean {
  if (figure.kind !== 'number') return false;
  const others = [...at.values()].flatMap((other) =>
    other !== figure && other.kind === 'number' ? [other.value] : [],
  );
  return others.some((whole) => whole > 0 && others.some((share) => isNear(share, (100 * figure.value) / whole)));
}

const isNear = (share: number, computed: number): boolean => share !== 0 && Math.abs(share - computed) <= ROUNDING;

const isOtherThing = (figure: SampleFigure, sample: Sample): boolean =>
  isThing(figure, sample) && !isPartOfRow(figure, sample);

/** Most of its cells hold other things than figures. */
export function holdsThings(column: number, table: SampledTable): boolean {
  return shareOf(column, table, isOtherThing) > HALF;
}

const ROLES = ['numerator', 'denominator', 'figure', 'baseline', 'exempted', 'yes', 'no'] as const;

/**
 * Takes the roles of figures from columns of other things and sets these columns aside; gives back the column of results
 * among them, for where nothing else can hold the result.
 */
export function withoutThings(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): number | undefined {
  const isMisnamed = (column: number): boolean =>
    holdsThings(column, table) && (shareOf(column, table, isWord) <= HALF || !isSpelt(column, texts));
  const isOther = (column: number): boolean =>
    isMisnamed(column) || (holdsThings(column, table) && shareOf(column, table, isOtherThing) >= MOSTLY);
  const things = [...draft.rivals.filter(isOther), ...draft.open.filter((column) => holdsThings(column, table))];
  for (const role of ROLES) {
    const column = draft[role];
    if (column === undefined || !isOther(column)) continue;
    draft[role] = undefined;
    things.push(column);
  }
  draft.rivals = draft.rivals.filter((column) => !isOther(column));
  draft.twins = draft.twins.filter(({ column }) => !isOther(column));
  const { value } = draft;
  const isFalse = value !== undefined && isMisnamed(value);
  if (isFalse) {
    drop(draft, [value], 'things');
    things.push(value);
  }
  // Documents and names may be wanted yet.
  const aside = things.filter(
    (column) => table.share(column, ({ kind }) => kind === 'text' || kind === 'document') <= HALF,
  );
  setApart(draft, aside, 'things');
  for (const column of things.filter((thing) => !aside.includes(thing))) {
    setUsed(draft, column);
    draft.open = [...draft.open, column];
  }
  return isFalse ? value : undefined;
}

/** Made of words for figures with their own diacritics: "Tủ hồ sơ" only sounds like "Tử số". */
function isSpelt(column: number, texts: readonly HeaderColumn[]): boolean {
  const words = wordOver(texts, column);
  return isSpeltOut(words.replace(/\([^)]*\)|\d+/g, ' '));
}

/** Days or ticks in rows that ask for figures are no results. */
export function holdsAnswersForFigures(column: number, table: SampledTable): boolean {
  const own = table.figures(column).filter(({ sample }) => isNumeric(sample));
  return own.length >= LEAST_FILLED && own.filter(({ figure }) => figure.kind === 'answer').length > HALF * own.length;
}

/** Most numbers in rows of percentages are more than a hundred. */
export function exceedsShares(column: number, table: SampledTable): boolean {
  const own = table.numbers(column).filter(({ sample }) => sample.criterion.measures.includes('percentage'));
  return own.length >= LEAST_FILLED && own.filter(({ value }) => value > 100).length > HALF * own.length;
}

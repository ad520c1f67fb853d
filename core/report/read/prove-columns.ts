/**
 * ReportColumns are a hypothesis: the words over them propose, the figures under them decide. Looks at the rows of criteria of
 * one table as a whole: a ÷ b = ratio, a ≤ b, not reached = b − a, the maxima and targets of the criteria.
 */
import type { HeaderColumn, ReportColumns } from './columns.ts';
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { withoutOthersResults } from './prove-appraisals.ts';
import { exceedsShares, holdsAnswersForFigures, holdsThings, withoutThings } from './prove-figures.ts';
import { withoutShareOfPlan } from './prove-plan.ts';
import {
  isBare,
  isCited,
  isOfOthers,
  LEAST_POINTS,
  PRINTED,
  withEvidence,
  withPrinted,
  wordless,
} from './prove-points.ts';
import { withRatio, withTriple } from './prove-ratio.ts';
import {
  withHeadless,
  withoutDifferences,
  withoutWords,
  withPair,
  withSumOfParts,
  withTickPair,
} from './prove-results.ts';
import { withTwins } from './prove-twins.ts';
import { withRowNumbers } from './row-numbers.ts';
import { holdsPoints, isMaximum, isOfMaximum, isWithinMaximum } from './sampled-points.ts';
import { SampledTable } from './sampled-table.ts';
import { isFigure, type Sample, type SampleFigure } from './samples.ts';
import { roleOver } from './word-over.ts';

const HALF = 0.5;

/**
 * The columns as the figures bear them out. The same object where they say nothing else than the words. `isBlank`:
 * nothing stands in the column of results.
 */
export function proveColumns(
  proposed: ReportColumns,
  samplesOf: () => readonly Sample[],
  texts: readonly HeaderColumn[] = [],
  headless: readonly number[] = [],
  isBlank: (columns: ReportColumns) => boolean = () => false,
): ReportColumns {
  const draft: Draft = { ...proposed };
  withHeadless(draft, headless, texts);
  const table = new SampledTable(samplesOf());
  withRowNumbers(draft, table);
  if (isBlank(draft)) withNotedResult(draft, table, texts);
  const things = withoutThings(draft, table, texts);
  withoutFalseWords(draft, table, texts);
  withoutOthersResults(draft, table, texts);
  withoutWords(draft, table);
  withTickPair(draft, table, texts);
  withTwins(draft, table, texts);
  withTriple(draft, table, texts);
  withoutDifferences(draft, table, texts);
  withPair(draft, table);
  withoutShareOfPlan(draft, table);
  if (!withSumOfParts(draft, table, texts)) withRatio(draft, table);
  withCounts(draft, table);
  withResult(draft, table, texts);
  if (things !== undefined && !hasResult(draft)) takeAsResult(draft, things);
  withPrinted(draft, table, texts);
  withEvidence(draft, table);
  return draft;
}

/** Nothing stands under the result and figures stand under one of the notes: they are the result. */
function withNotedResult(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const { value, explanation } = draft;
  if (value === undefined || explanation === undefined || table.figures(value).length > 0) return;
  const [noted, ...others] = texts
    .map(({ column }) => column)
    .filter((column) => roleOver(texts, column) === 'explanation' || column === explanation)
    .filter((column) => holdsFigures(column, table));
  if (noted === undefined || others.length > 0) return;
  setUsed(draft, noted);
  draft.value = noted;
  if (noted === explanation) draft.explanation = undefined;
  setApart(draft, [value], 'word');
}

/** A column of figures cannot hold units, and a column of points or words cannot name criteria. */
function withoutFalseWords(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  if (draft.unit !== undefined && holdsFigures(draft.unit, table)) {
    draft.weak = draft.weak.filter((column) => column !== draft.unit);
    setOwnResult(draft, draft.unit);
    draft.unit = undefined;
  }
  const [first, ...others] = draft.titles;
  if (first === undefined) return;
  const numeric = others.filter((column) => table.share(column, isFigure) > HALF);
  draft.titles = [first, ...others.filter((column) => !numeric.includes(column))];
  draft.open = [...draft.open, ...numeric];
  for (const role of ['self', 'unit', 'value', 'figure', 'numerator', 'denominator'] as const) {
    const column = draft[role];
    if (column === undefined || table.share(column, isCited) <= HALF) continue;
    draft.open = [...draft.open, column];
    draft[role] = undefined;
  }
  const cited = draft.rivals.filter((column) => table.share(column, isCited) > HALF);
  draft.rivals = draft.rivals.filter((column) => !cited.includes(column));
  draft.open = [...draft.open, ...cited];
  if (draft.value === undefined) [draft.value, ...draft.rivals] = draft.rivals;
  withoutFalsePoints(draft, table, texts);
  withoutFalseMaximum(draft, table, texts);
}

/** Levels have words of their own, in a column of results as in a column of units. */
function holdsFigures(column: number, table: SampledTable): boolean {
  const filled = table.figures(column).filter(({ sample }) => !sample.criterion.measures.includes('level'));
  return filled.length >= LEAST_FILLED && filled.filter(({ figure }) => isFigure(figure)).length > HALF * filled.length;
}

const LEAST_FILLED = 2;

/** Fractions, answers and figures beyond the maximum are no points: under "Kết quả tự đánh giá" they are results. */
function withoutFalsePoints(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const { self } = draft;
  if (self === undefined || table.figures(self).length < LEAST_POINTS) return;
  // Under clear words stand points, be some of them slips.
  if (table.share(self, isNoPoints) <= (roleOver(texts, self) === 'self' ? HALF : A_THIRD)) return;
  draft.self = undefined;
  if (draft.value === undefined || draft.weak.includes(draft.value)) draft.value = self;
  else draft.open = [...draft.open, self];
}

/** "Thời điểm lấy số liệu" sounds like points and holds days. */
function withoutFalseMaximum(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const { max } = draft;
  if (max === undefined || !isBare(max, texts) || table.figures(max).length < LEAST_POINTS) return;
  if (table.share(max, ({ kind }) => kind === 'number') > HALF) return;
  draft.max = undefined;
  draft.open = [...draft.open, max];
}

const A_THIRD = 1 / 3;

/** "Đơn vị" over figures is what the unit itself reached: of the other results beside it none can be the unit's. */
function setOwnResult(draft: Draft, column: number): void {
  const { value, figure, denominator } = draft;
  if (denominator !== undefined || draft.numerator !== undefined) return;
  const taken = [value, figure, ...draft.rivals].filter((item) => item !== undefined);
  if (taken.some((number) => !draft.weak.includes(number))) return;
  draft.value = column;
  draft.figure = undefined;
  draft.ratio = undefined;
  draft.rivals = [];
  setApart(draft, taken, 'other');
}

/**
 * "Chỉ tiêu | Số lượng | Tỷ lệ (%)": more than a hundred of what has a share is a number of cases, and beside a target in
 * percent the share is theirs.
 */
function withCounts(draft: Draft, table: SampledTable): void {
  const { figure, value, plan, numerator, denominator } = draft;
  if (figure === undefined || value === undefined || plan === undefined) return;
  if (numerator !== undefined || denominator !== undefined || table.share(plan, isTarget) <= HALF) return;
  const isShare = ({ sample }: { readonly sample: Sample }): boolean =>
    sample.criterion.measures.includes('percentage');
  const counts = table.numbers(figure).filter(isShare);
  const shares = table.numbers(value).filter(isShare);
  if (shares.some((share) => share.value > 100)) return;
  if (!counts.some((count) => count.value > 100) && !isNeverOfTarget(figure, value, table)) return;
  draft.numerator = figure;
  draft.figure = undefined;
  draft.ratio = value;
  draft.target ??= plan;
  draft.plan = undefined;
}

/** In no row is the share that of the figure in its target, and in several it would have to be another. */
function isNeverOfTarget(figure: number, share: number, table: SampledTable): boolean {
  let other = 0;
  for (const { criterion, at } of table.samples) {
    const [done, typed] = [at.get(figure), at.get(share)];
    const [target] = criterion.targets;
    if (done?.kind !== 'number' || typed?.kind !== 'number' || !criterion.measures.includes('percentage')) continue;
    if (done.value === typed.value || target === undefined || target === 0) return false;
    if (Math.abs((100 * done.value) / target - typed.value) <= HALF) return false;
    other += 1;
  }
  return other >= LEAST_FILLED;
}

function hasResult({ value, numerator, figure }: Draft): boolean {
  return value !== undefined || numerator !== undefined || figure !== undefined;
}

function takeAsResult(draft: Draft, column: number): void {
  draft.value = column;
  setUsed(draft, column);
}

/** No word names a result: the one column of figures that is neither the maxima nor the targets holds it. */
function withResult(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  if (hasResult(draft)) return;
  const known = [draft.max, draft.self, ...draft.appraised, draft.index, draft.code, draft.baseline];
  const isResult = (column: number | undefined): column is number =>
    column !== undefined &&
    !known.includes(column) &&
    table.share(column, isFigure) > HALF &&
    table.share(column, isMaximum) < HALF &&
    !holdsThings(column, table) &&
    !holdsAnswersForFigures(column, table) &&
    !exceedsShares(column, table) &&
    (table.share(column, isTarget) < PRINTED || table.share(column, isTold) > SOME);
  // Targets under no more than their title are what a year is to bring; beside points or documents they are reached.
  const spare = [...draft.open, ...wordless(draft)];
  const isFilledIn =
    draft.self !== undefined ||
    draft.evidence !== undefined ||
    spare.some((column) => table.share(column, isCited) > HALF || holdsPoints(column, table));
  const isReached = (column: number): boolean =>
    isFilledIn || table.share(column, isTold) > SOME || (column !== draft.target && column !== draft.plan);
  const likely = [...new Set([draft.target, draft.plan, ...draft.open, ...draft.weak])]
    .filter(isResult)
    .filter(isReached);
  // A known word of another meaning is the last to be taken for a result; before it stand columns of points.
  const named = wordless(draft).filter((column) => isResult(column) && !isOfOthers(column, texts));
  const isOther = (column: number): boolean => !holdsPoints(column, table);
  const results = [likely.filter(isOther), named.filter(isOther), likely, named].find((all) => all.length > 0) ?? [];
  // "Đơn vị báo cáo" beside what others found: the one that speaks of the unit is the unit's.
  const ofUnit = results.filter((column) => roleOver(texts, column) === 'unit');
  const own = ofUnit.length === 1 ? ofUnit : results.filter((column) => table.share(column, isTold) > 0);
  // What no word tells apart from it may be the result just as well.
  const isAlone = results.every((column) => own.includes(column) || column === draft.target || column === draft.plan);
  const [only] = results.length === 1 ? results : own.length === 1 && (isAlone || ofUnit.length === 1) ? own : [];
  if (only === undefined) return;
  takeAsResult(draft, only);
  if (draft.target === only) draft.target = undefined;
  if (draft.plan === only) draft.plan = undefined;
}

const SOME = 0.1;

/** A form prints no fraction and no answer, so a unit wrote it. */
const isTold = ({ kind }: SampleFigure): boolean => kind === 'pair' || kind === 'answer';

const isTarget = (figure: SampleFigure, { criterion }: Sample): boolean =>
  (figure.kind === 'number' && criterion.targets.includes(figure.value)) || figure.kind === 'bound';
const isNoPoints = (figure: SampleFigure, sample: Sample): boolean => {
  if (figure.kind === 'pair') return !isOfMaximum(figure, sample);
  return (
    figure.kind === 'answer' ||
    figure.kind === 'text' ||
    figure.kind === 'label' ||
    (figure.kind === 'number' && !isWithinMaximum(figure, sample))
  );
};

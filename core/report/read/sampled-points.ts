/** Which figures of a table can be points: the maxima of the criteria, and the unit's own points within them. */
import type { SampledTable } from './sampled-table.ts';
import type { Sample, SampleFigure } from './samples.ts';

export const isMaximum = (figure: SampleFigure, { criterion }: Sample): boolean =>
  figure.kind === 'number' && criterion.maxima.includes(figure.value);
export const isWithinMaximum = (figure: SampleFigure, sample: Sample): boolean => {
  const { maxima } = sample.criterion;
  return (
    (figure.kind === 'number' && figure.value >= 0 && figure.value <= Math.max(0, ...maxima)) ||
    isOfMaximum(figure, sample)
  );
};

/** `8/10` where 10 is the most. */
export const isOfMaximum = (figure: SampleFigure, { criterion }: Sample): boolean =>
  figure.kind === 'pair' && figure.of !== null && criterion.maxima.includes(figure.of);
const isPoints = (figure: SampleFigure, sample: Sample): boolean =>
  isMaximum(figure, sample) || isOfMaximum(figure, sample);

/** A unit may claim more than the maximum of one criterion by mistake. */
const NEARLY_ALL = 0.9;
/**
 * Units often claim the whole maximum of a criterion, so a column of points reaches it in at least this share of the
 * rows.
 */
const SOME = 0.2;
const HALF = 0.5;

/** So many shares of a few percent, none beyond the maximum of its criterion, are no shares. */
const LEAST_SHARES = 4;
/** Counts are whole. */
const LEAST_BROKEN = 2;

function isFarBelowShares(column: number, table: SampledTable): boolean {
  const own = table.numbers(column);
  const shares = own.filter(({ sample }) => sample.criterion.measures.includes('percentage'));
  return (
    shares.length >= LEAST_SHARES &&
    own.filter(({ value }) => !Number.isInteger(value)).length >= LEAST_BROKEN &&
    table.share(column, isWithinMaximum) === 1
  );
}

/** Its figures never exceed the maxima and often reach them. */
export function holdsPoints(column: number, table: SampledTable): boolean {
  if (isFarBelowShares(column, table)) return true;
  const claimed = table.share(column, isPoints);
  if (claimed < SOME) return false;
  // One slip may stand among points that are plainly points.
  return (
    table.share(column, isWithinMaximum) >= NEARLY_ALL ||
    (claimed >= HALF && table.isNearly(column, NEARLY_ALL, isWithinMaximum))
  );
}

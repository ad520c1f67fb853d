/** Whether a column of those who appraise holds their points or the results they found. */
import type { HeaderColumn } from './columns.ts';
import { type ColumnsDraft as Draft, setApart } from './columns-draft.ts';
import { speaksOfResult } from './header-words.ts';
import { sizeOf } from './prove-results.ts';
import { isOfMaximum, isWithinMaximum } from './sampled-points.ts';
import type { SampledTable } from './sampled-table.ts';
import type { Sample, SampleFigure } from './samples.ts';
import { wordOver } from './word-over.ts';

/**
 * Under a word for those who appraise stand their points or the results they found: each figure that can be only the
 * first or only the second decides. Where all can be both, "Kết quả thẩm định" is for a person to say.
 */
export function withoutOthersResults(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  for (const column of draft.appraised) {
    const meant = meaningOfAppraisal(column, draft, table, texts);
    if (meant === 'points' && !holdsWords(column, table)) continue;
    draft.appraised = draft.appraised.filter((number) => number !== column);
    setApart(draft, [column], meant === 'points' ? 'word' : meant === 'results' ? 'other' : 'doubt');
  }
}

/** "Tổ giúp việc ghi": their remarks. */
function holdsWords(column: number, table: SampledTable): boolean {
  const own = table.figures(column);
  return 2 * own.filter(({ figure }) => figure.kind === 'text').length > own.length;
}

function meaningOfAppraisal(
  column: number,
  draft: Draft,
  table: SampledTable,
  texts: readonly HeaderColumn[],
): 'points' | 'results' | 'either' {
  const heading = wordOver(texts, column);
  let [points, results, either] = [0, 0, 0];
  for (const { sample, figure } of table.figures(column)) {
    const isPoints = isWithinMaximum(figure, sample);
    const isResult = isOfSameWhole(figure, sample, draft) || mayBeResult(figure, sample, unitsOwn(draft, sample));
    if (isPoints && isResult) either += 1;
    else if (isPoints) points += 1;
    else if (isResult) results += 1;
  }
  // Among points a single figure beyond the maximum is a slip.
  const isNamed = /điểm/iu.test(heading);
  if (results > points + (isNamed || points > 0 ? 1 : 0)) return 'results';
  return points === 0 && either > 0 && !isNamed && speaksOfResult(heading) ? 'either' : 'points';
}

/** What the unit itself reached, in percent where the criterion wants that; null = nothing the figures can be held against. */
function unitsOwn(draft: Draft, { criterion, at }: Sample): number | null {
  const { numerator, denominator, value, figure } = draft;
  const of = (column: number | undefined): number | null => (column === undefined ? null : sizeOf(at.get(column)));
  const [a, b] = [of(numerator), of(denominator)];
  if (criterion.measures.includes('percentage') && a !== null && b) return (100 * a) / b;
  return of(value) ?? of(figure) ?? a;
}

/** `18/20` beside the unit's own `20/20`: a fraction of the same whole, also where the maximum is 20. */
function isOfSameWhole(figure: SampleFigure, { at }: Sample, { value, denominator }: Draft): boolean {
  const [own, whole] = [value, denominator].map((column) => (column === undefined ? undefined : at.get(column)));
  if (figure.kind !== 'pair' || figure.of === null) return false;
  return (own?.kind === 'pair' && own.of === figure.of) || (whole?.kind === 'number' && whole.value === figure.of);
}

/** What others found lies about what the unit reports. */
function mayBeResult(figure: SampleFigure, sample: Sample, own: number | null): boolean {
  const { measures } = sample.criterion;
  if (figure.kind === 'answer') return true;
  if (figure.kind === 'pair') return !isOfMaximum(figure, sample);
  if (figure.kind !== 'number' || !(figure.value >= 0)) return false;
  const { value } = figure;
  const fits =
    (measures.includes('percentage') && value <= 100) ||
    (measures.includes('yes-no') && value <= 1) ||
    (measures.some((measure) => measure === 'count' || measure === 'amount') && Number.isInteger(value)) ||
    value > Math.max(0, ...sample.criterion.maxima);
  return fits && (own === null || (2 * value >= own && value <= 2 * own));
}

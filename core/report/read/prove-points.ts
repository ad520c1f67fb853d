/**
 * Columns of points and documents by their figures: maxima are the set's own, the unit's points never exceed them, and
 * documents are cited.
 */
import type { HeaderColumn } from './columns.ts';
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { holdsPoints, isMaximum } from './sampled-points.ts';
import type { SampledTable } from './sampled-table.ts';
import { isFigure, type SampleFigure } from './samples.ts';
import { roleOver, wordOver } from './word-over.ts';

const HALF = 0.5;
/** Fewer figures prove no points. */
export const LEAST_POINTS = 4;
/** The form's maxima are the set's; a unit that gives itself nearly all of them still loses some. */
export const PRINTED = 0.95;

export const isCited = ({ kind }: SampleFigure): boolean => kind === 'document';

/** "Điểm" says of points and not whose: that they are maxima is only where it stands. */
export function isBare(max: number | undefined, texts: readonly HeaderColumn[]): boolean {
  return roleOver(texts, max) === 'points';
}

/** Maxima are known by the criteria's own; the unit's points never exceed them and often reach them. */
export function withPrinted(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const spare = [...draft.open, ...wordless(draft).filter((column) => !isOfOthers(column, texts))].filter(
    (column) => table.figures(column).filter(({ figure }) => isFigure(figure)).length >= LEAST_POINTS,
  );
  if (draft.max === undefined) {
    // The only points of a table are the unit's unless each is the maximum: a form would print it.
    const isOnly = draft.self === undefined && spare.filter((column) => holdsPoints(column, table)).length < 2;
    const sure = spare.find((column) => table.share(column, isMaximum) >= (isOnly ? 1 : PRINTED));
    draft.max = sure ?? (isOnly ? undefined : spare.find((column) => table.isNearly(column, PRINTED, isMaximum)));
    if (draft.max !== undefined) setUsed(draft, draft.max);
  }
  withSwappedPoints(draft, table);
  if (draft.self === undefined && isBare(draft.max, texts) && isUnits(draft.max, table)) {
    draft.self = draft.max;
    draft.max = undefined;
  }
  // "Điểm" over empty cells is whoever's: points under such a word beside it are the unit's.
  const isEmpty = draft.self !== undefined && isBare(draft.self, texts) && table.figures(draft.self).length === 0;
  if (draft.self !== undefined && !isEmpty) return;
  const points = spare.filter((column) => column !== draft.max && holdsPoints(column, table));
  if (points.length !== 1) return;
  const [only] = points;
  if (only === undefined) return;
  if (draft.self !== undefined) setApart(draft, [draft.self], 'other');
  draft.self = only;
  setUsed(draft, only);
}

/** Points within the maxima, and too many below them for maxima. */
function isUnits(column: number | undefined, table: SampledTable): boolean {
  return column !== undefined && table.share(column, isMaximum) < MOSTLY && holdsPoints(column, table);
}

/** "Điểm TĐG | Điểm TĐ": the maxima are known by their figures, so the other column is the unit's. */
function withSwappedPoints(draft: Draft, table: SampledTable): void {
  const { max, self } = draft;
  if (max === undefined || self === undefined || table.figures(max).length < LEAST_POINTS) return;
  if (table.share(self, isMaximum) < PRINTED || table.share(max, isMaximum) >= MOSTLY || !holdsPoints(max, table))
    return;
  draft.max = self;
  draft.self = max;
}

/** A form in which one maximum was changed still prints the others. */
const MOSTLY = 0.8;

export function withEvidence(draft: Draft, table: SampledTable): void {
  const { evidence } = draft;
  // "Tủ hồ sơ" is named like documents too, and cites none.
  if (evidence !== undefined && table.share(evidence, isCited) > 0) return;
  const cited = [...draft.open, ...wordless(draft)].filter((column) => table.share(column, isCited) > HALF);
  const [only] = cited;
  if (only === undefined || cited.length !== 1) return;
  draft.evidence = only;
  setUsed(draft, only);
  if (evidence !== undefined) setApart(draft, [evidence], 'word');
}

/** "Trọng số", "Xếp loại": words we know, of something else; "Đơn vị thực hiện" may be over what the unit did. */
export function isOfOthers(column: number, texts: readonly HeaderColumn[]): boolean {
  return roleOver(texts, column) === 'other' && !/đơn vị/iu.test(wordOver(texts, column).replace(/\([^)]*\)/g, ''));
}

/** ReportColumns whose words say nothing we read: what stands in them may be the result all the same. */
export function wordless({ apart }: Draft): readonly number[] {
  return [...apart].flatMap(([column, why]) => (why === 'word' || why === 'near' ? [column] : []));
}

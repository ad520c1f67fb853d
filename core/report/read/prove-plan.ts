/** "Tổng số | Kế hoạch giao | Thực hiện | % so với kế hoạch": the share is of the plan, and no ratio of a and b. */
import { type ColumnsDraft as Draft, setApart } from './columns-draft.ts';
import { wordless } from './prove-points.ts';
import type { SampledTable } from './sampled-table.ts';

const ROUNDED = 0.5;

const isShare = (done = 0, of = 0, share = 0): boolean =>
  of > 0 && Math.abs((100 * done) / of - share) <= ROUNDED + 1e-9;

/** Sets the column of results aside where row after row it is what was done ÷ what was planned. */
export function withoutShareOfPlan(draft: Draft, table: SampledTable): void {
  const { numerator: a, denominator: b, value } = draft;
  if (a === undefined || b === undefined || value === undefined || value === a || value === b) return;
  // Where all of the total was planned either reading gives the same ratio.
  const ofTotal = table.count([a, b, value], isShare).good;
  const planned = [draft.plan, draft.target, ...draft.open, ...wordless(draft)].find(
    (plan) =>
      plan !== undefined &&
      plan !== value &&
      table.bears([a, plan, value], isShare) &&
      table.count([a, plan, value], isShare).good > ofTotal,
  );
  if (planned === undefined) return;
  draft.value = undefined;
  draft.ratio = undefined;
  // Cases to be reached are no target in percent.
  if (draft.target === planned) draft.target = undefined;
  setApart(draft, [value], 'other');
}

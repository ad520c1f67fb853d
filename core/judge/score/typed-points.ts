/** Points that stand typed in a sheet: the unit's own (only compared with) and the appraiser's. */
import { type Points, toPoints } from '../../base/quantity/points.ts';
import type { Entry } from '../../report/report.ts';
import type { CompiledCriterion } from './compile-criterion.ts';

/** Appraised points written in the sheet (0 is a score, PC-1), when they lie within the criterion's. */
export function appraisedIn(entry: Entry, compiled: CompiledCriterion): Points | null {
  const points = pointsIn(entry.appraised);
  return points !== null && points >= compiled.least && points <= compiled.most ? points : null;
}

function pointsIn(read: Entry['self']): Points | null {
  return read?.reading.kind === 'number' ? toPoints(read.reading.value) : null;
}

/** The unit's own points: its cell, or the sum of its parts' cells. */
export function selfOf(entry: Entry | null): Points | null {
  if (!entry) return null;
  const own = pointsIn(entry.self);
  if (own !== null || !entry.parts) return own;
  let total: Points | null = null;
  for (const part of entry.parts) {
    const points = selfOf(part);
    if (points !== null) total = (total ?? 0) + points;
  }
  return total;
}

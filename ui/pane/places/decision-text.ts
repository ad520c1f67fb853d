/** A decision in words: `Điều chỉnh thành 7,5 điểm`. */

import { formatPoints, type Points } from '../../../core/base/quantity/points.ts';
import { type EntryKind, KIND_NAMES } from '../../../core/council/entry-kinds.ts';

export function decisionText({ kind, points }: { readonly kind: EntryKind; readonly points: Points | null }): string {
  if (points === null) return KIND_NAMES[kind];
  return kind === 'appraise'
    ? `Thẩm định ${formatPoints(points)} điểm`
    : `Điều chỉnh thành ${formatPoints(points)} điểm`;
}

/**
 * What joins the points of a composed rule's parts. Both joins never fall when a part rises, so ranges of parts join
 * like points.
 */
import { formatPoints, type Points } from '../../base/quantity/points.ts';

export interface Composer {
  readonly combine: (points: readonly Points[], max: Points) => Points;
  /** The parts are alternatives: a blank part takes no points away from a part that is filled in. */
  readonly anyOf?: boolean;
  /** Applicable maximum out of those of the parts that arose. */
  readonly maximum: (maxima: readonly Points[], max: Points) => Points;
  /** Joins the parts' reasons into a single text. */
  readonly explain: (parts: readonly ExplainedPart[]) => string;
}

interface ExplainedPart {
  readonly code: string;
  readonly text: string;
  /** null = still open: not the same as 0. */
  readonly points: Points | null;
}

/** `a) 9/10 = 90 % × 45 → 40,5`. */
export function partText({ code, text, points }: ExplainedPart): string {
  return points === null ? `${code}) ${text}` : `${code}) ${text} → ${formatPoints(points)}`;
}

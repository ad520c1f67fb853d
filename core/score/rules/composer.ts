/** What joins the points of a composed rule's parts. Both joins never fall when a part rises, so ranges of parts join like points. */
import type { Points } from '../../movement/points.ts';

export interface Composer {
  readonly combine: (points: readonly Points[], max: Points) => Points;
  /** Applicable maximum out of those of the parts that arose. */
  readonly maximum: (maxima: readonly Points[], max: Points) => Points;
  /** The parts' reasons as one. */
  readonly explain: (parts: readonly { code: string; text: string; points: Points }[]) => string;
}

/** What the figures of a period are held against first: those of the period before. */
import type { LatestFigure } from '../../store/series-history.ts';

export interface Against {
  /** `tháng 8 năm 2025`. */
  readonly name: string;
  /** Its last figures by indicator. */
  readonly of: ReadonlyMap<string, LatestFigure>;
}

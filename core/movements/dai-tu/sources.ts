/**
 * The plans of Lục Ba 2024 and Tân Linh 2025 follow one district template without a single figure, so their criteria
 * are alike and all ours; each movement only says where the content behind a row stands in its own plan.
 */
import type { Source } from '../../movement/source.ts';

export interface DaiTuRows {
  /** Prefix of the sets' versions: `luc-ba`. */
  readonly id: string;
  /** `năm 2024`. */
  readonly year: string;
  /** Contents of the template by what they are about. */
  readonly from: {
    readonly leadership: Source;
    readonly communication: Source;
    readonly planning: Source;
    readonly training: Source;
    readonly mobilisation: Source;
    readonly security: Source;
    readonly movement: Source;
    readonly government: Source;
    readonly agriculture: Source;
    readonly education: Source;
    readonly health: Source;
    readonly order: Source;
    readonly report: Source;
    readonly reward: Source;
  };
}

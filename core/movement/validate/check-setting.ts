import type { Points } from '../../base/quantity/points.ts';
import type { Criterion } from '../criteria-set.ts';
import type { Measure } from '../rule.ts';

/** Facts of a criterion that its rule is checked against. */
export interface CheckSetting {
  readonly measure: Measure;
  /** Most points the criterion or part can give. */
  readonly max: Points;
  readonly direction: Criterion['direction'];
  /** Leads to the criterion or part. */
  readonly where: string;
}

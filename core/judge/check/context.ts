/**
 * What a check run knows besides the reports. When a part is missing, the checks that need it do not run; `silent`
 * lists them with the reason.
 */

import type { Period } from '../../base/period/period.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { PlacedEvidence } from '../../report/evidence/evidence-file.ts';
import type { Register } from '../../report/register.ts';
import type { Report } from '../../report/report.ts';

export interface CheckContext {
  readonly movement: Movement;
  /** The period under review; null = the one most reports name. */
  readonly period: Period | null;
  /** ISO day the check is made for (deadlines); null = deadlines are compared with report dates only. */
  readonly asOf: string | null;
  readonly register: Register | null;
  /** Reports of the last period. */
  readonly previous: readonly Report[] | null;
  readonly observations: readonly Observation[] | null;
  /** Files handed in as evidence; without any, no check speaks of files. */
  readonly evidence?: readonly PlacedEvidence[] | undefined;
}

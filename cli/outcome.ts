/** What `score` reckons beyond the units' points: the result of the whole commune. */
import { communeResult } from '../core/commune/commune.ts';
import type { CommuneResult } from '../core/commune/commune-result.ts';
import type { Run } from './run.ts';

export interface Outcome {
  readonly commune: CommuneResult;
}

export function outcomeOf({ result, earlier }: Run): Outcome {
  return { commune: communeResult({ result, earlier }) };
}

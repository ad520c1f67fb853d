/** The course towards the targets: of the result of the commune those that the units' own forms answer. */
import { communeResult } from '../../core/commune/result/commune.ts';
import type { CommuneResult } from '../../core/commune/result/commune-result.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';

/** `earlier` = runs over the periods before, earliest first. */
export function courseTargets(runs: {
  readonly result: RunResult;
  readonly earlier: readonly RunResult[];
}): CommuneResult {
  const commune = communeResult(runs);
  return { ...commune, targets: commune.targets.filter(({ source }) => source === 'units') };
}

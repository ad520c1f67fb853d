/** The keys `score --json` adds for the commune as a whole (a contract): its targets, each in one state. */
import type { TargetResult } from '../core/commune/commune-result.ts';
import type { Outcome } from './outcome.ts';

export function outcomeDocument({ commune }: Outcome) {
  return { targets: commune.targets.map(targetDocument) };
}

/** Percentages with at most two decimals, null for what is not known; `missing` names the units. */
function targetDocument(target: TargetResult) {
  const { code, text, section, comparator, asked, unit, deadline, figure, low, high, state, soFar } = target;
  return {
    ...{ code, text, section, comparator, asked, unit, deadline, figure, low, high, state, soFar },
    source: target.source,
    units: {
      gave: target.units.gave,
      missing: target.units.missing.map((one) => one.unit),
      doubtful: target.units.doubtful,
    },
    reason: target.reason,
    earlier: target.earlier,
  };
}

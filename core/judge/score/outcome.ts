/**
 * Points of a criterion of a report under its rule, with open flags and decisions about its figures taken into account.
 */

import type { Value } from '../../movement/rules/value.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { Punctuality } from '../../report/register.ts';
import type { Entry } from '../../report/report.ts';
import type { CompiledCriterion } from './compile-criterion.ts';
import type { Matter, Matters } from './matters.ts';
import { type CriterionOutcome, type MeasureSetting, measureNode, type PeerRange } from './measure.ts';
import { selfOf } from './typed-points.ts';
import { valueOfNumber, valueOfPair } from './value.ts';

/** Facts of a report besides its entries. */
export interface JudgeSetting {
  readonly matters: Matters | null;
  readonly peers: ReadonlyMap<string, PeerRange> | null;
  /** What the register knows of when the unit's reports came; null = the unit is not in it. */
  readonly registered: Punctuality | null;
  /** The observation that counts for an indicator, for this unit and period. */
  readonly observe: ((indicator: string) => Observation | undefined) | null;
}

/** What the figures give under the rule; null when the points come from people and nothing was observed. */
export function outcomeOf(
  compiled: CompiledCriterion,
  entry: Entry | null,
  setting: JudgeSetting,
): CriterionOutcome | null {
  const observed = givenValue(compiled, setting);
  if (compiled.grader !== null && observed === null) return null;
  const matter = setting.matters ? (setting.matters.criteria.get(compiled.code) ?? null) : null;
  if (observed === null && !matter?.doubts.size && isUnclaimed(compiled, entry))
    return { ...NOTHING_CLAIMED, max: compiled.max };
  return measureNode(compiled.node, entry, policyOf(compiled, entry), measureSetting(matter, observed, setting));
}

/** What becomes of what does not arise; where the commune gave the unit no target it leaves the maximum (SR-40). */
export function policyOf(
  { criterion }: Pick<CompiledCriterion, 'criterion'>,
  entry: Entry | null,
): CompiledCriterion['criterion']['notApplicable'] {
  return entry?.assigned === 'none' ? 'drop' : criterion.notApplicable;
}

const NOTHING_CLAIMED: CriterionOutcome = { computed: 0, low: 0, high: 0, max: 0, notApplicable: false };

/** A bonus row left blank asks for nothing: no figure, no points, no document. */
function isUnclaimed({ criterion }: CompiledCriterion, entry: Entry | null): boolean {
  if (!criterion.bonus || entry === null || selfOf(entry)) return false;
  return [entry, ...(entry.parts ?? [])].every(
    ({ numerator, denominator, value, evidence }) =>
      evidence.length === 0 &&
      [numerator, denominator, value].every((read) => !read || read.reading.kind === 'missing'),
  );
}

const PLAIN: MeasureSetting = { peers: null, consent: false, doubts: null, observed: null };

function measureSetting(matter: Matter | null, observed: Value | null, setting: JudgeSetting): MeasureSetting {
  if (!matter && !observed && !setting.peers) return PLAIN;
  return {
    peers: setting.peers,
    consent: matter?.consent ?? false,
    doubts: matter && matter.doubts.size > 0 ? matter.doubts : null,
    observed,
  };
}

/** The value that others than the unit give: the portal, or the register on when the report came. */
function givenValue(compiled: CompiledCriterion, setting: JudgeSetting): Value | null {
  if (compiled.grader === 'register') return registerValue(compiled, setting);
  return compiled.grader === 'portal' ? observedValue(compiled, setting) : null;
}

/**
 * The day the report arrived, or how many of the required reports arrived in time; null = the register has no entry for
 * it.
 */
export function registerValue({ criterion }: CompiledCriterion, { registered }: JudgeSetting): Value | null {
  if (!registered) return null;
  const { received, reportsAsked, reportsInTime } = registered;
  if (criterion.measure === 'date') return received === null ? null : { kind: 'date', date: received };
  return reportsAsked === undefined || reportsInTime === undefined ? null : valueOfPair(reportsInTime, reportsAsked);
}

function observedValue(compiled: CompiledCriterion, setting: JudgeSetting): Value | null {
  const { indicator, measure } = compiled.criterion;
  const value = indicator === null ? undefined : setting.observe?.(indicator)?.value;
  return value === null || value === undefined ? null : valueOfNumber(value, measure);
}

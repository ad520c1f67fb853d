/**
 * A criterion of a report judged: points from its figures, decisions, open flags. Gates are not
 * applied here (they look at other criteria: total.ts).
 */

import type { Points } from '../../base/quantity/points.ts';
import type { Entry } from '../../report/report.ts';
import type { Decision } from '../flag/decision.ts';
import type { CompiledCriterion } from './compile-criterion.ts';
import type { Matter } from './matters.ts';
import type { CriterionOutcome } from './measure.ts';
import { type JudgeSetting, outcomeOf } from './outcome.ts';
import type { CriterionScore } from './score-sheet.ts';
import { appraisedIn } from './typed-points.ts';
import { entryValue } from './value.ts';

const NO_FLAGS: readonly string[] = [];

/** A criterion before gates: the verdict and its inputs. reason.ts words its reason. */
export interface JudgedCriterion extends Verdict {
  readonly compiled: CompiledCriterion;
  readonly entry: Entry | null;
  readonly setting: JudgeSetting;
  /** Points by the rule for the figures as they are. */
  readonly computed: Points | null;
}

interface Verdict {
  readonly appraised: Points | null;
  readonly points: Points;
  readonly low: Points;
  readonly high: Points;
  readonly max: Points;
  readonly status: CriterionScore['status'];
}

/**
 * Fast path for nearly all criteria: a readable figure of the unit without doubts or decisions. null = take the full
 * path.
 */
function plainPointsOf({ plain }: CompiledCriterion, entry: Entry | null): Points | null {
  if (!plain || !entry || entry.appraised) return null;
  if (plain.measure === 'percentage' && plain.rule.ofFraction && !entry.exempted) {
    const a = wholeOf(entry.numerator);
    const b = wholeOf(entry.denominator);
    if (a >= 0 && b > 0) return plain.rule.ofFraction(100 * a, b);
  }
  const value = entryValue(entry, plain.measure, false);
  return value.kind === 'not-applicable' ? null : plain.rule.points(value, null);
}

/** A whole number small enough for exact products, or −1: no such cell, or something to be looked at with care. */
function wholeOf(read: Entry['numerator']): number {
  const reading = read?.reading;
  return reading?.kind === 'number' && Number.isInteger(reading.value) && reading.value <= 1e12 ? reading.value : -1;
}

/** Judges one criterion on the entry of a report (null = it has no such row). */
export function judge(compiled: CompiledCriterion, entry: Entry | null, setting: JudgeSetting): JudgedCriterion {
  const plain = setting.matters === null ? plainPointsOf(compiled, entry) : null;
  if (plain !== null) {
    const { max } = compiled;
    return {
      compiled,
      entry,
      setting,
      computed: plain,
      appraised: null,
      points: plain,
      low: plain,
      high: plain,
      max,
      status: 'settled',
    };
  }
  const outcome = outcomeOf(compiled, entry, setting);
  const matter = setting.matters ? (setting.matters.criteria.get(compiled.code) ?? null) : null;
  const reportInDoubt = setting.matters !== null && setting.matters.report.length > 0;
  const verdict = withAppraisal(verdictOf(compiled, entry, outcome, matter, reportInDoubt), compiled, matter);
  const { appraised, points, low, high, max, status } = verdict;
  const computed = outcome ? outcome.computed : null;
  return { compiled, entry, setting, computed, appraised, points, low, high, max, status };
}

function verdictOf(
  compiled: CompiledCriterion,
  entry: Entry | null,
  outcome: CriterionOutcome | null,
  matter: Matter | null,
  reportInDoubt: boolean,
): Verdict {
  if (matter?.ruling) return settled(matter.ruling.points ?? 0, compiled.max, matter.ruling.points);
  const written = entry?.appraised ? appraisedIn(entry, compiled) : null;
  const isOpen = reportInDoubt || (matter !== null && matter.flags.length > 0);

  if (!outcome) {
    if (written === null) {
      const { least, most, max } = compiled;
      return { appraised: null, points: 0, low: least, high: most, max, status: 'to-grade' };
    }
    if (!isOpen) return settled(written, compiled.max, written);
    return doubtful(reportInDoubt ? compiled.least : Math.min(compiled.least, written), written, compiled.max, written);
  }

  const { computed, max } = outcome;
  const low = reportInDoubt ? compiled.least : outcome.low;
  if (written !== null) {
    if (!isOpen) return settled(written, compiled.max, written);
    return doubtful(Math.min(low, written), Math.max(outcome.high, written), compiled.max, written);
  }
  if (isOpen && !(outcome.notApplicable && max === 0)) return doubtful(low, outcome.high, max, null);
  if (outcome.notApplicable) {
    return {
      appraised: null,
      points: computed ?? 0,
      low: outcome.low,
      high: outcome.high,
      max,
      status: 'not-applicable',
    };
  }
  if (computed === null) {
    // The council accepted an empty cell: it earns nothing and deducts nothing; other parts keep their points.
    return matter?.accepted ? settled(Math.max(0, outcome.low), max, null) : doubtful(low, outcome.high, max, null);
  }
  if (outcome.low === outcome.high) return settled(computed, max, null);
  // A sound figure whose points hang on other units (SR-11) counts by the figures that are settled.
  return { appraised: null, points: computed, low, high: outcome.high, max, status: 'in-doubt' };
}

/** Points of the group's that wait for the council's word; null where there are none, or it gave it. */
export function openAppraisal(matter: Matter | null | undefined): Decision | null {
  return matter && !matter.ruling && !matter.consent ? matter.appraisal : null;
}

/**
 * The appraisers' proposal is one more possible outcome, so the least points count until the council decides. A
 * criterion that did not arise may then have to count after all.
 */
function withAppraisal(verdict: Verdict, { max }: CompiledCriterion, matter: Matter | null): Verdict {
  const points = openAppraisal(matter)?.points ?? null;
  if (points === null || (verdict.status === 'settled' && verdict.points === points)) return verdict;
  const { low, high, appraised, status } = verdict;
  if (status === 'to-grade') return verdict;
  const most = status === 'not-applicable' ? Math.max(points, max) : points;
  return doubtful(Math.min(low, points), Math.max(high, most), max, appraised);
}

function settled(points: Points, max: Points, appraised: Points | null): Verdict {
  return { appraised, points, low: points, high: points, max, status: 'settled' };
}

/** The least counts while a figure is in doubt. */
function doubtful(low: Points, high: Points, max: Points, appraised: Points | null): Verdict {
  return { appraised, points: low, low, high, max, status: 'in-doubt' };
}

/** Ids of the open flags that put it in doubt. */
export function openFlags({ compiled, setting, status }: JudgedCriterion): readonly string[] {
  const { matters } = setting;
  if (!matters || status !== 'in-doubt') return NO_FLAGS;
  const own = matters.criteria.get(compiled.code)?.flags ?? NO_FLAGS;
  return matters.report.length === 0 ? own : [...own, ...matters.report];
}

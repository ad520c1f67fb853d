/**
 * The units of the commune with the report that counts for each: those of the register, or without one those who
 * reported.
 */
import { periodKey } from '../../base/period/period.ts';
import { latestOf } from '../../judge/run/latest.ts';
import type { ReportResult, RunResult } from '../../judge/run/run-result.ts';
import { indexObservations, type Observe } from '../../judge/score/observed.ts';

export interface Unit {
  readonly name: string;
  readonly audience: string;
  /** The latest; null = none was received. */
  readonly result: ReportResult | null;
  readonly observe: Observe | null;
}

/** Units in the register's order, else in that of their reports. */
export function unitsOf({ reports, register, observations, period }: RunResult): readonly Unit[] {
  const latest = latestOf(
    reports,
    ({ unit }) => unit,
    ({ report }) => report.date?.date ?? '',
  );
  const observe = observations ? indexObservations(observations, register) : null;
  const unit = (name: string, audience: string, result: ReportResult | null): Unit => {
    const entry = register?.find((one) => one.name === name) ?? null;
    return { name, audience, result, observe: observe ? observe(name, entry, period) : null };
  };
  if (!register) return latest.map((result) => unit(result.unit, result.report.audience, result));
  const byName = new Map(latest.map((result) => [result.unit, result] as const));
  return register.map(({ name, audience }) => unit(name, audience, byName.get(name) ?? null));
}

/** The period in its text form, for comparing with observations; null when the run has none. */
export function periodOf({ period }: Pick<RunResult, 'period'>): string | null {
  return period && periodKey(period);
}

/**
 * The units of the commune with the report that counts for each: those of the register, or without one those who
 * reported.
 */
import { periodKey } from '../../base/period/period.ts';
import type { ReportResult, RunResult } from '../../judge/run/run-result.ts';
import { type ListedUnit, unitList } from '../../judge/run/unit-list.ts';
import { indexObservations, type Observe } from '../../judge/score/observed.ts';

export interface ResultUnit {
  readonly name: string;
  readonly audience: string;
  /** The report that counts; null = none was received, or the council sent it back. */
  readonly result: ReportResult | null;
  /** Why there is none, to end a sentence. */
  readonly why: string;
  readonly observe: Observe | null;
}

const WHY: Readonly<Record<ListedUnit['state'], string>> = {
  received: '',
  returned: 'báo cáo đã trả lại',
  blank: 'biểu gửi về còn trống',
  missing: 'chưa có báo cáo',
};

/** Units in the register's order, else in that of their reports. */
export function unitsOf(run: RunResult): readonly ResultUnit[] {
  const { register, observations, period } = run;
  const observe = observations ? indexObservations(observations, register) : null;
  const listed = unitList(run).filter(({ entry }) => register === null || entry !== null);
  return listed.map(({ name, audience, entry, state, report }) => ({
    ...{ name, audience, why: WHY[state] },
    result: state === 'received' ? report : null,
    observe: observe ? observe(name, entry, period) : null,
  }));
}

/** The period in its text form, for comparing with observations; null when the run has none. */
export function periodOf({ period }: Pick<RunResult, 'period'>): string | null {
  return period && periodKey(period);
}

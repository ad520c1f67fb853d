/**
 * The course towards the targets: the short forms of a month or quarter → how far each target of the plan has come, and
 * where it stood in the periods before. Nothing is written down, nobody gets points.
 */

import { type Period, periodDays, periodKey, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { TargetResult } from '../../core/commune/result/commune-result.ts';
import { runReports } from '../../core/judge/run/run.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import { type ReadFile, readReports } from '../../core/report/read.ts';
import type { NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';
import { courseTargets } from './course-targets.ts';
import { readSent } from './sent-file.ts';

export interface Course {
  readonly period: Period | null;
  /** Of the targets that units give figures for. */
  readonly targets: readonly TargetResult[];
  /** Points to check in the forms of the last period, a Vietnamese sentence each. */
  readonly doubts: readonly string[];
  /** Files left out. */
  readonly unused: readonly { readonly file: string; readonly reason: string }[];
}

/** Over files besides the open workbook; of several periods the last is shown, the others come before it. */
export async function followUpCourse(host: Host, files: readonly NamedFile[]): Promise<Result<Course>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { register, answeredColumns } = loaded.value;
  const movement = followUpMovement(loaded.value.movement);
  if (!movement) return refuse('no-set', 'Phong trào không có chỉ tiêu nào để theo dõi theo tháng, quý.');
  const unused: { file: string; reason: string }[] = [];
  const byPeriod = new Map<string, { readonly period: Period; readonly files: ReadFile[] }>();
  for (const file of files) {
    const sent = await readSent(file);
    const read = sent.ok
      ? readReports(sent.value.book, { file: file.name, movement, register, answeredColumns })
      : null;
    if (!sent.ok || !read || read.reports.length === 0) {
      unused.push({ file: file.name, reason: sent.ok ? 'không có biểu theo dõi nào.' : sent.refusal.message });
      continue;
    }
    for (const report of read.reports) {
      if (report.period === null) {
        unused.push({ file: file.name, reason: 'biểu không ghi kỳ theo dõi.' });
        continue;
      }
      const { period } = report.period;
      if (period.kind === 'year') {
        unused.push({ file: file.name, reason: `là báo cáo ${periodName(period)}, không phải biểu theo dõi.` });
        continue;
      }
      const held = byPeriod.get(periodKey(period)) ?? { period, files: [] };
      byPeriod.set(periodKey(period), held);
      held.files.push({ ...read, reports: [report] });
    }
  }
  const known = { movement, register, asOf: null, previous: null, observations: null, decisions: null };
  const inTurn = [...byPeriod.values()].sort((x, y) => (periodDays(x.period).to < periodDays(y.period).to ? -1 : 1));
  const runs = inTurn.map((item) => runReports({ ...known, period: item.period, files: item.files }));
  const result = runs.at(-1);
  if (!result) return refuse('no-report', unused.map(({ file, reason }) => `“${file}”: ${reason}`).join('\n'));
  const { targets } = courseTargets({ result, earlier: runs.slice(0, -1) });
  const doubts = result.flags
    .filter(({ severity }) => severity === 'error')
    .map(({ unit, message }) => (unit === null ? message : `${unit}: ${message}`));
  return done({ period: result.period, targets, doubts, unused });
}

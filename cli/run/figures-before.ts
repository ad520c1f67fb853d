/** Each unit's previous figures, in words, to print beside the cells it fills in now. */

import { type Period, periodDays, periodName } from '../../core/base/period/period.ts';
import { entryValue } from '../../core/judge/score/value.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { figureText } from '../../core/movement/rules/wording.ts';
import { unitName } from '../../core/report/match-unit.ts';
import type { Register } from '../../core/report/register.ts';
import type { Report } from '../../core/report/report.ts';
import { walk } from '../files/walk.ts';
import { startProgress } from '../terminal/progress.ts';
import { readAll } from './read-reports.ts';

/** Unit → criterion's code → `300/800 = 37,5 % (quý II năm 2025)`. Of a unit's reports before the period the latest. */
export async function figuresBefore(
  typed: string,
  movement: Movement,
  register: Register,
  period: Period,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { inputs } = walk([typed]);
  const read = await readAll(
    inputs,
    { movement, register, period: null },
    startProgress('Đọc kỳ trước', inputs.length),
  );
  for (const { file, reason } of read.unreadable) process.stderr.write(`Không đọc được ${file}: ${reason}\n`);
  const reports = read.files
    .flatMap((file) => file.read.reports)
    .filter((report) => endOf(report) < periodDays(period).from)
    .sort((x, y) => (endOf(x) < endOf(y) ? -1 : 1));
  return new Map(reports.map((report) => [unitName(report, register), figuresOf(report, movement)]));
}

/** ISO day; a report that names no period ends before all others. */
function endOf({ period }: Report): string {
  return period === null ? '' : periodDays(period.period).to;
}

function figuresOf(report: Report, { criteriaSets }: Movement): ReadonlyMap<string, string> {
  const criteria = criteriaSets.find(({ version, audience }) => version === report.set && audience === report.audience);
  const when = report.period === null ? '' : `\n(${periodName(report.period.period)})`;
  return new Map(
    report.entries.flatMap((entry): [string, string][] => {
      const criterion = criteria?.criteria.find(({ code }) => code === entry.criterion);
      if (!criterion) return [];
      const value = entryValue(entry, criterion.measure, false);
      return value.kind === 'figure' ? [[criterion.code, `${figureText(value, criterion.unit)}${when}`]] : [];
    }),
  );
}

/**
 * What one run over a set of files came to: the input of every output (JSON, screen, scored copies, the council's
 * workbook).
 */

import { groupBy } from '../../base/group-by.ts';
import type { Period } from '../../base/period/period.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { Register } from '../../report/register.ts';
import type { Report } from '../../report/report.ts';
import { tableOf } from '../../report/table-of.ts';
import type { Flag } from '../flag/flag.ts';
import type { Impact, RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { receptionsOf } from './receptions.ts';

/** One report with all that was found about it. */
export interface ReportResult {
  readonly report: Report;
  /** Key of the unit: name in the register, else in the sheet, else the file's name. */
  readonly unit: string;
  readonly flags: readonly Flag[];
  /** null when the run only checks, and for a blank form. */
  readonly score: ScoreSheet | null;
  /**
   * counts = the unit's report that counts · replaced = a later report counts · blank = an empty form · returned = it
   * counts for the points, but the council sent it back, so its figures are in no sum.
   */
  readonly reception: 'counts' | 'replaced' | 'blank' | 'returned';
}

export interface RunResult {
  readonly movement: Movement;
  /** null when neither the command nor any report names a period. */
  readonly period: Period | null;
  readonly reports: readonly ReportResult[];
  /** All flags, in the order of the checks. */
  readonly flags: readonly Flag[];
  /** Flags that belong to no report: a missing report, a file without a report. */
  readonly looseFlags: readonly Flag[];
  readonly rankings: readonly RankedUnit[];
  readonly impacts: readonly Impact[];
  /** Vietnamese sentences: which checks could not run and why. */
  readonly silent: readonly string[];
  readonly register: Register | null;
  readonly observations: readonly Observation[] | null;
}

/** True when the flag stands in this report: same file and table; of no table a sheet of it, else the same unit. */
function belongsTo(flag: Flag, report: Report, unit: string): boolean {
  if (flag.file !== report.file) return false;
  if (flag.table !== undefined && flag.table !== tableOf(report)) return false;
  if (flag.cell && report.sheets.includes(flag.cell.sheet)) return flag.unit === null || flag.unit === unit;
  return flag.unit === unit;
}

/**
 * Attaches to every report its flags (each flag to at most one report) and its score sheet. A flag about a file as a
 * whole goes to the first report in the file; a flag about no report is returned as loose. `returned` = units whose
 * report as a whole the council sent back.
 */
export function joinResults(
  reports: readonly { readonly report: Report; readonly unit: string }[],
  flags: readonly Flag[],
  scores: readonly ScoreSheet[],
  returned: ReadonlySet<string> = new Set(),
): Pick<RunResult, 'reports' | 'looseFlags'> {
  const byFile = groupBy(flags, ({ file }) => file);
  const taken = new Set<Flag>();
  const scoreOf = new Map(scores.map((score) => [JSON.stringify([score.file, score.unit, score.table]), score]));
  const ownFlags = reports.map(({ report, unit }) => {
    const own = (byFile.get(report.file) ?? []).filter((flag) => !taken.has(flag) && belongsTo(flag, report, unit));
    for (const flag of own) taken.add(flag);
    return own;
  });
  const receptions = receptionsOf(reports, returned);
  const joined = reports.map(({ report, unit }, index) => {
    const ofFile = (byFile.get(report.file) ?? []).filter((flag) => !taken.has(flag) && flag.unit === null);
    for (const flag of ofFile) taken.add(flag);
    const score = scoreOf.get(JSON.stringify([report.file, unit, tableOf(report)])) ?? null;
    const reception = receptions[index] ?? 'counts';
    return { report, unit, flags: [...(ownFlags[index] ?? []), ...ofFile], score, reception };
  });
  return { reports: joined, looseFlags: flags.filter((flag) => !taken.has(flag)) };
}

/**
 * What all checks work on, prepared once: each report with its unit, its criteria set and its lines. A line is one row
 * that holds a figure: a criterion, or one part of a composed criterion.
 */

import type { Period } from '../../base/period/period.ts';
import type { Points } from '../../base/quantity/points.ts';
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import type { Movement } from '../../movement/movement.ts';
import { type Measure, partsOf, type RulePart, type ScoringRule } from '../../movement/rule.ts';
import { commonPeriod } from '../../report/common-period.ts';
import { fileTitle, matchFile, matchUnit, unitName } from '../../report/match-unit.ts';
import { partEntry } from '../../report/part-entry.ts';
import type { ReadFile } from '../../report/read.ts';
import type { Register, RegisterUnit } from '../../report/register.ts';
import type { Entry, Remark, Report } from '../../report/report.ts';
import type { CheckContext } from './context.ts';

export interface Line {
  /** `1.2`, or `1.2.a` for a part. */
  readonly code: string;
  readonly criterion: Criterion;
  readonly part: RulePart | null;
  readonly entry: Entry;
  readonly title: string;
  readonly measure: Measure;
  readonly rule: ScoringRule;
  readonly maxPoints: Points;
}

export interface CheckSubject {
  readonly file: string;
  readonly report: Report;
  /** Register name, else the name in the sheet, else the file name. */
  readonly unit: string;
  readonly registered: RegisterUnit | null;
  /** undefined = the report was read against a set this movement does not have. */
  readonly set: CriteriaSet | undefined;
  /** In the order of the set. */
  readonly lines: readonly Line[];
  /** The lines, and the rows of composed criteria, whose parts hold the figures; points stand in all of them. */
  readonly rows: readonly Line[];
  /** Criterion code → its entry. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** What its figures are for: printed in the sheet, else the period under review. */
  readonly period: Period | null;
}

export interface CheckRun {
  readonly context: CheckContext;
  readonly movement: Movement;
  readonly files: readonly ReadFile[];
  /** In the order of the files. */
  readonly subjects: readonly CheckSubject[];
  /** Period under review: the caller's, else the period that most reports name. */
  readonly period: Period | null;
}

export function prepareRun(files: readonly ReadFile[], context: CheckContext): CheckRun {
  const { movement } = context;
  const period =
    context.period ??
    commonPeriod(
      files.flatMap((file) => file.reports),
      context.movement,
    );
  const subjects = files.flatMap((file) =>
    file.reports.map((report) => prepareSubject(report, file.name, context, period)),
  );
  return { context, movement, files, subjects, period };
}

/** One report, ready for checking; also used for the reports of the last period. */
export function prepareSubject(
  report: Report,
  file: string,
  context: CheckContext,
  period: Period | null,
): CheckSubject {
  const set = setOfReport(context.movement, report, period);
  const entries = new Map(report.entries.map((entry) => [entry.criterion, entry]));
  const rows = (set?.criteria ?? []).flatMap((criterion) => {
    const entry = entries.get(criterion.code);
    return entry === undefined ? [] : rowsOf(criterion, entry);
  });
  const composed = new Set(rows.flatMap(({ part, criterion }) => (part === null ? [] : [criterion])));
  return {
    file,
    report,
    unit: unitName(report, context.register),
    registered: registeredUnit(report, context.register),
    set,
    lines: rows.filter(({ part, criterion }) => part !== null || !composed.has(criterion)),
    rows,
    entries,
    period: report.period?.period ?? period,
  };
}

/** Matched by the unit name in the sheet, else by the file name. `unitName` decides in the same order. */
function registeredUnit({ unit, file }: Report, register: Register | null): RegisterUnit | null {
  if (register === null) return null;
  return unit === null ? matchFile(fileTitle(file), register) : matchUnit(unit.text, register);
}

/** Remarks of one kind in a report. */
export function remarksOf<K extends Remark['kind']>(
  subject: CheckSubject,
  kind: K,
): readonly Extract<Remark, { kind: K }>[] {
  return subject.report.remarks.filter((remark): remark is Extract<Remark, { kind: K }> => remark.kind === kind);
}

/** The criterion, then its parts as far as the sheet has them. */
function rowsOf(criterion: Criterion, entry: Entry): readonly Line[] {
  const { code, title, measure, rule, maxPoints } = criterion;
  const parts = partsOf(rule).flatMap((part): readonly Line[] => {
    const own = partEntry(entry, code, part.code);
    return own === undefined ? [] : [{ ...part, code: `${code}.${part.code}`, criterion, part, entry: own }];
  });
  return [{ code, criterion, part: null, entry, title, measure, rule, maxPoints }, ...parts];
}

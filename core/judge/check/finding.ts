/**
 * A check's finding before it becomes a flag, and the record of the findings so far. Checks for causes run first, and a
 * check skips a row in which an earlier check found the cause, so that a single fault gets a single flag.
 */

import type { CellRef } from '../../report/report.ts';
import { tableOf } from '../../report/table-of.ts';
import type { Doubt, Flag, Severity } from '../flag/flag.ts';
import type { FlagCode } from './registry.ts';
import type { CheckRun, CheckSubject } from './run.ts';

export interface Finding {
  /** The report it is about; null = a file without a report, or a unit without a file. */
  readonly subject: CheckSubject | null;
  readonly file?: string;
  readonly unit?: string;
  /** Criterion or part. */
  readonly line?: string;
  readonly cell: CellRef | null;
  readonly message: string;
  readonly data?: Flag['data'];
  readonly candidates?: readonly number[];
  readonly isOneOf?: true;
  /** Only where it differs from the check's own. */
  readonly severity?: Severity;
  readonly doubt?: Doubt;
}

/**
 * A check, in its own file. Its words are Vietnamese, for officers; docs/flags.md lists them together with the comment
 * above the check, which explains what the flag means.
 */
export interface Check<Code extends string = FlagCode> {
  /** Part of the contract: never renamed. */
  readonly code: Code;
  readonly severity: Severity;
  readonly doubt: Doubt;
  /** Short, for tables and filters. */
  readonly name: string;
  /** What to do about it: the suggestion of its flags. */
  readonly todo: string;
  readonly find: (run: CheckRun, found: EarlierFindings) => readonly Finding[];
}

/** What earlier checks found, but for findings that by their own word put nothing in doubt. */
export interface EarlierFindings {
  /** Any of these codes on this row of this report. */
  readonly on: (subject: CheckSubject, line: string, ...codes: readonly FlagCode[]) => boolean;
  /** Any of these codes anywhere in this report. */
  readonly inReport: (subject: CheckSubject, ...codes: readonly FlagCode[]) => boolean;
}

interface Findings extends EarlierFindings {
  readonly add: (check: Check, findings: readonly Finding[]) => void;
  readonly all: readonly { readonly check: Check; readonly finding: Finding }[];
}

function newFindings(): Findings {
  const all: { check: Check; finding: Finding }[] = [];
  const byReport = new Map<CheckSubject, Map<string, Set<FlagCode>>>();
  const codesOn = (subject: CheckSubject, line: string) => byReport.get(subject)?.get(line);
  return {
    all,
    add(check, findings) {
      for (const finding of findings) {
        all.push({ check, finding });
        if (finding.subject === null || finding.doubt === 'nothing') continue;
        const lines = byReport.get(finding.subject) ?? new Map<string, Set<FlagCode>>();
        byReport.set(finding.subject, lines);
        const line = finding.line ?? '';
        lines.set(line, (lines.get(line) ?? new Set<FlagCode>()).add(check.code));
      }
    },
    on(subject, line, ...codes) {
      const found = codesOn(subject, line);
      return found !== undefined && codes.some((code) => found.has(code));
    },
    inReport(subject, ...codes) {
      return [...(byReport.get(subject)?.values() ?? [])].some((found) => codes.some((code) => found.has(code)));
    },
  };
}

/** Flags of these checks, made in this order; sorted as toFlags says. */
export function flagsOf(run: CheckRun, checks: readonly Check[]): Flag[] {
  const findings = newFindings();
  for (const check of checks) findings.add(check, check.find(run, findings));
  return toFlags(run, findings);
}

/**
 * Findings → flags in the order of reports, rows and checks. The id is built from code, unit, criterion and cell, so
 * that it stays when the run is repeated; a second flag of the same id (the same unit twice) takes its file name on.
 */
function toFlags(run: CheckRun, findings: Findings): Flag[] {
  const subjectOrder = new Map(run.subjects.map((subject, at) => [subject, at]));
  const lineOrder = new Map(run.subjects.map((subject) => [subject, placesOf(subject)]));
  const placed = findings.all.map((item, at) => {
    const { subject, line } = item.finding;
    const report = subject === null ? run.subjects.length : (subjectOrder.get(subject) ?? 0);
    const row = subject === null || line === undefined ? -1 : (lineOrder.get(subject)?.get(line) ?? -1);
    return { ...item, report, row, at };
  });
  placed.sort((x, y) => x.report - y.report || x.row - y.row || x.at - y.at);
  const taken = new Set<string>();
  return placed.map(({ check, finding }) => toFlag(check, finding, taken));
}

function placesOf({ rows }: CheckSubject): ReadonlyMap<string, number> {
  return new Map(rows.map(({ code }, at) => [code, at]));
}

function toFlag(check: Check, finding: Finding, taken: Set<string>): Flag {
  const unit = finding.unit ?? finding.subject?.unit ?? null;
  const file = finding.file ?? finding.subject?.file ?? null;
  const { code, name, todo } = check;
  const { cell, line, candidates, isOneOf } = finding;
  const id = freeId(
    [code, unit ?? file ?? '', line ?? '', cell ? `${cell.sheet}!${cell.address}` : ''].join('|'),
    file,
    taken,
  );
  return {
    id,
    code,
    name,
    severity: finding.severity ?? check.severity,
    doubt: finding.doubt ?? check.doubt,
    unit,
    criterion: line ?? null,
    file,
    ...(finding.subject === null ? {} : { table: tableOf(finding.subject.report) }),
    cell,
    message: finding.message,
    suggestion: todo,
    data: finding.data ?? {},
    ...(candidates === undefined ? {} : { candidates }),
    ...(isOneOf === undefined ? {} : { isOneOf }),
  };
}

function freeId(wanted: string, file: string | null, taken: Set<string>): string {
  const withFile = `${wanted}|${file ?? ''}`;
  let id = taken.has(wanted) ? withFile : wanted;
  for (let again = 2; taken.has(id); again++) id = `${withFile}|${again}`;
  taken.add(id);
  return id;
}

/**
 * The basis of a decision, as a digest: the figures of its criterion as they are in the sheet, and the flag's content.
 * The row's position is left out, so a decision survives an inserted row; its content counts. A result that only
 * repeats a and b is left out, so that a formula which gains its value by a save in another program undoes nothing.
 */

import { groupBy } from '../base/group-by.ts';
import { dayNumber } from '../base/period/day.ts';
import { periodKey } from '../base/period/period.ts';
import { tidy } from '../base/text/tidy.ts';
import type { Flag } from '../judge/flag/flag.ts';
import type { Entry, Read, Report } from '../report/report.ts';
import { canonicalJson, type Plain } from './canonical-json.ts';
import { sha256 } from './sha256.ts';
import { targetKey } from './target-key.ts';

/** A flag of a unit, or (flag null) a criterion of the unit. */
export interface DecisionTarget {
  readonly unit: string;
  readonly flag: string | null;
  readonly criterion: string | null;
}

/** The flags and criteria that a decision can be made on now. */
export interface Grounds {
  /** Digest of what a decision on this would rest on now; null when there is no such flag, or no such unit. */
  readonly subjectOf: (target: DecisionTarget) => string | null;
  /** Whether a decision made on `subject` still rests on what stands there: as it is, or as older records wrote it. */
  readonly holds: (target: DecisionTarget, subject: string) => boolean;
  /** The figures in the report now, `số đạt 45, tổng số 90`; '' where no row of the criterion is found. */
  readonly figuresNow: (target: DecisionTarget) => string;
  /** The present flag for the flag of a decision: itself, or the same flag in another cell. null = no longer raised. */
  readonly flagFor: (target: DecisionTarget, subject: string) => Flag | null;
  /** The unit's name as the reports have it; the text itself when no report is of that unit. */
  readonly unitFor: (unit: string) => string;
}

interface UnitReport {
  readonly report: Report;
  /** Key of the unit. */
  readonly unit: string;
}

/** `flags` are all of the run. */
export function groundsOf(reports: readonly UnitReport[], flags: readonly Flag[]): Grounds {
  const flagById = new Map(flags.map((flag) => [tidy(flag.id), flag] as const));
  const flagsOfUnit = groupBy(flags, ({ unit, file }) => tidy(unit ?? file ?? ''));
  const reportsOfUnit = groupBy(reports, ({ unit }) => tidy(unit));
  const known = new Map<string, string | null>();

  const digestOf = (target: DecisionTarget, how: Figures): string | null => {
    const key = `${WAYS.indexOf(how)}|${targetKey(target)}`;
    let subject = known.get(key);
    if (subject === undefined) {
      const material = materialOf(target, how);
      subject = material === null ? null : sha256(canonicalJson(material));
      known.set(key, subject);
    }
    return subject;
  };
  const subjectOf = (target: DecisionTarget) => digestOf(target, typedFigures);

  const materialOf = ({ unit, flag: id, criterion }: DecisionTarget, figuresOf: Figures): Plain | null => {
    const key = tidy(unit);
    const own = reportsOfUnit.get(key) ?? [];
    if (id === null) {
      if (own.length === 0 || criterion === null) return null;
      const graded = (entry: Entry) => gradedOn(entry, figuresOf);
      return [key, criterion, own.map(({ report }) => [scopeOf(report), rowOf(report, criterion, graded)])];
    }
    const flag = flagById.get(tidy(id));
    if (!flag) return null;
    const holding = own.filter(({ report }) => flag.file === null || flag.file === report.file);
    const figures = holding.map(({ report }) => [
      scopeOf(report),
      flag.criterion === null ? null : rowOf(report, flag.criterion, figuresOf),
    ]);
    const { code, data, candidates = [] } = flag;
    return [key, code, flag.criterion, plainData(data), candidates, figures];
  };

  const holds = (target: DecisionTarget, subject: string) => WAYS.some((how) => digestOf(target, how) === subject);

  return {
    subjectOf,
    holds,
    figuresNow({ unit, flag, criterion }) {
      const code = criterion ?? (flag === null ? null : (flagById.get(tidy(flag))?.criterion ?? null));
      const own = reportsOfUnit.get(tidy(unit)) ?? [];
      const rows = code === null ? [] : own.map(({ report }) => rowOf(report, code, figureWords));
      return rows.find((words): words is string => typeof words === 'string' && words !== '') ?? '';
    },
    flagFor(target, subject) {
      const { unit, flag: id } = target;
      if (id === null) return null;
      const same = flagById.get(tidy(id));
      if (same) return same;
      const alike = (flagsOfUnit.get(tidy(unit)) ?? []).filter((flag) => holds({ ...target, flag: flag.id }, subject));
      return alike.length === 1 ? (alike[0] ?? null) : null;
    },
    unitFor: (unit) => reportsOfUnit.get(tidy(unit))?.[0]?.unit ?? unit,
  };
}

function plainData(data: Flag['data']): Plain {
  return Object.entries(data)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, value]) => [key, typeof value === 'string' ? tidy(value) : value]);
}

/** Equal figures of another period, or under other criteria, are another matter. */
function scopeOf({ movement, set, period }: Report): Plain {
  return [movement, set, period && periodKey(period.period)];
}

/** The row of a criterion (`1.2`) or part (`1.2.a`) in a report; null when it has none. */
function rowOf(report: Report, code: string, contentOf: (entry: Entry) => Plain): Plain {
  for (const entry of report.entries) {
    if (entry.criterion === code) return contentOf(entry);
    const part = entry.parts?.find(
      (part) => part.criterion === code || `${entry.criterion}.${part.criterion}` === code,
    );
    if (part) return contentOf(part);
  }
  return null;
}

type Figures = (entry: Entry) => Plain;

/** Points are left out: our own runs write them. */
function allFigures(entry: Entry): Plain {
  const { numerator, denominator, value, baseline, exempted, parts = [] } = entry;
  return [[numerator, denominator, value, baseline, exempted].map(rawOf), parts.map(allFigures)];
}

/** Without a result that a and b give anyway; a day is the day, however it is stored and shown. */
function typedFigures(entry: Entry): Plain {
  const { numerator, denominator, value, baseline, exempted, parts = [] } = entry;
  const result = repeatsRatio(entry) ? undefined : value;
  const shown = (read: Read | undefined) => (read?.reading.kind === 'date' ? read.reading.date : rawOf(read));
  return [[numerator, denominator, result, baseline, exempted].map(shown), parts.map(typedFigures)];
}

/** As older records have it: a day as the number a workbook stores. */
function storedFigures(entry: Entry): Plain {
  const { numerator, denominator, value, baseline, exempted, parts = [] } = entry;
  const result = repeatsRatio(entry) ? undefined : value;
  const stored = (read: Read | undefined) =>
    read?.reading.kind === 'date' ? dayNumber(read.reading.date) + EXCEL_EPOCH : rawOf(read);
  return [[numerator, denominator, result, baseline, exempted].map(stored), parts.map(storedFigures)];
}

/** As decisions are made now, and as records written before have it. */
const WAYS: readonly Figures[] = [typedFigures, storedFigures, allFigures];

/** Serial number of 1970-01-01 in a workbook. */
const EXCEL_EPOCH = 25_569;

/** Percent, so that a result shown with one decimal is still the same. */
const TOLERANCE = 0.06;

function repeatsRatio({ numerator, denominator, value }: Entry): boolean {
  const number = (read: Read | undefined) => (read?.reading.kind === 'number' ? read.reading.value : null);
  const [a, b, result] = [numerator, denominator, value].map(number);
  if (a == null || b == null || result == null || b === 0) return false;
  return Math.abs(result - (100 * a) / b) <= TOLERANCE;
}

/** `số đạt 45, tổng số 90, kết quả 50`. */
function figureWords({ numerator, denominator, value }: Entry): Plain {
  const figures = [
    ['số đạt', rawOf(numerator)],
    ['tổng số', rawOf(denominator)],
    ['kết quả', rawOf(value)],
  ] as const;
  return figures.flatMap(([name, raw]) => (raw === null || raw === '' ? [] : [`${name} ${String(raw)}`])).join(', ');
}

/** The basis of grading also includes the evidence and the explanation. */
function gradedOn(entry: Entry, figuresOf: Figures): Plain {
  return [figuresOf(entry), entry.evidence.map(tidy), tidy(entry.explanation?.text ?? '')];
}

function rawOf(read: Read | undefined): Plain {
  const raw = read?.raw ?? null;
  return typeof raw === 'string' ? tidy(raw) : raw;
}

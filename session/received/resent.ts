/** Which files are a unit's report anew, and what changed in it. Pure. */

import { periodKey } from '../../core/base/period/period.ts';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { nfc, squashKey } from '../../core/base/text/text.ts';
import { unitName } from '../../core/report/match-unit.ts';
import type { Register } from '../../core/report/register.ts';
import type { Entry, Read, Report } from '../../core/report/report.ts';
import { formatDate } from '../../core/sheet/grid/date.ts';
import type { LoadedReport } from '../run/load.ts';
import type { SentFile } from './sent-file.ts';

/** An old report for which a file brings a new version. */
export interface OldReport {
  readonly unit: string;
  readonly sheet: string;
  readonly file: string;
  /** Vietnamese, one per changed figure; empty = the same figures. */
  readonly changes: readonly string[];
}

/** A file that waits for the officer's word. */
export interface Resent {
  readonly file: SentFile;
  readonly old: readonly OldReport[];
}

/**
 * The reports in the workbook that the file brings anew; null when it brings none, or when replacing would take other
 * units' reports with it: such a file is taken in beside them, and its doubles are flagged.
 */
export function oldReportsOf(
  reports: readonly Report[],
  standing: readonly LoadedReport[],
  register: Register | null,
): readonly OldReport[] | null {
  const pairs = reports.flatMap((report) => {
    const key = keyOf(report, unitName(report, register));
    const found = standing.filter(({ report: old, unit }) => keyOf(old, unit) === key && samePeriod(old, report));
    return found.map((old) => ({ old, report }));
  });
  const replaced = new Set(pairs.map(({ old }) => old));
  const sheets = new Set(pairs.flatMap(({ old }) => old.report.sheets));
  const others = standing.some(
    (loadedReport) => !replaced.has(loadedReport) && loadedReport.report.sheets.some((sheet) => sheets.has(sheet)),
  );
  if (pairs.length === 0 || others) return null;
  return pairs.flatMap(({ old, report }) =>
    old.report.sheets.map((sheet) => ({
      unit: old.unit,
      sheet,
      file: old.report.file,
      changes: reportChanges(old.report, report),
    })),
  );
}

function keyOf({ audience }: Report, unit: string): string {
  return JSON.stringify([audience, squashKey(unit)]);
}

/** A report that names no period matches any. */
function samePeriod(a: Report, b: Report): boolean {
  return !a.period || !b.period || periodKey(a.period.period) === periodKey(b.period.period);
}

const FIGURES = [
  ['numerator', 'tử số'],
  ['denominator', 'mẫu số'],
  ['value', 'kết quả'],
  ['self', 'điểm tự chấm'],
] as const;

/** Texts of a criterion beside its figures. */
const WORDS = [
  ['minh chứng', ({ evidence }: Entry) => evidence.join('; ')],
  ['giải trình', ({ explanation }: Entry) => explanation?.text ?? ''],
] as const;

/** Differences, figure by figure and word by word, in the order of the old report. */
export function reportChanges(old: Report, now: Report): readonly string[] {
  const before = entriesOf(old);
  const after = entriesOf(now);
  const codes = [...new Set([...before.keys(), ...after.keys()])];
  return codes.flatMap((code) => {
    const [was, is] = [before.get(code), after.get(code)];
    const pairs = [
      ...FIGURES.map(([field, name]) => [name, shown(was?.[field]), shown(is?.[field])] as const),
      ...WORDS.map(([name, of]) => [name, was ? oneLine(of(was)) : '', is ? oneLine(of(is)) : ''] as const),
    ];
    return pairs.flatMap(([name, x, y]) => (x === y ? [] : [`${code} ${name}: ${brief(x)} → ${brief(y)}`]));
  });
}

/** Longest text shown of a change. */
const LONGEST = 80;

function oneLine(text: string): string {
  return nfc(text).replace(/\s+/gu, ' ').trim();
}

function brief(text: string): string {
  if (text === '') return 'trống';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function entriesOf({ entries }: Report): ReadonlyMap<string, Entry> {
  return new Map(
    entries.flatMap((entry) => [
      [entry.criterion, entry] as const,
      ...(entry.parts ?? []).map((part) => [`${entry.criterion}.${part.criterion}`, part] as const),
    ]),
  );
}

function shown(read: Read | undefined): string {
  const reading = read?.reading;
  switch (reading?.kind) {
    case undefined:
    case 'missing':
      return '';
    case 'number':
      return `${formatNumber(reading.value)}${read?.percent ? ' %' : ''}`;
    case 'fraction':
      return `${formatNumber(reading.a)}/${formatNumber(reading.b)}`;
    case 'yes':
      return 'có';
    case 'no':
      return 'không';
    case 'date':
      return formatDate(reading.date);
    case 'level':
      return reading.code;
    case 'bound':
    case 'error':
    case 'ambiguous':
    case 'bad-date':
    case 'text':
    case 'not-applicable':
      return reading.text;
  }
}

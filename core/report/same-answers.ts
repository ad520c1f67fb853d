/** What a report answers, whatever file it came in: two copies of a report, in Excel and in Word, give the same text. */
import { periodKey } from '../base/period/period.ts';
import { foldKey } from '../base/text/text.ts';
import type { Entry, Read, Reading, Report } from './report.ts';

/** `unit` = as the register calls it. */
export function answersOf(report: Report, unit: string): string {
  const { period, entries } = report;
  const rows = entries.filter((entry) => !isEmpty(entry)).map(rowOf);
  return [foldKey(unit), period && periodKey(period.period), ...rows.sort()].join('\n');
}

function rowOf({ criterion, numerator, denominator, value, self, parts = [] }: Entry): string {
  const figures = [numerator, denominator, value, self].map((read) => (read ? figureOf(read) : ''));
  return [criterion, ...figures, ...parts.filter((part) => !isEmpty(part)).map(rowOf)].join('|');
}

function isEmpty({ numerator, denominator, value, self, parts = [] }: Entry): boolean {
  const reads: readonly (Read | undefined)[] = [numerator, denominator, value, self];
  return reads.every((read) => (read?.reading.kind ?? 'missing') === 'missing') && parts.every(isEmpty);
}

function figureOf({ reading }: { readonly reading: Reading }): string {
  if (reading.kind === 'number') return String(reading.value);
  if (reading.kind === 'fraction') return `${reading.a}/${reading.b}`;
  return reading.kind === 'missing' ? '' : JSON.stringify(reading);
}

/** Splits a folder of several years into the run (the last year) and the years before it, which stand beside. */
import { type Period, periodDays } from '../../core/base/period/period.ts';
import type { ReadFile } from '../../core/report/read.ts';
import type { Report } from '../../core/report/report.ts';
import type { FileRead } from './read-reports.ts';

/** First and last year. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** `2023-2025`; null when it is no run of years. A month is written `2025-11`, so the two are never mixed up. */
export function parsePhase(text: string): YearRange | null {
  const years = /^(20\d\d)-(20\d\d)$/.exec(text.trim());
  const [from, to] = [Number(years?.[1]), Number(years?.[2])];
  return years && from < to ? { from, to } : null;
}

export function phaseKey({ from, to }: YearRange): string {
  return `${from}-${to}`;
}

/** The whole phase as a single period. */
export function phasePeriod({ from, to }: YearRange): Period {
  return { kind: 'days', year: to, from: `${from}-01-01`, to: `${to}-12-31` };
}

/** As papers take it. */
export function wholePhase(phase: YearRange): { readonly period: Period; readonly key: string } {
  return { period: phasePeriod(phase), key: phaseKey(phase) };
}

export interface Split {
  readonly now: readonly FileRead[];
  /** Files with the reports of the phase's earlier years alone. */
  readonly before: readonly ReadFile[];
}

/**
 * By the period each report names; what names none, or a year outside the phase, stays in the run, where the checks
 * look at it.
 */
export function splitYears(files: readonly FileRead[], phase: YearRange): Split {
  const isBefore = ({ period }: Report) => {
    if (!period) return false;
    const { from, to } = periodDays(period.period);
    return from >= `${phase.from}-01-01` && to < `${phase.to}-01-01`;
  };
  return {
    now: files.flatMap((file) => {
      const { reports } = file.read;
      const current = reports.flatMap((report, at) =>
        isBefore(report) ? [] : [{ report, place: file.places[at] ?? [] }],
      );
      if (current.length === 0 && reports.length > 0) return [];
      const read = { ...file.read, reports: current.map(({ report }) => report) };
      return [{ ...file, read, places: current.map(({ place }) => place) }];
    }),
    before: files
      .map(({ read }) => ({ ...read, reports: read.reports.filter(isBefore) }))
      .filter(({ reports }) => reports.length > 0),
  };
}

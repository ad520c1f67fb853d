/**
 * What a commune sends to its province: figures of the whole commune. No report, no name of a unit or a person goes
 * with it. Shape of the file `score --results` writes and of the entry `result` (zod at both borders).
 */
import * as z from 'zod/mini';
import { parsePeriod } from '../../base/period/period.ts';
import { TOO_LARGE } from '../../base/quantity/any-figure.ts';
import { integerOf, listOf, matching, orNull, shaped, type Test, textOf } from '../../base/shape.ts';

/** Characters of the whole as JSON: an entry takes little more. */
export const LARGEST_RESULT = 56_000;
/** Most periods sent of an indicator, the latest ones. */
export const LONGEST_COURSE = 18;

const LARGEST = 1_000_000;
const isWords = textOf(1, 200);
const isCount = integerOf(0, LARGEST);
const isFigure: Test = (value) => typeof value === 'number' && Math.abs(value) < TOO_LARGE;
const isDay: Test = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isPeriod: Test = (value) => typeof value === 'string' && value.length <= 30 && parsePeriod(value) !== undefined;
const isYears = matching(/^20\d\d-20\d\d$/);

const STATES = ['met', 'not-met', 'not-enough-data', 'no-source', 'not-due'] as const;
const isState: Test = (value) => STATES.some((state) => state === value);

export interface SentTarget {
  readonly code: string;
  /** The plan's words, cut at 300 characters. */
  readonly text: string;
  readonly unit: string | null;
  /** `trên 40 %`; '' for a target without a figure. */
  readonly level: string;
  readonly state: (typeof STATES)[number];
  readonly a: number | null;
  readonly b: number | null;
  readonly value: number | null;
  /** What open flags leave. */
  readonly low: number | null;
  readonly high: number | null;
  readonly units: { readonly gave: number; readonly missing: number; readonly doubtful: number };
}
const isTarget = shaped({
  ...{ code: textOf(1, 200), text: textOf(1, 300), unit: orNull(textOf(1, 200)), level: textOf(0, 200) },
  ...{ state: isState, a: orNull(isFigure), b: orNull(isFigure), value: orNull(isFigure) },
  ...{ low: orNull(isFigure), high: orNull(isFigure) },
  units: shaped({ gave: isCount, missing: isCount, doubtful: isCount }),
} satisfies Record<keyof SentTarget, Test>);

interface SentPoint {
  readonly period: string;
  readonly value: number;
  /** Place among the communes of the province and how many were placed, as the portal says. */
  readonly place: number | null;
  readonly placed: number | null;
}
const isPoint = shaped({
  ...{ period: isPeriod, value: isFigure, place: orNull(isCount), placed: orNull(isCount) },
} satisfies Record<keyof SentPoint, Test>);

interface SentReports {
  /** Units that registered; null without a register. */
  readonly asked: number | null;
  readonly received: number;
  /** Of those received: after the last day, and of no known day. Null where the plan gives no day. */
  readonly late: number | null;
  readonly undated: number;
  /** Last day on which a report is in time. */
  readonly due: string | null;
}
const isReports = shaped({
  ...{ asked: orNull(isCount), received: isCount, late: orNull(isCount), undated: isCount, due: orNull(isDay) },
} satisfies Record<keyof SentReports, Test>);

export interface SentResult {
  readonly commune: string;
  readonly province: string;
  readonly movement: { readonly id: string; readonly title: string };
  /** A period, or several years that are closed together: `2023-2025`. */
  readonly period: string;
  /** Day it was worked out. */
  readonly asOf: string;
  readonly targets: readonly SentTarget[];
  readonly reports: SentReports;
  /** By code of the catalogue, periods in order of time. */
  readonly indicators: readonly { readonly code: string; readonly course: readonly SentPoint[] }[];
}
export const sentResultSchema = z.custom<SentResult>(
  shaped({
    ...{ commune: isWords, province: isWords, movement: shaped({ id: isWords, title: textOf(1, 500) }) },
    ...{ period: (value) => isPeriod(value) || isYears(value), asOf: isDay },
    ...{ targets: listOf(isTarget, 0, 200), reports: isReports },
    indicators: listOf(shaped({ code: isWords, course: listOf(isPoint, 1, LONGEST_COURSE) }), 0, 40),
  } satisfies Record<keyof SentResult, Test>),
);

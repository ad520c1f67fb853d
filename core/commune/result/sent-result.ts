/**
 * What a commune sends to its province: figures of the whole commune. No report, no name of a unit or a person goes
 * with it. Shape of the file `score --results` writes and of the entry `result` (zod at both borders).
 */
import * as z from 'zod/mini';
import { parsePeriod } from '../../base/period/period.ts';
import { TOO_LARGE } from '../../base/quantity/any-figure.ts';

/** Characters of the whole as JSON: an entry takes little more. */
export const LARGEST_RESULT = 56_000;
/** Most periods sent of an indicator, the latest ones. */
export const LONGEST_COURSE = 18;

const words = z.string().check(z.minLength(1), z.maxLength(200));
const LARGEST = 1_000_000;
const count = z.int().check(z.gte(0), z.lte(LARGEST));
const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
const isPeriod = (text: string): boolean => text.length <= 30 && parsePeriod(text) !== undefined;
const onePeriod = z.string().check(z.refine(isPeriod));
/** A period, or several years that are closed together: `2023-2025`. */
const runPeriod = z.union([onePeriod, z.string().check(z.regex(/^20\d\d-20\d\d$/))]);

type Test = (value: unknown) => boolean;

/** With exactly these fields, each as its test wants it. */
const shaped = (fields: Readonly<Record<string, Test>>): Test => {
  const tests = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    return Object.keys(given).length === tests.length && tests.every(([key, test]) => test(given[key]));
  };
};
const textOf =
  (least: number, most: number): Test =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const isCount: Test = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST;
const isFigure: Test = (value) => typeof value === 'number' && Math.abs(value) < TOO_LARGE;

// By hand: a result has a hundred and more of these two, and schemas of zod for them take half the time that reading an
// entry takes, on the server and on every machine.
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
const sentTargetSchema = z.custom<SentTarget>(
  shaped({
    ...{ code: textOf(1, 200), text: textOf(1, 300), unit: orNull(textOf(1, 200)), level: textOf(0, 200) },
    ...{ state: isState, a: orNull(isFigure), b: orNull(isFigure), value: orNull(isFigure) },
    ...{ low: orNull(isFigure), high: orNull(isFigure) },
    units: shaped({ gave: isCount, missing: isCount, doubtful: isCount }),
  } satisfies Record<keyof SentTarget, Test>),
);

type SentPoint = {
  readonly period: string;
  readonly value: number;
  /** Place among the communes of the province and how many were placed, as the portal says. */
  readonly place: number | null;
  readonly placed: number | null;
};
const sentPointSchema = z.custom<SentPoint>(
  shaped({
    period: (value) => typeof value === 'string' && isPeriod(value),
    ...{ value: isFigure, place: orNull(isCount), placed: orNull(isCount) },
  } satisfies Record<keyof SentPoint, Test>),
);

export const sentResultSchema = z.strictObject({
  commune: words,
  province: words,
  movement: z.readonly(z.strictObject({ id: words, title: z.string().check(z.minLength(1), z.maxLength(500)) })),
  period: runPeriod,
  /** Day it was worked out. */
  asOf: day,
  targets: z.readonly(z.array(sentTargetSchema).check(z.maxLength(200))),
  reports: z.readonly(
    z.strictObject({
      /** Units that registered; null without a register. */
      asked: z.nullable(count),
      received: count,
      /** Of those received: after the last day, and of no known day. Null where the plan gives no day. */
      late: z.nullable(count),
      undated: count,
      /** Last day on which a report is in time. */
      due: z.nullable(day),
    }),
  ),
  /** By code of the catalogue, periods in order of time. */
  indicators: z.readonly(
    z
      .array(
        z.readonly(
          z.strictObject({
            code: words,
            course: z.readonly(z.array(sentPointSchema).check(z.minLength(1), z.maxLength(LONGEST_COURSE))),
          }),
        ),
      )
      .check(z.maxLength(40)),
  ),
});
export type SentResult = z.infer<typeof sentResultSchema>;

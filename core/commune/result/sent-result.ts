/**
 * What a commune sends to its province: figures of the whole commune. No report, no name of a unit or a person goes
 * with it. Shape of the file `score --results` writes and of the entry `result` (zod at both borders).
 */
import * as z from 'zod/mini';
import { parsePeriod } from '../../base/period/period.ts';
import { anyFigure } from '../../base/quantity/any-figure.ts';

/** Characters of the whole as JSON: an entry takes little more. */
export const LARGEST_RESULT = 56_000;
/** Most periods sent of an indicator, the latest ones. */
export const LONGEST_COURSE = 18;

const words = z.string().check(z.minLength(1), z.maxLength(200));
const figure = z.nullable(anyFigure);
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
const onePeriod = z.string().check(
  z.maxLength(30),
  z.refine((text) => parsePeriod(text) !== undefined),
);
/** A period, or several years that are closed together: `2023-2025`. */
const runPeriod = z.union([onePeriod, z.string().check(z.regex(/^20\d\d-20\d\d$/))]);

const sentTargetSchema = z.readonly(
  z.strictObject({
    code: words,
    /** The plan's words, cut at 300 characters. */
    text: z.string().check(z.minLength(1), z.maxLength(300)),
    unit: z.nullable(words),
    /** `trên 40 %`; '' for a target without a figure. */
    level: z.string().check(z.maxLength(200)),
    state: z.enum(['met', 'not-met', 'not-enough-data', 'no-source', 'not-due']),
    a: figure,
    b: figure,
    value: figure,
    /** What open flags leave. */
    low: figure,
    high: figure,
    units: z.readonly(z.strictObject({ gave: count, missing: count, doubtful: count })),
  }),
);
export type SentTarget = z.infer<typeof sentTargetSchema>;

const sentPointSchema = z.readonly(
  z.strictObject({
    period: onePeriod,
    value: anyFigure,
    /** Place among the communes of the province and how many were placed, as the portal says. */
    place: z.nullable(count),
    placed: z.nullable(count),
  }),
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

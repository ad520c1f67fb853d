/**
 * What a source says of a unit or person in a year: a title or commendation with its decision, points, a class. Sources
 * are books of any movement and workbooks of other systems; `holders.ts` puts their records together.
 */
import * as z from 'zod/mini';

export const yearRecordSchema = z
  .object({
    /** As the source writes it. */
    name: z.string().check(z.minLength(1)),
    /** Absent = the source does not say. */
    kind: z.optional(z.enum(['collective', 'individual', 'household', 'outside', 'combined'])),
    /** Where a person works, as written: it tells people of one name apart. */
    of: z.optional(z.string()),
    /** Year of the achievement; null = not written. */
    year: z.nullable(z.int().check(z.gte(1900), z.lte(2100))),
    /** Title of the movement; '' = not written. */
    movement: z.string(),
    /** Title or form of commendation, as written: `Lao động tiên tiến`, `Giấy khen của Chủ tịch UBND xã`. */
    title: z.optional(z.string()),
    /** Number of the decision, and its ISO day. */
    decision: z.optional(z.string()),
    date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    /** Hundredths of a point. */
    points: z.optional(z.int()),
    /** Hundredths of a percent of the applicable maximum. */
    share: z.optional(z.int()),
    classification: z.optional(z.string()),
    /** File, sheet and row. */
    source: z.string(),
    /** The officer's answer: what the unit or person is called today, or `none` = it is nobody of today's list. */
    now: z.optional(z.string().check(z.minLength(1))),
    /** The officer's answer: the record does not count. */
    left: z.optional(z.literal(true)),
  })
  .check(
    z.refine(
      ({ title, points, share, classification }) =>
        [title, points, share, classification].some((fact) => fact !== undefined),
      'no title, points or class',
    ),
  );
export type YearRecord = z.infer<typeof yearRecordSchema>;

/** Of `now`: nobody of today's list. */
export const NOBODY = 'none';

/**
 * An entry of a source on a unit or person in a year: a title or commendation with its decision, points, a class. Sources
 * are books of any movement and workbooks of other systems; `history-of.ts` merges their records.
 */
import * as z from 'zod/mini';

export const yearRecordSchema = z
  .object({
    /** As the source writes it. */
    name: z.string().check(z.minLength(1)),
    /** Absent = not in the source. */
    kind: z.optional(z.enum(['collective', 'individual', 'household', 'outside', 'combined'])),
    /** A person's workplace as written; it distinguishes people of the same name. */
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
    /** The officer's answer: the name of today, or `none` = not in today's list. */
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

/** Value of `now`: not in today's list. */
export const NOBODY = 'none';

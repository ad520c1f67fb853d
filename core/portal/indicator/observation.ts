/**
 * One value of one indicator for one unit and period, with where it came from. The shape of a captures file (zod at its
 * border).
 */
import * as z from 'zod/mini';
import { anyFigure } from '../../base/quantity/any-figure.ts';

export const observationSchema = z.object({
  /** Code of the indicator, e.g. `CKMB`, `TDGQ`, or a criterion's own `indicator`. */
  indicator: z.string().check(z.minLength(1)),
  unit: z.object({ id: z.optional(z.string()), code: z.optional(z.string()), name: z.string().check(z.minLength(1)) }),
  /** `2025`, `2025-Q4`, `2025-11`; null when the page did not say. */
  period: z.nullable(z.string()),
  /** In the indicator's own unit (percent 0 … 100 for a ratio); null = not published, which is not zero. */
  value: z.nullable(anyFigure),
  max: z.optional(z.nullable(anyFigure)),
  numerator: z.optional(z.nullable(anyFigure)),
  denominator: z.optional(z.nullable(anyFigure)),
  provenance: z.object({
    url: z.string(),
    request: z.optional(z.nullable(z.string())),
    /** ISO instant with the offset of Asia/Ho_Chi_Minh. */
    capturedAt: z.string(),
    reader: z.object({ id: z.string(), version: z.string() }),
    contentHash: z.string(),
    screenshotHash: z.optional(z.nullable(z.string())),
    correctedByHand: z.optional(z.boolean()),
  }),
});
export type Observation = z.infer<typeof observationSchema>;

/** The captures file: `capture --json` and the extension's export. */
export const capturesFileSchema = z.object({ observations: z.array(observationSchema) });

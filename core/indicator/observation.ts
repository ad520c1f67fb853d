/** One value of one indicator for one unit and period, with where it came from. The shape of a captures file (zod at its border). */
import { z } from 'zod';

export const observationSchema = z.object({
  /** Code of the indicator, e.g. `CKMB`, `TDGQ`, or a criterion's own `indicator`. */
  indicator: z.string().min(1),
  unit: z.object({ id: z.string().optional(), code: z.string().optional(), name: z.string().min(1) }),
  /** `2025`, `2025-Q4`, `2025-11`; null when the page did not say. */
  period: z.string().nullable(),
  /** In the indicator's own unit (percent 0 … 100 for a ratio); null = not published, which is not zero. */
  value: z.number().nullable(),
  max: z.number().nullable().optional(),
  numerator: z.number().nullable().optional(),
  denominator: z.number().nullable().optional(),
  provenance: z.object({
    url: z.string(),
    request: z.string().nullable().optional(),
    /** ISO instant with the offset of Asia/Ho_Chi_Minh. */
    capturedAt: z.string(),
    reader: z.object({ id: z.string(), version: z.string() }),
    contentHash: z.string(),
    screenshotHash: z.string().nullable().optional(),
    correctedByHand: z.boolean().optional(),
  }),
});
export type Observation = z.infer<typeof observationSchema>;

/** The captures file: `capture --json` and the extension's export. */
export const capturesFileSchema = z.object({ observations: z.array(observationSchema) });

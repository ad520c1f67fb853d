/** Where a figure stands in the plan. */
import * as z from 'zod/mini';

export const sourceSchema = z.object({
  /** Row of the plan's requirement list, e.g. `TM-G01`; absent when the plan does not say it. */
  code: z.optional(z.string()),
  /** Section of the plan, e.g. `III.2.2.1.a`. */
  section: z.string(),
  /** The plan's own words. */
  text: z.optional(z.string()),
});
export type Source = z.infer<typeof sourceSchema>;

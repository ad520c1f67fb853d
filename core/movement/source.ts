/** Where a figure stands in the plan. */
import { z } from 'zod';

export const sourceSchema = z.object({
  /** Row of the plan's requirement list, e.g. `TM-G01`; absent when the plan does not say it. */
  code: z.string().optional(),
  /** Section of the plan, e.g. `III.2.2.1.a`. */
  section: z.string(),
  /** The plan's own words. */
  text: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

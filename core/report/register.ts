/** Register of units (Đơn vị): who takes part, by which names, registered or not, when the report came. */
import { z } from 'zod';

export const registerUnitSchema = z.object({
  name: z.string().min(1),
  otherNames: z.array(z.string()).default([]),
  audience: z.string(),
  registered: z.boolean(),
  /** ISO day the report was received; null = not received or not recorded. */
  received: z.string().nullable().default(null),
  /** Share of women among the members in percent (LW-25), when known. */
  women: z.number().nullable().default(null),
  /** Codes of knock-outs and class caps that hold for the unit (SR-18, SR-19). */
  facts: z.array(z.string()).default([]),
  /** Portal id or code of the unit, for captures. */
  portalCode: z.string().nullable().default(null),
});
export type RegisterUnit = z.infer<typeof registerUnitSchema>;
export type Register = readonly RegisterUnit[];

/** Register of units (Đơn vị): who takes part, by which names, registered or not, when the report came. */
import * as z from 'zod/mini';

export const registerUnitSchema = z.object({
  name: z.string().check(z.minLength(1)),
  otherNames: z._default(z.array(z.string()), []),
  audience: z.string(),
  /** The bloc (khối, cụm thi đua) of its audience in which it is ranked; absent = the audience is ranked as one. */
  bloc: z.optional(z.string()),
  /** The unit's head, by name and post; absent = unknown. */
  head: z.optional(z.string()),
  registered: z.boolean(),
  /** Somebody wrote the registration down; absent beside `registered` = it is only taken to take part. */
  isRegistrationNoted: z.optional(z.boolean()),
  /** ISO day it registered, and ISO day its own plan was received; absent = nobody wrote the day down. */
  registeredOn: z.optional(z.string()),
  planReceived: z.optional(z.string()),
  /** ISO day the report was received; null = not received or not recorded. */
  received: z._default(z.nullable(z.string()), null),
  /** Share of women among the members in percent (they part equal totals), when known. */
  women: z._default(z.nullable(z.number()), null),
  /** Codes of knock-outs and class caps that hold for the unit (SR-18, SR-19). */
  facts: z._default(z.array(z.string()), []),
  /** Awards it already received in this movement, as written: `Bằng khen của Chủ tịch UBND tỉnh 2024`. */
  awards: z._default(z.array(z.string()), []),
  /** Portal id or code of the unit, for captures. */
  portalCode: z._default(z.nullable(z.string()), null),
  /**
   * How many reports the commune requested from the unit in the period, and how many of them arrived in time; absent =
   * not counted.
   */
  reportsAsked: z.optional(z.int().check(z.nonnegative())),
  reportsInTime: z.optional(z.int().check(z.nonnegative())),
});
export type RegisterUnit = z.infer<typeof registerUnitSchema>;
/** What the register knows of a unit's punctuality. */
export type Punctuality = Pick<RegisterUnit, 'received' | 'reportsAsked' | 'reportsInTime'>;
export type Register = readonly RegisterUnit[];

/** null = nobody wrote it down. */
export function hasRegistered({ registered, isRegistrationNoted, registeredOn }: RegisterUnit): boolean | null {
  if (!registered) return false;
  return isRegistrationNoted === true || registeredOn !== undefined ? true : null;
}

/** A unit of which nothing but name and audience is known; it takes part. */
export function unitNamed(name: string, audience: string): RegisterUnit {
  const nothing = { otherNames: [], received: null, women: null, facts: [], awards: [], portalCode: null };
  return { name, audience, registered: true, ...nothing };
}

/** Pieces that the shapes of several rules share. */
import * as z from 'zod/mini';

export const pointsSchema = z.int();

/** One interval of a lookup. An absent edge is open to infinity. Percentages are 0 … 100. */
export const bandSchema = z.object({
  from: z.optional(z.number()),
  fromInclusive: z._default(z.boolean(), true),
  to: z.optional(z.number()),
  toInclusive: z._default(z.boolean(), false),
  points: pointsSchema,
});

export const measureSchema = z.enum(['percentage', 'count', 'amount', 'rate', 'yes-no', 'date', 'level']);
export const comparatorSchema = z.enum(['gt', 'gte', 'lt', 'lte', 'eq', 'soft']);

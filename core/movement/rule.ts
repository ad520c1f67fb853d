/**
 * The kinds of scoring rule (facts: SR-01 … SR-32) as data. How each is computed stands in score/rules; what is not a matter of one
 * criterion (gates, classes, bonus, tie-breaks) stands in criteria-set.ts.
 */
import * as z from 'zod/mini';

const points = z.int();

/** One interval of a lookup. An absent edge is open to infinity. Percentages are 0 … 100. */
export const bandSchema = z.object({
  from: z.optional(z.number()),
  fromInclusive: z._default(z.boolean(), true),
  to: z.optional(z.number()),
  toInclusive: z._default(z.boolean(), false),
  points,
});
export type Band = z.infer<typeof bandSchema>;

export const measureSchema = z.enum(['percentage', 'count', 'amount', 'rate', 'yes-no', 'date', 'level']);
/** percentage = a/b · count = whole number · amount = any number · rate = % a year · yes-no · date · level (one of a list). */
export type Measure = z.infer<typeof measureSchema>;

export const comparatorSchema = z.enum(['gt', 'gte', 'lt', 'lte', 'eq', 'soft']);
/** trên · tối thiểu · dưới · không quá · bare figure (read as a floor) · phấn đấu. */
export type Comparator = z.infer<typeof comparatorSchema>;

export type ScoringRule =
  /** SR-01: all or nothing. */
  | { readonly kind: 'yes-no' }
  /** SR-01 on a figure: the maximum when the comparison holds, else 0. */
  | { readonly kind: 'threshold'; readonly comparator: Comparator; readonly value: number }
  /** SR-02: exactly one level holds. */
  | { readonly kind: 'levels'; readonly levels: readonly { code: string; label: string; points: number }[] }
  /** SR-04, SR-27: value ÷ full × max, capped; below `floor` nothing. For lower-is-better: full ÷ value. */
  | { readonly kind: 'proportional'; readonly full: number; readonly floor?: number | undefined }
  /** SR-05, SR-06, SR-07: lookup by interval. */
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  /** SR-08, SR-13: count × points with a cap; `sample` = the fixed size of a survey sample. */
  | { readonly kind: 'per-unit'; readonly points: number; readonly cap: number; readonly sample?: number | undefined }
  /** SR-03, SR-10: the parts add up. */
  | { readonly kind: 'sum'; readonly parts: readonly Part[] }
  /** SR-09: the best of the alternatives counts. */
  | { readonly kind: 'best'; readonly parts: readonly Part[] }
  /** SR-11: value ÷ best value among the units × max. A whole-set computation. */
  | { readonly kind: 'peer' }
  /** SR-16, SR-21: − count × points, at most `cap`. */
  | { readonly kind: 'deduction'; readonly points: number; readonly cap: number }
  /** SR-20: by the date of the signed document; the first step whose day is not passed. Days are `MM-DD` (of the period's year) or full ISO. */
  | {
      readonly kind: 'by-date';
      readonly steps: readonly { onOrBefore: string; points: number }[];
      readonly late: number;
    }
  /** SR-26: points for closing the gap from the baseline to `full`; a unit already there gets the maximum. */
  | { readonly kind: 'improvement'; readonly full: number }
  /** SR-14 and all that only the council or a survey can grade: open until graded. */
  | { readonly kind: 'council-graded'; readonly by: 'council' | 'survey' };

/** One input of a composed rule. Its row in the form carries the code `<criterion>.<code>`. */
export interface Part {
  readonly code: string;
  readonly title: string;
  readonly measure: Measure;
  readonly maxPoints: number;
  readonly rule: ScoringRule;
}

export const ruleSchema: z.ZodMiniType<ScoringRule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('yes-no') }),
    z.object({ kind: z.literal('threshold'), comparator: comparatorSchema, value: z.number() }),
    z.object({
      kind: z.literal('levels'),
      levels: z.array(z.object({ code: z.string(), label: z.string(), points })).check(z.minLength(1)),
    }),
    z.object({ kind: z.literal('proportional'), full: z.number(), floor: z.optional(z.number()) }),
    z.object({ kind: z.literal('bands'), bands: z.array(bandSchema).check(z.minLength(1)) }),
    z.object({ kind: z.literal('per-unit'), points, cap: points, sample: z.optional(z.int().check(z.positive())) }),
    z.object({ kind: z.literal('sum'), parts: z.array(partSchema).check(z.minLength(1)) }),
    z.object({ kind: z.literal('best'), parts: z.array(partSchema).check(z.minLength(1)) }),
    z.object({ kind: z.literal('peer') }),
    z.object({ kind: z.literal('deduction'), points, cap: points }),
    z.object({
      kind: z.literal('by-date'),
      steps: z.array(z.object({ onOrBefore: z.string(), points })).check(z.minLength(1)),
      late: points,
    }),
    z.object({ kind: z.literal('improvement'), full: z.number() }),
    z.object({ kind: z.literal('council-graded'), by: z.enum(['council', 'survey']) }),
  ]),
);

const partSchema: z.ZodMiniType<Part> = z.object({
  code: z.string(),
  title: z.string(),
  measure: measureSchema,
  maxPoints: points,
  rule: ruleSchema,
});

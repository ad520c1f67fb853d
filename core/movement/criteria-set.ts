/**
 * A criteria set (bộ tiêu chí): what one audience is scored on, how the total becomes a class, how equal totals are
 * parted.
 */
import * as z from 'zod/mini';
import { comparatorSchema, listedSchema, measureSchema, ruleSchema } from './rule.ts';
import { sourceSchema } from './source.ts';

const aimSchema = z.object({
  /** Row of the plan's targets, e.g. `TM-G01`; null when proposed. */
  code: z.nullable(z.string()),
  comparator: comparatorSchema,
  value: z.number(),
  /** ISO day by which it is to be reached. */
  by: z.nullable(z.string()),
});

export const criterionSchema = z.object({
  /** Unique in the set, e.g. `1.2`; printed in the form's narrow column. Parts are `1.2.a`. */
  code: z.string().check(z.regex(/^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$/)),
  /** Code of the criteria group (nhóm tiêu chí). */
  group: z.string(),
  title: z.string().check(z.minLength(1)),
  /** Other wordings by which units' sheets name it. */
  aliases: z._default(z.array(z.string()), []),
  measure: measureSchema,
  /** `%`, `người`, `hộ`, `%/năm` … */
  unit: z.string(),
  /** For a percentage: what a and b count, in the form's words. */
  numerator: z.optional(z.string()),
  denominator: z.optional(z.string()),
  direction: z._default(z.enum(['higher', 'lower']), 'higher'),
  target: z.nullable(aimSchema),
  /** Hundredths. 0 for a pure deduction. */
  maxPoints: z.int(),
  rule: ruleSchema,
  /** Thresholds for earlier days, each scored by its own rule; set-in-period.ts picks the threshold of a period. */
  milestones: z.optional(z.array(z.object({ target: aimSchema, rule: ruleSchema })).check(z.minLength(1))),
  /**
   * What becomes of "not arising" (SR-22, SR-23), and who has to say so. zero = no such claim: every unit has it · drop
   * = leaves the denominator, full = all points, on the reason the unit states · drop-confirmed = leaves it once the
   * council has confirmed.
   */
  notApplicable: z._default(z.enum(['zero', 'drop', 'drop-confirmed', 'full']), 'zero'),
  evidence: z.enum(['required', 'optional', 'none']),
  /** Evidence to attach, in the form's words. */
  evidenceHint: z.optional(z.string()),
  /**
   * Who gives the figure; `portal` = a captured indicator (SR-25), `register` = the day the report was received, as the
   * register has it.
   */
  filledBy: z.enum(['unit', 'appraiser', 'portal', 'register']),
  /** Outside the 100 points (SR-15). */
  bonus: z._default(z.boolean(), false),
  /** SR-12: without points in all of these criteria this one earns 0. */
  gates: z._default(z.array(z.string()), []),
  /** Portal indicator the value can be checked against (codes of indicator/catalogue). */
  indicator: z._default(z.nullable(z.string()), null),
  /** What of the commune's own list of units a yes or no can be checked against. */
  listed: z.optional(listedSchema),
  source: sourceSchema,
  /**
   * true = the plan does not contain it, it is our own proposal (points, bands, rule); `rule` = the points are the
   * plan's, only the way to score them is ours.
   */
  proposed: z.union([z.boolean(), z.literal('rule')]),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** Of the best class, the next, …; what they are called and from where they hold is the set's own. */
export const CLASS_CODES = ['excellent', 'good', 'completed', 'not-completed', 'fifth'] as const;

const classBandSchema = z.object({
  code: z.enum(CLASS_CODES),
  /** `Hoàn thành xuất sắc nhiệm vụ` … as the set words it. */
  name: z.string(),
  /** Lowest share of the applicable maximum, percent; inclusive. */
  from: z.number(),
  /** SR-17: only when no criterion scored 0. */
  noZeroCriterion: z._default(z.boolean(), false),
});
export type ClassBand = z.infer<typeof classBandSchema>;

const tieBreakSchema = z.discriminatedUnion('kind', [
  /** Raw figure of a criterion (SR-28), better first by its direction. */
  z.object({ kind: z.literal('figure'), criterion: z.string() }),
  /** Points of one criterion or of a whole group. */
  z.object({ kind: z.literal('points'), criterion: z.optional(z.string()), group: z.optional(z.string()) }),
  /** A collective with at least 70 % women goes first (Nghị định 152/2025/NĐ-CP, Điều 4.6). */
  z.object({ kind: z.literal('women') }),
  /** Earlier receipt goes first. */
  z.object({ kind: z.literal('received') }),
  /** Only the council can part them. Always last. */
  z.object({ kind: z.literal('council') }),
]);
export type TieBreak = z.infer<typeof tieBreakSchema>;

export const criteriaSetSchema = z.object({
  audience: z.string(),
  /** Phase it belongs to when the movement has phases with different targets, else null. */
  phase: z._default(z.nullable(z.string()), null),
  version: z.string(),
  title: z.string(),
  groups: z.array(z.object({ code: z.string(), title: z.string() })),
  criteria: z.array(criterionSchema).check(z.minLength(1)),
  classification: z.array(classBandSchema),
  /** What the maxima of its criteria come to without bonus, hundredths; absent = 100 points. */
  total: z.optional(z.int().check(z.positive())),
  /** Highest bonus beyond that total, hundredths. */
  bonusCap: z._default(z.int(), 0),
  /** Criteria that must earn points or the whole sheet is 0 (SR-12). */
  gates: z._default(z.array(z.string()), []),
  /** SR-18: facts of the unit that put it in the lowest class. */
  knockOuts: z._default(z.array(z.object({ code: z.string(), label: z.string() })), []),
  /** SR-19: facts of the unit that cap its class. */
  classCaps: z._default(
    z.array(z.object({ code: z.string(), label: z.string(), atMost: classBandSchema.shape.code })),
    [],
  ),
  tieBreaks: z.array(tieBreakSchema),
  /** false = no points at all: ranked by the figures of the tie-break chain (SR-31). */
  scored: z._default(z.boolean(), true),
  proposed: z.boolean(),
});
export type CriteriaSet = z.infer<typeof criteriaSetSchema>;

/** A criteria set (bộ tiêu chí): what one audience is scored on, how the total becomes a class, how equal totals are parted. */
import { z } from 'zod';
import { comparatorSchema, measureSchema, ruleSchema } from './rule.ts';
import { sourceSchema } from './source.ts';

export const criterionSchema = z.object({
  /** Unique in the set, e.g. `1.2`; printed in the form's narrow column. Parts are `1.2.a`. */
  code: z.string().regex(/^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$/),
  /** Code of the criteria group (nhóm tiêu chí). */
  group: z.string(),
  title: z.string().min(1),
  /** Other wordings by which units' sheets name it. */
  aliases: z.array(z.string()).default([]),
  measure: measureSchema,
  /** `%`, `người`, `hộ`, `%/năm` … */
  unit: z.string(),
  /** For a percentage: what a and b count, in the form's words. */
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  direction: z.enum(['higher', 'lower']).default('higher'),
  target: z
    .object({
      /** Row of the plan's targets, e.g. `TM-G01`; null when proposed. */
      code: z.string().nullable(),
      comparator: comparatorSchema,
      value: z.number(),
      /** ISO day by which it is to be reached. */
      by: z.string().nullable(),
    })
    .nullable(),
  /** Hundredths. 0 for a pure deduction. */
  maxPoints: z.number().int(),
  rule: ruleSchema,
  /** Not arising (SR-22, SR-23): leaves the denominator · full points · zero. */
  notApplicable: z.enum(['drop', 'full', 'zero']),
  evidence: z.enum(['required', 'optional', 'none']),
  /** What to attach, in the form's words. */
  evidenceHint: z.string().optional(),
  /** Who may fill it in; `portal` = taken from a captured indicator (SR-25). */
  filledBy: z.enum(['unit', 'appraiser', 'portal']),
  /** Outside the 100 points (SR-15). */
  bonus: z.boolean().default(false),
  /** SR-12: without points in all of these criteria this one earns 0. */
  gates: z.array(z.string()).default([]),
  /** Portal indicator the value can be checked against (codes of indicator/catalogue). */
  indicator: z.string().nullable().default(null),
  source: sourceSchema,
  /** The plan does not say it: our own proposal (points, bands, rule). */
  proposed: z.boolean(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const classBandSchema = z.object({
  code: z.enum(['excellent', 'good', 'completed', 'not-completed']),
  /** `Hoàn thành xuất sắc nhiệm vụ` … as the set words it. */
  name: z.string(),
  /** Lowest share of the applicable maximum, percent; inclusive. */
  from: z.number(),
  /** SR-17: only when no criterion scored 0. */
  noZeroCriterion: z.boolean().default(false),
});
export type ClassBand = z.infer<typeof classBandSchema>;

export const tieBreakSchema = z.discriminatedUnion('kind', [
  /** Raw figure of a criterion (SR-28), better first by its direction. */
  z.object({ kind: z.literal('figure'), criterion: z.string() }),
  /** Points of one criterion or of a whole group. */
  z.object({ kind: z.literal('points'), criterion: z.string().optional(), group: z.string().optional() }),
  /** LW-25: a collective with at least 70 % women goes first. */
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
  phase: z.string().nullable().default(null),
  version: z.string(),
  title: z.string(),
  groups: z.array(z.object({ code: z.string(), title: z.string() })),
  criteria: z.array(criterionSchema).min(1),
  classification: z.array(classBandSchema),
  /** Highest bonus beyond the 100 points, hundredths. */
  bonusCap: z.number().int().default(0),
  /** Criteria that must earn points or the whole sheet is 0 (SR-12). */
  gates: z.array(z.string()).default([]),
  /** SR-18: facts of the unit that put it in the lowest class. */
  knockOuts: z.array(z.object({ code: z.string(), label: z.string() })).default([]),
  /** SR-19: facts of the unit that cap its class. */
  classCaps: z.array(z.object({ code: z.string(), label: z.string(), atMost: classBandSchema.shape.code })).default([]),
  tieBreaks: z.array(tieBreakSchema),
  /** false = no points at all: ranked by the figures of the tie-break chain (SR-31). */
  scored: z.boolean().default(true),
  proposed: z.boolean(),
});
export type CriteriaSet = z.infer<typeof criteriaSetSchema>;

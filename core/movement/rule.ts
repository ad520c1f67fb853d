/**
 * The scoring rules of a criterion as data, by kind. Each kind is a file in `rules` that holds everything that differs
 * by kind. What concerns the set and not a single criterion (gates, classes, bonus, tie-breaks) is in criteria-set.ts.
 */
import * as z from 'zod/mini';
import { type Assigned, assigned } from './rules/assigned.ts';
import { type Average, average } from './rules/average.ts';
import { type Bands, bands } from './rules/bands.ts';
import { type BaseSteps, baseSteps } from './rules/base-steps.ts';
import { type Best, best } from './rules/best.ts';
import { type ByDate, byDate } from './rules/by-date.ts';
import { type CouncilGraded, councilGraded } from './rules/council-graded.ts';
import { type Deduction, deduction } from './rules/deduction.ts';
import { type Excess, excess } from './rules/excess.ts';
import { type Growth, growth } from './rules/growth.ts';
import { type Improvement, improvement } from './rules/improvement.ts';
import { type Levels, levels } from './rules/levels.ts';
import { type Peer, peer } from './rules/peer.ts';
import { type PerUnit, perUnit } from './rules/per-unit.ts';
import { type Proportional, proportional } from './rules/proportional.ts';
import { type Ranked, ranked } from './rules/ranked.ts';
import { type Reduction, reduction } from './rules/reduction.ts';
import type { RuleFacts, RuleKind } from './rules/rule-kind.ts';
import { type bandSchema, comparatorSchema, measureSchema, pointsSchema } from './rules/shapes.ts';
import { type Sum, sum } from './rules/sum.ts';
import { type Threshold, threshold } from './rules/threshold.ts';
import { type YesNo, yesNo } from './rules/yes-no.ts';

export { comparatorSchema, measureSchema };
export type Band = z.infer<typeof bandSchema>;
/**
 * percentage = a/b · count = whole number · amount = any number · rate = % a year · yes-no · date · level (of a list).
 */
export type Measure = z.infer<typeof measureSchema>;
/** trên · tối thiểu · dưới · không quá · bare figure (read as a floor) · phấn đấu. */
export type Comparator = z.infer<typeof comparatorSchema>;

export type ScoringRule =
  | YesNo
  | Threshold
  | Levels
  | Proportional
  | Bands
  | PerUnit
  | Sum
  | Best
  | Peer
  | Deduction
  | ByDate
  | Improvement
  | Reduction
  | BaseSteps
  | Average
  | Excess
  | Growth
  | Assigned
  | Ranked
  | CouncilGraded;

/** All kinds: a missing kind does not compile. */
export const RULE_KINDS: { readonly [K in ScoringRule['kind']]: RuleKind<Extract<ScoringRule, { kind: K }>> } = {
  'yes-no': yesNo,
  threshold,
  levels,
  proportional,
  bands,
  'per-unit': perUnit,
  sum,
  best,
  peer,
  deduction,
  'by-date': byDate,
  improvement,
  reduction,
  'base-steps': baseSteps,
  average,
  excess,
  growth,
  assigned,
  ranked,
  'council-graded': councilGraded,
};

/** Facts about a rule's kind. */
export function kindOf(rule: ScoringRule): RuleKind<ScoringRule> {
  // Each entry takes exactly the rule of its own kind; TypeScript cannot follow that through the table.
  return RULE_KINDS[rule.kind] as unknown as RuleKind<ScoringRule>;
}

export function factsOf(rule: ScoringRule): RuleFacts {
  return kindOf(rule).facts(rule);
}

/** The parts of a composed rule; none of any other. */
export function partsOf(rule: ScoringRule): readonly RulePart[] {
  return factsOf(rule).parts;
}

/** What the commune's own list of units knows as well: who registered, whose plan was received. */
export const listedSchema = z.enum(['registration', 'unit-plan']);
export type RegisterFact = z.infer<typeof listedSchema>;

/** One input of a composed rule. Its row in the form carries the code `<criterion>.<code>`. */
export interface RulePart {
  readonly code: string;
  readonly title: string;
  readonly measure: Measure;
  readonly maxPoints: number;
  readonly rule: ScoringRule;
  readonly listed?: RegisterFact | undefined;
}

const partSchema: z.ZodMiniType<RulePart> = z.object({
  code: z.string(),
  title: z.string(),
  measure: measureSchema,
  maxPoints: pointsSchema,
  rule: z.lazy(() => ruleSchema),
  listed: z.optional(listedSchema),
});

type Shape = z.ZodMiniType<ScoringRule> & z.core.$ZodTypeDiscriminable;
const shapes = Object.values(RULE_KINDS).map((kind) => kind.shape(partSchema) as Shape);
const [first, ...others] = shapes;
if (first === undefined) throw new Error('no rule kinds');

export const ruleSchema: z.ZodMiniType<ScoringRule> = z.discriminatedUnion('kind', [first, ...others]);

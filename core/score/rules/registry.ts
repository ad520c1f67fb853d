/** All rule kinds: the one place that knows them. A kind of movement/rule.ts that is not here does not compile. */
import type { ScoringRule } from '../../movement/rule.ts';
import { bands } from './bands.ts';
import { best } from './best.ts';
import { byDate } from './by-date.ts';
import type { CompiledRule, RuleCompiler, RuleSetting } from './compiled-rule.ts';
import type { Composer } from './composer.ts';
import { councilGraded } from './council-graded.ts';
import { deduction } from './deduction.ts';
import { improvement } from './improvement.ts';
import { levels } from './levels.ts';
import { peer } from './peer.ts';
import { perUnit } from './per-unit.ts';
import { proportional } from './proportional.ts';
import { sum } from './sum.ts';
import { threshold } from './threshold.ts';
import { yesNo } from './yes-no.ts';

type ComposedKind = 'sum' | 'best';
type SingleKind = Exclude<ScoringRule['kind'], ComposedKind>;
export type SingleRule = Extract<ScoringRule, { kind: SingleKind }>;

/** Rules over several parts. */
export const COMPOSERS: Readonly<Record<ComposedKind, Composer>> = { sum, best };

/** Rules over one value. */
export const RULES: { readonly [K in SingleKind]: RuleCompiler<K> } = {
  'yes-no': yesNo,
  threshold,
  levels,
  proportional,
  bands,
  'per-unit': perUnit,
  peer,
  deduction,
  'by-date': byDate,
  improvement,
  'council-graded': councilGraded,
};

/** Turns a rule over one value into its points and reason functions. */
export function compileRule(rule: SingleRule, setting: RuleSetting): CompiledRule {
  // Each compiler takes exactly the rule of its own kind; TypeScript cannot follow that through the table.
  const compiler = RULES[rule.kind] as (rule: SingleRule, setting: RuleSetting) => CompiledRule;
  return compiler(rule, setting);
}

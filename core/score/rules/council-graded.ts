/** SR-14 and all that only people can grade: never computed from the report. */
import type { RuleCompiler } from './compiled-rule.ts';

export const councilGraded: RuleCompiler<'council-graded'> = (rule) => ({
  points: () => null,
  explain: () => '',
  least: 0,
  graded: rule.by,
});

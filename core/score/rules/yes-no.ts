/** SR-01: all or nothing. */
import { figureText } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const yesNo: RuleCompiler<'yes-no'> = (_rule, { max, unit }) => ({
  points: (value) => (value.kind === 'yes' ? max : value.kind === 'no' ? 0 : null),
  explain: (value) => figureText(value, unit),
  least: 0,
});

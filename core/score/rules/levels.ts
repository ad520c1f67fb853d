/** SR-02: exactly one level holds. */
import type { RuleCompiler } from './compiled-rule.ts';

export const levels: RuleCompiler<'levels'> = (rule, { max }) => {
  const byCode = new Map(rule.levels.map((level) => [level.code, level]));
  return {
    points: (value) => {
      if (value.kind !== 'level') return null;
      const level = byCode.get(value.code);
      return level ? Math.min(level.points, max) : null;
    },
    explain: (value) => (value.kind === 'level' ? (byCode.get(value.code)?.label ?? value.code) : ''),
    least: 0,
  };
};

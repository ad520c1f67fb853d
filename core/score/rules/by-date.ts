/** SR-20: points by the day of the signed document; not done at all counts as late. */
import { dayText, figureText } from '../wording.ts';
import type { RuleCompiler } from './compiled-rule.ts';

export const byDate: RuleCompiler<'by-date'> = (rule, { max, unit, period }) => {
  const steps = rule.steps.map((step) => ({
    day: step.onOrBefore.length > 5 ? step.onOrBefore : period ? `${period.year}-${step.onOrBefore}` : null,
    points: Math.min(step.points, max),
  }));
  const late = Math.min(rule.late, max);
  const last = steps.at(-1)?.day ?? null;
  const find = (date: string) => steps.find((step) => step.day !== null && date <= step.day);
  return {
    points: (value) => {
      if (value.kind === 'no') return late;
      if (value.kind !== 'date' || last === null) return null;
      return find(value.date)?.points ?? late;
    },
    explain: (value) => {
      const text = figureText(value, unit);
      if (value.kind !== 'date' || last === null) return text;
      const step = find(value.date);
      return step?.day ? `${text}, chậm nhất ${dayText(step.day)}` : `${text}, sau ngày ${dayText(last)}`;
    },
    least: 0,
  };
};

/** SR-20: points by the day of the signed document; not done at all counts as late. */

import * as z from 'zod/mini';
import { dayText } from '../../base/period/day.ts';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { finding, type MovementFinding } from '../validate/finding.ts';
import { checkChoices } from '../validate/points.ts';
import { type CompiledRule, never, noGoals, plainFacts, type RuleKind, type RuleSetting } from './rule-kind.ts';
import { pointsSchema } from './shapes.ts';
import { capitalised, figureText } from './wording.ts';

/** Days are `MM-DD` (of the period's year) or full ISO; the first step whose day is not passed counts. */
export interface ByDate {
  readonly kind: 'by-date';
  readonly steps: readonly { readonly onOrBefore: string; readonly points: Points }[];
  readonly late: Points;
}

export const byDate: RuleKind<ByDate> = {
  shape: () =>
    z.object({
      kind: z.literal('by-date'),
      steps: z.array(z.object({ onOrBefore: z.string(), points: pointsSchema })).check(z.minLength(1)),
      late: pointsSchema,
    }),
  measures: ['date'],
  usual: 'date',
  goals: noGoals,
  givesAllAt: never,
  mapPoints: (rule, points) => ({
    ...rule,
    steps: rule.steps.map((step) => ({ ...step, points: points(step.points) })),
    late: points(rule.late),
  }),
  mapDays: (rule, day) => ({
    ...rule,
    steps: rule.steps.map((step) => ({ ...step, onOrBefore: day(step.onOrBefore) })),
  }),
  check: ({ steps, late }, { max, where }) => {
    const choices = steps.map(({ points }, index) => ({ name: `Mốc ${index + 1}`, points }));
    return [
      ...checkDays(
        steps.map((step) => step.onOrBefore),
        where,
      ),
      ...checkChoices([...choices, { name: 'Sau các mốc', points: late }], max, where),
    ];
  },
  sentence: ({ steps, late }) => {
    const days = steps.map(
      ({ onOrBefore, points }) => `đến hết ngày ${dayText(onOrBefore)}: ${formatPoints(points)} điểm`,
    );
    return capitalised(`${[...days, `muộn hơn: ${formatPoints(late)} điểm`].join('; ')}.`);
  },
  words:
    '{steps*(đến|trước hoặc vào|chậm nhất)(| hết)(| ngày) {onOrBefore:day}: {points:points}}; (sau đó|muộn hơn|còn lại|chậm hơn): {late:points~0}',
  facts: plainFacts,
  score,
};

function score(rule: ByDate, { max, unit, period }: RuleSetting): CompiledRule {
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
}

const DAY = /^(?:\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Checks that all days are written the same way and each is later than the one before. */
function checkDays(days: readonly string[], where: string): readonly MovementFinding[] {
  const bad = days.find((day) => !DAY.test(day));
  if (bad !== undefined) {
    const todo = 'Ghi dạng tháng-ngày (11-04) hoặc năm-tháng-ngày (2025-11-04).';
    return [finding('date-steps', where, `Mốc “${bad}” không phải là ngày.`, todo)];
  }
  const ordered = days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);
  const alike = new Set(days.map((day) => day.length)).size <= 1;
  if (ordered && alike) return [];
  const message = `Các mốc ngày không theo thứ tự: ${days.join(', ')}.`;
  return [finding('date-steps', where, message, 'Xếp các mốc từ sớm đến muộn, cùng một cách ghi.')];
}

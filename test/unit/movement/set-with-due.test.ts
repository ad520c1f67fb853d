/** The day the commune sets for the units' report is the day that is scored, and makes no new version of the set. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../core/commune/calendar/calendar.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { versionWords } from '../../../core/movement/set-version.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';

const period = (year: number) => ({ kind: 'year', year }) as const;

function withDay(movement: Movement, date: string): Movement {
  const calendar = movement.calendar.map((entry) =>
    entry.what === 'unit-report' ? { ...entry, setDay: { kind: 'date' as const, date, exclusive: false } } : entry,
  );
  return { ...movement, calendar };
}

const lastDays = (movement: Movement, audience: string, year: number) =>
  (criteriaSetFor(movement, audience, period(year))?.criteria ?? []).flatMap(({ filledBy, rule }) =>
    filledBy === 'register' && rule.kind === 'by-date' ? [rule.steps[0]!.onOrBefore] : [],
  );

describe('the day the commune sets', () => {
  it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))(
    'is the last day that is scored, checked and printed, beside the plan’s own day too: %s',
    (_id, movement) => {
      const year = Number(movement.period.to.slice(0, 4));
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 31 }), (day) => {
          const date = `${year}-12-${String(day).padStart(2, '0')}`;
          const plan = withDay(movement, date);
          if (plan.calendar.every(({ setDay }) => setDay === undefined)) return;
          for (const { audience } of plan.criteriaSets) {
            const days = lastDays(plan, audience, year);
            expect(new Set(days)).toEqual(new Set(days.length === 0 ? [] : [date]));
          }
          expect(dueDay(plan, period(year))?.last).toBe(date);
          const printed = calendarOf(plan, year, date).filter(({ what }) => what === 'unit-report');
          for (const { last, words } of printed) {
            expect(last).toBe(date);
            expect(words).toMatch(/ấn định/u);
          }
        }),
      );
    },
  );

  it('makes no new version', () => {
    const plan = findMovement('luc-ba-2024')!;
    for (const { audience } of plan.criteriaSets)
      expect(versionWords(criteriaSetFor(withDay(plan, '2024-12-20'), audience, period(2024))!)).toBe(
        versionWords(criteriaSetFor(plan, audience, period(2024))!),
      );
  });
});

/** The day the commune sets for the units' report is the day that is scored, and makes no new version of the set. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { versionWords } from '../../../core/movement/set-version.ts';
import { findMovement } from '../../../core/movements/index.ts';

const period = (year: number) => ({ kind: 'year', year }) as const;

function withDay(movement: Movement, date: string): Movement {
  const calendar = movement.calendar.map((entry) =>
    entry.what === 'unit-report' && entry.when.kind === 'unspecified'
      ? { ...entry, setDay: { kind: 'date' as const, date, exclusive: false } }
      : entry,
  );
  return { ...movement, calendar };
}

const lastDays = (movement: Movement, audience: string, year: number) =>
  (criteriaSetFor(movement, audience, period(year))?.criteria ?? []).flatMap(({ filledBy, rule }) =>
    filledBy === 'register' && rule.kind === 'by-date' ? [rule.steps[0]!.onOrBefore] : [],
  );

describe('the day the commune sets', () => {
  it('is the last day of every criterion on the day of receipt, and the day that is checked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (day) => {
        const date = `2024-12-${String(day).padStart(2, '0')}`;
        const plan = withDay(findMovement('luc-ba-2024')!, date);
        for (const { audience } of plan.criteriaSets) {
          const days = lastDays(plan, audience, 2024);
          expect(new Set(days)).toEqual(new Set(days.length === 0 ? [] : [date]));
        }
        expect(dueDay(plan, period(2024))?.last).toBe(date);
      }),
    );
  });

  it('makes no new version, and changes nothing where the plan itself gives the day', () => {
    const plan = findMovement('luc-ba-2024')!;
    for (const { audience } of plan.criteriaSets)
      expect(versionWords(criteriaSetFor(withDay(plan, '2024-12-20'), audience, period(2024))!)).toBe(
        versionWords(criteriaSetFor(plan, audience, period(2024))!),
      );
    // Ta Ma gives the day itself (trước 05/11): nothing else is scored.
    const taMa = findMovement('ta-ma-2023-2030')!;
    expect(
      new Set(taMa.criteriaSets.flatMap(({ audience }) => lastDays(withDay(taMa, '2025-12-20'), audience, 2025))),
    ).toEqual(new Set(taMa.criteriaSets.flatMap(({ audience }) => lastDays(taMa, audience, 2025))));
  });
});

/**
 * Days beside the report: a unit's own plan and its registration, held to the last day the plan or the commune sets.
 * What nobody wrote down is not late.
 */
import { dueOf, lastDayOf } from '../../movement/due-day.ts';
import type { CalendarEntry, Movement } from '../../movement/movement.ts';
import type { Register } from '../../report/register.ts';

export interface LateDay {
  readonly unit: string;
  readonly audience: string;
  readonly what: 'unit-plan' | 'registration';
  /** ISO day it came, and the last ISO day in time. */
  readonly day: string;
  readonly last: string;
  readonly section: string;
}

/** In the register's order, plans after registrations. */
export function lateDays(movement: Movement, register: Register): readonly LateDay[] {
  return (['registration', 'unit-plan'] as const).flatMap((what) =>
    register.flatMap(({ name, audience, registeredOn, planReceived }): readonly LateDay[] => {
      const day = what === 'registration' ? registeredOn : planReceived;
      const due = day === undefined ? null : dueBefore(movement, what, day);
      if (day === undefined || due === null || day <= due.last) return [];
      return [{ unit: name, audience, what, day, ...due }];
    }),
  );
}

/** The last day set for it that is nearest to the day it came: what comes back every year is that of the day's own. */
function dueBefore(
  movement: Movement,
  what: CalendarEntry['what'],
  day: string,
): { readonly last: string; readonly section: string } | null {
  const all = movement.calendar
    .filter((entry) => entry.what === what)
    .flatMap((entry) => {
      const when = dueOf(entry);
      const last = when.kind === 'recurring' ? null : lastDayOf(when, Number(day.slice(0, 4)));
      return last === null ? [] : [{ last, section: entry.source.section }];
    })
    .sort((x, y) => (x.last < y.last ? -1 : 1));
  return all.at(-1) ?? null;
}

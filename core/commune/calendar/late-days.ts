/**
 * Deadlines beside the report's: a unit's own plan, its registration, and reports the commune demands out of turn. A
 * document nobody noted is not late: a plan is expected only before its deadline, or once somebody starts to note the
 * plans that arrive.
 */
import { dayNumber } from '../../base/period/day.ts';
import { dueOf, lastDayOf } from '../../movement/due-day.ts';
import type { CalendarEntry, Movement } from '../../movement/movement.ts';
import { hasRegistered, type Register, type RegisterUnit } from '../../report/register.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { Journal } from './journal.ts';

type DayKind = 'unit-plan' | 'registration';

export interface LateDay {
  readonly unit: string;
  readonly audience: string;
  readonly what: DayKind;
  /** ISO day it came, and the last ISO day in time. */
  readonly day: string;
  readonly last: string;
  readonly section: string;
}

/** In the register's order, plans after registrations. */
export function lateDays(movement: Movement, register: Register): readonly LateDay[] {
  return KINDS.flatMap((what) =>
    register.flatMap((unit): readonly LateDay[] => {
      const day = cameOn(unit, what);
      const due = day === undefined ? null : dueFor(movement, what, day);
      if (day === undefined || due === null || day <= due.last || !isOfDay(day, due.last)) return [];
      return [{ unit: unit.name, audience: unit.audience, what, day, ...due }];
    }),
  );
}

/** `kế hoạch nhận ngày 10/10/2023, muộn 10 ngày`, of one unit; none where nothing of it came late. */
export function lateWords(days: readonly LateDay[], unit: string): readonly string[] {
  return days
    .filter((day) => day.unit === unit)
    .map(({ what, day, last }) => {
      const came = what === 'registration' ? 'đăng ký thi đua ngày' : 'kế hoạch nhận ngày';
      return `${came} ${formatDate(day)}, muộn ${dayNumber(day) - dayNumber(last)} ngày`;
    });
}

/** What a unit still owes beside its report. */
export interface OwedDay {
  /** '' = all units. */
  readonly unit: string;
  readonly what: DayKind | 'request';
  /** The subject of a report out of turn; '' otherwise. */
  readonly about: string;
  /** Last ISO day in time; null = none was set. */
  readonly last: string | null;
}

/** As of an ISO day: registrations, plans, then reports out of turn by the day they were requested. */
export function owedDays(
  movement: Movement,
  register: Register,
  { visits }: Pick<Journal, 'visits'>,
  asOf: string,
): readonly OwedDay[] {
  const owed = KINDS.flatMap((what) => {
    const due = dueFor(movement, what, asOf);
    if (due === null || (due.last < asOf && !register.some((unit) => isNoted(unit, what, due.last)))) return [];
    const open = register.filter((unit) => owes(unit, what));
    return open.map(({ name }): OwedDay => ({ unit: name, what, about: '', last: due.last }));
  });
  const requests = visits.filter(({ kind, outcome, day }) => kind === 'request' && outcome === '' && day <= asOf);
  return [
    ...owed,
    ...requests.map(({ unit, what, until }): OwedDay => ({ unit, what: 'request', about: what, last: until })),
  ];
}

/** Days after a last day on which what comes is still taken for what was due then. */
const SAME_PLAN = 183;

/**
 * A plan that arrives a year or more after its deadline belongs to a later year, so the deadline does not apply to it.
 */
function isOfDay(day: string, last: string): boolean {
  return dayNumber(day) - dayNumber(last) <= SAME_PLAN;
}

function isNoted(unit: RegisterUnit, what: DayKind, last: string): boolean {
  const day = cameOn(unit, what);
  return day !== undefined && isOfDay(day, last);
}

const KINDS: readonly DayKind[] = ['registration', 'unit-plan'];

function cameOn({ registeredOn, planReceived }: RegisterUnit, what: DayKind): string | undefined {
  return what === 'registration' ? registeredOn : planReceived;
}

/** Who does not take part owes no plan. */
function owes(unit: RegisterUnit, what: DayKind): boolean {
  if (what === 'registration') return hasRegistered(unit) !== true;
  return unit.registered && unit.planReceived === undefined;
}

/** The last day set for it; what comes back every year is that of the year looked at. */
function dueFor(
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

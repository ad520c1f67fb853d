/**
 * The state of each unit's report on a day: appraised, received, late, returned, missing. The register holds which
 * units are awaited and when a report arrived; a unit that did not register and sent nothing owes no report.
 */

import { dayNumber } from '../../base/period/day.ts';
import type { Period } from '../../base/period/period.ts';
import { dueDay } from '../../movement/due-day.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Register, RegisterUnit } from '../../report/register.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { FollowUp, FollowUpState } from './calendar-day.ts';

export const FOLLOW_UP_NAME: Readonly<Record<FollowUpState, string>> = {
  appraised: 'Đã thẩm định',
  received: 'Đã nộp',
  late: 'Nộp muộn',
  returned: 'Trả lại',
  missing: 'Chưa nộp',
};

interface FollowUpInput {
  readonly movement: Movement;
  readonly period: Period;
  readonly register: Register;
  /** ISO day. */
  readonly asOf: string;
  /** Names of units whose report was sent back and has not arrived again, and of units with nothing open. */
  readonly returned?: ReadonlySet<string>;
  readonly appraised?: ReadonlySet<string>;
  /** Name of a unit whose report arrived again → ISO day on which it had been sent back. */
  readonly resent?: ReadonlyMap<string, string>;
  /** Names of units whose report we have, whatever day the register holds. */
  readonly arrived?: ReadonlySet<string>;
}

/**
 * A line for each unit, in the register's order. Reports that arrived after the day of the calculation count as not
 * arrived.
 */
export function followUp(input: FollowUpInput): readonly FollowUp[] {
  const due = dueDay(input.movement, input.period)?.last ?? null;
  return input.register
    .filter(({ name, registered, received }) => registered || received !== null || input.arrived?.has(name))
    .map((unit) => standingOf(unit, due, input));
}

function standingOf(
  unit: RegisterUnit,
  due: string | null,
  { asOf, returned, appraised, arrived, resent }: FollowUpInput,
): FollowUp {
  const received = unit.received !== null && unit.received <= asOf ? unit.received : null;
  const late = due === null ? 0 : Math.max(0, dayNumber(received ?? asOf) - dayNumber(due));
  const { name, audience } = unit;
  const of = (state: FollowUpState, line: string): FollowUp => ({
    unit: name,
    audience,
    state,
    received,
    daysLate: late,
    line,
  });
  if (returned?.has(name)) return of('returned', 'đã trả lại để sửa, chưa nộp lại');
  if (received === null && unit.received === null && arrived?.has(name)) {
    // Nobody noted the day: neither in time nor late is known.
    const undated = { ...of('received', 'chưa ghi ngày nhận'), daysLate: 0 };
    return appraised?.has(name)
      ? { ...undated, state: 'appraised', line: 'đã thẩm định; chưa ghi ngày nhận' }
      : undated;
  }
  if (received === null) return of('missing', missingLine(due, asOf, late));
  const came = `nhận ngày ${formatDate(received)}`;
  if (appraised?.has(name)) return of('appraised', `đã thẩm định; ${came}${late > 0 ? `, muộn ${late} ngày` : ''}`);
  const back = resent?.get(name);
  // The day of the first arrival is overwritten, and correcting a report on request is not late.
  if (back !== undefined)
    return {
      ...of('received', `nộp lại ngày ${formatDate(received)}, sau khi được trả ngày ${formatDate(back)}`),
      daysLate: 0,
    };
  return late > 0 ? of('late', `${came}, muộn ${late} ngày`) : of('received', came);
}

function missingLine(due: string | null, asOf: string, late: number): string {
  if (due === null) return 'chưa nộp; kế hoạch không ghi ngày nộp, cần ấn định';
  if (late > 0) return `chưa nộp, quá hạn ${late} ngày (hạn hết ngày ${formatDate(due)})`;
  const left = dayNumber(due) - dayNumber(asOf);
  return left === 0 ? 'chưa nộp, hôm nay là ngày cuối' : `chưa nộp, còn ${left} ngày (hạn hết ngày ${formatDate(due)})`;
}

/** How many units are in each state; states without units are left out. */
export function followUpCounts(units: readonly FollowUp[]): ReadonlyMap<FollowUpState, number> {
  const counts = new Map<FollowUpState, number>();
  for (const { state } of units) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** From when to when a plan's movement runs. */

export interface PlanPeriod {
  /** ISO days, both included; null = the plan does not say. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO day of issue, where it is known: what is over by then is no time ahead. */
  readonly issued?: string | null;
  /** Its stages with a number, `Đợt 1`, and the last day of each. */
  readonly stages?: readonly { readonly name: string; readonly to: string }[];
}

export const UNKNOWN_PERIOD: PlanPeriod = { from: null, to: null };

/** The year of a plan for one year: "quý II" then needs no year. */
export function onlyYear({ from, to }: PlanPeriod): number | null {
  const year = to?.slice(0, 4);
  return year !== undefined && from?.slice(0, 4) === year ? Number(year) : null;
}

/** By when what is wanted in a year is wanted: its last day, of the movement's last year the movement's. */
export function yearEnd(year: string | number, { to }: PlanPeriod): string {
  return to?.startsWith(`${year}-`) ? to : `${year}-12-31`;
}

/** A year before the plan's first is when things stood, no time to reach anything by. */
export function isPast(day: string, { from }: PlanPeriod): boolean {
  return from !== null && day.slice(0, 4) < from.slice(0, 4);
}

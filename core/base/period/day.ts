/** Calendar days as ISO texts (`2025-11-05`) and as whole numbers that can be counted with. No clock, no time zone. */

const DAY = 86_400_000;

/** Days since 1970-01-01; the time behind the day is dropped. NaN when the text is no day. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY;
}

/** `2025-11-05` → `05/11/2025`, `11-05` → `05/11`; the time behind the day is dropped. */
export function dayText(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}

export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The day so many days behind another, or before it. */
export function dayAfter(iso: string, days: number): string {
  return isoDay(dayNumber(iso) + days);
}

/** The last day of a month of 1 to 12; 0 and less are months of the year before. */
export function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

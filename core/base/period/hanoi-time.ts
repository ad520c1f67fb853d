/** An instant as entries and captures hold it: Vietnamese time, which knows no summer time: `2025-10-16T08:00:00+07:00`. */
export function hanoiTime(time: Date): string {
  return `${new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

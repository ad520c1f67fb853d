/** `2025-10-16T08:00:00+07:00` → `08:00 ngày 16/10/2025`. */
export function instantText(instant: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(instant) ?? [];
  return time === undefined ? instant : `${time} ngày ${day}/${month}/${year}`;
}

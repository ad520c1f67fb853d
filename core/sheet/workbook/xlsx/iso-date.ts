/**
 * ISO 8601 dates (cells of strict workbooks, validation limits) → Excel serial numbers. Plain arithmetic, no time zone.
 */

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?)?$/;
const TIME = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?$/;
const DAY = 86_400_000;

/**
 * `2025-11-05` → 45966 (44504 from 1904), `2025-11-05T12:00:00` → 45966.5, `12:00` → 0.5; undefined when it is no date.
 */
export function serialFromIso(text: string, date1904: boolean): number | undefined {
  const time = TIME.exec(text);
  if (time) return fraction(time[1], time[2], time[3]);
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hours, minutes, seconds] = match;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
  const date = new Date(days * DAY);
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return undefined;
  const from1899 = days + 25_569;
  // Excel counts a 29 February 1900 that never was: earlier days are one less.
  const serial = date1904 ? from1899 - 1462 : from1899 < 61 ? from1899 - 1 : from1899;
  return serial + fraction(hours, minutes, seconds);
}

function fraction(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

import { parsePeriod, periodDays } from './period.ts';

/** Puts the texts of periods in order of time: by the last day, then by the first, so December after the whole year. */
export function periodOrder(text: string): string {
  const period = parsePeriod(text);
  return period ? `${periodDays(period).to} ${periodDays(period).from}` : '';
}

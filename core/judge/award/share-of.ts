/** Whole places in a percent of a count: never rounded up. A third decimal of the percent does not count. */
export function shareOf(percent: number, count: number): number {
  return Math.floor((count * Math.floor(percent * 100 + 1e-6)) / 10_000);
}

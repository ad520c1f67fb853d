/** In hundredths, so that 19.81 − 19.72 is 0.09. Missing has no difference. */
export function difference(value: number | null, before: number | null): number | null {
  return value === null || before === null ? null : (Math.round(value * 100) - Math.round(before * 100)) / 100;
}

/** Where an axis that begins at 0 is marked. */

/** Round numbers from 0, at most six, none beyond the end of the axis. */
export function axisTicks(most: number): readonly number[] {
  if (!(most > 0)) return [0];
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? most;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);
}

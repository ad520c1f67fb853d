/**
 * Distributes whole points by weights: the sum is exact, the points left by rounding go to the largest remainders,
 * earlier items first.
 */
export function sharePoints(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, number) => all + number, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const rest = total - shares.reduce((all, number) => all + number, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, left: value - Math.floor(value) }))
    .sort((a, b) => b.left - a.left || a.at - b.at);
  for (const { at } of byRemainder.slice(0, rest)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** Places of units by one indicator. Places by points, with tie-breaks, are score/rank.ts's. */
import { compare, quantityOf } from '../../base/quantity/quantity.ts';

/**
 * High first, equal values share a place: 1-2-2-4. null = no value, no place, and it takes none from the others. O(n
 * log n).
 */
export function competitionRanks(values: readonly (number | null)[]): (number | null)[] {
  const order = values
    .flatMap((value, index) => (value === null ? [] : [{ value: quantityOf(value), index }]))
    .sort((x, y) => compare(y.value, x.value));
  const ranks = values.map((): number | null => null);
  let rank = 0;
  order.forEach(({ value, index }, at) => {
    const before = order[at - 1];
    if (!before || compare(before.value, value) !== 0) rank = at + 1;
    ranks[index] = rank;
  });
  return ranks;
}

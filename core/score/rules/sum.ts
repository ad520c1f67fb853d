/** SR-03, SR-10: the parts add up, never beyond the criterion's maximum. */
import { formatPoints, type Points } from '../../movement/points.ts';
import type { Composer } from './composer.ts';

function added(points: readonly Points[], max: Points): Points {
  let total: Points = 0;
  for (const one of points) total += one;
  return Math.min(total, max);
}

export const sum: Composer = {
  combine: added,
  maximum: added,
  explain: (parts) => parts.map((part) => `${part.code}) ${part.text} → ${formatPoints(part.points)}`).join(' + '),
};

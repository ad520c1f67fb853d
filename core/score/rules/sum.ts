/** SR-03, SR-10: the parts add up, never beyond the criterion's maximum. */
import type { Points } from '../../quantity/points.ts';
import { type Composer, partText } from './composer.ts';

function added(points: readonly Points[], max: Points): Points {
  let total: Points = 0;
  for (const one of points) total += one;
  return Math.min(total, max);
}

export const sum: Composer = {
  combine: added,
  maximum: added,
  explain: (parts) => parts.map(partText).join(' + '),
};

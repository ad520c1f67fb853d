/** SR-09: the best of the alternatives counts. */
import { type Composer, partText } from './composer.ts';

export const best: Composer = {
  anyOf: true,
  combine: (parts, max) => Math.min(Math.max(0, ...parts), max),
  // One alternative that did not arise takes nothing from the others.
  maximum: (_parts, max) => max,
  explain: (parts) => `cao nhất trong: ${parts.map(partText).join('; ')}`,
};

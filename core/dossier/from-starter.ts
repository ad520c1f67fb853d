/** A commune's own movement out of a starter. What the starter says of its figures stays to be confirmed. */
import type { Movement } from '../movement/movement.ts';
import { copyMovement } from './copy-movement.ts';

export interface StarterWanted {
  readonly commune: string;
  readonly province: string;
  readonly year: number;
}

/** A starter is of no commune: nobody took anything over. */
export function fromStarter(starter: Movement, { commune, province, year }: StarterWanted): Movement {
  const copied = copyMovement(starter, { year, commune, province, predecessors: [], validFrom: null });
  const { predecessors: _, ...copy } = copied;
  // The name it is to be given is there by now.
  const kept = starter.warnings.filter(({ message }) => !message.includes(starter.issuer.commune));
  const own = new Set(kept.map(({ message }) => message));
  const asked = [...kept, ...copy.warnings.filter(({ message }) => !own.has(message))];
  return {
    ...copy,
    // By its matter: a commune may have several movements in a year.
    id: starter.id.replace(/\d{4}$/u, String(year)),
    warnings: asked.map(({ message }, at) => ({ code: `LY${String(at + 1).padStart(2, '0')}`, message })),
  };
}

/** Makes a commune's movement from a starter. The starter's warnings on its figures stay. */
import type { Movement } from '../movement/movement.ts';
import { copyMovement } from './copy-movement.ts';

interface StarterWanted {
  readonly commune: string;
  readonly province: string;
  readonly year: number;
}

/** Unlike a copied movement it has no predecessors. */
export function fromStarter(starter: Movement, { commune, province, year }: StarterWanted): Movement {
  const copied = copyMovement(starter, { year, commune, province, predecessors: [], validFrom: null });
  const { predecessors: _, ...copy } = copied;
  // The warning that no commune is set yet no longer applies.
  const isOver = (message: string) => message.includes(starter.issuer.province);
  const own = new Set(starter.warnings.map(({ message }) => message));
  const further = copy.warnings.filter(({ message }) => !own.has(message));
  const warnings = [...starter.warnings, ...further].filter(({ message }) => !isOver(message));
  return {
    ...copy,
    // The id keeps the subject: a commune may have several movements in a year.
    id: starter.id.replace(/\d{4}$/u, String(year)),
    warnings: warnings.map(({ message }, at) => ({ code: `LY${String(at + 1).padStart(2, '0')}`, message })),
  };
}

/** The bundled movements all at once: five communes' real plans, in by the schema of an officer's own file. */
import type { Movement } from '../movement/movement.ts';
import { bundledMovement } from './bundled-movement.ts';
import { HEADINGS } from './headings.ts';

export const MOVEMENTS: readonly Movement[] = HEADINGS.flatMap(({ id }) => bundledMovement(id) ?? []);

/** A bundled movement by its id. */
export function findMovement(id: string): Movement | undefined {
  return MOVEMENTS.find((movement) => movement.id === id);
}

/// <reference types="vite/types/importMeta.d.ts" />
/** The bundled movements all at once: five communes' real plans as data. */
import type { Movement } from '../movement/movement.ts';
import { MOVEMENT_IDS } from './ids.ts';

const PLANS = import.meta.glob<Movement>('./*/movement.ts', { eager: true, import: 'MOVEMENT' });

export const MOVEMENTS: readonly Movement[] = MOVEMENT_IDS.flatMap((id) => PLANS[`./${id}/movement.ts`] ?? []);

/** A bundled movement by its id. */
export function findMovement(id: string): Movement | undefined {
  return MOVEMENTS.find((movement) => movement.id === id);
}

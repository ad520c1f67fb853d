/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The bundled movements one by one, for whoever shows their names first and needs only one of them: the names at once,
 * the movement when it is asked for.
 */
import type { Movement, MovementHeading } from '../movement/movement.ts';
import { MOVEMENT_IDS } from './ids.ts';

const NAMES = import.meta.glob<MovementHeading>('./*/heading.ts', { eager: true, import: 'HEADING' });
const PLANS = import.meta.glob<Movement>('./*/movement.ts', { import: 'MOVEMENT' });

export const HEADINGS: readonly MovementHeading[] = MOVEMENT_IDS.flatMap((id) => NAMES[`./${id}/heading.ts`] ?? []);

export function findHeading(id: string): MovementHeading | undefined {
  return HEADINGS.find((heading) => heading.id === id);
}

/** A bundled movement by its id; undefined when there is none. */
export async function loadMovement(id: string): Promise<Movement | undefined> {
  return PLANS[`./${id}/movement.ts`]?.();
}

/// <reference types="vite/types/importMeta.d.ts" />
/** The bundled movements all at once: five communes' real plans, in by the schema of an officer's own file. */
import { type Movement, movementSchema } from '../movement/movement.ts';
import { HEADINGS } from './headings.ts';

const FILES = import.meta.glob<unknown>('../../movements/*.json', { eager: true, import: 'default' });

export const MOVEMENTS: readonly Movement[] = HEADINGS.map(({ id }) =>
  movementSchema.parse(FILES[`../../movements/${id}.json`]),
);

/** A bundled movement by its id. */
export function findMovement(id: string): Movement | undefined {
  return MOVEMENTS.find((movement) => movement.id === id);
}

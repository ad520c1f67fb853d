/** The bundled movements all at once: five communes' real plans, in by the schema of an officer's own file. */
import type { Movement } from '../movement/movement.ts';
import { findMovement } from './find-movement.ts';
import { HEADINGS } from './headings.ts';

export { findMovement };

export const MOVEMENTS: readonly Movement[] = HEADINGS.flatMap(({ id }) => findMovement(id) ?? []);

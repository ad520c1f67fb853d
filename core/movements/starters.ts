/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Movements to begin with: every figure in them is proposed, with the decision it comes from in its note. They are of no
 * commune; a copy gives them one.
 */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/starters/*.json', { eager: true, import: 'default' });

interface Starter {
  /** Name of its file: `nong-thon-moi`. */
  readonly id: string;
  readonly movement: Movement;
}

/** All of them, by id. */
export function starters(): readonly Starter[] {
  return Object.entries(FILES)
    .map(([path, file]) => ({ id: /([^/]+)\.json$/u.exec(path)?.[1] ?? '', movement: movementSchema.parse(file) }))
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}

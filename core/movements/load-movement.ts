/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Loads the bundled movements one by one: each file is read and parsed at its first use. It stays the same object, for
 * which what readers and checks prepare for a movement is prepared once.
 */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/*.json', { import: 'default' });
const parsed = new Map<string, Movement>();

/** A bundled movement by its id; undefined when there is none. */
export async function loadMovement(id: string): Promise<Movement | undefined> {
  const file = FILES[`../../movements/${id}.json`];
  if (file === undefined) return undefined;
  const read = await file();
  const movement = parsed.get(id) ?? movementSchema.parse(read);
  parsed.set(id, movement);
  return movement;
}

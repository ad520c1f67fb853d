/// <reference types="vite/types/importMeta.d.ts" />
/** Loads the bundled movements one by one: each file is read at its first use. */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/*.json', { import: 'default' });

/** A bundled movement by its id; undefined when there is none. */
export async function loadMovement(id: string): Promise<Movement | undefined> {
  const file = FILES[`../../movements/${id}.json`];
  return file === undefined ? undefined : movementSchema.parse(await file());
}

/// <reference types="vite/types/importMeta.d.ts" />
/** Finds a bundled movement without waiting for a file: all files are built in, each is parsed at its first use. */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/*.json', { eager: true, import: 'default' });
const parsed = new Map<string, Movement>();

/** By its id; undefined when there is none. */
export function findMovement(id: string): Movement | undefined {
  const file = FILES[`../../movements/${id}.json`];
  if (file === undefined) return undefined;
  const movement = parsed.get(id) ?? movementSchema.parse(file);
  parsed.set(id, movement);
  return movement;
}

/// <reference types="vite/types/importMeta.d.ts" />
/** The bundled movements one by one, for whoever needs only one of them: its file is read when it is asked for. */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/*.json', { import: 'default' });

/** A bundled movement by its id; undefined when there is none. */
export async function loadMovement(id: string): Promise<Movement | undefined> {
  const file = FILES[`../../movements/${id}.json`];
  return file === undefined ? undefined : movementSchema.parse(await file());
}

/// <reference types="vite/types/importMeta.d.ts" />
/** Fetches a starter when it is chosen: together they weigh a quarter of a megabyte. */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/starters/*.json', { import: 'default' });

/** undefined = there is no such starter. */
export async function loadStarter(id: string): Promise<Movement | undefined> {
  const file = await FILES[`../../movements/starters/${id}.json`]?.();
  return file === undefined ? undefined : movementSchema.parse(file);
}

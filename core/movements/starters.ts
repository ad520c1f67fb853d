/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Starters: movements without a commune. Every figure in them is proposed, with the decision it comes from in its note.
 * `from-starter.ts` sets the commune.
 */
import { type Movement, movementSchema } from '../movement/movement.ts';

const FILES = import.meta.glob<unknown>('../../movements/starters/*.json', { eager: true, import: 'default' });

const BY_ID = new Map(Object.entries(FILES).map(([path, file]) => [/([^/]+)\.json$/u.exec(path)?.[1] ?? '', file]));

/** `id` = the name of its file: `nong-thon-moi`. undefined = there is no such starter. */
export function findStarter(id: string): Movement | undefined {
  return BY_ID.has(id) ? movementSchema.parse(BY_ID.get(id)) : undefined;
}

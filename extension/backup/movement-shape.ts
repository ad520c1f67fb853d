/**
 * What a movement in a backup must at least be: the worker validates it whole each time it reads it, so that no page
 * carries the rules of movements.
 */
import { z } from 'zod/mini';

export const movementShape = z.looseObject({
  id: z.string(),
  title: z.string(),
  issuer: z.looseObject({ commune: z.string() }),
  plan: z.looseObject({}),
  criteriaSets: z.array(z.looseObject({})),
});
export type MovementShape = z.infer<typeof movementShape>;

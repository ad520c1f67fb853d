/** An audience as the movement calls it; its kind while the movement is not known. */
import type { Movement } from '../../core/movement/movement.ts';

export function nameOfAudience(movement: Pick<Movement, 'audiences'> | undefined, kind: string): string {
  return movement?.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}

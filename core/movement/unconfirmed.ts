/** Numbers of a scanned plan nobody has compared with their picture yet: nothing that rests on them is final. */
import type { Scanned } from './movement.ts';

export function unconfirmed(scanned: readonly Scanned[] = []): readonly Scanned[] {
  return scanned.filter(({ confirmed }) => !confirmed);
}

/**
 * Why forms cannot be made from the workbook's own movement: forms go out to the units, so they must match what the
 * officer wrote. Unconfirmed numbers of a scan are no obstacle: the form itself says it is provisional.
 */
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import type { MovementHeld } from '../book/own-movement.ts';

/** A Vietnamese sentence. */
export function formsFault({ movement, faults, changed }: MovementHeld): string | undefined {
  const open = unconfirmedText(movement);
  return changed?.text ?? faults.find((fault) => fault !== open);
}

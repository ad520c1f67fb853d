/**
 * Why no form is made of a movement of the workbook's own: forms go out to the units, so never such as are not what the
 * officer wrote. Numbers of a scan nobody confirmed are no reason: the form itself says it is provisional.
 */
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import type { MovementHeld } from '../book/own-movement.ts';

/** One Vietnamese sentence. */
export function formsFault({ movement, faults, changed }: MovementHeld): string | undefined {
  const open = unconfirmedText(movement);
  return changed?.text ?? faults.find((fault) => fault !== open);
}

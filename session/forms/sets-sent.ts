/** The criteria sets that forms for units were made of: in use from then on, so no longer changed silently. */

import type { Period } from '../../core/base/period/period.ts';
import { wholeSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Register } from '../../core/report/register.ts';
import { perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import type { MovementAndUnits } from './movement-and-units.ts';

/** Writes them down; what could not be written, in Vietnamese sentences. Sets of a bundled movement do not change. */
export async function setsSent(
  host: Host,
  { book, movement, toCheck }: Pick<MovementAndUnits, 'book' | 'movement' | 'toCheck'>,
  units: Register,
  period: Period,
): Promise<readonly string[]> {
  if (toCheck === null) return [];
  const sets = units.flatMap(({ audience }) => wholeSetFor(movement, audience, period) ?? []);
  const { usedActions } = await import('../book/set-versions.ts');
  const written = await perform(host, 'Ghi bộ tiêu chí đã gửi', usedActions(book, movement, sets));
  return written.ok ? written.value.refused : [written.refusal.message];
}

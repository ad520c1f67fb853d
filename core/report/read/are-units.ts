/**
 * Whether several names in one table are units. In a movement with a register those are that stand in it; without one a
 * name is a name by its place, unless a label above says whose the table is or a whole stands beside the names as one of
 * their kind: then they part that unit's own figures ("Khu A | Khu B | Cả đơn vị").
 */
import type { Sense } from './header.ts';

/** `isOneUnits`: a label above names the table's unit; `hasWhole`: a column of the whole stands beside the names. */
export function areUnits(
  names: readonly string[],
  sense: Pick<Sense, 'hasRegister' | 'isRegistered'>,
  isOneUnits: boolean,
  hasWhole = false,
): boolean {
  return names.some(sense.isRegistered) || !(sense.hasRegister || isOneUnits || hasWhole);
}

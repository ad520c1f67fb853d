/** The units whose figures were ever confirmed, and which of them is the officer's own. */

import { Dexie } from 'dexie';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { isUnit } from '../../core/portal/capture/unit-match.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Store } from '../store/db.ts';

export interface UnitSeen {
  /** Key within its source; a commune has a key for each way a source names it. */
  readonly key: string;
  /** As the last capture named it. */
  readonly unit: Observation['unit'];
  /** Instant of that capture. */
  readonly at: string;
}

/** By name. One step in the index for each unit, however many figures there are. */
export async function unitsSeen(db: Store): Promise<readonly UnitSeen[]> {
  const units = await db.transaction('r', db.figures, async () => {
    const seen: UnitSeen[] = [];
    let figure = await db.figures.orderBy('[unit+at]').last();
    while (figure) {
      seen.push({ key: figure.unit, unit: figure.observation.unit, at: figure.at });
      figure = await db.figures.where('[unit+at]').below([figure.unit, Dexie.minKey]).last();
    }
    return seen;
  });
  return units.sort((a, b) => inNameOrder(a.unit.name, b.unit.name));
}

/** The units `asked` names by id, code or name; none when it is empty. */
export function unitsNamed(units: readonly UnitSeen[], wanted: string): readonly UnitSeen[] {
  return wanted.trim() === ''
    ? []
    : units.filter(({ unit: { id, code, name } }) =>
        isUnit({ name, ...(id && { id }), ...(code && { code }) }, wanted),
      );
}

/** The dossier a workbook holds, read with what is to be put right and what is to be confirmed in it, each at its cell. */

import { done, type Result } from '../../core/base/result.ts';
import { type DossierQuestion, questionsOf } from '../../core/dossier/questions.ts';
import { faultText, readDossier } from '../../core/dossier/read-dossier.ts';
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import type { HostBook } from '../host/port.ts';
import type { CellTold, MovementHeld } from './own-movement.ts';
import { changedSince, setsUsed } from './set-versions.ts';

/** Refused when what the workbook holds is no movement at all. */
export function readOwn(book: HostBook): Result<MovementHeld> {
  const read = readDossier(book.book);
  if (!read.ok) return read;
  const { movement, faults, placeOf } = read.value;
  const placed = (kind: CellTold['kind'], found: DossierQuestion): CellTold => {
    const { where, message, todo } = found;
    const at = placeOf(found);
    return { kind, ...(at ?? { sheet: '', cell: '' }), message: `${at ? '' : `${where}: `}${message} ${todo}` };
  };
  const open = unconfirmedText(movement);
  const used = setsUsed(book);
  const changed = changedSince(movement, used.sets);
  return done({
    movement: changed?.inForce ?? movement,
    changed,
    faults: [...(open === null ? [] : [open]), ...faults.map(faultText), ...used.faults],
    told: [
      ...faults.map((fault) => ({ kind: 'fault' as const, ...fault })),
      ...validateMovement(movement).map((one) => placed('fault', one)),
      ...questionsOf(movement).map((one) => placed('question', one)),
    ],
  });
}

/** The dossier a workbook holds, read with what the validator finds in it, each at its cell. */
import { faultText, readDossier } from '../../core/dossier/read-dossier.ts';
import type { CellFault } from '../../core/dossier/table.ts';
import type { Book } from '../../core/grid/sheet.ts';
import { unconfirmedText } from '../../core/movement/unconfirmed.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import { done, type Result } from '../../core/result.ts';
import type { MovementHeld } from './own-movement.ts';

/** Refused when what the workbook holds is no movement at all. */
export function readOwn(book: Book): Result<MovementHeld> {
  const read = readDossier(book);
  if (!read.ok) return read;
  const { movement, faults, placeOf } = read.value;
  const found = validateMovement(movement).map((finding): CellFault => {
    const { where, message, todo } = finding;
    const place = placeOf(finding) ?? { sheet: '', cell: '' };
    return { ...place, message: `${place.sheet === '' ? `${where}: ` : ''}${message} ${todo}` };
  });
  const open = unconfirmedText(movement.scanned);
  return done({
    movement,
    faults: [...(open === null ? [] : [open]), ...faults.map(faultText)],
    told: [...faults, ...found],
  });
}

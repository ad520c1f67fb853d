/**
 * The officer's own movement whose targets are followed here: a page of ours stores its dossier and the worker reads
 * it. Stored content is checked again whenever it is read; a target whose level was read from a scan and is not
 * confirmed is not followed.
 */

import type { Result } from '../../core/base/result.ts';
import { faultText, isDossier, readDossier } from '../../core/dossier/read-dossier.ts';
import { type Movement, movementSchema } from '../../core/movement/movement.ts';
import { thresholdsOf } from '../../core/movement/set-in-period.ts';
import { unconfirmedTargets } from '../../core/movement/unconfirmed-targets.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { OWN_MOVEMENT } from '../settings/own-movement.ts';
import type { Store } from './db.ts';

const no = (message: string) => ({ ok: false, refusal: { code: 'dossier', message } }) as const;

/** Replaces the previous dossier by the one a page stored. Resolves to its movement. */
export async function takeGiven(db: Store): Promise<Result<Movement>> {
  const stored = await db.movements.get(OWN_MOVEMENT.given);
  await db.movements.delete(OWN_MOVEMENT.given);
  if (!(stored?.content instanceof Uint8Array)) return no('Chưa nhận được tệp: hãy chọn lại.');
  const book = readBook(stored.content);
  if (!book.ok) return book;
  if (!isDossier(book.value)) return no('Tệp đã chọn không phải Hồ sơ phong trào.');
  const dossier = readDossier(book.value);
  if (!dossier.ok) return dossier;
  const { movement, faults } = dossier.value;
  const [first] = faults;
  if (first) return no(`${faultText(first)} Hãy mở tệp hồ sơ, sửa rồi chọn lại.`);
  await db.movements.put({ id: OWN_MOVEMENT.taken, content: movement });
  return { ok: true, value: movement };
}

/** As it is followed; undefined = none was taken, or a build read it differently. */
export async function readOwnMovement(db: Store): Promise<Movement | undefined> {
  const { data } = movementSchema.safeParse((await db.movements.get(OWN_MOVEMENT.taken))?.content);
  return data && followed(data);
}

/** Without the criteria whose level is a target's that nobody has confirmed. */
function followed(movement: Movement): Movement {
  const open = unconfirmedTargets(movement);
  if (open.size === 0) return movement;
  const criteriaSets = movement.criteriaSets.map((set) => ({
    ...set,
    criteria: set.criteria.filter(
      (criterion) => !thresholdsOf(criterion).some(({ target }) => open.has(target.code ?? '')),
    ),
  }));
  return { ...movement, criteriaSets };
}

/** What was brought from communes that were joined: their dossiers, or lists of units named after them. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { faultText, isDossier, readDossier } from '../../core/dossier/read-dossier.ts';
import type { OldCommune } from '../../core/dossier/take-units.ts';
import type { Audience } from '../../core/movement/movement.ts';
import { registerFromBook } from '../../core/sheets/register-sheet.ts';
import { listBook } from '../book/listed-units.ts';
import { OWN_TABLES } from '../book/own-tables.ts';
import type { NamedFile } from '../host/files.ts';

/** Refused with the name of the first file that cannot be used whole: a unit left out would lose its history. */
export function oldCommunes(
  files: readonly NamedFile[],
  audiences: readonly Audience[],
): Result<readonly OldCommune[]> {
  const communes: OldCommune[] = [];
  for (const file of files) {
    const result = oldCommune(file, audiences);
    if (!result.ok) return refuse(result.refusal.code, `Tệp “${file.name}”: ${result.refusal.message}`);
    communes.push(result.value);
  }
  return done(communes);
}

function oldCommune({ name, bytes }: NamedFile, audiences: readonly Audience[]): Result<OldCommune> {
  const book = listBook(bytes);
  if (!book.ok) return book;
  if (!isDossier(book.value)) {
    const commune = communeIn(name);
    if (commune === null)
      return refuse('no-commune', 'chưa rõ là danh sách của xã nào. Đặt tên tệp theo xã, như “xã Mỹ Yên.xlsx”.');
    const units = registerFromBook(book.value, audiences);
    return units.ok ? done({ commune, units: units.value }) : units;
  }
  const dossier = readDossier(book.value);
  if (!dossier.ok) return dossier;
  const { movement, units, faults } = dossier.value;
  const fault = faults.find(({ sheet }) => sheet === OWN_TABLES.register.sheet);
  if (fault) return refuse('units', faultText(fault));
  if (units === null) return refuse('no-units', 'hồ sơ này chưa có đơn vị nào ở trang “Đơn vị”.');
  return done({ commune: movement.issuer.commune, units });
}

/** `xã Mỹ Yên` of "Đơn vị xã Mỹ Yên 2025.xlsx". */
function communeIn(file: string): string | null {
  const stem = file.normalize('NFC').replace(/\.[^.]*$/, '');
  const named = /(?<!\p{L})(?:xã|phường|thị trấn|đặc khu)\s+[\p{L}\d ]*\p{L}/iu.exec(stem)?.[0];
  return named === undefined ? null : `${named.charAt(0).toLowerCase()}${named.slice(1)}`;
}

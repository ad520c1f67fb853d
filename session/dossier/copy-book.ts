/**
 * "Sao chép sang năm …": the dossier of another year, or of the commune several were joined into, as a file of its own;
 * the workbook stays as it is.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { fullCommune } from '../../core/base/text/commune-name.ts';
import { copyDossier } from '../../core/dossier/copy-dossier.ts';
import { dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import { questionsOf } from '../../core/dossier/questions.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { movementIn } from '../book/own-movement.ts';
import { readRegister } from '../book/register.ts';
import { settingsIn } from '../book/settings.ts';
import type { FileMade, NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { oldCommunes } from './old-communes.ts';

/** A dossier for another year, or for the commune several were joined into. */
export interface CopyRequest {
  readonly kind: 'copy';
  /** It begins in. */
  readonly year: number;
  /** '' = the same. */
  readonly commune: string;
  readonly province: string;
  /** Day from which the commune has its name, as typed; '' = unknown. */
  readonly since: string;
  /** Dossiers or lists of units of the old communes. */
  readonly from: readonly NamedFile[];
}

/** Refused while a row of the dossier is not understood: the copy would be without it. */
export async function copyBook(host: Host, request: CopyRequest): Promise<Result<FileMade>> {
  const read = await host.read();
  if (!read.ok) return read;
  const held = await movementIn(read.value, settingsIn(read.value).settings.movement);
  if (!held.ok) return held;
  const { toCheck, changed } = held.value;
  if (toCheck?.some(({ kind }) => kind === 'fault'))
    return refuse('dossier', 'Hồ sơ còn chỗ cần sửa: sửa xong rồi sao chép, để không mất dòng nào.');
  const movement = changed?.next ?? held.value.movement;
  const units = readRegister(read.value, movement);
  if (!units.ok) return units;
  const others = oldCommunes(request.from, movement.audiences);
  if (!others.ok) return others;
  const validFrom = request.since.trim() === '' ? null : readDate(request.since);
  if (validFrom === null && request.since.trim() !== '')
    return refuse('day', `Ngày “${request.since}” không đúng: ghi như 01/7/2025.`);
  const { issuer, period } = movement;
  const commune = request.commune.trim() === '' ? issuer.commune : fullCommune(request.commune.trim());
  const province = request.province.normalize('NFC').trim() || issuer.province;
  const isNew = commune !== issuer.commune || others.value.length > 0;
  const isFirstYear = request.year === Number((period.from ?? period.to).slice(0, 4));
  const copy = copyDossier(
    { movement, units: units.value ?? [] },
    {
      year: isFirstYear ? null : request.year,
      commune: isNew ? commune : null,
      province: isNew || province !== issuer.province ? province : null,
      predecessors: isNew
        ? [...new Set([issuer.commune, ...others.value.map((oldCommune) => oldCommune.commune)])]
        : [],
      validFrom,
    },
    others.value,
  );
  if (copy.movement === movement)
    return refuse('no-change', 'Năm và xã như hồ sơ đang mở nên không có gì để sao chép.');
  const book = markedBook(dossierSheets(copy.movement, copy.units), 'dossier');
  if (!book.ok) return book;
  const name = `Hồ sơ phong trào ${commune} ${request.year}.xlsx`;
  return done({
    name,
    bytes: book.value,
    message: `Đã lập hồ sơ năm ${request.year} của ${commune} với ${copy.units.length} đơn vị vào tệp “${name}”: mở tệp ấy để làm tiếp.`,
    notes: questionsOf(copy.movement).map(({ message, todo }) => `${message} ${todo}`),
  });
}

/**
 * Writes a movement in the format its file name asks for: the workbook officers correct, or JSON. Every command that
 * takes a movement reads both.
 */
import { dossierFile } from '../../core/dossier/dossier-file.ts';
import { dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { refuse } from '../usage-error.ts';

/**
 * Returns the lines to print about it. `given` = files of the command that must stay; an earlier file that somebody
 * changed is saved under another name. `pictures` = of the numbers read from a scan.
 */
export function saveDossier(
  movement: Movement,
  units: Register,
  output: string,
  { inputs = [], pictures }: { readonly inputs?: readonly string[]; readonly pictures?: ScanPictures } = {},
): string {
  const isBook = /\.xlsx$/i.test(output);
  if (!isBook && !/\.json$/i.test(output)) refuse(`Hồ sơ là tệp .xlsx hoặc .json nên không ghi vào "${output}".`);
  const bytes = isBook
    ? book(movement, units, pictures)
    : new TextEncoder().encode(`${JSON.stringify(dossierFile(movement, units), null, 2)}\n`);
  const { renamed } = safeWrite(fromUser(output), bytes, guardOf(inputs.map(fromUser)));
  const without = isBook ? 0 : (pictures?.size ?? 0);
  return [
    `Đã ghi hồ sơ phong trào vào ${output}\n`,
    without === 0 ? '' : `Tệp .json không có ${without} ảnh của số từ bản quét: cần ảnh thì ghi ra tệp .xlsx.\n`,
    renamed === null ? '' : `Bản trước được giữ lại: ${renamed}\n`,
  ].join('');
}

function book(movement: Movement, units: Register, pictures?: ScanPictures): Uint8Array {
  const made = markedBook(dossierSheets(movement, units, pictures), 'dossier');
  return made.ok ? made.value : refuse(made.refusal.message);
}

/** Puts the sheets of a dossier into the workbook, all or nothing; from then on the workbook uses that movement. */

import { type Result, refuse } from '../../core/base/result.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import { faultText, isDossier, readDossier } from '../../core/dossier/read-dossier.ts';
import { readScanPictures } from '../../core/dossier/read-scan-pictures.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { settingsIn } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host, HostAction } from '../host/port.ts';

const LABEL = 'Đưa hồ sơ phong trào vào sổ';

/** Refused when sheets of those names stand in the workbook already: nothing of it is written over. */
export async function takeMovement(
  host: Host,
  movement: Movement,
  units: Register = [],
  pictures?: ScanPictures,
): Promise<Result<Outcome>> {
  const read = await host.read();
  if (!read.ok) return read;
  const sheets = dossierSheets(movement, units, pictures);
  const standing = new Set(read.value.book.sheets.map(({ name }) => bareKey(name)));
  const taken = sheets.map(({ name }) => name).filter((name) => standing.has(bareKey(name)));
  if (taken.length > 0) {
    const names = taken.map((name) => `“${name}”`).join(', ');
    return refuse('sheets-stand', `Sổ đã có trang ${names}: hãy đưa hồ sơ vào một sổ trống.`);
  }
  const { settings } = settingsIn(read.value);
  const actions: HostAction[] = [
    ...sheets.map((sheet) => ({ kind: 'add-sheet', sheet }) as const),
    // If another movement was chosen before, record the new choice.
    ...(settings.movement === null
      ? []
      : settingsActions(read.value, { ...settings, movement: movement.id }, movement)),
  ];
  return performWhole(host, LABEL, actions, 'Chưa đưa được hồ sơ phong trào vào sổ.');
}

/** First byte of a JSON file of ours: `{`. */
const OPENING = 0x7b;

/** The same from the file of a dossier; a dossier with faults has to be corrected first. */
export async function takeDossier(host: Host, bytes: Uint8Array): Promise<Result<Outcome>> {
  if (bytes[0] === OPENING) {
    const read = (await import('./movement-in-json.ts')).movementInJson(bytes);
    return read.ok ? takeMovement(host, read.value) : read;
  }
  const book = readBook(bytes);
  if (!book.ok) return book;
  if (!isDossier(book.value)) return refuse('no-dossier', 'Tệp đã chọn không phải Hồ sơ phong trào.');
  const dossier = readDossier(book.value);
  if (!dossier.ok) return dossier;
  const { movement, units, faults } = dossier.value;
  const [first] = faults;
  if (first) return refuse('dossier', `${faultText(first)} Hãy sửa tệp rồi chọn lại.`);
  return takeMovement(host, movement, units ?? [], readScanPictures(bytes));
}

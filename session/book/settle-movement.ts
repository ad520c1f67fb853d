/**
 * The movement of a workbook that says none: recognised from its sheets or the files that come in, as the command line
 * does, and written down.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { ownSheets } from './own-tables.ts';
import { readSettings } from './settings.ts';
import { settingsActions } from './settings-actions.ts';

/** Files the choice looks at. */
const LOOKED_AT = 24;
const OFFLINE =
  'Chưa tải được phần nhận ra phong trào. Hãy kiểm tra mạng rồi làm lại, hoặc chọn phong trào ở mục Báo cáo.';

/**
 * Title of the movement that was recognised and recorded; null = a movement was chosen already. Refused when the sheets
 * do not reveal it.
 */
export async function settleMovement(
  host: Host,
  files: readonly { readonly name: string; readonly book: Book }[] = [],
): Promise<Result<string | null>> {
  const read = await host.read();
  if (!read.ok) return read;
  const book = read.value;
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  if (settings.value.movement !== null) return done(null);
  const own = ownSheets(book);
  const sheets = book.book.sheets.filter(({ name, state }) => state === 'visible' && !own.has(name));
  const looked = [{ name: book.name, book: { ...book.book, sheets } }, ...files.slice(0, LOOKED_AT)];
  // Loaded only where the user has not chosen a movement.
  const code = await import('./recognised-movement.ts').catch(() => null);
  if (!code) return refuse('offline', OFFLINE);
  const movement = await code.recognisedMovement(looked);
  if (!movement)
    return refuse('no-movement', 'Chưa rõ các báo cáo thuộc phong trào nào. Hãy chọn phong trào ở mục Báo cáo.');
  const actions = settingsActions(book, { ...settings.value, movement: movement.id }, movement);
  const written = await performWhole(host, 'Cài đặt', actions, 'Chưa lưu được phong trào.');
  return written.ok ? done(movement.title) : written;
}

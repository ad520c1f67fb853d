/** Reads from the workbook what the functions need: settings, criteria in force, register, captured indicators. */
import { loadMovement } from '../../core/movements/shelf.ts';
import type { Result } from '../../core/result.ts';
import { movementInForce } from '../../session/book/criteria.ts';
import { readObservations } from '../../session/book/observations.ts';
import { readRegister } from '../../session/book/register.ts';
import { readSettings } from '../../session/book/settings.ts';
import type { Host } from '../../session/host/port.ts';
import { type BookData, NO_BOOK_DATA } from './book-data.ts';

/** Refused as the pane would: when the workbook cannot be read, or a sheet of ours cannot be understood. */
export async function readBookData(host: Pick<Host, 'read'>): Promise<Result<BookData>> {
  const read = await host.read();
  if (!read.ok) return read;
  const book = read.value;
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  const observations = readObservations(book).observations ?? [];
  const { period } = settings.value;
  const bundled = settings.value.movement === null ? undefined : await loadMovement(settings.value.movement);
  if (!bundled) return { ok: true, value: { ...NO_BOOK_DATA, period, observations } };
  const { movement, faults } = movementInForce(book, bundled);
  if (faults[0] !== undefined) return { ok: false, refusal: { code: 'criteria', message: faults[0] } };
  const register = readRegister(book, movement);
  if (!register.ok) return register;
  return { ok: true, value: { movement, period, observations, register: register.value } };
}

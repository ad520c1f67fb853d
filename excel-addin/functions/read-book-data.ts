/** Reads from the workbook what the functions need: settings, criteria in force, register, captured indicators. */
import type { Result } from '../../core/base/result.ts';
import { readObservations } from '../../session/book/observations.ts';
import { movementIn } from '../../session/book/own-movement.ts';
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
  if (settings.value.movement === null) return { ok: true, value: { ...NO_BOOK_DATA, period, observations } };
  const held = await movementIn(book, settings.value.movement);
  if (!held.ok) return held;
  const { movement, faults } = held.value;
  if (faults[0] !== undefined) return { ok: false, refusal: { code: 'criteria', message: faults[0] } };
  const register = readRegister(book, movement);
  if (!register.ok) return register;
  return { ok: true, value: { movement, period, observations, register: register.value } };
}

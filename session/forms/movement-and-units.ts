/** What files for the units are made of: the movement of the workbook, without a fault, and its list of units. */
import type { Movement } from '../../core/movement/movement.ts';
import type { Period } from '../../core/period/period.ts';
import type { Register } from '../../core/report/register.ts';
import { done, type Result, refuse } from '../../core/result.ts';
import { movementIn } from '../book/own-movement.ts';
import { readRegister } from '../book/register.ts';
import { readSettings } from '../book/settings.ts';
import type { Host } from '../host/port.ts';

interface MovementAndUnits {
  readonly movement: Movement;
  readonly units: Register;
  /** Of the workbook's settings. */
  readonly period: Period | null;
}

export async function movementAndUnits(host: Host): Promise<Result<MovementAndUnits>> {
  const read = await host.read();
  if (!read.ok) return read;
  const settings = readSettings(read.value);
  if (!settings.ok) return settings;
  const held = await movementIn(read.value, settings.value.movement);
  if (!held.ok) return held;
  const { movement, faults, changed } = held.value;
  // A form goes out to the units: never one that is not what the officer wrote.
  const [fault] = changed ? [changed.text] : faults;
  if (fault !== undefined) return refuse('criteria', fault);
  const register = readRegister(read.value, movement);
  if (!register.ok) return register;
  if (register.value === null) return refuse('no-units', 'Trang “Đơn vị” chưa có đơn vị nào.');
  return done({ movement, units: register.value, period: settings.value.period });
}

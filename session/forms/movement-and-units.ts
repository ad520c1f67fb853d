/** What files for the units are made of: the movement of the workbook, without a fault, and its list of units. */

import type { Period } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import type { Register } from '../../core/report/register.ts';
import { type MovementHeld, movementIn } from '../book/own-movement.ts';
import { readRegister } from '../book/register.ts';
import { readSettings } from '../book/settings.ts';
import type { Host, HostBook } from '../host/port.ts';
import { formsFault } from './forms-fault.ts';

export interface MovementAndUnits extends Pick<MovementHeld, 'toCheck'> {
  readonly book: HostBook;
  readonly movement: Movement;
  readonly units: Register;
  /** Of the workbook's settings. */
  readonly period: Period | null;
  /** Points to check before any form is sent, Vietnamese sentences. */
  readonly notes: readonly string[];
}

export async function movementAndUnits(host: Host): Promise<Result<MovementAndUnits>> {
  const read = await host.read();
  if (!read.ok) return read;
  const settings = readSettings(read.value);
  if (!settings.ok) return settings;
  const held = await movementIn(read.value, settings.value.movement);
  if (!held.ok) return held;
  const { movement, toCheck } = held.value;
  const fault = formsFault(held.value);
  if (fault !== undefined) return refuse('criteria', fault);
  const register = readRegister(read.value, movement);
  if (!register.ok) return register;
  if (register.value === null) return refuse('no-units', 'Trang “Đơn vị” chưa có đơn vị nào.');
  const open = unconfirmedText(movement);
  return done({
    ...{ book: read.value, movement, toCheck, units: register.value, period: settings.value.period },
    notes: open === null ? [] : [open],
  });
}

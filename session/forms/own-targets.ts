/** The assigned targets of each unit, for its form. */
import type { Period } from '../../core/base/period/period.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { type AssignedTarget, targetsOfUnit } from '../../core/report/assigned-targets.ts';
import type { Register } from '../../core/report/register.ts';
import { assignedTargets } from '../book/assigned.ts';
import type { HostBook } from '../host/port.ts';
import type { PackWanted } from './form-pack.ts';

type OwnTargets = NonNullable<PackWanted['assigned']>;

export function ownTargetsOf(targets: readonly AssignedTarget[], period: Period): OwnTargets {
  return (unit) => targetsOfUnit(targets, period, unit);
}

/** Reads them from the sheet "Chỉ tiêu giao" of the workbook. */
export function ownTargetsIn(book: HostBook, movement: Movement, units: Register, period: Period): OwnTargets {
  return ownTargetsOf(assignedTargets(book, movement, units).targets, period);
}

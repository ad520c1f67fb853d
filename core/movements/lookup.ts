/**
 * Finding one of a plan's targets by its code while building criteria; a wrong code is our own slip and stops the
 * build.
 */
import type { Target } from '../movement/movement.ts';
import { type Aim, aimAt } from './build.ts';

/** `TM-G04` → the criterion's aim at that target. */
export function aimsOf(targets: readonly Target[]): (code: string) => Aim {
  const byCode = new Map(targets.map((one) => [one.code, aimAt(one)]));
  return (code) => {
    const found = byCode.get(code);
    if (found === undefined) throw new Error(`No target ${code} in this plan`);
    return found;
  };
}

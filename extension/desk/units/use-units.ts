/**
 * The units of a capture and of the captures before it, parsed one after the other so that the page stays responsive.
 */

import { useEffect, useState } from 'react';
import { earlierUnits } from '../../history/earlier-units.ts';
import { readUnits, type UnitsRead } from '../../history/read-units.ts';
import type { UnitCapture } from '../../history/unit-captures.ts';
import type { CaptureOfUnits } from '../../history/unit-table.ts';
import { useFail, useStore } from '../../live/use-store.ts';

interface Units {
  readonly now: UnitsRead;
  /** Newest first; grows while it is read. */
  readonly earlier: readonly CaptureOfUnits[];
  readonly isWhole: boolean;
}

/** undefined while the capture itself is being read. `captures` newest first. */
export function useUnits(captures: readonly UnitCapture[], id: string, period: string): Units | undefined {
  const db = useStore();
  const fail = useFail();
  const [held, setHeld] = useState<{ readonly key: string; readonly units: Units }>();
  const at = captures.findIndex((capture) => capture.id === id);
  const key = JSON.stringify([period, ...(at < 0 ? [] : captures.slice(at))]);
  useEffect(() => {
    let over = false;
    const show = (units: Units) => {
      if (!over) setHeld({ key, units });
    };
    const read = async () => {
      const [, first, ...before] = JSON.parse(key) as [string, ...UnitCapture[]];
      if (first === undefined) return;
      const now = await readUnits(db, first.id, period);
      const earlier: CaptureOfUnits[] = [];
      show({ now, earlier: [], isWhole: now.kind !== 'found' });
      if (now.kind !== 'found') return;
      for await (const captureOfUnits of earlierUnits(db, now.readings, before, period)) {
        if (over) return;
        earlier.push(captureOfUnits);
        show({ now, earlier: [...earlier], isWhole: false });
      }
      show({ now, earlier: [...earlier], isWhole: true });
    };
    read().catch(fail);
    return () => {
      over = true;
    };
  }, [db, fail, key, period]);
  return held?.key === key ? held.units : undefined;
}

/** The units of one capture and of the ones before it, parsed one after the other while the page stays answerable. */

import { useEffect, useState } from 'react';
import { unitKey } from '../../../core/capture/unit-match.ts';
import { useFail, useStore } from '../../live/use-store.ts';
import { readUnits, type UnitsRead } from './read-units.ts';
import type { UnitCapture } from './unit-captures.ts';
import type { CaptureOfUnits } from './unit-table.ts';

/** Further back nothing is looked for: a unit not seen in as many captures has no last time. */
const MOST_EARLIER = 5;

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
  const at = captures.findIndex((one) => one.id === id);
  const ids = at < 0 ? [] : captures.slice(at, at + 1 + MOST_EARLIER).map((one) => one.id);
  const key = JSON.stringify([period, ...ids]);
  useEffect(() => {
    let over = false;
    const show = (units: Units) => {
      if (!over) setHeld({ key, units });
    };
    const read = async () => {
      const [, first, ...before] = JSON.parse(key) as string[];
      if (first === undefined) return;
      const now = await readUnits(db, first, period);
      const earlier: CaptureOfUnits[] = [];
      show({ now, earlier: [], isWhole: now.kind !== 'found' });
      if (now.kind !== 'found') return;
      const waiting = new Set(now.readings.map(figureKey));
      for (const id of before) {
        if (over || waiting.size === 0) break;
        const one = await readUnits(db, id, period);
        if (one.kind !== 'found') continue;
        earlier.push(one);
        for (const reading of one.readings) waiting.delete(figureKey(reading));
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

function figureKey({ unit, indicator }: CaptureOfUnits['readings'][number]): string {
  return JSON.stringify([indicator, unitKey(unit)]);
}

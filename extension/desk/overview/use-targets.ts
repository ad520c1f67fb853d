/**
 * The targets a movement sets for the portal's indicators on a day. The worker has the movements: their data would
 * double a page's.
 */
import { useEffect, useState } from 'react';
import type { IndicatorTarget } from '../../../core/portal/indicator/targets.ts';
import { send } from '../../pieces/send.ts';

interface Targets {
  /** Title of the movement. */
  readonly title: string;
  readonly of: ReadonlyMap<string, IndicatorTarget>;
}

/** undefined until known, null without a movement. `movement` = id, `day` ISO. */
export function useTargets(movement: string, day: string): Targets | null | undefined {
  const [held, setHeld] = useState<{ readonly key: string; readonly targets: Targets | null }>();
  const key = `${movement} ${day}`;
  useEffect(() => {
    let over = false;
    void load(movement, day).then((targets) => {
      if (!over) setHeld({ key: `${movement} ${day}`, targets });
    });
    return () => {
      over = true;
    };
  }, [movement, day]);
  return held?.key === key ? held.targets : undefined;
}

async function load(movement: string, day: string): Promise<Targets | null> {
  if (movement === '') return null;
  const reply = await send('movements.targets', { movement, day });
  if (!reply.ok || reply.data === null) return null;
  const { title, targets } = reply.data;
  return { title, of: new Map(targets.map((target) => [target.indicator, target])) };
}

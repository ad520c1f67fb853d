/**
 * Which communes of the capture's list rose or fell: computed once its unit and period are known, without delaying the
 * rest.
 */
import { useEffect, useState } from 'react';
import type { Movers } from '../../core/portal/indicator/movers.ts';
import type { Preview } from '../messages/contract.ts';
import { send } from '../pieces/send.ts';

export function useMovers(id: string, preview: Preview | undefined): Movers | null {
  const [held, setHeld] = useState<{ readonly of: Preview; readonly movers: Movers | null }>();
  useEffect(() => {
    if (preview?.kind !== 'found' || preview.unit === null || preview.period === null) return;
    let over = false;
    const draft = { unit: preview.unit.key, period: preview.period, values: {}, reason: '' };
    void send('capture.movers', { id, draft }).then((reply) => {
      if (!over && reply.ok) setHeld({ of: preview, movers: reply.data });
    });
    return () => {
      over = true;
    };
  }, [id, preview]);
  return held && held.of === preview ? held.movers : null;
}

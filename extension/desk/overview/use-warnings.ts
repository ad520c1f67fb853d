/**
 * The last capture's own reservations about its figures: provisional denominators, missing tables. Read again by the
 * worker, which has the readers.
 */
import { useEffect, useState } from 'react';
import { send } from '../../pieces/send.ts';

/** Empty until the worker has answered, and when the evidence can no longer be read: the list of captures says so. */
export function useWarnings(captureId: string | undefined, unit: string, period: string): readonly string[] {
  const [held, setHeld] = useState<{ readonly of: string; readonly warnings: readonly string[] }>();
  useEffect(() => {
    if (captureId === undefined) return;
    let over = false;
    void send('capture.read', { id: captureId, draft: { unit, period, values: {}, reason: '' } }).then((reply) => {
      if (!over)
        setHeld({ of: captureId, warnings: reply.ok && reply.data.kind === 'found' ? reply.data.warnings : [] });
    });
    return () => {
      over = true;
    };
  }, [captureId, unit, period]);
  return held !== undefined && held.of === captureId ? held.warnings : [];
}

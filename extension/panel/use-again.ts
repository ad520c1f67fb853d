/** The saved capture that this capture repeats; its unit is looked for in the new reading. */
import { useEffect } from 'react';
import { useLive } from '../live/use-store.ts';
import type { Preview } from '../messages/contract.ts';
import type { CaptureDraft, CaptureRecord } from '../store/records.ts';
import { unitAgain } from './capture-again.ts';

/** `id` undefined = a capture like any other. */
export function useAgain(
  id: string | undefined,
  preview: Preview | undefined,
  draft: CaptureDraft,
  change: (part: Partial<CaptureDraft>) => void,
): CaptureRecord | undefined {
  const old = useLive(async (db) => (id === undefined ? undefined : db.captures.get(id)), [id]);
  const unit = old && preview?.kind === 'found' ? unitAgain(preview, draft.unit, old.observations) : undefined;
  useEffect(() => {
    if (unit !== undefined) change({ unit });
  });
  return old;
}

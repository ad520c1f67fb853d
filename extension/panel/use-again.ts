/** The saved capture that this capture repeats; its unit is looked for in the new reading. */
import { useEffect } from 'react';
import { useLive } from '../live/use-store.ts';
import type { Preview } from '../messages/contract.ts';
import type { CaptureRecord, Draft } from '../store/records.ts';
import { unitAgain } from './capture-again.ts';

/** `id` undefined = a capture like any other. */
export function useAgain(
  id: string | undefined,
  preview: Preview | undefined,
  draft: Draft,
  change: (part: Partial<Draft>) => void,
): CaptureRecord | undefined {
  const old = useLive(async (db) => (id === undefined ? undefined : db.captures.get(id)), [id]);
  const unit = old && preview?.kind === 'found' ? unitAgain(preview, draft.unit, old.observations) : undefined;
  useEffect(() => {
    if (unit !== undefined) change({ unit });
  });
  return old;
}

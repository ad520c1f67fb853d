/**
 * Asking the portal's page again. Where the page's own last question was heard, the same is asked of all its tables at
 * once: the press of the button was the officer's word.
 */
import { useCallback, useEffect, useState } from 'react';
import { type Period, periodKey } from '../../core/base/period/period.ts';
import type { ErrorCode } from '../messages/contract.ts';
import { send } from '../pieces/send.ts';
import { changeSettings } from '../settings/settings.ts';
import type { CaptureRecord } from '../store/records.ts';
import { askedBefore } from './asked-before.ts';

/** Milliseconds. A panel opened again later asks the portal nothing by itself. */
const JUST_PRESSED = 60_000;

/** Captures the portal was asked for: by itself it is asked once, however often they are shown. */
const askedFor = new Set<string>();

interface PortalAsk {
  /** What is being asked for just now. */
  readonly asking: Period | null;
  readonly ask: (provinceId: string, period: Period) => Promise<void>;
}

/** `again` = the saved capture it is taken again of: the same is asked for. `tabId` = where the page stands; null when it cannot be asked. `askable` = tables are still missing. */
export function usePortalAsk(
  record: CaptureRecord | undefined,
  again: CaptureRecord | undefined,
  askable: boolean,
  tabId: number | null,
  setError: (error: ErrorCode | null) => void,
): PortalAsk {
  const [asking, setAsking] = useState<Period | null>(null);
  const id = record?.id;
  const ask = useCallback(
    async (provinceId: string, period: Period) => {
      if (id === undefined || tabId === null) return;
      askedFor.add(id);
      setAsking(period);
      await changeSettings({ provinceId });
      const reply = await send('capture.ask', { id, tabId, provinceId, period: periodKey(period) });
      setAsking(null);
      setError(reply.ok ? null : reply.code);
    },
    [id, tabId, setError],
  );
  useEffect(() => {
    if (!record || !askable || tabId === null || askedFor.has(record.id)) return;
    const { provinceId, period, isInSight } = askedBefore((again ?? record).parts);
    if (!isInSight || provinceId === null || !period || Date.now() - Date.parse(record.at) > JUST_PRESSED) return;
    void ask(provinceId, period);
  }, [record, again, askable, tabId, ask]);
  return { asking, ask };
}

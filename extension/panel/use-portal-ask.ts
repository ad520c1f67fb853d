/**
 * Repeats the portal page's last request for all its tables at once (the press of the button is the officer's consent),
 * then fetches the commune's figures that the lists of the province leave out.
 */
import { useCallback, useEffect, useState } from 'react';
import { type Period, periodKey } from '../../core/base/period/period.ts';
import { send } from '../pieces/send.ts';
import { isProvinceId, withHeard } from '../settings/known-provinces.ts';
import { changeSettings, readSettings } from '../settings/settings.ts';
import type { CaptureRecord } from '../store/records.ts';
import { lastRequest } from './last-request.ts';
import type { PortalProps } from './portal-part.tsx';

/** Milliseconds. A panel opened again later asks the portal nothing by itself. */
const JUST_PRESSED = 60_000;

/**
 * Captures, and their communes, for which requests were sent: the automatic request is sent once, however often they
 * are shown.
 */
const askedFor = new Set<string>();
const askedForOwn = new Set<string>();
/** Captures with running requests: only one series of requests at a time. */
const inTalk = new Set<string>();

interface PortalAsk {
  /** The period being requested now. */
  readonly asking: Period | null;
  /** The tables about the commune itself are being requested. */
  readonly isAskingOwn: boolean;
  /** The portal left out figures requested for the commune alone. */
  readonly lacksOwn: boolean;
  /** `province` = the portal's id, or a name. */
  readonly ask: (province: string, period: Period) => Promise<void>;
}

export function usePortalAsk({ record, again, preview, draft, tabId, onError, onAsking }: PortalProps): PortalAsk {
  const [asking, setAsking] = useState<Period | null>(null);
  const [own, setOwn] = useState<'asking' | 'lacking' | null>(null);
  const { id } = record;
  const ask = useCallback(
    async (province: string, period: Period) => {
      askedFor.add(id);
      inTalk.add(id);
      onAsking(true);
      setAsking(period);
      await changeSettings({ provinceId: province });
      const which = isProvinceId(province)
        ? { provinceId: province, provinceName: null }
        : { provinceId: null, provinceName: province };
      const reply = await send('capture.ask', { id, tabId, ...which, period: periodKey(period) });
      if (reply.ok) await keepProvinces(reply.data);
      inTalk.delete(id);
      onAsking(false);
      setAsking(null);
      onError(reply.ok ? reply.data.stopped : reply.code);
    },
    [id, tabId, onError, onAsking],
  );
  const { askable } = preview;
  useEffect(() => {
    if (!askable || askedFor.has(record.id)) return;
    const shown = preview.kind === 'found' ? preview.unit?.key : undefined;
    const own = again?.observations[0]?.unit.id ?? shown;
    const { provinceId, period, isInSight } = lastRequest((again ?? record).parts, own);
    if (!isInSight || provinceId === null || !period || !isJustPressed(record)) return;
    void ask(provinceId, period);
  }, [record, again, askable, preview, ask]);

  const lacksOwn = preview.kind === 'found' && preview.lacksOwn && record.state === 'raw';
  const whose = preview.kind === 'found' ? `${id} ${preview.unit?.key} ${preview.period}` : '';
  useEffect(() => {
    if (!lacksOwn || asking !== null || inTalk.has(record.id) || askedForOwn.has(whose)) return;
    // A follow-up request to the portal, only right after the officer's own press or request.
    if (!isJustPressed(record) && !askedFor.has(record.id)) return;
    askedForOwn.add(whose);
    inTalk.add(record.id);
    // Confirmed now, it would lack what is on its way.
    onAsking(true);
    setOwn('asking');
    void send('capture.ask-own', { id: record.id, tabId, draft }).then((reply) => {
      inTalk.delete(record.id);
      onAsking(false);
      const isWhole = reply.ok && reply.data.heard === reply.data.asked;
      setOwn(isWhole || (!reply.ok && reply.code === 'already-settled') ? null : 'lacking');
    });
  }, [record, lacksOwn, whose, tabId, asking, draft, onAsking]);
  return { asking, isAskingOwn: own === 'asking', lacksOwn: own === 'lacking' && lacksOwn, ask };
}

function isJustPressed({ at }: CaptureRecord): boolean {
  return Date.now() - Date.parse(at) < JUST_PRESSED;
}

/** The province by its id from now on, and the others beside it. */
async function keepProvinces({
  provinceId,
  provinces,
}: {
  readonly provinceId: string;
  readonly provinces: readonly { readonly id: string; readonly name: string }[];
}): Promise<void> {
  const settings = await readSettings();
  const learned = withHeard(settings.provinces, provinces);
  await changeSettings({ provinceId, ...(learned === null ? {} : { provinces: [...learned] }) });
}

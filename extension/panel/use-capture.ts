/**
 * A capture in the panel: its record (undefined until looked for, with undefined inside when there is none), the
 * officer's draft (stored as it changes) and what the worker reads from it.
 */
import { useEffect, useMemo, useState } from 'react';
import { useLive } from '../live/use-store.ts';
import type { ErrorCode, Preview } from '../messages/contract.ts';
import { send } from '../pieces/send.ts';
import type { Store } from '../store/db.ts';
import type { CaptureDraft } from '../store/records.ts';

/** Changes when a reader is made, changed or removed: then the capture is read anew. */
const readersKey = async (db: Store) => JSON.stringify(await db.readers.toArray());

const EMPTY: CaptureDraft = { unit: null, period: null, values: {}, reason: '' };

export function useCapture(id: string) {
  const found = useLive(async (db) => ({ record: await db.captures.get(id) }), [id]);
  const record = found?.record;
  const readers = useLive(readersKey);
  const [own, setOwn] = useState<CaptureDraft>();
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<ErrorCode | null>(null);
  const draft = own ?? record?.draft ?? EMPTY;
  const { unit, period, answers } = draft;
  const parts = record?.parts.map(({ hash }) => hash).join(' ');
  const settled = record !== undefined && record.state !== 'raw';

  // What is read depends on the unit, the period and the parts only: typing a correction reads nothing anew.
  const chosen = useMemo(
    () => ({ ...EMPTY, unit, period, ...(answers === undefined ? {} : { answers }) }),
    [unit, period, answers],
  );
  useEffect(() => {
    if (parts === undefined || readers === undefined || settled) return;
    let over = false;
    void send('capture.read', { id, draft: chosen }).then((reply) => {
      if (over) return;
      setError(reply.ok ? null : reply.code);
      if (reply.ok) setPreview(reply.data);
    });
    return () => {
      over = true;
    };
  }, [id, chosen, parts, readers, settled]);

  const change = (part: Partial<CaptureDraft>) => {
    const next = { ...draft, ...part };
    setOwn(next);
    // The missing reason is being typed.
    if (error === 'no-reason' && next.reason.trim() !== '') setError(null);
    void send('capture.draft', { id, draft: next });
  };
  return { found, draft, change, preview, error, setError };
}

/** Captures as the store holds them after the officer confirmed them. */
import type { Observation } from '../../../core/indicator/observation.ts';
import { confirm, keepRaw } from '../../../extension/store/captures.ts';
import type { Store } from '../../../extension/store/db.ts';

export interface CaptureWanted {
  readonly at?: string;
  readonly period?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly request?: string;
  readonly html?: string;
  readonly picture?: Uint8Array<ArrayBuffer>;
}

const URL = 'https://motcua.tama.gov.vn/06a';

/** Pressed, not yet confirmed. */
export async function rawCapture(db: Store, id: string, wanted: CaptureWanted = {}): Promise<void> {
  const { at = '2025-10-16T08:00:00+07:00', html = `<p>${id}</p>`, picture = null } = wanted;
  await keepRaw(db, {
    ...{ id, at, url: URL, title: `Trang ${id}`, unread: [], picture },
    view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
    parts: [{ kind: 'page', url: URL, request: null, body: html }],
  });
}

export async function storedCapture(db: Store, id: string, wanted: CaptureWanted = {}): Promise<void> {
  const { at = '2025-10-16T08:00:00+07:00', period = '2025-Q3', value = 80, unit = 'UBND xã Ta Ma', request } = wanted;
  await rawCapture(db, id, wanted);
  const record = await db.captures.get(id);
  const observation: Observation = {
    ...{ indicator: 'dung-han', unit: { name: unit }, period, value, max: 100 },
    provenance: {
      ...{ url: URL, request: request ?? null, capturedAt: at, contentHash: record?.parts[0]?.hash ?? '' },
      reader: { id: 'form-06a', version: '2026-11-21.1' },
    },
  };
  await confirm(db, id, [observation], []);
}

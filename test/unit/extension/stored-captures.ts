/** Captures as the store holds them after the officer confirmed them. */
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { readCapture } from '../../../extension/reading/read-capture.ts';
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

const INDEX = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';

/** The old portal's page for one commune, its points of 20 in Vietnamese. */
export function indexPage(unit: string, points: string): string {
  const name = unit.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><title>Bộ chỉ số</title><h2>NĂM 2025</h2><div class="province-table-container"><table><tr><th>STT</th><th>Đơn vị</th><th>Điểm</th></tr><tr><td>1</td><td>${name}</td><td><span>${points}</span></td></tr></table></div>`;
}

interface ProvenWanted {
  readonly points?: string;
  readonly unit?: string;
  readonly at?: string;
  readonly picture?: Uint8Array<ArrayBuffer>;
}

/**
 * Captured, read by the reader that knows the page, and confirmed as read: what a backup brings back is held against
 * such evidence.
 */
export async function provenCapture(db: Store, id: string, wanted: ProvenWanted = {}): Promise<void> {
  const { points = '18,5', unit = 'UBND xã Ta Ma', at = '2025-10-16T08:00:00+07:00', picture = null } = wanted;
  await keepRaw(db, {
    ...{ id, at, url: INDEX, title: `Trang ${id}`, unread: [], picture },
    view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
    parts: [{ kind: 'page', url: INDEX, request: null, body: indexPage(unit, points) }],
  });
  const record = await db.captures.get(id);
  const read = record && (await readCapture(db, record, '', null));
  if (read?.kind !== 'found') throw new Error('the page of the test is not read');
  await confirm(db, id, read.observations, []);
}

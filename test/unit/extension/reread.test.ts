/** Reading a settled capture again: against what was read then, of the same unit and period, never another's. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reread } from '../../../extension/desk/evidence/reread.ts';
import { verifyEvidence } from '../../../extension/desk/evidence/verify.ts';
import { readCapture } from '../../../extension/reading/read-capture.ts';
import { confirm, keepRaw } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { CaptureRecord } from '../../../extension/store/records.ts';

const URL = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';

let db: Store;
beforeEach(() => {
  db = openStore('reread');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('reread');
});

function page(units: Readonly<Record<string, string>>): string {
  const rows = Object.entries(units).map(
    ([name, score], index) => `<tr><td>${index + 1}</td><td>${name}</td><td><span>${score}</span></td></tr>`,
  );
  return `<h2>NĂM 2025</h2><div class="province-table-container"><table><tr><th>STT</th></tr></table><table><tr><th>STT</th><th>Đơn vị</th><th>Điểm</th></tr>${rows.join('')}</table></div>`;
}

async function get(id: string): Promise<CaptureRecord> {
  const record = await db.captures.get(id);
  if (!record) throw new Error('no such capture');
  return record;
}

/** Captured, and confirmed for one unit. */
async function settled(html: string, unit: string): Promise<CaptureRecord> {
  const at = '2025-10-16T08:00:00+07:00';
  await keepRaw(db, {
    ...{ id: 'a', at, url: URL, title: 'Trang', unread: [], picture: new Uint8Array([1, 2]) },
    view: { width: 1, height: 1, scrollY: 0, ratio: 1 },
    parts: [{ kind: 'page', url: URL, request: null, body: html }],
  });
  const read = await readCapture(db, await get('a'), unit, null);
  if (read.kind !== 'found') throw new Error(read.kind);
  const [first] = read.observations;
  const changed = read.observations.map((observation) =>
    observation === first ? { ...observation, value: 1 } : observation,
  );
  const correction = { indicator: first?.indicator ?? '', read: first?.value ?? null, value: 1, reason: 'nhầm' };
  await confirm(db, 'a', changed, [correction]);
  return get('a');
}

const TWO = page({ 'UBND xã Đông Thái': '19,81', 'UBND xã An Minh': '18' });

describe('reading again', () => {
  it('returns the figure that was read then, also for a figure corrected by hand', async () => {
    const again = await reread(db, await settled(TWO, 'xã An Minh'));
    expect(again).toMatchObject({ kind: 'read', units: 2, reader: { id: 'national-2022-page' } });
    const rows = again.kind === 'read' ? again.rows : [];
    expect(rows[0]).toMatchObject({ indicator: 'TDGQ', stored: 18, today: 18 });
    for (const { stored, today } of rows) expect(today).toBe(stored);
  });

  it('distinguishes a unit that is no longer read from a unit without a figure, and mistakes no other for it', async () => {
    const record = await settled(TWO, 'xã An Minh');
    const [own] = record.observations;
    const other = { ...record, observations: own ? [{ ...own, unit: { name: 'UBND xã Ta Ma' } }] : [] };
    const again = await reread(db, other);
    expect(again.kind === 'read' && again.rows).toEqual([
      { indicator: 'TDGQ', name: 'Tiến độ giải quyết', stored: 18, today: undefined },
    ]);
  });

  it('stops at evidence that was changed, and the viewer says which piece it was', async () => {
    const record = await settled(TWO, 'xã An Minh');
    expect((await verifyEvidence(db, record)).map(({ kind, state }) => [kind, state])).toEqual([
      ['page', 'whole'],
      ['picture', 'whole'],
    ]);
    await db.blobs.update(record.parts[0]?.hash ?? '', { bytes: new TextEncoder().encode('khác') });
    await db.blobs.delete(record.picture ?? '');
    expect((await verifyEvidence(db, record)).map(({ kind, state }) => [kind, state])).toEqual([
      ['page', 'changed'],
      ['picture', 'missing'],
    ]);
    expect(await reread(db, record)).toEqual({ kind: 'evidence-changed' });
  });
});

/**
 * The list of captures over a real IndexedDB implementation: all of them, newest first, read in pages, narrowed down.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { ANY, choicesOf, filtered, stateOf } from '../../../extension/desk/captures/capture-filter.ts';
import {
  type CaptureEntry,
  type CaptureRow,
  captureEntries,
  captureRows,
} from '../../../extension/desk/captures/captures-query.ts';
import { rowCache } from '../../../extension/desk/captures/row-cache.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { CaptureRecord } from '../../../extension/store/records.ts';

let db: Store;
beforeEach(() => {
  db = openStore('captures-query');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('captures-query');
});

const PORTAL = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';

function capture(id: string, at: string, change: Partial<CaptureRecord> = {}): CaptureRecord {
  return {
    ...{ id, at, url: 'https://motcua.tama.gov.vn/06a?ky=1', title: 'Bộ chỉ số', state: 'raw' },
    ...{ parts: [], picture: null, unread: [], draft: null, duplicateOf: null, observations: [], corrections: [] },
    view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
    ...change,
  };
}

function observation(name: string, period: string): Observation {
  return {
    ...{ indicator: 'TDGQ', unit: { name, code: 'H01.187' }, period, value: 19.5, max: 20 },
    provenance: {
      ...{ url: PORTAL, capturedAt: '2025-10-16T08:00:00+07:00', contentHash: 'sha256:1' },
      reader: { id: 'national-2022-page', version: '2026-11-21.1' },
    },
  };
}

const day = (n: number) => `2025-10-${String(n).padStart(2, '0')}T08:00:00+07:00`;

async function four(): Promise<readonly CaptureEntry[]> {
  const kept = { url: PORTAL, observations: [observation('UBND xã Đông Thái', '2025')] };
  const corrections = [{ indicator: 'TDGQ', read: 19.5, value: 19.6, reason: 'nhầm' }];
  await db.captures.bulkAdd([
    capture('b', day(2), { ...kept, state: 'confirmed' }),
    capture('d', day(4)),
    capture('a', day(1), { ...kept, state: 'corrected', corrections }),
    capture('c', day(3), { ...kept, state: 'discarded', observations: [], duplicateOf: 'b' }),
  ]);
  return captureEntries(db);
}

async function readAll(entries: readonly CaptureEntry[]): Promise<ReadonlyMap<string, CaptureRow>> {
  const rows = await captureRows(
    db,
    entries.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

describe('the list', () => {
  it('holds every capture, newest first, with its state', async () => {
    const lines = (await four()).map(({ id, at, state }) => `${id} ${at.slice(8, 10)} ${state}`);
    expect(lines).toEqual(['d 04 raw', 'c 03 discarded', 'b 02 confirmed', 'a 01 corrected']);
  });

  it('says of each whose figures and from where, as far as it is known', async () => {
    const rows = await readAll(await four());
    expect(rows.get('a')).toMatchObject({
      ...{ unit: 'UBND xã Đông Thái', period: '2025', figures: 1, corrected: 1 },
      source: 'quoc-gia-2022',
    });
    expect(rows.get('d')).toMatchObject({ unit: null, period: null, figures: 0, source: '@motcua.tama.gov.vn' });
    expect([...rows.values()].map(stateOf)).toEqual(['raw', 'duplicate', 'confirmed', 'corrected']);
    expect(await captureRows(db, ['không có', 'a'])).toHaveLength(1);
  });

  it('is narrowed down by state, source, unit, period and words without diacritics', async () => {
    const entries = await four();
    const rows = await readAll(entries);
    const found = (change: Partial<typeof ANY>) =>
      filtered(entries, rows, { ...ANY, ...change })
        .map(({ id }) => id)
        .join('');
    expect(found({})).toBe('dcba');
    expect(found({ state: 'duplicate' })).toBe('c');
    expect(found({ state: 'discarded' })).toBe('');
    expect(found({ source: 'quoc-gia-2022' })).toBe('ba');
    expect(found({ source: '@motcua.tama.gov.vn' })).toBe('d');
    expect(found({ unit: 'UBND xã Đông Thái', state: 'corrected' })).toBe('a');
    expect(found({ period: '2024' })).toBe('');
    expect(found({ words: 'dong thai' })).toBe('ba');
    expect(found({ words: 'h01.187' })).toBe('ba');
    expect(found({ words: 'TÂM TÂM' })).toBe('');
    // What is not read yet is not claimed to fit.
    expect(filtered(entries, new Map(), { ...ANY, words: 'dong thai' })).toEqual([]);
    expect(choicesOf(rows)).toEqual({
      ...{ units: ['UBND xã Đông Thái'], periods: ['2025'] },
      sources: ['@dichvucong.gov.vn', '@motcua.tama.gov.vn', 'quoc-gia-2022'],
    });
  });
});

describe('the rows read in pages', () => {
  const entry = (index: number, state: CaptureEntry['state'] = 'raw') => ({ id: `${index}`, at: day(1), state });
  const row = (id: string, state: CaptureEntry['state'] = 'raw'): CaptureRow => ({
    ...{ id, at: day(1), state, title: '', host: '', source: '', unit: null, period: null },
    ...{ figures: 0, corrected: 0, duplicateOf: null, key: '' },
  });
  const settled = () => new Promise((next) => setTimeout(next));

  it('begin with what is in view, and in the end are all of them', async () => {
    const queries: (readonly string[])[] = [];
    const cache = rowCache(async (ids) => {
      queries.push(ids);
      return ids.map((id) => row(id));
    });
    let changes = 0;
    cache.subscribe(() => {
      changes++;
    });
    const entries = Array.from({ length: 1000 }, (_, index) => entry(index));
    cache.follow(entries);
    cache.want(entries.slice(900, 920));
    await settled();
    expect(queries[0]?.[0]).toBe('0');
    expect(queries[1]).toEqual(entries.slice(900, 920).map(({ id }) => id));
    expect(cache.rows().size).toBe(1000);
    expect(new Set(queries.flat()).size).toBe(queries.flat().length);
    expect(changes).toBe(queries.length);
  });

  it('are read again after a decision on a capture, and not forever when a capture is gone', async () => {
    const states = new Map<string, CaptureEntry['state']>([['1', 'raw']]);
    let reads = 0;
    const cache = rowCache(async (ids) => {
      reads++;
      return ids.flatMap((id) => {
        const state = states.get(id);
        return state ? [row(id, state)] : [];
      });
    });
    cache.follow([entry(1), entry(2)]);
    await settled();
    expect([reads, cache.rows().size]).toEqual([1, 1]);
    cache.want([entry(1), entry(2)]);
    await settled();
    expect(reads).toBe(1);
    states.set('1', 'confirmed');
    cache.follow([entry(1, 'confirmed')]);
    await settled();
    expect([reads, cache.rows().get('1')?.state]).toEqual([2, 'confirmed']);
  });
});

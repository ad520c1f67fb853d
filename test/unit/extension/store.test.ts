/**
 * The store over a real IndexedDB implementation: raw whole or not at all, decided once, found again by series,
 * migrated from version 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { filedFigures3 } from '../../../extension/store/migrations/03-filed-figures.ts';
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../../core/indicator/observation.ts';
import {
  addAnswers,
  confirm,
  discard,
  keepDraft,
  keepRaw,
  lastOfSeries,
  partBodies,
  type RawCapture,
} from '../../../extension/store/captures.ts';
import { MIGRATIONS, openStore, type Store } from '../../../extension/store/db.ts';
import { seriesKey } from '../../../extension/store/series.ts';

let db: Store;
beforeEach(() => {
  db = openStore('test');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('test');
});

function raw(id: string, html = '<p>một</p>', at = '2025-10-16T08:00:00+07:00'): RawCapture {
  const url = 'https://motcua.tama.gov.vn/06a';
  return {
    ...{ id, at, url, title: 'Trang', unread: [], view: { width: 1400, height: 900, scrollY: 0, ratio: 1 } },
    parts: [{ kind: 'page', url, request: null, body: html }],
    picture: null,
  };
}

function observation(value: number, at: string, indicator = 'dung-han'): Observation {
  return {
    ...{ indicator, unit: { name: 'UBND xã Ta Ma' }, period: '2025-Q3', value, max: 100 },
    provenance: {
      ...{ url: 'https://motcua.tama.gov.vn/06a', capturedAt: at, contentHash: 'sha256:1' },
      reader: { id: 'form-06a', version: '2026-11-21.1' },
    },
  };
}

const SERIES = seriesKey('form-06a@motcua.tama.gov.vn', 'xãtama', '2025-Q3');

describe('a raw capture', () => {
  it('is kept with its bodies by hash, equal ones once', async () => {
    await keepRaw(db, raw('a'));
    await keepRaw(db, { ...raw('b'), url: 'https://khac.gov.vn/', picture: new Uint8Array([1, 2, 3]) });
    expect(await db.captures.count()).toBe(2);
    expect(await db.blobs.count()).toBe(2);
    const record = await db.captures.get('b');
    expect(record).toMatchObject({ state: 'raw', picture: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    expect(record && (await partBodies(db, record))).toEqual(['<p>một</p>']);
  });

  it('is whole or not there at all', async () => {
    await keepRaw(db, raw('a'));
    await expect(keepRaw(db, raw('a', '<p>khác</p>'))).rejects.toThrow();
    expect(await db.blobs.count()).toBe(1);
  });

  it('is no evidence any more once a body was changed', async () => {
    await keepRaw(db, raw('a'));
    const record = await db.captures.get('a');
    const hash = record?.parts[0]?.hash ?? '';
    await db.blobs.update(hash, { bytes: new TextEncoder().encode('<p>hai</p>') });
    expect(record && (await partBodies(db, record))).toBeUndefined();
  });

  it('takes answers heard later, the last one to each question, while it is raw', async () => {
    await keepRaw(db, raw('a'));
    const answer = (body: string) => ({ kind: 'answer' as const, url: 'https://x/api', request: '{}', body });
    expect(await addAnswers(db, 'a', [answer('1')])).toBe(true);
    expect(await addAnswers(db, 'a', [answer('2')])).toBe(true);
    const record = await db.captures.get('a');
    expect(record && (await partBodies(db, record))).toEqual(['<p>một</p>', '2']);
    await discard(db, 'a', null);
    expect(await addAnswers(db, 'a', [answer('3')])).toBe(false);
  });
});

describe('a decision', () => {
  it('is taken once', async () => {
    const at = '2025-10-16T08:00:00+07:00';
    await keepRaw(db, raw('a'));
    expect(await keepDraft(db, 'a', { unit: 'xãtama', period: null, values: {}, reason: '' })).toBe(true);
    expect(await confirm(db, 'a', [observation(99, at)], [])).toBe(true);
    expect(await confirm(db, 'a', [observation(1, at)], [])).toBe(false);
    expect(await discard(db, 'a', null)).toBe(false);
    expect(await keepDraft(db, 'a', { unit: null, period: null, values: {}, reason: '' })).toBe(false);
    expect(await db.captures.get('a')).toMatchObject({ state: 'confirmed', draft: null });
    expect(await db.figures.count()).toBe(1);
  });

  it('keeps what was read beside what was corrected', async () => {
    await keepRaw(db, raw('a'));
    const correction = { indicator: 'dung-han', read: 99, value: 98, reason: 'trang chưa cập nhật' };
    await confirm(db, 'a', [observation(98, '2025-10-16T08:00:00+07:00')], [correction]);
    expect(await db.captures.get('a')).toMatchObject({ state: 'corrected', corrections: [correction] });
  });
});

describe('the last of a series', () => {
  it('is the latest confirmed capture of the same source, unit and period, whole', async () => {
    expect(await lastOfSeries(db, SERIES)).toBeNull();
    for (const [id, day, value] of [
      ['a', '16', 99],
      ['c', '18', 97],
      ['b', '17', 98],
    ] as const) {
      const at = `2025-10-${day}T08:00:00+07:00`;
      await keepRaw(db, raw(id, id, at));
      await confirm(db, id, [observation(value, at), observation(value, at, 'ho-so-truc-tuyen')], []);
    }
    const last = await lastOfSeries(db, SERIES);
    expect(last).toMatchObject({ captureId: 'c', at: '2025-10-18T08:00:00+07:00' });
    expect(last?.observations.map(({ value }) => value)).toEqual([97, 97]);
    expect(await lastOfSeries(db, seriesKey('quoc-gia-2026', 'xãtama', '2025-Q3'))).toBeNull();
  });
});

describe('the migrations', () => {
  it('carry a store of version 1 to the newest, with its confirmed figures filed', async () => {
    const first = new Dexie('test');
    MIGRATIONS[0](first);
    const at = '2025-10-16T08:00:00+07:00';
    const { parts: _parts, picture, ...rest } = raw('old', '', at);
    const record = { ...rest, picture, parts: [], draft: null, duplicateOf: null, corrections: [] };
    await first.table('captures').bulkAdd([
      { ...record, state: 'confirmed', observations: [observation(99, at)] },
      { ...record, id: 'waiting', state: 'raw', observations: [] },
    ]);
    first.close();

    expect(await lastOfSeries(db, SERIES)).toMatchObject({ captureId: 'old', observations: [observation(99, at)] });
    expect(await db.captures.count()).toBe(2);
    expect(await db.figures.where('[unit+at]').equals(['xãtama', at]).count()).toBe(1);
    expect(await db.outbox.toArray()).toEqual([{ captureId: 'old', state: 'waiting', sentAt: null }]);
    expect(db.verno).toBe(MIGRATIONS.length);
  });

  it('stand by themselves: what is changed elsewhere later changes none of them', () => {
    const folder = new URL('../../../extension/store/migrations/', import.meta.url);
    const imports = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    );
    expect(new Set(imports)).toEqual(new Set(['dexie', './03-filed-figures.ts']));
  });

  it('file units of version 3 under the names of that day', () => {
    const names = ['UBND xã Tạ Mạ', 'Xã Hoà Thuỷ - tỉnh Sơn La', 'phường Mỹ Lý', 'UBND XÃ ÐỒNG TÂM', 'Long Thạnh'];
    const filed = filedFigures3(
      'c',
      'now',
      names.map((name) => ({ ...observation(1, 'now'), unit: { name } })),
    );
    expect(filed.map((one) => ('unit' in one ? one.unit : ''))).toEqual([
      ...['xãtạmạ', 'xãhoàthuỷ', 'phườngmĩlí', 'xãđồngtâm', 'longthạnh'],
    ]);
  });

  it('carry a store of version 2 on: its figures are filed anew, by unit with its tones', async () => {
    const second = new Dexie('test');
    for (const migrate of MIGRATIONS.slice(0, 2)) migrate(second);
    const at = '2025-10-16T08:00:00+07:00';
    const { parts: _parts, ...rest } = raw('old', '', at);
    const settled = { state: 'confirmed', observations: [observation(99, at)] };
    await second
      .table('captures')
      .add({ ...rest, ...settled, parts: [], draft: null, duplicateOf: null, corrections: [] });
    const series = seriesKey('form-06a@motcua.tama.gov.vn', 'xatama', '2025-Q3');
    await second.table('figures').add({ captureId: 'old', at, series, observation: observation(99, at) });
    second.close();

    expect(await db.figures.toArray()).toMatchObject([{ captureId: 'old', series: SERIES, unit: 'xãtama' }]);
    expect(await db.outbox.count()).toBe(1);
  });
});

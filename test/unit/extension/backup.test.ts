/**
 * Backup and restore over a real IndexedDB implementation: the round trip is equal, nothing existing is overwritten,
 * and of a damaged file the sound parts are restored.
 */
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { openBackup } from '../../../extension/backup/open-backup.ts';
import { canReplace, restoreBackup } from '../../../extension/backup/restore-backup.ts';
import { writeBackup } from '../../../extension/backup/write-backup.ts';
import { MOST_READERS } from '../../../extension/store/readers.ts';
import { readZip } from '../../../extension/zip/zip-reader.ts';
import { zipWriter } from '../../../extension/zip/zip-writer.ts';
import {
  AT,
  backedUp,
  bytesOf,
  db,
  everything,
  fill,
  freshStore,
  json,
  opened,
  port,
  restored,
  rezipped,
  SETTINGS,
  settings,
  wipe,
} from './backup-files.ts';
import { provenCapture } from './stored-captures.ts';

freshStore();

describe('out and back', () => {
  it('is equal after everything was wiped', async () => {
    await fill();
    const before = await everything();
    const file = await backedUp();
    await wipe();
    const preview = await restored(file);
    expect(await everything()).toEqual(before);
    expect(preview).toMatchObject({ at: AT, captures: 4, added: 4, same: 0, conflicts: [], lost: 0, addedReaders: 1 });
    expect(preview.withoutEvidence).toEqual([]);
  });

  it('is a ZIP another program opens, with every entry named by us', async () => {
    await fill();
    const entries = unzipSync(await bytesOf(await backedUp()));
    const names = Object.keys(entries).map((name) => name.replace(/[0-9a-f]{64}/, '#'));
    expect([...new Set(names)]).toEqual([
      'captures-0001.jsonl',
      'blobs/#',
      'outbox.json',
      'readers.json',
      'settings.json',
      'movement.json',
      'manifest.json',
    ]);
    expect(json(entries['manifest.json'])).toMatchObject({
      kind: 'thi-dua-so-backup',
      version: 4,
      counts: { captures: 4, blobs: 5, outbox: 2, readers: 1 },
    });
  });

  it('says how far it is', async () => {
    await fill();
    const steps: number[] = [];
    await writeBackup(db, settings, AT, (done) => steps.push(done));
    expect(steps.every((step, at) => step >= (steps[at - 1] ?? 0) && step <= 1)).toBe(true);
  });

  it('holds more entries than a plain zip can count', async () => {
    const zip = zipWriter();
    for (let at = 0; at < 66_000; at++) zip.add(`blobs/${at}`, new Uint8Array([at % 256]));
    const entries = await readZip(zip.finish());
    expect(entries.length).toBe(66_000);
    expect(entries[65_999]?.name).toBe('blobs/65999');
    expect(await entries[65_999]?.read()).toEqual(new Uint8Array([65_999 % 256]));
  });
});

describe('adding', () => {
  it('changes nothing that is here, and says what differs', async () => {
    await fill();
    const file = await backedUp();
    await wipe();
    await provenCapture(db, 'a', { points: '9,9' });
    await db.readers.put({ id: 'r1', definition: 'của máy này' });
    await port.change({ unit: 'xã khác' });
    const here = await db.captures.get('a');
    const preview = await restored(file);
    expect(preview).toMatchObject({ added: 3, same: 0, conflicts: [{ id: 'a', title: 'Trang a' }], addedReaders: 0 });
    expect(await db.captures.get('a')).toEqual(here);
    expect(await db.readers.get('r1')).toEqual({ id: 'r1', definition: 'của máy này' });
    expect(await db.outbox.get('a')).toMatchObject({ state: 'waiting' });
    expect(settings).toEqual({ ...SETTINGS, unit: 'xã khác' });
    expect(await db.captures.count()).toBe(4);
  });

  it('adds nothing a second time', async () => {
    await fill();
    const file = await backedUp();
    const before = await everything();
    expect(await restored(file)).toMatchObject({ added: 0, same: 4, conflicts: [] });
    expect(await everything()).toEqual(before);
  });
});

describe('the officer’s own movement', () => {
  it('comes back where none is followed; the one followed here stays, unless all is replaced', async () => {
    await fill();
    const file = await backedUp();
    const other = { id: 'own', content: { ...MOVEMENTS[0]!, title: 'Phong trào khác' } };
    await db.movements.put(other);
    expect(await restored(file)).toMatchObject({ addsMovement: false });
    expect(await db.movements.toArray()).toEqual([other]);
    await restored(file, 'replace');
    expect(await db.movements.toArray()).toEqual([{ id: 'own', content: MOVEMENTS[0] }]);
    await db.movements.clear();
    expect(await restored(file)).toMatchObject({ added: 0, addsMovement: true });
    expect(await db.movements.count()).toBe(1);
  });
});

describe('replacing', () => {
  it('leaves what the file holds and nothing else', async () => {
    await fill();
    const before = await everything();
    const file = await backedUp();
    await wipe();
    await provenCapture(db, 'a', { points: '9,9' });
    await provenCapture(db, 'x');
    await db.readers.put({ id: 'r2', definition: 1 });
    await restored(file, 'replace');
    expect(await everything()).toEqual(before);
  });

  it('is refused with a damaged file: what is taken away could not be brought back', async () => {
    await fill();
    const file = await rezipped(await backedUp(), (entries) => {
      const [blob] = Object.keys(entries).filter((name) => name.startsWith('blobs/'));
      return { ...entries, [blob!]: new Uint8Array(entries[blob!]!.length) };
    });
    await provenCapture(db, 'x');
    const before = await everything();
    await db.blobs.clear();
    const { backup, preview } = await opened(file);
    expect(canReplace(preview)).toBe(false);
    await expect(restoreBackup(db, { backup, preview }, 'replace', port)).rejects.toThrow();
    expect((await everything()).captures).toEqual(before.captures);
  });
});

describe('replacing that is cut short', () => {
  /** Each capture with all it is made of, and its figures. */
  const isWhole = async () => {
    const { captures, figures } = await everything();
    for (const { id, parts, state, observations } of captures) {
      for (const { hash } of parts) expect(await db.blobs.get(hash)).toBeDefined();
      const isSettled = state === 'confirmed' || state === 'corrected';
      expect(figures.filter(({ captureId }) => captureId === id)).toHaveLength(isSettled ? observations.length : 0);
    }
    return captures.map(({ id }) => id);
  };

  it.each(['while reading', 'while writing', 'before the rest goes', 'at the settings'])(
    '%s loses nothing',
    async (when) => {
      await fill();
      const file = await backedUp();
      const inFile = await everything();
      await wipe();
      await provenCapture(db, 'a', { points: '11', at: '2025-12-01T08:00:00+07:00' });
      await provenCapture(db, 'e', { points: '12' });
      const { backup, preview } = await opened(file);
      const stopped = new Error('the page was closed');
      const stop = () => {
        throw stopped;
      };
      const at = {
        'while reading': () => undefined,
        'while writing': () => vi.spyOn(db.outbox, 'bulkPut').mockImplementation(stop),
        'before the rest goes': () => vi.spyOn(db.readers, 'clear').mockImplementation(stop),
        'at the settings': () => undefined,
      };
      at[when as keyof typeof at]();
      const broken = { ...port, change: when === 'at the settings' ? stop : port.change };
      const progress = when === 'while reading' ? stop : undefined;
      await expect(restoreBackup(db, { backup, preview }, 'replace', broken, progress)).rejects.toThrow(stopped);
      vi.restoreAllMocks();
      const ids = await isWhole();
      const expected = {
        'while reading': ['a', 'e'],
        'while writing': ['a', 'e'],
        'before the rest goes': ['a', 'b', 'c', 'd', 'e'],
        'at the settings': ['a', 'b', 'c', 'd'],
      };
      expect(ids).toEqual(expected[when as keyof typeof at]);
      await restored(file, 'replace');
      expect(await everything()).toEqual(inFile);
    },
  );
});

it('replacing mends evidence that was changed here', async () => {
  await fill();
  const file = await backedUp();
  const before = await everything();
  const [first] = before.blobs;
  await db.blobs.put({ ...first!, bytes: new TextEncoder().encode('đã bị sửa') });
  await restored(file, 'replace');
  expect(await everything()).toEqual(before);
});

it('adding imports no more readers than the limit', async () => {
  await db.readers.bulkPut(Array.from({ length: MOST_READERS }, (_, at) => ({ id: `f${at}`, definition: {} })));
  const file = await backedUp();
  await wipe();
  await db.readers.bulkPut(Array.from({ length: MOST_READERS - 1 }, (_, at) => ({ id: `h${at}`, definition: {} })));
  expect(await restored(file)).toMatchObject({ addedReaders: 1 });
  expect(await db.readers.count()).toBe(MOST_READERS);
});

describe('a damaged file', () => {
  it('restores what is sound, lists the rest by name: figures without their evidence wait for confirmation', async () => {
    await fill();
    const page = (await db.captures.get('b'))!.parts[0]!.hash;
    const entry = page.replace('sha256:', 'blobs/');
    const file = await rezipped(await backedUp(), (entries) => ({
      ...entries,
      [entry]: new Uint8Array(entries[entry]!.length),
    }));
    await wipe();
    const preview = await restored(file);
    expect([...preview.damaged]).toEqual([entry]);
    expect(preview.withoutEvidence).toEqual([{ id: 'b', at: '2025-11-16T08:00:00+07:00', title: 'Trang b' }]);
    expect(await db.captures.count()).toBe(4);
    expect(await db.blobs.get(page)).toBeUndefined();
    expect(await db.captures.get('b')).toMatchObject({
      ...{ state: 'raw', observations: [] },
      draft: { period: '2025', values: { TDGQ: '19,25' } },
    });
    expect(await db.figures.where('captureId').equals('b').count()).toBe(0);
    expect(await db.outbox.get('b')).toBeUndefined();
    expect(await db.captures.get('a')).toMatchObject({ state: 'confirmed' });
  });

  it('counts the captures that are lost with a piece', async () => {
    await fill();
    const file = await rezipped(await backedUp(), (entries) => ({
      ...entries,
      'captures-0001.jsonl': new Uint8Array(entries['captures-0001.jsonl']!.length),
    }));
    await wipe();
    expect(await restored(file)).toMatchObject({ captures: 0, added: 0, lost: 4 });
  });

  it.each([0, 1, 21, 300, -30, -1])('is refused when cut at byte %d', async (at) => {
    await fill();
    const file = await backedUp();
    const backup = await openBackup(file.slice(0, at < 0 ? file.size + at : at));
    expect(backup.ok ? '' : backup.refusal.message).toMatch(/hỏng|không phải là tệp sao lưu/);
  });
});

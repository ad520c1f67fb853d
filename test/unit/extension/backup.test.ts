/**
 * Backup and restore over a real IndexedDB implementation: out and back is equal, nothing here is overwritten, and no
 * hostile file gets in.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '../../../core/indicator/observation.ts';
import { type Backup, openBackup } from '../../../extension/backup/open-backup.ts';
import { type BackupPreview, previewBackup } from '../../../extension/backup/preview-backup.ts';
import { canReplace, type RestoreMode, restoreBackup } from '../../../extension/backup/restore-backup.ts';
import { writeBackup } from '../../../extension/backup/write-backup.ts';
import { type Settings, settingsSchema } from '../../../extension/settings/settings.ts';
import { discard } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { markSent } from '../../../extension/store/outbox.ts';
import { MOST_READERS } from '../../../extension/store/readers.ts';
import type { CaptureRecord } from '../../../extension/store/records.ts';
import { readZip } from '../../../extension/zip/zip-reader.ts';
import { zipWriter } from '../../../extension/zip/zip-writer.ts';
import { indexPage, provenCapture, rawCapture } from './stored-captures.ts';

const AT = '2026-03-01T08:00:00+07:00';
const SETTINGS: Settings = settingsSchema.parse({ unit: 'xã Ta Ma', reminderDay: 20, contextMenu: false });

let db: Store;
let settings: Settings;
const port = {
  read: async () => settings,
  change: async (part: Partial<Settings>) => {
    settings = { ...settings, ...part };
  },
};
beforeEach(() => {
  db = openStore('backup');
  settings = SETTINGS;
});
afterEach(async () => {
  db.close();
  await Dexie.delete('backup');
});

async function fill(): Promise<void> {
  await provenCapture(db, 'a', { points: '18', picture: new Uint8Array([137, 80, 78, 71]) });
  await provenCapture(db, 'b', { points: '19,25', unit: '=cmd|"Xã" <b>Ôn</b>', at: '2025-11-16T08:00:00+07:00' });
  await rawCapture(db, 'c', { html: 'đủ dấu: Ủy ban nhân dân' });
  await rawCapture(db, 'd');
  await discard(db, 'd', 'a');
  await markSent(db, ['a'], AT);
  await db.readers.put({ id: 'r1', definition: { table: 1, words: ['Đơn vị'] } });
}

async function wipe(): Promise<void> {
  for (const table of db.tables) await table.clear();
  settings = settingsSchema.parse({});
}

/** All that is held; figures without the numbers the database gives them. */
async function everything() {
  const figures = (await db.figures.orderBy('captureId').toArray()).map(({ id: _, ...figure }) => figure);
  const [captures, blobs, outbox, readers] = await Promise.all([
    db.captures.toArray(),
    db.blobs.toArray(),
    db.outbox.toArray(),
    db.readers.toArray(),
  ]);
  return { captures, blobs, figures, outbox, readers, settings };
}

const backedUp = () => writeBackup(db, settings, AT);

async function opened(file: Blob): Promise<{ backup: Backup; preview: BackupPreview }> {
  const backup = await openBackup(file);
  if (!backup.ok) throw new Error(backup.refusal.code);
  const preview = await previewBackup(db, backup.value);
  if (!preview.ok) throw new Error(preview.refusal.code);
  return { backup: backup.value, preview: preview.value };
}

async function restored(file: Blob, mode: RestoreMode = 'add'): Promise<BackupPreview> {
  const { backup, preview } = await opened(file);
  await restoreBackup(db, backup, preview, mode, port);
  return preview;
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** The file with its entries changed, by another program. */
async function rezipped(file: Blob, change: (entries: Record<string, Uint8Array>) => Zippable): Promise<Blob> {
  return new Blob([new Uint8Array(zipSync(change(unzipSync(await bytesOf(file)))))]);
}

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

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
      'manifest.json',
    ]);
    expect(json(entries['manifest.json'])).toMatchObject({
      kind: 'thi-dua-so-backup',
      version: 2,
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
    settings = { ...settings, unit: 'xã khác' };
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
    await expect(restoreBackup(db, backup, preview, 'replace', port)).rejects.toThrow();
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
      await expect(restoreBackup(db, backup, preview, 'replace', broken, progress)).rejects.toThrow(stopped);
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

it('adding takes no more readers than may be kept', async () => {
  await db.readers.bulkPut(Array.from({ length: MOST_READERS }, (_, at) => ({ id: `f${at}`, definition: {} })));
  const file = await backedUp();
  await wipe();
  await db.readers.bulkPut(Array.from({ length: MOST_READERS - 1 }, (_, at) => ({ id: `h${at}`, definition: {} })));
  expect(await restored(file)).toMatchObject({ addedReaders: 1 });
  expect(await db.readers.count()).toBe(MOST_READERS);
});

describe('a damaged file', () => {
  it('gives what is sound, told by name: figures without their evidence wait to be confirmed', async () => {
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

describe('a hostile file', () => {
  const refusedWith = async (file: Blob) => {
    const backup = await openBackup(file);
    if (!backup.ok) return backup.refusal.code;
    const preview = await previewBackup(db, backup.value);
    return preview.ok ? 'taken' : preview.refusal.code;
  };
  /** With the manifest made to fit, as somebody would who wants it taken. */
  const forged = async (
    change: (entries: Record<string, Uint8Array>, manifest: Manifest) => Record<string, Uint8Array>,
  ) =>
    rezipped(await backedUp(), (entries) => {
      const { 'manifest.json': manifestBytes, ...rest } = entries;
      const manifest: Manifest = json(manifestBytes);
      const changed = change(rest, manifest);
      return { ...changed, 'manifest.json': text(manifest) };
    });
  interface Manifest {
    version: number;
    kind: string;
    entries: { name: string; size: number; hash: string; type?: string }[];
  }
  const listed = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { name, size: bytes.length, hash: `sha256:${Buffer.from(digest).toString('hex')}` };
  };

  it('is no ZIP, no backup, or of another version', async () => {
    expect(await refusedWith(new Blob(['xin chào']))).toBe('not-backup');
    expect(await refusedWith(new Blob([]))).toBe('not-backup');
    expect(await refusedWith(new Blob([new Uint8Array(zipSync({ 'a.txt': text('a') }))]))).toBe('not-backup');
    expect(await refusedWith(new Blob([new Uint8Array(zipSync({ 'manifest.json': text({ kind: 'khác' }) }))]))).toBe(
      'not-backup',
    );
    await fill();
    expect(
      await refusedWith(
        await forged((entries, manifest) => {
          manifest.version = 3;
          return entries;
        }),
      ),
    ).toBe('other-version');
  });

  it.each(['../../etc/passwd', 'C:\\tep.txt', '/captures-0001.jsonl', 'blobs/../manifest.json', 'captures-1.jsonl'])(
    'names an entry %j',
    async (name) => {
      await fill();
      const bytes = text('{}');
      const entry = await listed(name, bytes);
      const file = await forged((entries, manifest) => {
        manifest.entries.push(entry);
        return { ...entries, [name]: bytes };
      });
      expect(await refusedWith(file)).toBe('damaged');
    },
  );

  it('holds what its manifest does not list, or lists what it does not hold', async () => {
    await fill();
    expect(await refusedWith(await rezipped(await backedUp(), (entries) => ({ ...entries, 'x.txt': text('x') })))).toBe(
      'damaged',
    );
    const missing = await rezipped(await backedUp(), ({ 'outbox.json': _, ...entries }) => entries);
    expect(await refusedWith(missing)).toBe('damaged');
  });

  it('is a bomb', async () => {
    const bomb = { 'manifest.json': new Uint8Array(100_000_000) };
    expect(await refusedWith(new Blob([new Uint8Array(zipSync(bomb, { level: 9 }))]))).toBe('too-large');
  }, 30_000);

  it('lies about a size, or lays entries over each other', async () => {
    await fill();
    const file = await bytesOf(await backedUp());
    const view = new DataView(file.buffer);
    const directory = view.getUint32(file.length - 6, true);
    const lying = file.slice();
    new DataView(lying.buffer).setUint32(directory + 24, 0x7fff_ffff, true);
    expect(await refusedWith(new Blob([lying]))).toBe('too-large');
    const folded = file.slice();
    const second = directory + 46 + view.getUint16(directory + 28, true);
    new DataView(folded.buffer).setUint32(second + 42, view.getUint32(directory + 42, true), true);
    expect(await refusedWith(new Blob([folded]))).toBe('damaged');
  });

  it.each([
    ['no capture', { id: 'a' }],
    ['a field we do not know', { extra: 1 }],
    ['a hash that is a path', { picture: '../../x' }],
    ['a time that is a path', { at: '../../x' }],
    [
      'a figure that is no number',
      { observations: [{ indicator: 'x', unit: { name: 'y' }, period: null, value: '1' }] },
    ],
  ])('holds %s', async (_, change) => {
    await fill();
    const record = await db.captures.get('a');
    const line = new TextEncoder().encode(`${JSON.stringify('id' in change ? change : { ...record, ...change })}\n`);
    const entry = await listed('captures-0001.jsonl', line);
    const file = await forged((entries, manifest) => {
      manifest.entries = manifest.entries.map((one) => (one.name === entry.name ? entry : one));
      return { ...entries, [entry.name]: line };
    });
    expect(await refusedWith(file)).toBe('not-ours');
  });

  /** The one piece of captures rewritten, with all hashes made to fit. */
  const withCaptures = async (change: (record: CaptureRecord) => unknown) => {
    const lines = (await db.captures.toArray()).map((record) => `${JSON.stringify(change(record))}\n`);
    const bytes = new TextEncoder().encode(lines.join(''));
    const entry = await listed('captures-0001.jsonl', bytes);
    return forged((entries, manifest) => {
      manifest.entries = manifest.entries.map((one) => (one.name === entry.name ? entry : one));
      return { ...entries, [entry.name]: bytes };
    });
  };

  const FORGERIES: readonly (readonly [what: string, change: (one: Observation) => unknown])[] = [
    ['a higher figure', (one) => ({ ...one, value: 20 })],
    ['another commune’s name', (one) => ({ ...one, unit: { name: 'UBND xã An Minh' } })],
    ['another period', (one) => ({ ...one, period: '2026' })],
    ['another maximum', (one) => ({ ...one, max: 18 })],
    ['counts nobody read', (one) => ({ ...one, numerator: 1, denominator: 1 })],
    ['another indicator', (one) => ({ ...one, indicator: 'MDHL' })],
    ['another day', (one) => ({ ...one, provenance: { ...one.provenance, capturedAt: '2026-01-01T00:00:00+07:00' } })],
    ['another page', (one) => ({ ...one, provenance: { ...one.provenance, url: 'https://khac.gov.vn/' } })],
    [
      'a correction nobody made',
      (one) => ({ ...one, value: 20, provenance: { ...one.provenance, correctedByHand: true } }),
    ],
  ];
  it.each(FORGERIES)('says that %s was confirmed: it comes in waiting, and it is counted', async (_, change) => {
    await fill();
    const file = await withCaptures((record) =>
      record.id === 'a' ? { ...record, observations: record.observations.map(change) } : record,
    );
    for (const mode of ['add', 'replace'] as const) {
      await wipe();
      const { backup, preview } = await opened(file);
      expect(await restoreBackup(db, backup, preview, mode, port)).toEqual({ written: 4, unproven: 1 });
      expect(await db.captures.get('a')).toMatchObject({ state: 'raw', observations: [] });
      expect((await db.figures.toArray()).map(({ captureId }) => captureId)).not.toContain('a');
      expect(await db.outbox.get('a')).toBeUndefined();
      expect(await db.captures.get('b')).toMatchObject({ state: 'confirmed' });
    }
  });

  it('brings other evidence for confirmed figures: with its hashes recomputed they wait all the same', async () => {
    await fill();
    const other = new TextEncoder().encode(indexPage('UBND xã Ta Ma', '20'));
    const { hash, size } = await listed('', other);
    const record = (await db.captures.get('a'))!;
    const old = record.parts[0]!.hash;
    const lines = (await db.captures.toArray()).map((one) => `${JSON.stringify(one).replaceAll(old, hash)}\n`);
    const bytes = new TextEncoder().encode(lines.join(''));
    const captures = await listed('captures-0001.jsonl', bytes);
    const [from, to] = [old, hash].map((one) => one.replace('sha256:', 'blobs/')) as [string, string];
    const file = await forged(({ [from]: _, ...entries }, manifest) => {
      manifest.entries = manifest.entries.map((one) =>
        one.name === from ? { ...one, name: to, hash, size } : one.name === captures.name ? captures : one,
      );
      return { ...entries, [to]: other, [captures.name]: bytes };
    });
    await wipe();
    const { backup, preview } = await opened(file);
    expect(await restoreBackup(db, backup, preview, 'add', port)).toEqual({ written: 4, unproven: 1 });
    expect(await db.captures.get('a')).toMatchObject({ state: 'raw' });
  });

  it('is none when a correction by hand stands beside what the evidence gives', async () => {
    await provenCapture(db, 'a');
    const { observations, ...record } = (await db.captures.get('a'))!;
    const [first] = observations;
    const corrected = { ...first!, value: 17, provenance: { ...first!.provenance, correctedByHand: true } };
    const correction = { indicator: first!.indicator, read: first!.value, value: 17, reason: 'nhầm' };
    await db.captures.put({
      ...{ ...record, state: 'corrected', corrections: [correction] },
      observations: [corrected, ...observations.slice(1)],
    });
    const before = await db.captures.get('a');
    const file = await backedUp();
    await wipe();
    const { backup, preview } = await opened(file);
    expect(await restoreBackup(db, backup, preview, 'add', port)).toEqual({ written: 1, unproven: 0 });
    expect(await db.captures.get('a')).toEqual(before);
  });

  it.each([
    ['what the page says', '2025', 0],
    ['what it does not say', '2023', 1],
  ])('believes a period put right by hand beside %s', async (_, read, unproven) => {
    await provenCapture(db, 'a');
    const { observations, ...record } = (await db.captures.get('a'))!;
    await db.captures.put({
      ...{ ...record, state: 'corrected' },
      corrections: [{ kind: 'period', read, value: '2024', reason: '' }],
      observations: observations.map((one) => ({
        ...one,
        period: '2024',
        provenance: { ...one.provenance, correctedByHand: true },
      })),
    });
    const before = await db.captures.get('a');
    const file = await backedUp();
    await wipe();
    const { backup, preview } = await opened(file);
    expect(await restoreBackup(db, backup, preview, 'add', port)).toEqual({ written: 1, unproven });
    const after = await db.captures.get('a');
    if (unproven === 0) expect(after).toEqual(before);
    else expect(after).toMatchObject({ state: 'raw', observations: [], draft: { period: '2024' } });
  });

  it.each([
    ['a reader under another’s name', [{ id: 'kept-00000001', definition: { id: 'kept-00000002' } }]],
    [
      'more readers than anybody keeps',
      Array.from({ length: MOST_READERS + 1 }, (_, at) => ({ id: `r${at}`, definition: {} })),
    ],
  ])('holds %s', async (_, readers) => {
    await fill();
    const bytes = text(readers);
    const entry = await listed('readers.json', bytes);
    const file = await forged((entries, manifest) => {
      manifest.entries = manifest.entries.map((one) => (one.name === entry.name ? entry : one));
      return { ...entries, [entry.name]: bytes };
    });
    expect(await refusedWith(file)).toBe('not-ours');
  });
});

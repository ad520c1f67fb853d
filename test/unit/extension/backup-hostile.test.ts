/**
 * What somebody may have made of a backup's file: none of it gets in, and no figure is believed without its evidence.
 */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { openBackup } from '../../../extension/backup/open-backup.ts';
import { previewBackup } from '../../../extension/backup/preview-backup.ts';
import { restoreBackup } from '../../../extension/backup/restore-backup.ts';
import { MOST_READERS } from '../../../extension/store/readers.ts';
import type { CaptureRecord } from '../../../extension/store/records.ts';
import { makeZip } from '../sheet/workbook/make-zip.ts';
import { backedUp, bytesOf, db, fill, freshStore, json, opened, port, rezipped, text, wipe } from './backup-files.ts';
import { indexPage, provenCapture } from './stored-captures.ts';

freshStore();

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
          manifest.version = 5;
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
    const bomb = makeZip([{ name: 'manifest.json', content: new Uint8Array(100_000_000) }]);
    expect(await refusedWith(new Blob([new Uint8Array(bomb)]))).toBe('too-large');
  });

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
      manifest.entries = manifest.entries.map((item) => (item.name === entry.name ? entry : item));
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
      manifest.entries = manifest.entries.map((item) => (item.name === entry.name ? entry : item));
      return { ...entries, [entry.name]: bytes };
    });
  };

  const FORGERIES: readonly (readonly [what: string, change: (item: Observation) => unknown])[] = [
    ['a higher figure', (item) => ({ ...item, value: 20 })],
    ['another commune’s name', (item) => ({ ...item, unit: { name: 'UBND xã An Minh' } })],
    ['another period', (item) => ({ ...item, period: '2026' })],
    ['another maximum', (item) => ({ ...item, max: 18 })],
    ['counts nobody read', (item) => ({ ...item, numerator: 1, denominator: 1 })],
    ['another indicator', (item) => ({ ...item, indicator: 'MDHL' })],
    [
      'another day',
      (item) => ({ ...item, provenance: { ...item.provenance, capturedAt: '2026-01-01T00:00:00+07:00' } }),
    ],
    ['another page', (item) => ({ ...item, provenance: { ...item.provenance, url: 'https://khac.gov.vn/' } })],
    [
      'a correction nobody made',
      (item) => ({ ...item, value: 20, provenance: { ...item.provenance, correctedByHand: true } }),
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
      expect(await restoreBackup(db, { backup, preview }, mode, port)).toEqual({ written: 4, unproven: 1 });
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
    const lines = (await db.captures.toArray()).map(
      (captureRecord) => `${JSON.stringify(captureRecord).replaceAll(old, hash)}\n`,
    );
    const bytes = new TextEncoder().encode(lines.join(''));
    const captures = await listed('captures-0001.jsonl', bytes);
    const [from, to] = [old, hash].map((text) => text.replace('sha256:', 'blobs/')) as [string, string];
    const file = await forged(({ [from]: _, ...entries }, manifest) => {
      manifest.entries = manifest.entries.map((entry) =>
        entry.name === from ? { ...entry, name: to, hash, size } : entry.name === captures.name ? captures : entry,
      );
      return { ...entries, [to]: other, [captures.name]: bytes };
    });
    await wipe();
    const { backup, preview } = await opened(file);
    expect(await restoreBackup(db, { backup, preview }, 'add', port)).toEqual({ written: 4, unproven: 1 });
    expect(await db.captures.get('a')).toMatchObject({ state: 'raw' });
  });

  it('does not arise when a correction by hand stands beside the figure of the evidence', async () => {
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
    expect(await restoreBackup(db, { backup, preview }, 'add', port)).toEqual({ written: 1, unproven: 0 });
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
      observations: observations.map((observation) => ({
        ...observation,
        period: '2024',
        provenance: { ...observation.provenance, correctedByHand: true },
      })),
    });
    const before = await db.captures.get('a');
    const file = await backedUp();
    await wipe();
    const { backup, preview } = await opened(file);
    expect(await restoreBackup(db, { backup, preview }, 'add', port)).toEqual({ written: 1, unproven });
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
      manifest.entries = manifest.entries.map((item) => (item.name === entry.name ? entry : item));
      return { ...entries, [entry.name]: bytes };
    });
    expect(await refusedWith(file)).toBe('not-ours');
  });

  it('holds a movement that is none', async () => {
    await fill();
    const bytes = text({ id: 'own', title: 'Phong trào' });
    const entry = await listed('movement.json', bytes);
    const file = await forged((entries, manifest) => {
      manifest.entries = manifest.entries.map((item) => (item.name === entry.name ? entry : item));
      return { ...entries, [entry.name]: bytes };
    });
    expect(await refusedWith(file)).toBe('not-ours');
  });
});

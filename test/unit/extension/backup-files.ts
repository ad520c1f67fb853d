/** A store filled, backed up, wiped and restored, as the tests of the backup do it; and its file changed. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { type Backup, openBackup } from '../../../extension/backup/open-backup.ts';
import { type BackupPreview, previewBackup } from '../../../extension/backup/preview-backup.ts';
import { type RestoreMode, restoreBackup } from '../../../extension/backup/restore-backup.ts';
import { writeBackup } from '../../../extension/backup/write-backup.ts';
import { type ExtensionSettings, settingsSchema } from '../../../extension/settings/settings.ts';
import { discard } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { markSent } from '../../../extension/store/outbox.ts';
import { provenCapture, rawCapture } from './stored-captures.ts';

export const AT = '2026-03-01T08:00:00+07:00';
export const SETTINGS: ExtensionSettings = settingsSchema.parse({
  unit: 'xã Ta Ma',
  reminderDay: 20,
  contextMenu: false,
});

export let db: Store;
export let settings: ExtensionSettings;
export const port = {
  read: async () => settings,
  change: async (part: Partial<ExtensionSettings>) => {
    settings = { ...settings, ...part };
  },
};

/** A fresh store before each test of the file that calls this, and nothing left behind. */
export function freshStore(): void {
  beforeEach(() => {
    db = openStore('backup');
    settings = SETTINGS;
  });
  afterEach(async () => {
    db.close();
    await Dexie.delete('backup');
  });
}

export async function fill(): Promise<void> {
  await provenCapture(db, 'a', { points: '18', picture: new Uint8Array([137, 80, 78, 71]) });
  await provenCapture(db, 'b', { points: '19,25', unit: '=cmd|"Xã" <b>Ôn</b>', at: '2025-11-16T08:00:00+07:00' });
  await rawCapture(db, 'c', { html: 'đủ dấu: Ủy ban nhân dân' });
  await rawCapture(db, 'd');
  await discard(db, 'd', 'a');
  await markSent(db, ['a'], AT);
  await db.movements.put({ id: 'own', content: MOVEMENTS[0] });
  await db.readers.put({ id: 'r1', definition: { table: 1, words: ['Đơn vị'] } });
}

export async function wipe(): Promise<void> {
  for (const table of db.tables) await table.clear();
  settings = settingsSchema.parse({});
}

/** All that is held; figures without the numbers the database gives them. */
export async function everything() {
  const figures = (await db.figures.orderBy('captureId').toArray()).map(({ id: _, ...figure }) => figure);
  const [captures, blobs, outbox, readers, movements] = await Promise.all([
    db.captures.toArray(),
    db.blobs.toArray(),
    db.outbox.toArray(),
    db.readers.toArray(),
    db.movements.toArray(),
  ]);
  return { captures, blobs, figures, outbox, readers, movements, settings };
}

export const backedUp = () => writeBackup(db, settings, AT);

export async function opened(file: Blob): Promise<{ backup: Backup; preview: BackupPreview }> {
  const backup = await openBackup(file);
  if (!backup.ok) throw new Error(backup.refusal.code);
  const preview = await previewBackup(db, backup.value);
  if (!preview.ok) throw new Error(preview.refusal.code);
  return { backup: backup.value, preview: preview.value };
}

export async function restored(file: Blob, mode: RestoreMode = 'add'): Promise<BackupPreview> {
  const { backup, preview } = await opened(file);
  await restoreBackup(db, { backup, preview }, mode, port);
  return preview;
}

export const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** The file with its entries changed, by another program. */
export async function rezipped(file: Blob, change: (entries: Record<string, Uint8Array>) => Zippable): Promise<Blob> {
  return new Blob([new Uint8Array(zipSync(change(unzipSync(await bytesOf(file)))))]);
}

export const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
export const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

/**
 * Brings a backup back. Adding writes only what is not here and changes nothing that is. Replacing first writes all of
 * the file and takes away what is not in it last, so that at no moment there is neither the old nor the new.
 */

import type { Reader } from '../../core/portal/capture/reader.ts';
import { taughtReaderSchema } from '../../core/portal/capture/taught-reader/definition.ts';
import { readersWith } from '../reading/all-readers.ts';
import { OWN_MOVEMENT } from '../settings/own-movement.ts';
import { type ExtensionSettings, settingsSchema } from '../settings/settings.ts';
import type { Store } from '../store/db.ts';
import { sha256 } from '../store/hash.ts';
import { hashesOf } from '../store/made-of.ts';
import { MOST_READERS } from '../store/readers.ts';
import type { BlobRecord, CaptureRecord, OutboxRecord } from '../store/records.ts';
import { figuresOf } from '../store/series.ts';
import { asEvidenceSays } from './as-evidence-says.ts';
import { blobName, CAPTURES } from './format.ts';
import type { Backup } from './open-backup.ts';
import type { BackupPreview } from './preview-backup.ts';
import { capturesIn, soundBytes } from './read-entries.ts';

export type RestoreMode = 'add' | 'replace';

interface SettingsPort {
  readonly read: () => Promise<ExtensionSettings>;
  readonly change: (settings: Partial<ExtensionSettings>) => Promise<unknown>;
}

/** Bytes of evidence written in one transaction. */
const AT_ONCE = 16_000_000;

const CHANGED = 'the backup file changed after it was looked through';

/**
 * Replacing needs a file without damage: what is taken away could not be brought back from it. `progress` gets 0 … 1.
 */
export function canReplace({ damaged, lost, withoutEvidence }: BackupPreview): boolean {
  return damaged.size === 0 && lost === 0 && withoutEvidence.length === 0;
}

interface Restored {
  /** Captures written. */
  readonly written: number;
  /** Of these, captures marked confirmed that their evidence does not prove: they wait for confirmation. */
  readonly unproven: number;
}

/**
 * Every capture is read again before it is written. Rejects when the disk is full: what was written by then is whole,
 * and the rest can be added later.
 */
export async function restoreBackup(
  db: Store,
  { backup, preview }: { readonly backup: Backup; readonly preview: BackupPreview },
  mode: RestoreMode,
  settings: SettingsPort,
  progress: (done: number) => void = () => undefined,
): Promise<Restored> {
  if (mode === 'replace' && !canReplace(preview)) throw new TypeError('a damaged backup replaces nothing');
  const before = mode === 'replace' ? await db.captures.toCollection().primaryKeys() : [];
  const outbox = new Map(preview.outbox.map((row) => [row.captureId, row]));
  const types = new Map(backup.manifest.entries.map(({ name, type }) => [name, type ?? '']));
  const restored = new Set<string>();
  const readers = await readersOf(db, preview, mode);
  let written = 0;
  let unproven = 0;
  let seen = 0;
  for (const { name, hash } of backup.manifest.entries.filter((entry) => CAPTURES.test(entry.name))) {
    const bytes = await soundBytes(backup, name, hash);
    if (mode === 'replace' && !bytes) throw new Error(CHANGED);
    const records = (bytes && capturesIn(bytes)) ?? [];
    const ids = records.map(({ id }) => id);
    const held = new Set(mode === 'add' ? await db.captures.where('id').anyOf(ids).primaryKeys() : []);
    // When replacing, what the file has is taken from it: what is here may have been changed.
    const here = records.flatMap(hashesOf).filter((text) => mode === 'add' || !backup.entries.has(blobName(text)));
    const heldBlobs = new Set(await db.blobs.where('hash').anyOf(here).primaryKeys());
    let chunk: CaptureRecord[] = [];
    let blobs = new Map<string, BlobRecord>();
    const write = async () => {
      await writeChunk(db, mode, chunk, [...blobs.values()], outbox);
      written += chunk.length;
      chunk = [];
      blobs = new Map();
    };
    for (const record of records) {
      restored.add(record.id);
      progress(seen++ / (preview.captures + 1));
      if (held.has(record.id)) continue;
      const missing = hashesOf(record).filter((hash) => !heldBlobs.has(hash) && !blobs.has(hash));
      const found = await evidenceIn(backup, types, missing);
      if (mode === 'replace' && found.length < missing.length) throw new Error(CHANGED);
      for (const blob of found) blobs.set(blob.hash, blob);
      const proven = asEvidenceSays(record, await bodiesOf(db, record, blobs), readers);
      if (proven.state !== record.state) unproven++;
      chunk.push(proven);
      if (sizeOf(blobs) >= AT_ONCE) await write();
    }
    await write();
  }
  await finish(
    db,
    preview,
    mode,
    before.filter((id) => !restored.has(id)),
  );
  if (preview.settings) {
    await settings.change(mode === 'replace' ? preview.settings : stillUnset(await settings.read(), preview.settings));
  }
  return { written, unproven };
}

/** Those there will be: the captures were read with them. */
async function readersOf(db: Store, preview: BackupPreview, mode: RestoreMode): Promise<readonly Reader[]> {
  const here = mode === 'replace' ? [] : await db.readers.toArray();
  const held = new Set(here.map(({ id }) => id));
  const all = [...here, ...preview.readers.filter(({ id }) => !held.has(id))];
  return readersWith(all.flatMap(({ definition }) => taughtReaderSchema.safeParse(definition).data ?? []));
}

/** Bodies of its parts, from the file or from the store; undefined when a body is missing or changed. */
async function bodiesOf(
  db: Store,
  { parts }: CaptureRecord,
  blobs: ReadonlyMap<string, BlobRecord>,
): Promise<readonly string[] | undefined> {
  const bodies: string[] = [];
  for (const { hash } of parts) {
    const blob = blobs.get(hash) ?? (await db.blobs.get(hash));
    if (!blob || (await sha256(blob.bytes)) !== hash) return undefined;
    bodies.push(new TextDecoder().decode(blob.bytes));
  }
  return bodies;
}

/** Evidence as far as it is sound in the file. */
async function evidenceIn(
  backup: Backup,
  types: ReadonlyMap<string, string>,
  hashes: readonly string[],
): Promise<readonly BlobRecord[]> {
  const found: BlobRecord[] = [];
  for (const hash of hashes) {
    const name = blobName(hash);
    const bytes = await soundBytes(backup, name, hash);
    if (bytes) found.push({ hash, type: types.get(name) ?? '', bytes });
  }
  return found;
}

/** One transaction. Adding rejects when a capture of that id has come meanwhile. */
async function writeChunk(
  db: Store,
  mode: RestoreMode,
  records: readonly CaptureRecord[],
  blobs: readonly BlobRecord[],
  outbox: ReadonlyMap<string, OutboxRecord>,
): Promise<void> {
  const ids = records.map(({ id }) => id);
  await db.transaction('rw', db.captures, db.blobs, db.figures, db.outbox, async () => {
    await db.blobs.bulkPut(blobs);
    if (mode === 'add') await db.captures.bulkAdd(records);
    else {
      await db.captures.bulkPut(records);
      await db.figures.where('captureId').anyOf(ids).delete();
      await db.outbox.bulkDelete(ids);
    }
    const settled = records.filter(({ state }) => state === 'confirmed' || state === 'corrected');
    await db.figures.bulkAdd(settled.flatMap(({ id, at, observations }) => figuresOf(id, at, observations)));
    await db.outbox.bulkPut(settled.flatMap(({ id }) => outbox.get(id) ?? []));
  });
}

/** Readers and movement, and when replacing, the captures that must go with all that only they were made of. */
async function finish(db: Store, preview: BackupPreview, mode: RestoreMode, gone: string[]): Promise<void> {
  await db.transaction('rw', [db.captures, db.blobs, db.figures, db.outbox, db.readers, db.movements], async () => {
    const held = mode === 'replace' ? [] : await db.readers.toCollection().primaryKeys();
    if (mode === 'replace') {
      await db.readers.clear();
      await db.movements.clear();
      await db.captures.bulkDelete(gone);
      await db.figures.where('captureId').anyOf(gone).delete();
      await db.outbox.bulkDelete(gone);
      const needed = new Set<string>();
      await db.captures.each((record) => {
        for (const hash of hashesOf(record)) needed.add(hash);
      });
      const blobs = await db.blobs.toCollection().primaryKeys();
      await db.blobs.bulkDelete(blobs.filter((hash) => !needed.has(hash)));
    }
    const { movement } = preview;
    const followed = await db.movements.get(OWN_MOVEMENT.taken);
    if (movement && !followed) await db.movements.put({ id: OWN_MOVEMENT.taken, content: movement });
    const added = preview.readers.filter(({ id }) => !held.includes(id));
    await db.readers.bulkAdd(added.slice(0, Math.max(0, MOST_READERS - held.length)));
  });
}

/** Those of the file's settings for which nothing is set here. */
function stillUnset(here: ExtensionSettings, file: ExtensionSettings): Partial<ExtensionSettings> {
  const unset = settingsSchema.parse({});
  const keys = (Object.keys(file) as (keyof ExtensionSettings)[]).filter((key) => here[key] === unset[key]);
  return Object.fromEntries(keys.map((key) => [key, file[key]]));
}

function sizeOf(blobs: ReadonlyMap<string, BlobRecord>): number {
  return [...blobs.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/**
 * What a backup holds against what is here, every hash verified, before anything is written. One entry is in memory at
 * a time.
 */

import type { Result } from '../../core/base/result.ts';
import { canonicalJson, type Plain } from '../../core/council/canonical-json.ts';
import { OWN_MOVEMENT } from '../settings/own-movement.ts';
import { type ExtensionSettings, settingsSchema } from '../settings/settings.ts';
import type { Store } from '../store/db.ts';
import { hashesOf } from '../store/made-of.ts';
import { MOST_READERS } from '../store/readers.ts';
import type { OutboxRecord, ReaderRecord } from '../store/records.ts';
import {
  BLOB,
  blobName,
  CAPTURES,
  MOVEMENT,
  OUTBOX,
  outboxSchema,
  READERS,
  readersSchema,
  SETTINGS,
} from './format.ts';
import { type MovementShape, movementShape } from './movement-shape.ts';
import { type Backup, parsed, refuseBackup } from './open-backup.ts';
import { capturesIn, soundBytes } from './read-entries.ts';

export interface CaptureSummary {
  readonly id: string;
  readonly at: string;
  readonly title: string;
}

export interface BackupPreview {
  /** ISO instant of the backup. */
  readonly at: string;
  /** Captures that can be read from the file. */
  readonly captures: number;
  /** Of these, not here. */
  readonly added: number;
  /** Here already, the same. */
  readonly same: number;
  /** Here with other content: what is here stays. */
  readonly conflicts: readonly CaptureSummary[];
  /** Captures that went with a damaged piece of the file. */
  readonly lost: number;
  /** Captures whose evidence is neither sound in the file nor here: their figures will wait to be confirmed. */
  readonly withoutEvidence: readonly CaptureSummary[];
  /** Entries whose hash does not fit. */
  readonly damaged: ReadonlySet<string>;
  readonly readers: readonly ReaderRecord[];
  /** Of these, not here, as far as there is room. */
  readonly addedReaders: number;
  readonly outbox: readonly OutboxRecord[];
  /** null = damaged. */
  readonly settings: ExtensionSettings | null;
  /** The officer's own movement; null = the file has none, or it is damaged. */
  readonly movement: MovementShape | null;
  /** It is in the file, and none is followed here. */
  readonly addsMovement: boolean;
}

interface ComparedCapture extends CaptureSummary {
  readonly hashes: readonly string[];
  readonly against: 'added' | 'same' | 'conflict';
}

/** `progress` gets 0 … 1. Refused when something whole in it is not what we write. */
export async function previewBackup(
  db: Store,
  backup: Backup,
  progress: (done: number) => void = () => undefined,
): Promise<Result<BackupPreview>> {
  const { manifest } = backup;
  const damaged = new Set<string>();
  const missing = new Set<string>();
  const captures = new Map<string, ComparedCapture>();
  const lists = new Map<string, unknown>();
  const total = manifest.entries.reduce((sum, { size }) => sum + size, 1);
  let read = 0;
  for (const { name, size, hash } of manifest.entries) {
    const bytes = await soundBytes(backup, name, hash);
    read += size;
    progress(read / total);
    if (!bytes) damaged.add(name);
    else if (CAPTURES.test(name)) {
      const findings = await against(db, bytes);
      if (!findings || findings.some(({ id }) => captures.has(id))) return refuseBackup('not-ours');
      for (const comparedCapture of findings) captures.set(comparedCapture.id, comparedCapture);
    } else if (BLOB.test(name)) {
      if (blobName(hash) !== name) return refuseBackup('not-ours');
    } else lists.set(name, parsed(new TextDecoder().decode(bytes)));
  }
  const all = [...captures.values()];
  const inFile = new Set(manifest.entries.map(({ name, hash }) => (damaged.has(name) ? '' : hash)));
  for (const hash of all.flatMap(({ hashes }) => hashes)) if (!inFile.has(hash)) missing.add(hash);
  for (const hash of await db.blobs
    .where('hash')
    .anyOf([...missing])
    .primaryKeys())
    missing.delete(hash);

  const outbox = outboxSchema.safeParse(lists.get(OUTBOX) ?? []);
  const readers = readersSchema.safeParse(lists.get(READERS) ?? []);
  const settings = settingsSchema.safeParse(lists.get(SETTINGS));
  if (!outbox.success || !readers.success || (lists.has(SETTINGS) && !settings.success))
    return refuseBackup('not-ours');
  const movement = movementShape.safeParse(lists.get(MOVEMENT));
  if (lists.has(MOVEMENT) && !movement.success) return refuseBackup('not-ours');
  if (new Set(readers.data.map(({ id }) => id)).size < readers.data.length) return refuseBackup('not-ours');
  const heldReaders = new Set(await db.readers.toCollection().primaryKeys());
  const count = (what: ComparedCapture['against']) =>
    all.filter((comparedCapture) => comparedCapture.against === what).length;
  return {
    ok: true,
    value: {
      ...{ at: manifest.at, captures: all.length, added: count('added'), same: count('same'), damaged },
      conflicts: all.filter((comparedCapture) => comparedCapture.against === 'conflict').map(bare),
      lost: Math.max(0, manifest.counts.captures - all.length),
      withoutEvidence: all.filter(({ hashes }) => hashes.some((hash) => missing.has(hash))).map(bare),
      readers: readers.data,
      addedReaders: Math.min(
        readers.data.filter(({ id }) => !heldReaders.has(id)).length,
        Math.max(0, MOST_READERS - heldReaders.size),
      ),
      outbox: outbox.data,
      settings: settings.data ?? null,
      movement: movement.data ?? null,
      addsMovement: movement.success && (await db.movements.get(OWN_MOVEMENT.taken)) === undefined,
    },
  };
}

/** undefined = these are no captures as we write them. */
async function against(db: Store, bytes: Uint8Array): Promise<readonly ComparedCapture[] | undefined> {
  const records = capturesIn(bytes);
  if (!records || new Set(records.map(({ id }) => id)).size < records.length) return undefined;
  const held = await db.captures.bulkGet(records.map(({ id }) => id));
  return records.map((record, index) => {
    const here = held[index];
    const isSame = here !== undefined && canonical(here) === canonical(record);
    return { ...bare(record), hashes: hashesOf(record), against: !here ? 'added' : isSame ? 'same' : 'conflict' };
  });
}

function bare({ id, at, title }: CaptureSummary): CaptureSummary {
  return { id, at, title };
}

/** As it would stand in a file, keys in order. */
function canonical(record: object): string {
  return canonicalJson(JSON.parse(JSON.stringify(record)) as Plain);
}

/** Everything the extension holds, as one file. A few captures are in memory at a time. */
import { OWN_MOVEMENT } from '../settings/own-movement.ts';
import type { ExtensionSettings } from '../settings/settings.ts';
import type { Store } from '../store/db.ts';
import { sha256 } from '../store/hash.ts';
import { hashesOf, isEmpty } from '../store/made-of.ts';
import { zipWriter } from '../zip/zip-writer.ts';
import {
  blobName,
  capturesName,
  entrySchema,
  KIND,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  MOVEMENT,
  OUTBOX,
  READERS,
  SETTINGS,
  VERSION,
} from './format.ts';
import { movementShape } from './movement-shape.ts';

/** Captures in one entry: with their figures less than two megabytes. */
const CAPTURES_AT_ONCE = 200;
const BLOBS_AT_ONCE = 25;

/** `at` = ISO instant; `progress` gets 0 … 1. Captures confirmed meanwhile may or may not be in it. */
export async function writeBackup(
  db: Store,
  settings: ExtensionSettings,
  at: string,
  progress: (done: number) => void = () => undefined,
): Promise<Blob> {
  const zip = zipWriter();
  const entries: ManifestEntry[] = [];
  const add = async (name: string, bytes: Uint8Array<ArrayBuffer>, type?: string) => {
    zip.add(name, bytes);
    const entry = { name, size: bytes.length, hash: await sha256(bytes) };
    entries.push(entrySchema.parse(type === undefined ? entry : { ...entry, type }));
  };
  // Captures before what they are made of: nothing a capture in the file names can then be younger than the file.
  const hashes = new Set<string>();
  const captures = await addCaptures(db, hashes, add, (done) => progress(done * 0.1));
  const blobs = await addBlobs(db, [...hashes], add, (done) => progress(0.1 + done * 0.9));
  const outbox = await db.outbox.toArray();
  const readers = await db.readers.toArray();
  await add(OUTBOX, encoded(outbox));
  await add(READERS, encoded(readers));
  await add(SETTINGS, encoded(settings));
  const own = (await db.movements.get(OWN_MOVEMENT.taken))?.content;
  if (movementShape.safeParse(own).success) await add(MOVEMENT, encoded(own));
  const counts = { captures, blobs, outbox: outbox.length, readers: readers.length };
  zip.add(MANIFEST, encoded({ kind: KIND, version: VERSION, at, counts, entries } satisfies Manifest));
  return zip.finish();
}

type Add = (name: string, bytes: Uint8Array<ArrayBuffer>, type?: string) => Promise<void>;

async function addCaptures(
  db: Store,
  hashes: Set<string>,
  add: Add,
  progress: (done: number) => void,
): Promise<number> {
  const ids = await db.captures.toCollection().primaryKeys();
  let count = 0;
  for (let at = 0; at < ids.length; at += CAPTURES_AT_ONCE) {
    const held = await db.captures.bulkGet(ids.slice(at, at + CAPTURES_AT_ONCE));
    // A page without figures is only stored for a while, so it is left out of the file.
    const records = held
      .filter((captureRecord) => captureRecord !== undefined)
      .filter((captureRecord) => !isEmpty(captureRecord));
    for (const hash of records.flatMap(hashesOf)) hashes.add(hash);
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    await add(capturesName(at / CAPTURES_AT_ONCE + 1), new TextEncoder().encode(lines));
    count += records.length;
    progress(at / ids.length);
  }
  return count;
}

async function addBlobs(
  db: Store,
  hashes: readonly string[],
  add: Add,
  progress: (done: number) => void,
): Promise<number> {
  let count = 0;
  for (let at = 0; at < hashes.length; at += BLOBS_AT_ONCE) {
    for (const blob of await db.blobs.bulkGet(hashes.slice(at, at + BLOBS_AT_ONCE))) {
      if (!blob) continue;
      await add(blobName(blob.hash), blob.bytes, blob.type);
      count++;
    }
    progress(at / hashes.length);
  }
  return count;
}

function encoded(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

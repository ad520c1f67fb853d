/**
 * Writes captures: the raw capture whole or not at all, then the officer's decision, once. Times and ids are the
 * caller's.
 */
import { Dexie } from 'dexie';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Store } from './db.ts';
import { sha256 } from './hash.ts';
import { hashesOf, isEmpty } from './made-of.ts';
import type { BlobRecord, CaptureDraft, CapturePart, CaptureRecord, Correction } from './records.ts';
import { figuresOf } from './series.ts';

export interface RawPart extends Omit<CapturePart, 'hash'> {
  /** Bytes of a file, text of all else. */
  readonly body: string | Uint8Array<ArrayBuffer>;
}

interface RawCapture extends Pick<CaptureRecord, 'id' | 'at' | 'url' | 'title' | 'unread' | 'view'> {
  readonly parts: readonly RawPart[];
  /** PNG bytes, already cropped to the data. */
  readonly picture: Uint8Array<ArrayBuffer> | null;
}

/**
 * A single transaction; resolves when it is on disk. Equal bodies are stored once. An unchanged page that still waits
 * is replaced, and its draft moves to the new capture; one that was confirmed before stays with its history.
 */
export async function keepRaw(db: Store, raw: RawCapture): Promise<void> {
  const { parts, blobs } = await packed(raw.parts);
  const picture = raw.picture && { hash: await sha256(raw.picture), type: 'image/png', bytes: raw.picture };
  if (picture) blobs.push(picture);
  const { id, at, url, title, unread, view } = raw;
  const record: CaptureRecord = {
    ...{ id, at, url, title, unread, view, parts },
    ...{
      state: 'raw',
      picture: picture?.hash ?? null,
      draft: null,
      duplicateOf: null,
      observations: [],
      corrections: [],
    },
  };
  await db.transaction('rw', db.captures, db.blobs, async () => {
    const same = await db.captures
      .where('state')
      .equals('raw')
      .filter((held) => !wasConfirmed(held) && held.url === url && contentOf(held.parts) === contentOf(parts))
      .toArray();
    await db.captures.bulkDelete(same.map((held) => held.id));
    await db.blobs.bulkPut(blobs);
    await db.captures.add({ ...record, draft: same.find(({ draft }) => draft !== null)?.draft ?? null });
    await dropUnused(db, same.flatMap(hashesOf));
  });
}

/** What was captured, without the times: of answers heard several times each counts once. */
function contentOf(parts: readonly CapturePart[]): string {
  return JSON.stringify([...new Set(parts.map((part) => JSON.stringify([question(part), part.hash])))].sort());
}

/**
 * Answers heard later for a capture that is still raw; false when it is no longer. Earlier answers to the same question
 * are replaced.
 */
export async function addAnswers(db: Store, id: string, answers: readonly RawPart[]): Promise<boolean> {
  const { parts, blobs } = await packed(answers);
  return db.transaction('rw', db.captures, db.blobs, async () => {
    const record = await db.captures.get(id);
    if (record?.state !== 'raw') return false;
    await db.blobs.bulkPut(blobs);
    const renewed = new Set(parts.map(question));
    await db.captures.put({
      ...record,
      parts: [...record.parts.filter((part) => !renewed.has(question(part))), ...parts],
    });
    return true;
  });
}

/**
 * The bodies of a capture's parts, in order; of a file none, for it is read from the page beside it. A body whose hash
 * no longer fits is no evidence: undefined.
 */
export async function partBodies(db: Store, record: CaptureRecord): Promise<readonly string[] | undefined> {
  const found = await db.blobs.bulkGet(record.parts.map((part) => part.hash));
  const bodies: string[] = [];
  for (const blob of found) {
    if (!blob || (await sha256(blob.bytes)) !== blob.hash) return undefined;
    bodies.push(blob.type === FILE ? '' : new TextDecoder().decode(blob.bytes));
  }
  return bodies;
}

export async function keepDraft(db: Store, id: string, draft: CaptureDraft): Promise<boolean> {
  return settle(db, id, { draft });
}

/** What was chosen and typed stays with it: it may be taken back. */
export async function discard(db: Store, id: string, duplicateOf: string | null): Promise<boolean> {
  return settle(db, id, { state: 'discarded', duplicateOf });
}

/** raw → discarded by itself, with the reason no figure was found in it. */
export async function setAside(db: Store, id: string, nothing: string): Promise<boolean> {
  return settle(db, id, { state: 'discarded', nothing });
}

/** Discarded → raw, to be decided on again; false when it was not discarded. What holds nothing new stays aside. */
export async function takeBack(db: Store, id: string): Promise<boolean> {
  return db.transaction('rw', db.captures, async () => {
    const record = await db.captures.get(id);
    if (!record || !isDiscarded(record)) return false;
    const { nothing: _, ...rest } = record;
    await db.captures.put({ ...rest, state: 'raw' });
    return true;
  });
}

/**
 * Removes all that were discarded, with the evidence no other capture is made of; how many. Duplicates stay, because
 * tables of units are made from them too, and so does what was confirmed once.
 */
export async function removeDiscarded(db: Store): Promise<number> {
  return db.transaction('rw', db.captures, db.blobs, async () => {
    const discarded = await db.captures.where('state').equals('discarded').and(isRemovable).toArray();
    await db.captures.bulkDelete(discarded.map(({ id }) => id));
    await dropUnused(db, discarded.flatMap(hashesOf));
    return discarded.length;
  });
}

/**
 * Deletes captures in which no figure was found and that nobody asked to keep, because such a page may be a list of
 * people. Resolves to how many were deleted, with the parts only they used.
 */
export async function forgetEmpty(db: Store): Promise<number> {
  return db.transaction('rw', db.captures, db.blobs, async () => {
    const empty = await db.captures.where('state').equals('discarded').and(isEmpty).toArray();
    await db.captures.bulkDelete(empty.map(({ id }) => id));
    await dropUnused(db, empty.flatMap(hashesOf));
    return empty.length;
  });
}

/** Of the bodies with these hashes, those no capture is made of any more. Within a transaction. */
export async function dropUnused(db: Store, candidates: readonly string[]): Promise<void> {
  const hashes = new Set(candidates);
  if (hashes.size === 0) return;
  await db.captures.each((record) => {
    for (const hash of hashesOf(record)) hashes.delete(hash);
  });
  await db.blobs.bulkDelete([...hashes]);
}

/** Opened again to be corrected: a workbook or a shared book may still have to hear of it. */
function wasConfirmed({ history }: CaptureRecord): boolean {
  return history !== undefined;
}

/** Discarded, and its figures were never confirmed. */
export function isRemovable(record: CaptureRecord): boolean {
  return isDiscarded(record) && !wasConfirmed(record);
}

/** Put aside by the officer, not because another capture says the same. */
export function isDiscarded({ state, duplicateOf }: Pick<CaptureRecord, 'state' | 'duplicateOf'>): boolean {
  return state === 'discarded' && duplicateOf === null;
}

/**
 * raw → confirmed or corrected, its figures filed and itself on its way to Excel, in one transaction; false when it was
 * settled before.
 */
export async function confirm(
  db: Store,
  id: string,
  observations: readonly Observation[],
  corrections: readonly Correction[],
  answered: readonly string[] = [],
): Promise<boolean> {
  return db.transaction('rw', db.captures, db.figures, db.outbox, async () => {
    const record = await db.captures.get(id);
    if (record?.state !== 'raw') return false;
    const state = corrections.length > 0 ? 'corrected' : 'confirmed';
    await db.captures.put({
      ...record,
      state,
      observations: [...observations],
      corrections: [...corrections],
      ...(answered.length === 0 ? {} : { answered: [...answered] }),
      draft: null,
    });
    await db.figures.bulkAdd(figuresOf(id, record.at, observations));
    await db.outbox.put({ captureId: id, state: 'waiting', sentAt: null });
    return true;
  });
}

/** The last confirmed capture of a series, as its observations. */
export async function lastOfSeries(
  db: Store,
  series: string,
): Promise<{ readonly captureId: string; readonly at: string; readonly observations: readonly Observation[] } | null> {
  const last = await db.figures.where('[series+at]').between([series, Dexie.minKey], [series, Dexie.maxKey]).last();
  if (!last) return null;
  const { captureId, at } = last;
  const own = await db.figures.where('captureId').equals(captureId).toArray();
  const observations = own.filter((figure) => figure.series === series).map((figure) => figure.observation);
  return { captureId, at, observations };
}

function question(part: CapturePart): string {
  return JSON.stringify([part.kind, part.url, part.request]);
}

async function settle(db: Store, id: string, change: Partial<CaptureRecord>): Promise<boolean> {
  return db.transaction('rw', db.captures, async () => {
    const record = await db.captures.get(id);
    if (record?.state !== 'raw') return false;
    await db.captures.put({ ...record, ...change });
    return true;
  });
}

const FILE = 'application/octet-stream';
const TYPES = { page: 'text/html', answer: 'application/json', file: FILE } as const;

async function packed(raw: readonly RawPart[]): Promise<{ parts: CapturePart[]; blobs: BlobRecord[] }> {
  const parts: CapturePart[] = [];
  const blobs: BlobRecord[] = [];
  for (const { body, ...part } of raw) {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const hash = await sha256(bytes);
    parts.push({ ...part, hash });
    blobs.push({ hash, type: TYPES[part.kind], bytes });
  }
  return { parts, blobs };
}

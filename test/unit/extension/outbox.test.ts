/**
 * The way to Excel as it is stored: begun in the same transaction as the confirmation, ended once, begun again when
 * wanted.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { confirm, discard } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { markSent, markWaiting, waitingCount, waitingPage } from '../../../extension/store/outbox.ts';
import { rawCapture, storedCapture } from './stored-captures.ts';

const AT = '2026-03-01T08:00:00+07:00';
const LATER = '2026-03-02T08:00:00+07:00';

let db: Store;
beforeEach(() => {
  db = openStore('outbox');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('outbox');
});

it('holds what was confirmed, and nothing that was not', async () => {
  await rawCapture(db, 'raw');
  await rawCapture(db, 'gone');
  await discard(db, 'gone', null);
  await storedCapture(db, 'kept');
  expect(await db.outbox.toArray()).toEqual([{ captureId: 'kept', state: 'waiting', sentAt: null }]);
});

it('is written with the confirmation or not at all', async () => {
  await rawCapture(db, 'a');
  db.outbox.hook('creating', () => {
    throw new Error('disk full');
  });
  await expect(confirm(db, 'a', [], [])).rejects.toThrow();
  expect(await db.captures.get('a')).toMatchObject({ state: 'raw' });
});

it('keeps the first time of sending, and lets a capture wait again', async () => {
  await storedCapture(db, 'a');
  await storedCapture(db, 'b');
  expect(await markSent(db, ['a', 'khác'], AT)).toBe(1);
  expect(await markSent(db, ['a'], LATER)).toBe(0);
  expect(await db.outbox.get('a')).toEqual({ captureId: 'a', state: 'sent', sentAt: AT });
  expect(await waitingCount(db)).toBe(1);
  expect(await markWaiting(db, ['a', 'b'])).toBe(1);
  expect(await waitingCount(db)).toBe(2);
});

it('goes on after a page, over captures that are no longer there', async () => {
  for (const id of ['a', 'b', 'c']) await storedCapture(db, id, { request: 'x'.repeat(1_500_000) });
  await db.captures.delete('b');
  const first = await waitingPage(db, null);
  expect(first.captures.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(first.next).toBeNull();
  await storedCapture(db, 'd');
  const again = await waitingPage(db, null);
  expect([again.captures.map(({ id }) => id), again.next]).toEqual([['a', 'c'], 'c']);
  expect((await waitingPage(db, 'c')).captures.map(({ id }) => id)).toEqual(['d']);
});

/**
 * Confirmed figures on their way into a shared book: the real store, keys and rules; a folder in memory takes the place
 * of the server, and refuses as the test demands.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ReadEntry, verified } from '../../../core/share/entry.ts';
import { type FolderPort, folderCarrier } from '../../../core/share/folder-carrier.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import type { Role } from '../../../core/share/role.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { standingOf } from '../../../core/share/standing.ts';
import { sharedBookHandlers } from '../../../extension/share/handlers.ts';
import { sentCounts } from '../../../extension/share/waiting.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { webCipher } from '../../../session/share/web-cipher.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { spaceFolder } from '../../../ui/share/stored-spaces.ts';
import { newSpace, type Person, saying } from '../share/people.ts';
import { storedCapture } from './stored-captures.ts';

const ORIGIN = 'https://so-chung.dienbien.gov.vn';
const CODE = '0'.repeat(32);
const NAME = 'Máy Văn phòng';

let db: Store;
let files: Map<string, Uint8Array>;
/** What the server does with a push. */
let push: 'keep' | 'away' | 'refuse';
let allowed: boolean;
let taken: string[];
let waits: boolean[];
let chair: Person;
let space: string;

const port: FolderPort = {
  list: async () => [...files].map(([name, { length: size }]) => ({ name, size })),
  read: async (name, limit) => (files.get(name) ?? new Uint8Array()).subarray(0, limit),
  write: async (name, bytes) => void files.set(name, bytes),
  remove: async (name) => void files.delete(name),
  trouble: String,
};
const server = (device: string) => {
  const carrier = folderCarrier(port, device, webCipher);
  return {
    ...carrier,
    take: (digest: string) => {
      taken.push(digest);
      return carrier.take(digest);
    },
    push: async (entries: Parameters<typeof carrier.push>[0]) => {
      if (push === 'away') return { ok: false, refusal: { code: 'away', message: 'Không nối được máy chủ.' } } as const;
      if (push === 'refuse') return { ok: true, value: ['máy chủ không nhận 1 mục: không đúng dạng.'] } as const;
      return carrier.push(entries);
    },
  };
};
const opened = () =>
  sharedBookHandlers({
    db,
    now: () => '2026-03-02T08:00:00+07:00',
    mayReach: async () => allowed,
    alone: (work) => work(),
    tried: (still) => waits.push(still),
    reach: (_way, { signer }) => server(signer.key.slice(-64)),
  });
const join = async (past = true) =>
  opened().answers['shared.join']({ book: { link: `${ORIGIN}/#${space}.${CODE}` }, name: NAME, past });
const send = () => opened().answers['shared.send']({});
const book = () => db.sharedBook.get('book');
const entriesThere = async (): Promise<readonly ReadEntry[]> => {
  const pulled = await server('').pull(0);
  return pulled.ok ? verified(pulled.value.entries, newVerify()) : [];
};
const standingThere = async () => standingOf(space, await entriesThere());
const figuresThere = async () => sharedOf(await standingThere()).observations.map(({ value }) => value);
const said = async (...facts: Parameters<typeof saying> extends [unknown, unknown, unknown, ...infer F] ? F : never) =>
  server(chair.device).push(await saying(chair.signer, space, await entriesThere(), ...facts));
const admit = async (role: Role) => {
  const asking = (await standingThere()).devices.find(({ name }) => name === NAME)!;
  await said({ kind: 'admission', device: asking.device, role, name: NAME });
};

beforeEach(async () => {
  db = openStore('shared-book');
  [files, taken, waits, push, allowed] = [new Map(), [], [], 'keep', true];
  const made = await newSpace();
  ({ space, chair } = made);
  await server(chair.device).push(made.entries);
});
afterEach(async () => {
  db.close();
  await Dexie.delete('shared-book');
});

it('asks, waits for the chair, then sends each figure once, and fetches no files', async () => {
  await storedCapture(db, 'a', { value: 80 });
  expect(await join()).toEqual({ ok: true, data: { kind: 'done' } });
  expect(await book()).toMatchObject({ part: { title: 'Xã Ta Ma', roles: [], ended: false }, trouble: '' });
  expect(await figuresThere()).toEqual([]);
  expect((await book())?.pair.privateKey.extractable).toBe(false);
  await admit('officer');
  const bytes = new TextEncoder().encode('báo cáo');
  const digest = digestOf(bytes);
  await server(chair.device).put(digest, bytes);
  await said({ kind: 'report', file: { name: 'Bản 1.xlsx', sha256: digest, size: bytes.length, replaces: null } });
  await storedCapture(db, 'b', { value: 90, at: '2025-11-16T08:00:00+07:00' });
  await opened().sendWaiting();
  expect((await figuresThere()).sort()).toEqual([80, 90]);
  expect(await sentCounts(db, '')).toEqual({ waiting: 0, sent: 2 });
  expect(await book()).toMatchObject({
    part: { roles: ['officer'] },
    trouble: '',
    sentAt: '2026-03-02T08:00:00+07:00',
  });
  const before = files.size;
  expect(await send()).toEqual({ ok: true, data: { kind: 'done' } });
  await opened().sendWaiting();
  expect(files.size).toBe(before);
  expect(waits.at(-1)).toBe(false);
  expect(taken).toEqual([]);
});

it('keeps what the server refused, reports it, and sends it once it may', async () => {
  await join();
  await admit('officer');
  for (const [how, why] of [
    ['away', 'Không nối được máy chủ.'],
    ['refuse', 'Sổ chung chưa nhận hết số liệu: lần sau sẽ gửi lại.'],
  ] as const) {
    push = how;
    await storedCapture(db, how, { value: how.length });
    expect(await send()).toEqual({ ok: true, data: { kind: 'refused', reason: why } });
    expect((await book())?.trouble).toContain(why);
    expect(waits.at(-1)).toBe(true);
    expect((await sentCounts(db, '')).sent).toBe(0);
  }
  push = 'keep';
  await send();
  expect((await figuresThere()).sort()).toEqual(['away'.length, 'refuse'.length]);
  expect((await entriesThere()).filter(({ content: { fact } }) => fact?.kind === 'observation')).toHaveLength(2);
  expect(await sentCounts(db, '')).toEqual({ waiting: 0, sent: 2 });
});

it('leaves here what was captured before, when so chosen', async () => {
  await storedCapture(db, 'before', { value: 70 });
  await join(false);
  await admit('officer');
  await storedCapture(db, 'after', { value: 75, at: '2026-03-03T08:00:00+07:00' });
  await send();
  expect(await figuresThere()).toEqual([75]);
});

it('sends nothing in a role that may not, nor where the browser may not reach, and tells why', async () => {
  await storedCapture(db, 'a');
  await join();
  await admit('viewer');
  expect(await send()).toMatchObject({ data: { reason: expect.stringContaining('vai trò người xem') } });
  allowed = false;
  expect(await send()).toMatchObject({ data: { reason: expect.stringContaining(ORIGIN) } });
  expect(await figuresThere()).toEqual([]);
  expect(await sentCounts(db, '')).toEqual({ waiting: 1, sent: 0 });
});

it('does not go on asking by itself once the chair ended its part', async () => {
  await join();
  await admit('officer');
  await send();
  const own = (await standingThere()).devices.find(({ name }) => name === NAME)!;
  await said({ kind: 'revocation', device: own.device, upTo: own.last?.content.n ?? 0, reason: 'Đổi người' });
  await storedCapture(db, 'late');
  expect(await send()).toMatchObject({ data: { reason: expect.stringContaining('thôi quyền') } });
  expect(waits.at(-1)).toBe(false);
  expect(await figuresThere()).toEqual([]);
});

it('takes part in one book at a time, by an invitation alone, and leaves without a trace here', async () => {
  const { answers } = opened();
  for (const [link, why] of [
    [ORIGIN, 'Mời một máy'],
    [`${ORIGIN}/#${CODE}`, 'Mời một máy'],
    ['http://so-chung.vn/', 'https://'],
  ] as const)
    expect(await answers['shared.join']({ book: { link }, name: NAME, past: true })).toMatchObject({
      data: { kind: 'refused', reason: expect.stringContaining(why) },
    });
  expect(
    await answers['shared.join']({ book: { link: `${ORIGIN}/#${space}.${CODE}` }, name: ' ', past: true }),
  ).toMatchObject({
    data: { kind: 'refused' },
  });
  push = 'away';
  expect(await join()).toMatchObject({ data: { kind: 'refused', reason: 'Không nối được máy chủ.' } });
  expect(await db.sharedBook.count()).toBe(0);
  push = 'keep';
  await join();
  expect(await join()).toMatchObject({ data: { kind: 'refused' } });
  await answers['shared.leave']({});
  for (const table of [db.sharedBook, db.sharedCaptures]) expect(await table.count()).toBe(0);
  expect(await spaceFolder(`tien-ich.${space}`).list()).toEqual([]);
  expect(await join()).toMatchObject({ data: { kind: 'done' } });
});

it('shares over a folder too: waits while the browser holds it shut, then sends, and keeps the key apart from it', async () => {
  const { answers } = opened();
  const joinFolder = () => answers['shared.join']({ book: { space }, name: NAME, past: true });
  expect(await joinFolder()).toMatchObject({ data: { reason: expect.stringContaining('chọn lại thư mục') } });
  expect(await answers['shared.books']({})).toMatchObject({ data: { kind: 'refused' } });
  const handle = { kind: 'directory', name: 'so-chung' } as FileSystemDirectoryHandle;
  await db.chosenFolder.put({ id: 'folder', handle });
  await storedCapture(db, 'a', { value: 80 });
  expect(await joinFolder()).toEqual({ ok: true, data: { kind: 'done' } });
  await admit('officer');
  allowed = false;
  await opened().sendWaiting();
  expect((await book())?.trouble).toContain('đã khóa lại thư mục “so-chung”');
  expect(await sentCounts(db, '')).toEqual({ waiting: 1, sent: 0 });
  expect(waits.at(-1)).toBe(true);
  allowed = true;
  expect(await send()).toEqual({ ok: true, data: { kind: 'done' } });
  expect(await figuresThere()).toEqual([80]);
  expect(await book()).toMatchObject({ way: { kind: 'folder' }, part: { roles: ['officer'] }, trouble: '' });
  await answers['shared.leave']({});
  expect(await db.chosenFolder.count()).toBe(0);
});

/**
 * Units hand in by link, over the embedded engine and over this machine's PostgreSQL if there is one: what a link may
 * do, and what a thief of a link may not.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../core/share/fact.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { signEntry } from '../../core/share/sign-entry.ts';
import { whyRefused } from '../../server/hand-in.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { judge } from '../../server/judge.ts';
import { serve } from '../../server/serve.ts';
import { newEvidenceSending, type WaitingEvidence } from '../../session/hand-in/send-evidence.ts';
import { newSending, type UnsentReport } from '../../session/hand-in/sending.ts';
import { askLink, handIn } from '../../session/share/hand-in.ts';
import { linkDigest, linkSigner } from '../../session/share/link-key.ts';
import { figure } from '../unit/share/people.ts';
import { ENGINES, type Opened, passes } from './engines.ts';
import {
  type Fetch,
  inHours,
  newLink as linkBy,
  type Machine,
  newBook,
  newMachine,
  ORIGIN,
  sure,
  tokenOf,
} from './machines.ts';

const text = (words: string) => new TextEncoder().encode(words);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(ENGINES)('over %s', (_name, open) => {
  let opened: Opened;
  let serving: Awaited<ReturnType<typeof serve>>;
  const lines: string[] = [];
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  beforeAll(async () => {
    opened = await open();
    const log = (line: object) => lines.push(JSON.stringify(line));
    serving = await serve(opened.engine, passes, { most: 8 * 1024 * 1024, log, origin: ORIGIN });
  });
  afterAll(async () => {
    await serving?.close();
    await opened?.close();
  });

  const book = async () => newBook(fetch, await inviteFounder(opened.owner, ORIGIN), 'officer', 'council');
  const newLink = (by: Machine, unit: string, more = {}) => linkBy(fetch, by, unit, more);
  const codeOf = async (work: ReturnType<typeof handIn> | ReturnType<typeof askLink>) => {
    const done = await work;
    return done.ok ? 'ok' : done.refusal.code;
  };

  it('takes a report with a receipt, replaces it by a newer report, and brings both to every machine', async () => {
    const { chair, machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản Nà Đắng');
    const state = sure(await askLink(door));
    expect(state).toMatchObject({
      unit: 'Bản Nà Đắng',
      period: '2025',
      state: 'open',
      form: '{"form":1}',
      receipts: [],
    });
    const [first, second] = [text('bản một'), text('bản hai')];
    const receipt = sure(await handIn(door, 'a.xlsx', first));
    expect(receipt).toMatchObject({ n: 1, sha256: hashOf(first), size: first.length });
    expect(Math.abs(Date.parse(receipt.at) - Date.now())).toBeLessThan(60_000);
    // The same bytes again are the same receipt; others are a newer report.
    expect(sure(await handIn(door, 'a.xlsx', first))).toEqual(receipt);
    expect(sure(await handIn(door, 'b.xlsx', second))).toMatchObject({ n: 2, sha256: hashOf(second) });
    for (const machine of [chair, machines[0]!, machines[1]!]) {
      const { standing } = await machine.sync();
      expect(standing.idle).toEqual([]);
      expect(standing.devices).toHaveLength(3);
      const came = sharedOf(standing).handedIn.map(({ link, file, replaced }) => [link.fact.unit, file.name, replaced]);
      expect(came).toEqual([
        ['Bản Nà Đắng', 'a.xlsx', true],
        ['Bản Nà Đắng', 'b.xlsx', false],
      ]);
      expect(sure(await machine.own.take(hashOf(first)))).toEqual(first);
      expect(sure(await machine.own.take(hashOf(second)))).toEqual(second);
    }
    // Two telephones at once: both come in, one behind the other.
    const both = await Promise.all([handIn(door, 'c.xlsx', text('c')), handIn(door, 'd.xlsx', text('d'))]);
    expect(both.map((result) => sure(result).n).sort()).toEqual([3, 4]);
    // Neither the secret nor its digest is in the log.
    expect(lines.join()).not.toContain(door.secret);
    expect(lines.join()).not.toContain(linkDigest(door.secret));
  });

  it('takes evidence for a criterion, which replaces no report and no other evidence', async () => {
    const { chair, machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản B');
    const [report, bytes, two] = [text('báo cáo'), text('ảnh một'), text('ảnh hai')];
    sure(await handIn(door, 'bc.xlsx', report));
    const receipt = sure(await handIn(door, 'ảnh 1.jpg', bytes, '1.2'));
    expect(receipt).toMatchObject({ n: 2, criterion: '1.2', sha256: hashOf(bytes) });
    sure(await handIn(door, 'ảnh 2.jpg', two, '1.2'));
    // The answer was lost: nothing is handed in twice. For another criterion it is evidence of its own.
    expect(sure(await handIn(door, 'ảnh 1.jpg', bytes, '1.2'))).toEqual(receipt);
    expect(sure(await handIn(door, 'ảnh 1.jpg', bytes, '1.3')).n).toBe(4);
    expect(sure(await handIn(door, 'bc.xlsx', report)).n).toBe(1);
    const { standing } = await chair.sync();
    const shared = sharedOf(standing);
    expect(shared.handedIn.map(({ file, replaced }) => [file.name, replaced])).toEqual([['bc.xlsx', false]]);
    expect(shared.evidence.map(({ unit, criterion, file }) => [unit, criterion, file.name])).toEqual([
      ['Bản B', '1.2', 'ảnh 1.jpg'],
      ['Bản B', '1.2', 'ảnh 2.jpg'],
      ['Bản B', '1.3', 'ảnh 1.jpg'],
    ]);
    expect(sure(await chair.own.take(hashOf(two)))).toEqual(two);
  });

  it('sends evidence that waits once the network is there, each file once', async () => {
    const { machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản C');
    let isAway = true;
    let stored: readonly WaitingEvidence[] = [];
    const again: (() => void)[] = [];
    const arrived: string[] = [];
    const away = {
      ...door,
      fetch: ((...args) => (isAway ? Promise.reject(new Error('away')) : fetch(...args))) as Fetch,
    };
    const parts = {
      waiting: async () => stored,
      keep: async (files: readonly WaitingEvidence[]) => {
        stored = [...stored, ...files];
        return true;
      },
      forget: async (file: WaitingEvidence) => {
        stored = stored.filter((other) => other !== file);
      },
      say: () => {},
      arrived: ({ name }: { readonly name: string }) => void arrived.push(name),
      later: (work: () => void) => void again.push(work),
    };
    const files = ['a', 'b'].map((name) => ({ name, bytes: new Uint8Array(text(name)), criterion: '1.1' }));
    await newEvidenceSending(away, parts).add(files);
    expect([stored.length, arrived]).toEqual([2, []]);
    isAway = false;
    // The page was closed meanwhile: another visit takes up what is stored.
    await newEvidenceSending(away, parts).resume();
    expect([stored.length, arrived]).toEqual([0, ['a', 'b']]);
    for (const work of again) work();
    expect(sure(await askLink(door)).receipts.map(({ name, criterion }) => [name, criterion])).toEqual([
      ['a', '1.1'],
      ['b', '1.1'],
    ]);
  });

  it('gives who stole a link nothing but handing in for its unit and period', async () => {
    const { space, chair, machines } = await book();
    const { door, secret, key, device } = await newLink(machines[0]!, 'Bản A');
    sure(await handIn(door, 'kín.xlsx', text('số liệu kín')));
    const signer = (await linkSigner(secret, key))!;
    const thief = await newMachine(fetch, space, null, signer);
    const before = sure(await chair.server.pull(0)).entries.length;
    // As a machine of the book: sees its own receipts and the founding entry, no content, and writes nothing.
    const seen = sure(await thief.server.pull(0)).entries;
    expect(
      seen.filter((readEntry) => readEntry.content.device !== device && readEntry.content.fact?.kind !== 'founding'),
    ).toEqual([]);
    expect(sure(await thief.server.take(hashOf(text('số liệu kín'))))).toBeNull();
    expect(sure(await thief.server.has([hashOf(text('số liệu kín'))])).size).toBe(0);
    expect(await thief.server.put(hashOf(text('x')), text('x'))).toMatchObject({ ok: false });
    expect(await thief.server.invite()).toMatchObject({ ok: false });
    const token = await tokenOf(fetch, signer, space);
    const live = await fetch(`${ORIGIN}/v1/spaces/${space}/live`, { headers: { authorization: `Bearer ${token}` } });
    expect(live.status).toBe(403);
    const last = seen.find((readEntry) => readEntry.content.device === device)!;
    const head = { space, n: 2, prev: last.hash, knows: [], at: new Date().toISOString() };
    const wishes: readonly Fact[] = [
      figure(1),
      { kind: 'report', file: { name: 'b.xlsx', sha256: hashOf(text('x')), size: 1, replaces: last.hash } },
      { kind: 'link-end', device, upTo: 0, reason: 'x' },
      { kind: 'admission', device, role: 'chair', name: 'x' },
      { kind: 'handed-in', file: { name: 'b.xlsx', sha256: hashOf(text('x')), size: 1 } },
    ];
    for (const wish of wishes) {
      const entry = await signEntry(signer, head, wish);
      expect(await thief.server.push([entry])).toMatchObject({ ok: false, refusal: { code: 'no-space' } });
      if (wish.kind !== 'handed-in') expect(await putEntry(secret, entry, text('x'))).toBe(400);
    }
    expect(sure(await chair.server.pull(0)).entries).toHaveLength(before);
    // With another link's secret, another key, another book's name, or bytes that are not those it signs.
    const other = await newLink(machines[0]!, 'Bản B');
    const fact = (bytes: Uint8Array): Fact => ({
      kind: 'handed-in',
      file: { name: 'b.xlsx', sha256: hashOf(bytes), size: bytes.length },
    });
    const mine = await signEntry(signer, head, fact(text('x')));
    expect(await putEntry(other.secret, mine, text('x'))).toBe(403);
    expect(await putEntry(secret, { ...mine, signature: last.signature }, text('x'))).toBe(403);
    expect(
      await putEntry(secret, await signEntry(signer, { ...head, space: 'f'.repeat(64) }, fact(text('x'))), text('x')),
    ).toBe(403);
    expect(await putEntry(secret, mine, text('y'))).toBe(422);
    expect(await putEntry(linkDigest('đoán'), mine, text('x'))).toBe(404);
    // Out of its turn, or by a clock of its own.
    expect(await putEntry(secret, await signEntry(signer, { ...head, n: 5 }, fact(text('x'))), text('x'))).toBe(409);
    const late = { ...head, at: '2020-01-01T00:00:00Z' };
    expect(await putEntry(secret, await signEntry(signer, late, fact(text('x'))), text('x'))).toBe(409);
    // Another unit's report stands as it did.
    expect(sharedOf((await chair.sync()).standing).handedIn.map(({ link }) => link.fact.unit)).toEqual(['Bản A']);
  });

  it('ends a link at its date, at the officer’s request, and when another link replaces it', async () => {
    const { chair, machines } = await book();
    const [officer, member] = machines;
    const past = await newLink(officer!, 'Bản A', { until: inHours(-1) });
    expect(sure(await askLink(past.door)).state).toBe('late');
    expect(await codeOf(handIn(past.door, 'a.xlsx', text('a')))).toBe('late');
    const { door, device } = await newLink(officer!, 'Bản B');
    sure(await handIn(door, 'cũ.xlsx', text('cũ')));
    await officer!.sync();
    await officer!.say({ kind: 'link-end', device, upTo: 1, reason: 'Lộ liên kết' });
    await officer!.sync();
    expect(await codeOf(handIn(door, 'b.xlsx', text('b')))).toBe('ended');
    const renewed = await newLink(officer!, 'Bản B', { instead: device });
    const came = async () =>
      sharedOf((await chair.sync()).standing).handedIn.map(({ file, replaced }) => [file.name, replaced]);
    // What came by the old one counts until the new one brings another.
    expect(await came()).toEqual([['cũ.xlsx', false]]);
    sure(await handIn(renewed.door, 'mới.xlsx', text('mới')));
    expect((await came()).toSorted()).toEqual([
      ['cũ.xlsx', true],
      ['mới.xlsx', false],
    ]);
    // Members of the council make no links, and end none.
    await expect(newLink(member!, 'Bản C')).rejects.toThrow('không ghi được liên kết');
    // A link of an officer whose machine was lost opens nothing any more.
    const last = (await officer!.sync()).standing.devices.find((device) => device.device === officer!.device)!.last!;
    const lost = await newLink(officer!, 'Bản D');
    await chair.sync();
    await chair.say({ kind: 'revocation', device: officer!.device, upTo: last.content.n, reason: 'Mất máy' });
    await chair.sync();
    expect(await codeOf(handIn(lost.door, 'd.xlsx', text('d')))).toBe('may-not');
  });

  it('sends what was pressed while another was on its way, and what waits for the network, once each', async () => {
    const { machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản A');
    let [held, isAway]: [UnsentReport | null, boolean] = [null, true];
    const [told, came]: [string[], number[]] = [[], []];
    const sending = newSending(
      { ...door, fetch: (address, init) => (isAway ? Promise.reject(new TypeError('away')) : fetch(address, init)) },
      {
        waiting: async () => held,
        keepWaiting: async (report) => {
          held = report;
          return true;
        },
        say: (words) => told.push(words),
        arrived: async ({ n }) => void came.push(n),
        later: () => {},
      },
    );
    await sending.submit({ name: 'a.xlsx', bytes: text('a') });
    expect(told.at(-1)).toContain('Chưa có mạng: báo cáo đã giữ');
    expect([held!.name, came]).toEqual(['a.xlsx', []]);
    isAway = false;
    await Promise.all([sending.resume(), sending.submit({ name: 'b.xlsx', bytes: text('b') })]);
    await sending.resume();
    expect([held, came]).toEqual([null, [1, 2]]);
    expect(sure(await askLink(door)).receipts.map(({ name }) => name)).toEqual(['a.xlsx', 'b.xlsx']);
  });

  it('takes no report whose bytes are sealed, and says so; others it takes', async () => {
    const { chair, machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản A');
    sure(await handIn(door, 'a.xlsx', text('có tên hộ')));
    await chair.sync();
    await chair.say({ kind: 'sealing', file: hashOf(text('có tên hộ')), reason: 'Có tên hộ' });
    await chair.sync();
    expect(sure(await handIn(door, 'b.xlsx', text('không tên'))).n).toBe(2);
    expect(await codeOf(handIn(door, 'a.xlsx', text('có tên hộ')))).toBe('sealed');
    expect(sure(await handIn(door, 'c.xlsx', text('cũng không'))).n).toBe(3);
    expect(sure(await askLink(door)).form).not.toBeNull();
  });

  it('takes from one link so much and no more', async () => {
    const { machines } = await book();
    const { door, secret } = await newLink(machines[0]!, 'Bản A');
    for (let at = 0; at < 10; at += 1) sure(await handIn(door, `${at}.xlsx`, text(String(at))));
    expect(await codeOf(handIn(door, 'x.xlsx', text('x')))).toBe('too-often');
    const headers = { 'x-lien-ket': linkDigest(secret) };
    const large = await fetch(`${ORIGIN}/v1/hand-in`, {
      method: 'PUT',
      headers,
      body: new Uint8Array(5.2 * 1024 * 1024),
    });
    expect(large.status).toBe(413);
    const noHead = await fetch(`${ORIGIN}/v1/hand-in`, { method: 'PUT', headers, body: new Uint8Array(100_000) });
    expect(noHead.status).toBe(400);
  });

  it('takes no more reports and bytes in all than one unit ever has, however slowly they come', () => {
    const size = 20 * 1024 * 1024;
    const link = { state: 'open', space: 'a'.repeat(64), device: 'b'.repeat(64) } as const;
    const refusal = (before: number, number: number) => {
      const receipts = Array.from({ length: before }, (_, at) => ({
        n: at + 1,
        hash: `${at}`,
        size: number,
        seconds: 9999,
      }));
      const head = { space: link.space, device: link.device, n: before + 1, prev: receipts.at(-1)?.hash ?? null };
      return whyRefused({ ...link, receipts }, { ...head, at: new Date().toISOString() }, number);
    };
    expect([refusal(9, size), refusal(10, size)]).toEqual([null, 'too-many']);
    expect([refusal(39, 1), refusal(40, 1)]).toEqual([null, 'too-many']);
  });

  it('notifies listeners at once, and restores an emptied server from a machine', async () => {
    const { space, chair, machines } = await book();
    const { door } = await newLink(machines[0]!, 'Bản A');
    const head = await chair.server.newsAfter(null, 10_000);
    const news = chair.server.newsAfter(head, 10_000);
    sure(await handIn(door, 'a.xlsx', text('a')));
    expect(await news).toBe(head! + 1);
    // Restored from before all this: a machine's push of what it has is taken whole, the link's own words too.
    const all = sure(await chair.server.pull(0)).entries;
    const nothing = { rights: [], known: new Set<string>(), forked: new Map<string, number>() };
    const { taken, refused } = judge(space, nothing, all, { device: chair.device, invited: true });
    expect(refused).toEqual([]);
    expect(taken).toHaveLength(all.length);
    expect(sure(await machines[0]!.server.push(all))).toEqual([]);
    expect(sure(await chair.server.pull(0)).entries).toHaveLength(all.length);
  });

  async function putEntry(
    secret: string,
    { hash, body, signature }: Awaited<ReturnType<typeof signEntry>>,
    bytes: Uint8Array,
  ) {
    const line = text(`${JSON.stringify({ hash, body, signature })}\n`);
    const answer = await fetch(`${ORIGIN}/v1/hand-in`, {
      method: 'PUT',
      headers: { 'x-lien-ket': linkDigest(secret) },
      body: new Uint8Array([...line, ...bytes]),
    });
    return answer.status;
  }
});

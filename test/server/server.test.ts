/**
 * The server over the embedded engine, and over this machine's PostgreSQL where there is one: the same tests on both.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../core/council/sha256.ts';
import { communesOf } from '../../core/province/results.ts';
import { deviceOf, type Entry, type Signer, signEntry } from '../../core/share/entry.ts';
import type { Fact } from '../../core/share/fact.ts';
import { digestOf } from '../../core/share/segment.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { IDLE_REASONS, standingOf } from '../../core/share/standing.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { openPostgres } from '../../server/engine/postgres.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { newRate } from '../../server/rate.ts';
import { serve } from '../../server/serve.ts';
import { TRIAL } from '../../session/share/server-carrier.ts';
import { result } from '../unit/province/sent.ts';
import { AT, figure, newSigner, newSpace, saying } from '../unit/share/people.ts';
import { type Fetch, newBook, newMachine, ORIGIN, sure, tokenOf } from './machines.ts';
import { type Cluster, postgresPrograms, startCluster } from './postgres-cluster.ts';

const MIGRATIONS = join(import.meta.dirname, '../../server/migrations');
const MOST = 4 * 1024 * 1024;
const programs = postgresPrograms();
if (!programs)
  process.stderr.write('No PostgreSQL >= 15 here (apt install postgresql): the tests over it did not run.\n');

let cluster: Cluster | null = null;
afterAll(() => cluster?.stop());

const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['embedded', () => openEmbedded(null, MIGRATIONS)],
  ...(programs
    ? [
        [
          'PostgreSQL',
          async () => {
            cluster = await startCluster(programs);
            return openPostgres(cluster.url('postgres'), MIGRATIONS);
          },
        ] as const,
      ]
    : []),
];

describe.each(ENGINES)('over %s', (_name, open) => {
  let engine: Engine;
  let serving: Awaited<ReturnType<typeof serve>>;
  const lines: string[] = [];
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  const link = () => inviteFounder(engine, ORIGIN);
  beforeAll(async () => {
    engine = await open();
    serving = await serve(engine, { most: MOST, log: (line) => lines.push(JSON.stringify(line)) });
  });
  afterAll(() => serving?.close());

  it('brings machines together: entries and files, once each, and the same on all', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'council', 'viewer');
    const [officer, member, viewer] = machines;
    const bytes = new TextEncoder().encode('báo cáo');
    const file = { name: 'Bản Nà Đắng.xlsx', sha256: digestOf(bytes), size: bytes.length, replaces: null };
    sure(await officer!.own.put(file.sha256, bytes));
    await officer!.say(figure(1), { kind: 'report', file });
    expect(await officer!.sync()).toMatchObject({ sent: 2, filesSent: 1 });
    expect(await officer!.sync()).toMatchObject({ sent: 0, received: 0, filesSent: 0 });
    for (const one of [chair, member!, viewer!]) {
      const { standing, filesReceived, notes } = await one.sync();
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([1]);
      expect([filesReceived, standing.missing]).toEqual([1, []]);
      expect(sure(await one.own.take(file.sha256))).toEqual(bytes);
      expect(notes.join()).toBe(engine.kind === 'embedded' ? TRIAL : '');
    }
    // A file that is not what it is called is not kept; a viewer brings none.
    expect(await officer!.server.put(digestOf(new Uint8Array(1)), bytes)).toMatchObject({
      ok: false,
      refusal: { code: 'other-bytes' },
    });
    expect(await viewer!.server.put(file.sha256, bytes)).toMatchObject({ ok: false, refusal: { code: 'no-space' } });
    const late = await newMachine(fetch, space, null);
    expect(sure(await late.server.pull(0)).entries).toEqual([]);
    expect(await member!.server.invite()).toMatchObject({ ok: false, refusal: { code: 'may-not-invite' } });
  });

  it('shows and takes nothing of a space to and from those without a part in it', async () => {
    const { space, machines } = await newBook(fetch, await link(), 'officer');
    const bytes = new TextEncoder().encode('kín');
    sure(await machines[0]!.server.put(digestOf(bytes), bytes));
    const other = await newBook(fetch, await link());
    const inside = await newMachine(fetch, space, null, other.chair.signer);
    for (const one of [await newMachine(fetch, space, 'đoán'), inside]) {
      expect(sure(await one.server.pull(0)).entries).toEqual([]);
      expect(sure(await one.server.has([digestOf(bytes)])).size).toBe(0);
      expect(sure(await one.server.take(digestOf(bytes)))).toBeNull();
      expect(await one.server.put(digestOf(bytes), bytes)).toMatchObject({ ok: false });
      const [asks] = await saying(one.signer, space, sure(await machines[0]!.server.pull(0)).entries, {
        ...{ kind: 'joining', key: one.signer.key, name: 'Kẻ lạ' },
      });
      expect(sure(await one.server.push([asks!]))).toEqual([`máy chủ không nhận 1 mục: ${IDLE_REASONS.stranger}.`]);
      expect(await one.server.invite()).toMatchObject({ ok: false });
    }
    // An entry of one book does not get into another; a token of one opens no other.
    const theirs = sure(await machines[0]!.server.pull(0)).entries;
    expect(sure(await other.chair.server.push(theirs))[0]).toContain('thuộc sổ chung khác');
    expect(await count(space)).toBe(theirs.length);
    const token = await tokenOf(fetch, other.chair.signer, other.space);
    const crossed = await fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(crossed.status).toBe(401);
    const bent = await fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
      headers: { authorization: `Bearer ${token.replace(other.space, space)}` },
    });
    expect(bent.status).toBe(401);
    // Whether a space is there or not, the answer is one.
    const nowhere = await newMachine(fetch, 'f'.repeat(64), null, other.chair.signer);
    expect(await nowhere.server.pull(0)).toEqual(await inside.server.pull(0));
  });

  it('shows a commune what its province says and its own results, never another commune’s', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'commune', 'commune', 'viewer');
    const [one, two, viewer] = machines;
    for (const own of [one!, two!]) {
      await own.say({ kind: 'result', result: result('Xã A') });
      expect(await own.sync()).toMatchObject({ sent: 1 });
    }
    await chair.sync();
    await chair.say(figure(7));
    await chair.sync();
    for (const own of [one!, two!]) {
      const { standing } = await own.sync();
      const counting = standing.counting.filter(({ said }) => said.fact?.kind === 'result');
      expect(counting.map(({ said }) => said.device)).toEqual([own.device]);
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([7]);
      expect(await own.server.put(digestOf(new Uint8Array(1)), new Uint8Array(1))).toMatchObject({ ok: false });
    }
    for (const all of [chair, viewer!])
      expect(communesOf((await all.sync()).standing).flatMap(({ results }) => results)).toHaveLength(1);
    expect((await viewer!.sync()).standing.counting.filter(({ said }) => said.fact?.kind === 'result')).toHaveLength(2);
    // One whose rights ended hears no more.
    await chair.say({ kind: 'revocation', device: two!.device, upTo: 2, reason: 'đổi máy' });
    await chair.sync();
    const late = await newMachine(fetch, two!.space, null, two!.signer);
    const heard = sure(await late.server.pull(0)).entries.filter(({ said }) => said.device !== two!.device);
    expect(heard.filter(({ said }) => said.fact?.kind !== 'founding')).toEqual([]);
  });

  it('takes together what comes at once: who may not is refused alone, and a key copied meanwhile counts no further', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const stranger = await newMachine(fetch, space, null);
    const known = sure(await chair.own.pull(0)).entries;
    const asks = { kind: 'joining', key: stranger.signer.key, name: 'Kẻ lạ' } as const;
    const [asking] = await saying(stranger.signer, space, known, asks);
    const said = await Promise.all(machines.map((one) => saying(one.signer, space, known, figure(1), figure(2))));
    const [left] = await saying(chair.signer, space, known, figure(3));
    const [right] = await saying(chair.signer, space, known, figure(4));
    const pushes = await Promise.all([
      ...machines.map((one, at) => one.server.push(said[at]!)),
      stranger.server.push([asking!]),
      chair.server.push([left!]),
      chair.server.push([right!]),
    ]);
    expect(pushes.map((one) => sure(one).length)).toEqual([0, 0, 1, 0, 0]);
    expect(await count(space)).toBe(known.length + 6);
    // The chair's key wrote twice under one number: what it says behind that gives no rights, from the next push on.
    const late = await newMachine(fetch, space, null, machines[0]!.signer);
    const entries = sure(await late.server.pull(0)).entries;
    const [fourth] = await saying(machines[1]!.signer, space, entries, figure(5));
    expect(sure(await machines[1]!.server.push([fourth!]))).toEqual([]);
    expect(standingOf(space, entries).devices.find(({ device }) => device === chair.device)?.forked).toBe(true);
  });

  it('asks of one address so much a minute, whatever address it claims to be', async () => {
    let now = 0;
    const appWith = async (proxyHeader: string | null) => {
      const { app } = await serve(engine, { most: MOST, log: () => {}, proxyHeader, rate: newRate(() => now, 60) });
      return async (remoteAddress: string, path = '/v1/questions', headers: Record<string, string> = {}) =>
        (await app.request(path, { method: 'POST', headers }, { incoming: { socket: { remoteAddress } } })).status;
    };
    const many = async (count: number, ask: (at: number) => Promise<number>) => {
      const statuses: number[] = [];
      for (let at = 0; at < count; at++) statuses.push(await ask(at));
      return statuses.filter((status) => status === 429).length;
    };
    const plain = await appWith(null);
    expect(
      await many(100, (at) => plain('203.0.113.7', '/v1/questions', { 'x-forwarded-for': `198.51.100.${at}` })),
    ).toBe(40);
    expect(await plain('203.0.113.8')).toBe(200);
    // IPv4 within IPv6 is the same one; of IPv6 a whole network counts as one.
    expect(await plain('::ffff:203.0.113.7')).toBe(429);
    expect(await many(100, (at) => plain(`2001:db8::${at}`))).toBe(40);
    expect(await plain('2001:0db8:0:0:ffff::1')).toBe(429);
    expect(await plain('2001:db8:0:1::1')).toBe(200);
    // What is refused weighs more; a minute later all is well.
    expect(await many(100, () => plain('192.0.2.1', '/v1/khong-co'))).toBeGreaterThan(90);
    now += 120_000;
    expect(await plain('192.0.2.1')).toBe(200);
    expect(await plain('203.0.113.7')).toBe(200);
    // A proxy on this machine whose header is not named limits by itself.
    expect(await many(100, () => plain('127.0.0.1'))).toBe(0);
    // Where it is named, the last address counts: those before it anybody may have written.
    const behind = await appWith('x-forwarded-for');
    const claim = (at: number) =>
      behind('127.0.0.1', '/v1/questions', { 'x-forwarded-for': `198.51.100.${at}, 203.0.113.7` });
    expect(await many(100, claim)).toBe(40);
    expect(await behind('127.0.0.1', '/v1/questions', { 'x-forwarded-for': '203.0.113.9' })).toBe(200);
  });

  it('opens no table to the app, and changes nothing for anybody', async () => {
    await newBook(fetch, await link());
    for (const text of [
      'select * from share.entry',
      'select * from share.result',
      'select * from share.member',
      'select * from share.entry_0',
      'select share.invite_founder($$x$$)',
    ]) {
      await expect(engine.asApp((query) => query(text))).rejects.toMatchObject({ code: '42501' });
    }
    for (const text of [
      'update share.entry set n = 9',
      'delete from share.entry',
      'truncate share.entry',
      'truncate share.entry_0',
      'delete from share.entry_0',
      'truncate share.result',
    ]) {
      await expect(engine.asOwner((query) => query(text)).then(() => query0(text))).rejects.toMatchObject({
        code: '42501',
      });
    }
    // Row-level security itself, whatever the program asks: a stranger's entry goes nowhere, a member's no further than
    // the space may grow.
    const { space, chair } = await newBook(fetch, await link());
    const adding = (device: string, most: number) => {
      const row = { at: 0, hash: 'f'.repeat(64), device, n: 9, kind: 'observation', body: '{}', signature: '' };
      return engine.asApp(async (query) => {
        const [begun] = await query<{ id: number }>('select share.begin_push($1, $2, null) as id', [device, space]);
        return query('select share.add($1, $2, $3)', [begun?.id, JSON.stringify([row]), most]);
      });
    };
    const head = await count(space);
    await expect(adding('e'.repeat(64), MOST)).rejects.toMatchObject({ code: '42501' });
    await expect(adding(chair.device, 100)).rejects.toMatchObject({ code: '53100' });
    expect(await count(space)).toBe(head);
    // The owner of the tables, told of no device, sees no entry.
    const [seen] = await engine.asOwner(async (query) => {
      await query('set local role share_owner');
      return query<{ n: string | number }>('select count(*) as n from share.entry');
    });
    expect(Number(seen?.n)).toBe(0);
  });

  it('keeps what comes twice once, and refuses what is forged, of a wrong role, or of a lost device', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'council');
    const [officer, member] = machines;
    const [said] = await officer!.say(figure(1));
    expect(sure(await officer!.server.push([said!, said!]))).toEqual([]);
    expect(sure(await chair.server.push([said!]))).toEqual([]);
    const head = await count(space);
    // In the officer's name under another key; and the signature of another entry.
    const { v: _, device, fact, ...rest } = said!.said;
    const next = { ...rest, n: rest.n + 1, prev: said!.hash };
    const own = await signEntry(await newSigner(), next, figure(9));
    const body = own.body.replace(own.said.device, device);
    const forged = { hash: sha256(body), body, signature: own.signature };
    expect(sure(await chair.server.push([forged]))[0]).toContain('chữ ký');
    expect(fact?.kind).toBe('observation');
    // A council member's device writes figures; an officer's device admits somebody.
    const theirs = sure(await chair.server.pull(0)).entries;
    const lastOf = (who: string) =>
      theirs.filter((one) => one.said.device === who).sort((a, b) => b.said.n - a.said.n)[0]!;
    const asChair = await signEntry(
      officer!.signer,
      { ...next, knows: [] },
      { kind: 'admission', device: member!.device, role: 'chair', name: 'X' },
    );
    expect(sure(await officer!.server.push([asChair]))[0]).toContain(IDLE_REASONS.role);
    const seat = lastOf(member!.device);
    const figures = await signEntry(
      member!.signer,
      { space, n: seat.said.n + 1, prev: seat.hash, knows: [], at: AT },
      figure(4),
    );
    expect(sure(await member!.server.push([figures]))[0]).toContain(IDLE_REASONS.role);
    expect(await count(space)).toBe(head);
    // Lost: what it says later is not taken, whatever its clock says, and it reads only what it wrote itself.
    await chair.sync();
    await chair.say({ kind: 'revocation', device: officer!.device, upTo: said!.said.n, reason: 'Mất máy' });
    await chair.sync();
    const later = await signEntry(officer!.signer, { ...next, at: '1999-01-01T00:00:00+07:00' }, figure(5));
    expect(sure(await officer!.server.push([later]))[0]).toContain(IDLE_REASONS.revoked);
    const left = sure(await officer!.server.pull(0)).entries;
    expect(left.every((one) => one.said.device === officer!.device || one.said.fact?.kind === 'founding')).toBe(true);
  });

  it('goes by no device’s clock', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'officer');
    const signer = machines[0]!.signer;
    const known = sure(await chair.server.pull(0)).entries;
    const last = known.filter((one) => one.said.device === machines[0]!.device).sort((a, b) => b.said.n - a.said.n)[0]!;
    const head = {
      space: chair.space,
      n: last.said.n + 1,
      prev: last.hash,
      knows: [],
      at: '1971-05-05T00:00:00+07:00',
    };
    const early = await signEntry(signer, head, figure(7));
    expect(sure(await machines[0]!.server.push([early]))).toEqual([]);
    const { standing } = await chair.sync();
    expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([7]);
    const own = standing.counting.filter((one) => one.said.device === machines[0]!.device);
    expect(own.map(({ hash }) => hash)).toEqual([last.hash, early.hash]);
  });

  it('refuses what is giant, too much, or no entry, and stays as it was', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const token = await tokenOf(fetch, chair.signer, space);
    const put = (body: string) =>
      fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${token}` },
      });
    const head = await count(space);
    expect((await put(JSON.stringify({ entries: ['x'.repeat(2_000_000)] }))).status).toBe(413);
    expect((await put(JSON.stringify({ entries: Array.from({ length: 501 }, () => 1) }))).status).toBe(400);
    for (const body of ['', '{', '[]', 'null', '{"entries":{}}']) expect((await put(body)).status).toBe(400);
    const odd = [
      null,
      1,
      'x',
      {},
      { hash: 'x', body: '{}', signature: '' },
      { hash: 'a'.repeat(64), body: '[[[['.repeat(999), signature: 'b'.repeat(128) },
    ];
    const answer = await put(JSON.stringify({ entries: odd }));
    expect(answer.status).toBe(200);
    const { refused } = (await answer.json()) as { refused: { code: string }[] };
    expect(refused.map(({ code }) => code)).toEqual(odd.map(() => 'malformed'));
    expect(
      (await fetch(`${ORIGIN}/v1/spaces/${space}/entries?since=-1`, { headers: { authorization: `Bearer ${token}` } }))
        .status,
    ).toBe(400);
    // A space has a limit: the file that goes over it is not kept, and those that fit still are.
    const bytes = new Uint8Array(3 * 1024 * 1024);
    sure(await chair.server.put(digestOf(bytes), bytes));
    const more = bytes.map(() => 1);
    expect(await chair.server.put(digestOf(more), more)).toMatchObject({ ok: false, refusal: { code: 'full' } });
    expect([...sure(await chair.server.has([digestOf(bytes), digestOf(more)]))]).toEqual([digestOf(bytes)]);
    expect(await count(space)).toBe(head);
  });

  it('loses nothing and doubles nothing when the network breaks off before and after the answer', async () => {
    const founder = await link();
    const { chair } = await newBook(fetch, founder);
    let calls = 0;
    const shaky: Fetch = async (address, init) => {
      calls += 1;
      if (calls % 3 === 1) throw new TypeError('fetch failed');
      const answer = await fetch(address, init);
      if (calls % 3 === 2) throw new TypeError('socket hang up');
      return answer;
    };
    const again = await newMachine(shaky, chair.space, null, chair.signer);
    await again.sync();
    await again.say(...Array.from({ length: 600 }, (_, at) => figure(at)));
    expect(await again.sync()).toMatchObject({ sent: 600 });
    const { standing, received } = await chair.sync();
    expect([received, sharedOf(standing).observations.length, standing.idle]).toEqual([600, 600, []]);
    expect(await count(chair.space)).toBe(601);
  });

  it('takes a book that lived in a folder, of any length, in one go', async () => {
    // The chair admits late in a long chain of its own; the officer's entries have low numbers.
    const { space, entries, chair } = await newSpace();
    const signer = await newSigner();
    const all = [...entries];
    const also = async (by: Signer, ...facts: readonly Fact[]) =>
      void all.push(...(await saying(by, space, all, ...facts)));
    await also(chair.signer, ...Array.from({ length: 300 }, (_, n) => figure(n)));
    await also(signer, { kind: 'joining', key: signer.key, name: 'X' });
    await also(chair.signer, { kind: 'admission', device: deviceOf(signer.key), role: 'officer', name: 'X' });
    await also(signer, ...Array.from({ length: 200 }, (_, n) => figure(1000 + n)));
    const machine = await newMachine(fetch, space, (await link()).split('#')[1] ?? '', chair.signer);
    sure(await machine.own.push(all.reverse()));
    const { sent, notes } = await machine.sync();
    expect([sent, notes.filter((note) => note !== TRIAL)]).toEqual([all.length, []]);
    expect(await machine.sync()).toMatchObject({ sent: 0 });
    expect(await count(space)).toBe(all.length);
  });

  it('is noticed when it lies: altered, forged and held-back entries', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const [one, two] = machines;
    await one!.say(figure(1), figure(2));
    await one!.sync();
    await two!.sync();
    await two!.say(figure(3));
    await two!.sync();
    const lying =
      (change: (entries: readonly { hash: string; body: string; signature: string }[]) => unknown): Fetch =>
      async (address, init) => {
        const answer = await fetch(address, init);
        if (init.method !== 'GET' || !address.includes('/entries')) return answer;
        const page = (await answer.json()) as { entries: Entry[] };
        return Response.json({ ...page, entries: change(page.entries) });
      };
    const altered = await newMachine(
      lying((all) => all.map((e) => ({ ...e, body: e.body.replace('"value":1', '"value":9') }))),
      chair.space,
      null,
      chair.signer,
    );
    expect((await altered.sync()).notes.join()).toContain('đưa 1 mục bị sửa');
    const anew = await newMachine(
      lying((all) =>
        all.map((e) => {
          const body = e.body.replace('"value":1', '"value":9');
          return { ...e, body, hash: sha256(body) };
        }),
      ),
      ...([chair.space, null, chair.signer] as const),
    );
    const seen = await anew.sync();
    expect(seen.notes.join()).toContain('1 mục không mang chữ ký đúng');
    expect(sharedOf(seen.standing).observations.map(({ value }) => value)).not.toContain(9);
    const last = (await one!.sync()).standing.devices.find(({ device }) => device === one!.device)!.last!;
    const held = await newMachine(
      lying((all) => all.filter((e) => e.hash !== last.hash)),
      chair.space,
      null,
      chair.signer,
    );
    expect((await held.sync()).standing.missing).toEqual([last.hash]);
  });

  it('hands every entry to a follower while many write at once', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer', 'officer', 'officer');
    let writing = true;
    const seen: string[] = [];
    const following = (async () => {
      let next = 0;
      for (let last = false; !last; ) {
        last = !writing;
        // The embedded engine never leaves the turn by itself.
        await new Promise((done) => setImmediate(done));
        const page = sure(await chair.server.pull(next));
        seen.push(...page.entries.map(({ hash }) => hash));
        next = page.next;
      }
    })();
    await Promise.all(
      machines.map(async (machine) => {
        const said = await machine.say(...Array.from({ length: 30 }, (_, at) => figure(at)));
        for (const entry of said) sure(await machine.server.push([entry]));
      }),
    );
    writing = false;
    await following;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await count(space));
  });

  it('tells those who listen at once, and nobody else', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const listen = async (signer: Signer) =>
      fetch(`${ORIGIN}/v1/spaces/${space}/live`, {
        headers: { authorization: `Bearer ${await tokenOf(fetch, signer, space)}` },
      });
    expect((await listen(await newSigner())).status).toBe(403);
    const reader = (await listen(chair.signer)).body!.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain('data: 1');
    await chair.say(figure(1));
    await chair.sync();
    expect(await read()).toContain('data: 2');
    await reader.cancel();
  });

  it('is watched without anybody’s name: health, measures, log', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const health = (await (await fetch(`${ORIGIN}/health`, {})).json()) as { notice?: string };
    expect(health).toMatchObject({ ok: true, engine: engine.kind });
    const page = await (await fetch(`${ORIGIN}/`, {})).text();
    expect([page.includes('CHẠY THỬ'), health.notice !== undefined]).toEqual(Array(2).fill(engine.kind === 'embedded'));
    const measures = await (await fetch(`${ORIGIN}/metrics`, {})).text();
    expect(measures).toMatch(/^tds_entries_taken_total \d+$/m);
    expect(measures).toMatch(/^tds_request_seconds_bucket\{le="0.2"\} \d+$/m);
    const told = `${lines.join('\n')}\n${measures}`;
    expect(told).toContain('POST /v1/spaces/:space/entries');
    for (const secret of [space, chair.device, 'Ta Ma', 'chủ tịch', chair.signer.key])
      expect(told).not.toContain(secret);
  });

  const query0 = (text: string) => engine.asOwner((query) => query(text.replace('share.entry ', 'share.entry_1 ')));
  const count = async (space: string) => {
    const [row] = await engine.asOwner((query) =>
      query<{ n: string | number }>(
        'select count(*) as n from share.entry e join share.space s on s.id = e.space where s.digest = $1',
        [space],
      ),
    );
    return Number(row?.n);
  };
});

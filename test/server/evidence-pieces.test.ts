/**
 * Large files of evidence over both engines: in pieces by a link over a network that breaks off, and by an officer's
 * machine; joined by who reads, refused where they are not what the entry names, and sealed whole.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../core/share/named-bytes.ts';
import { PIECE } from '../../core/share/pieces.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { signEntry } from '../../core/share/sign-entry.ts';
import { namedBytes as cutBytes, takeWhole } from '../../core/share/whole-file.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { openPort } from '../../server/listen.ts';
import { serve } from '../../server/serve.ts';
import { newEvidenceSending, type WaitingEvidence } from '../../session/hand-in/send-evidence.ts';
import { askLink, handIn } from '../../session/share/hand-in.ts';
import { linkDigest, linkSigner } from '../../session/share/link-key.ts';
import { ENGINES, type Opened, passes } from './engines.ts';
import { type Fetch, type Machine, newBook, newLink, ORIGIN, sure } from './machines.ts';

const MB = 1024 * 1024;
/** Bytes a space may come to. */
const MOST = 48 * MB;
const namedBytes = (bytes: Uint8Array) => cutBytes(bytes, async (part) => digestOf(part));
const bytesOf = (length: number) => new Uint8Array(randomBytes(length));

/** As `toEqual`, which takes seconds for a megabyte. */
const isSame = (bytes: Uint8Array | null, wanted: Uint8Array) => bytes !== null && Buffer.compare(bytes, wanted) === 0;

/** A way to the port that counts what is sent over it, and breaks off each connection after other so many bytes. */
async function breakingWay(port: number) {
  const seen = { bytes: 0, breaks: 0 };
  const way = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    let left = 200_000 + ((seen.breaks * 7919) % 31) * 90_000;
    for (const end of [client, server]) end.on('error', () => {});
    client.on('data', (part) => {
      seen.bytes += part.length;
      left -= part.length;
      if (left > 0) return void server.write(part);
      seen.breaks += 1;
      client.destroy();
      server.destroy();
      return undefined;
    });
    server.on('data', (part) => client.write(part));
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
  return { seen, origin: `http://127.0.0.1:${(way.address() as AddressInfo).port}`, close: () => way.close() };
}

describe.each(ENGINES)('over %s', (engine, open) => {
  let opened: Opened;
  let serving: Awaited<ReturnType<typeof serve>>;
  let port: Server;
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  beforeAll(async () => {
    opened = await open();
    serving = await serve(opened.engine, passes, { most: MOST, log: () => undefined, origin: ORIGIN });
    port = openPort(serving.app.fetch, { port: 0, hostname: '127.0.0.1' }, () => {});
    await once(port, 'listening');
  });
  afterAll(async () => {
    port?.close();
    port?.closeAllConnections();
    await serving?.close();
    await opened?.close();
  });

  const book = async () => newBook(fetch, await inviteFounder(opened.owner, ORIGIN), 'officer');
  const asOwner = <T>(text: string, values: readonly unknown[] = []) =>
    opened.owner.asOwner(async (query) => {
      await query("select set_config('share.judge', 'on', true)");
      return query<T>(text, values);
    });
  /** Pieces that wait in the database, and files that stand there. */
  const held = async () => {
    const [row] = await asOwner<{ waiting: number; files: number }>(
      'select (select count(*)::int from share.waiting_piece) as waiting, (select count(*)::int from share.file) as files',
    );
    return [row!.waiting, row!.files];
  };
  const evidenceOf = async (machine: Machine) => {
    const { standing, filesMissing } = await machine.sync();
    expect([standing.idle, filesMissing]).toEqual([[], []]);
    return sharedOf(standing).evidence;
  };

  /** Requests as no page of ours sends them. */
  const request = async (secret: string, method: string, path: string, body: Uint8Array | string) => {
    const init = { method, headers: { 'x-lien-ket': linkDigest(secret) }, body: body as Uint8Array<ArrayBuffer> };
    const answer = await fetch(`${ORIGIN}/v1/hand-in${path}`, init);
    const answered = (await answer.json()) as { code?: string; message?: string; has?: readonly string[] };
    if (answer.status >= 400) expect(answered.message).toMatch(/^\p{Lu}.+\.$/u);
    return answered.code ?? answered.has ?? 'ok';
  };
  const here = (secret: string, digests: readonly string[]) =>
    request(secret, 'POST', '/pieces', JSON.stringify({ digests }));
  const put = (secret: string, bytes: Uint8Array, digest = digestOf(bytes)) =>
    request(secret, 'PUT', `/pieces/${digest}`, bytes);
  /** Hands in an entry that names the file so, as the link's next. */
  const name = async ({ door, key }: Awaited<ReturnType<typeof newLink>>, file: object) => {
    const { space, receipts, now } = sure(await askLink(door));
    const last = receipts.at(-1);
    const head = { space, n: (last?.n ?? 0) + 1, prev: last?.hash ?? null, knows: [], at: now };
    const fact = { kind: 'handed-in', file: { name: 'a.pdf', ...file }, criterion: '1.1' } as never;
    const { hash, body, signature } = await signEntry((await linkSigner(door.secret, key))!, head, fact);
    return request(door.secret, 'PUT', '', `${JSON.stringify({ hash, body, signature })}\n`);
  };

  it('brings 20 MB over a network that breaks off, sends only what is missing again, and is joined by who reads', async () => {
    const { chair, machines } = await book();
    const { door } = await newLink(fetch, machines[0]!, 'Bản A');
    const { seen, origin, close } = await breakingWay((port.address() as AddressInfo).port);
    // The engine for trying takes seconds for a megabyte.
    const megabytes = engine === 'PostgreSQL' ? 20 : 3;
    const bytes = bytesOf(megabytes * MB);
    let stored: readonly WaitingEvidence[] = [];
    const [messages, arrived]: [string[], number[]] = [[], []];
    await new Promise<void>((done) => {
      const ofPage = {
        waiting: async () => stored,
        keep: async (files: readonly WaitingEvidence[]) => {
          stored = [...stored, ...files];
          return true;
        },
        forget: async (file: WaitingEvidence) => {
          stored = stored.filter((other) => other !== file);
        },
        say: (text: string) => void messages.push(text),
        arrived: ({ n }: { readonly n: number }) => {
          arrived.push(n);
          done();
        },
      };
      // A page of its own after each break: what was sent is known by the server alone.
      const opened = () => newEvidenceSending({ ...door, origin, fetch: globalThis.fetch }, parts);
      const parts: Parameters<typeof newEvidenceSending>[1] = {
        ...ofPage,
        later: () => void setTimeout(() => void opened().resume(), 1),
      };
      void opened().add([{ name: 'biên bản.pdf', bytes, criterion: '1.1' }]);
    });
    close();
    expect([stored, arrived]).toEqual([[], [1]]);
    expect(seen.breaks).toBeGreaterThan(megabytes / 4);
    // Each break costs at most the piece that was under way.
    expect(seen.bytes).toBeGreaterThan(bytes.length);
    expect(seen.bytes).toBeLessThan(bytes.length + seen.breaks * PIECE + MB);
    const counts = messages.flatMap((text) => /đã gửi (\d+)\/(?:20|3) MB/.exec(text)?.[1] ?? []).map(Number);
    expect([counts.at(-1), counts.toSorted((a, b) => a - b)]).toEqual([megabytes - 1, counts]);
    // The link's form, and each piece once.
    expect(await held()).toEqual([0, megabytes * 2 + 1]);
    for (const machine of [chair, machines[0]!]) {
      const [evidence] = await evidenceOf(machine);
      expect(evidence).toMatchObject({ unit: 'Bản A', file: { name: 'biên bản.pdf', size: bytes.length } });
      expect(isSame(sure(await takeWhole(machine.own.take, evidence!.file)), bytes)).toBe(true);
    }
    // For another criterion nothing of it is sent again, and the same answer comes for the same entry.
    const sizes: number[] = [];
    const counting: Fetch = (address, init) => {
      sizes.push(init.body instanceof Uint8Array ? init.body.length : 0);
      return fetch(address, init);
    };
    expect(sure(await handIn({ ...door, fetch: counting }, 'biên bản.pdf', bytes, '1.2')).n).toBe(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(0);
    expect(sure(await handIn(door, 'biên bản.pdf', bytes, '1.1')).n).toBe(1);
  }, 60_000);

  it('takes a file only as its entry names it, of pieces this very link has brought, and keeps nothing of another', async () => {
    const { machines } = await book();
    const link = await newLink(fetch, machines[0]!, 'Bản A');
    const two = await newLink(fetch, machines[0]!, 'Bản B');
    const bytes = bytesOf(PIECE + 1000);
    const { named, pieces } = await namedBytes(bytes);
    const [first, last] = pieces.map((piece) => piece.bytes);
    const before = await held();
    // Bytes that are not those of the digest, too many of them, none, or by nobody's link.
    expect(await put(link.secret, first!, digestOf(last!))).toBe('other-bytes');
    expect(await put(link.secret, new Uint8Array())).toBe('other-bytes');
    expect(await put(link.secret, bytesOf(PIECE + 1))).toBe('too-large');
    expect(await put('đoán', last!)).toBe('no-link');
    expect(await here('đoán', [])).toBe('no-link');
    expect(
      await here(
        link.secret,
        Array.from({ length: 41 }, () => named.sha256),
      ),
    ).toBe('malformed');
    expect(await held()).toEqual(before);
    // One of two pieces is there; again does no harm. The other link has none.
    expect([await put(link.secret, first!), await put(link.secret, first!)]).toEqual(['ok', 'ok']);
    expect(await here(link.secret, named.pieces!)).toEqual([digestOf(first!)]);
    expect(await here(two.secret, named.pieces!)).toEqual([]);
    expect(await name(link, named)).toBe('missing');
    expect(await put(link.secret, last!)).toBe('ok');
    // The pieces of another link are not there for this link, waiting or handed in.
    expect(await name(two, named)).toBe('missing');
    expect(await name(link, named)).toBe('ok');
    expect(await name(two, named)).toBe('missing');
    expect(await here(two.secret, named.pieces!)).toEqual([]);
    // Too many or too few pieces for the size, pieces of a report, a file that is too large.
    const cut = named.pieces!;
    for (const file of [
      { ...named, pieces: [...cut, cut[0]!] },
      { ...named, pieces: cut.slice(1) },
      { ...named, size: 21 * MB, pieces: Array.from({ length: 42 }, () => cut[0]!) },
      { ...named, pieces: undefined, size: 6 * MB },
    ])
      expect(await name(link, file)).toBe('malformed');
    const after = await held();
    // The pieces are there and come to another file: they go too.
    const other = pieces.map((piece) => new Uint8Array(piece.bytes.map((byte) => byte ^ 1)));
    for (const piece of other) expect(await put(two.secret, piece)).toBe('ok');
    expect(await name(two, { ...named, pieces: other.map(digestOf) })).toBe('other-bytes');
    // In another order, and of other lengths, they do as well.
    for (const piece of other) expect(await put(two.secret, piece)).toBe('ok');
    expect(await name(two, { ...named, pieces: other.map(digestOf).reverse() })).toBe('other-bytes');
    expect(await held()).toEqual(after);
    expect(sure(await askLink(two.door)).receipts).toEqual([]);
  });

  it('waits two days for the entry of a piece and no longer, and takes of a link so much and no more', async () => {
    const { machines } = await book();
    const { secret, door } = await newLink(fetch, machines[0]!, 'Bản A');
    const [piece, other] = [bytesOf(1000), bytesOf(1000)];
    await put(secret, piece);
    await put(secret, other);
    const aged = async (days: number) => {
      await opened.owner.asOwner(async (query) => {
        await query(
          "select set_config('share.judge', 'on', true), set_config('share.handing', (select space::text from share.waiting_piece limit 1), true)",
        );
        await query(`update share.waiting_piece set at = now() + $2 * interval '1 hour' where digest = $1`, [
          digestOf(piece),
          days * 24,
        ]);
      });
      await opened.engine.query('select share.drop_waiting()');
      return here(secret, [digestOf(piece), digestOf(other)]);
    };
    expect(await aged(-1.9)).toHaveLength(2);
    // A page that still asks for it holds it.
    expect(await aged(0)).toHaveLength(2);
    expect(await aged(-2.1)).toEqual([digestOf(other)]);
    await put(secret, piece);
    // Came while the clock was ahead.
    expect(await aged(300)).toEqual([digestOf(other)]);
    // A full book: in one sentence, and what waits is still there.
    const large = bytesOf(PIECE);
    const full = await serve(opened.engine, passes, { most: 1000, log: () => undefined, origin: ORIGIN });
    const answer = await full.app.request(`${ORIGIN}/v1/hand-in/pieces/${digestOf(large)}`, {
      ...{ method: 'PUT', headers: { 'x-lien-ket': linkDigest(secret) }, body: large },
    });
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
      507,
      'Máy chủ hết chỗ: mục chưa được nhận, vẫn còn nguyên ở máy gửi.',
    ]);
    expect(await here(secret, [digestOf(large), digestOf(other)])).toEqual([digestOf(other)]);
    expect(sure(await askLink(door)).receipts).toEqual([]);
    const [heavy] = await opened.engine.query<{ outcome: string }>(
      'select share.keep_piece($1, $2, $3, $4, $5, 1500, 9, 99999999) as outcome',
      [...[linkDigest(secret), digestOf(large), Buffer.from(piece), 'x', Buffer.from('x')]],
    );
    expect(heavy).toEqual({ outcome: 'too-many' });
    const [many] = await opened.engine.query<{ outcome: string }>(
      'select share.keep_piece($1, $2, $3, $4, $5, 9999999, 1, 99999999) as outcome',
      [...[linkDigest(secret), digestOf(large), Buffer.from(piece), 'x', Buffer.from('x')]],
    );
    expect(many).toEqual({ outcome: 'too-many' });
  });

  it('is sealed with all its pieces, whichever way they came, and comes back by none', async () => {
    const { chair, machines } = await book();
    const [officer] = machines;
    const [waiting] = await held();
    const { door, secret } = await newLink(fetch, officer!, 'Bản A');
    const [secretBytes, other] = [bytesOf(2 * PIECE + 5), bytesOf(PIECE + 5)];
    const { named, pieces } = await namedBytes(secretBytes);
    sure(await handIn(door, 'hộ nghèo.pdf', secretBytes, '1.1'));
    sure(await handIn(door, 'khác.pdf', other, '1.1'));
    const keys = async () =>
      (await asOwner('select from share.file_key where digest = any ($1)', [named.pieces])).length;
    expect([await keys(), (await evidenceOf(chair)).length]).toEqual([3, 2]);
    await chair.say({ kind: 'sealing', file: named.sha256, reason: 'Có tên hộ' });
    await chair.sync();
    expect(await keys()).toBe(0);
    for (const machine of [chair, officer!]) {
      const { standing, filesMissing } = await machine.sync();
      const { evidence, sealed } = sharedOf(standing);
      expect([filesMissing, evidence.map(({ file }) => sealed.has(file.sha256))]).toEqual([[], [true, false]]);
      expect(sure(await takeWhole(machine.own.take, evidence[0]!.file))).toBeNull();
      expect(isSame(sure(await takeWhole(machine.own.take, evidence[1]!.file)), other)).toBe(true);
      for (const { digest } of pieces) {
        expect(sure(await machine.own.take(digest))).toBeNull();
        expect(sure(await machine.server.take(digest))).toBeNull();
      }
    }
    // By the link, by an officer's machine, under another file's name.
    expect(await handIn(door, 'lại.pdf', secretBytes, '1.2')).toMatchObject({ ok: false, refusal: { code: 'sealed' } });
    for (const { digest, bytes } of pieces) {
      expect(await put(secret, bytes)).toBe('sealed');
      sure(await officer!.server.put(digest, bytes));
    }
    expect([await keys(), (await held())[0]]).toEqual([0, waiting]);
    // Sealed as a whole before any entry named its pieces: they are refused at the entry, and go.
    const later = bytesOf(PIECE + 9);
    const cut = await namedBytes(later);
    await chair.say({ kind: 'sealing', file: cut.named.sha256, reason: 'Có tên hộ' });
    await chair.sync();
    expect(await handIn(door, 'b.pdf', later, '1.3')).toMatchObject({ ok: false, refusal: { code: 'sealed' } });
    expect((await held())[0]).toBe(waiting);
    // An officer's entry may name them first or last: their keys go with it.
    for (const { digest, bytes } of cut.pieces) sure(await officer!.server.put(digest, bytes));
    const about = { unit: 'Bản A', period: '2025', criterion: '1.4' };
    await officer!.say({ kind: 'evidence', ...about, file: { name: 'b.pdf', ...cut.named } });
    await officer!.sync();
    expect([...sure(await officer!.server.has(cut.named.pieces!))]).toEqual([]);
  });
});

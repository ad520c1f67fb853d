/** What the server refuses: too much of one address, what is forged or nobody’s to say, what is giant or no entry. */
import { expect, it } from 'vitest';
import { sha256 } from '../../../core/council/sha256.ts';
import type { Fact } from '../../../core/share/fact.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { signEntry } from '../../../core/share/sign-entry.ts';
import { IDLE_REASONS } from '../../../core/share/standing.ts';
import { newRate } from '../../../server/rate.ts';
import { serve } from '../../../server/serve.ts';
import { AT, figure, newSigner } from '../../unit/share/people.ts';
import { passes } from '../engines.ts';
import { newBook, ORIGIN, sure, tokenOf } from '../machines.ts';
import { MOST, type Over } from './over.ts';

export function whatIsRefused(over: Over): void {
  const { fetch, link, count } = over;

  it('limits requests a minute per address, whatever address a header claims', async () => {
    let now = 0;
    const appWith = async (proxyHeader: string | null) => {
      const { app } = await serve(over.engine, passes, {
        origin: ORIGIN,
        most: MOST,
        log: () => {},
        proxyHeader,
        rate: newRate(() => now, 60),
      });
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
    // IPv4 within IPv6 is the same address; of IPv6 a whole network counts as an address.
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

  it('keeps what comes twice once, and refuses what is forged, of a wrong role, or of a lost device', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'council');
    const [officer, member] = machines;
    const [said] = await officer!.say(figure(1));
    expect(sure(await officer!.server.push([said!, said!]))).toEqual([]);
    expect(sure(await chair.server.push([said!]))).toEqual([]);
    const head = await count(space);
    // In the officer's name under another key; and the signature of another entry.
    const { v: _, device, fact, ...rest } = said!.content;
    const next = { ...rest, n: rest.n + 1, prev: said!.hash };
    const own = await signEntry(await newSigner(), next, figure(9));
    const body = own.body.replace(own.content.device, device);
    const forged = { hash: sha256(body), body, signature: own.signature };
    expect(sure(await chair.server.push([forged]))[0]).toContain('chữ ký');
    expect(fact?.kind).toBe('observation');
    // A council member's device writes figures; an officer's device admits somebody.
    const theirs = sure(await chair.server.pull(0)).entries;
    const lastOf = (who: string) =>
      theirs.filter((their) => their.content.device === who).sort((a, b) => b.content.n - a.content.n)[0]!;
    const asChair = await signEntry(
      officer!.signer,
      { ...next, knows: [] },
      { kind: 'admission', device: member!.device, role: 'chair', name: 'X' },
    );
    expect(sure(await officer!.server.push([asChair]))[0]).toContain(IDLE_REASONS.role);
    const seat = lastOf(member!.device);
    const figures = await signEntry(
      member!.signer,
      { space, n: seat.content.n + 1, prev: seat.hash, knows: [], at: AT },
      figure(4),
    );
    expect(sure(await member!.server.push([figures]))[0]).toContain(IDLE_REASONS.role);
    expect(await count(space)).toBe(head);
    // Lost: its later entries are refused, whatever its clock shows, and it reads only its own entries.
    await chair.sync();
    await chair.say({ kind: 'revocation', device: officer!.device, upTo: said!.content.n, reason: 'Mất máy' });
    await chair.sync();
    const later = await signEntry(officer!.signer, { ...next, at: '1999-01-01T00:00:00+07:00' }, figure(5));
    expect(sure(await officer!.server.push([later]))[0]).toContain(IDLE_REASONS.revoked);
    // Nor does it carry what others say.
    const [of] = await chair.say(figure(6));
    expect(sure(await officer!.server.push([of!]))[0]).toContain(IDLE_REASONS.revoked);
    const left = sure(await officer!.server.pull(0)).entries;
    expect(
      left.every(
        (readEntry) => readEntry.content.device === officer!.device || readEntry.content.fact?.kind === 'founding',
      ),
    ).toBe(true);
  });

  it('goes by no device’s clock', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'officer');
    const signer = machines[0]!.signer;
    const known = sure(await chair.server.pull(0)).entries;
    const last = known
      .filter((readEntry) => readEntry.content.device === machines[0]!.device)
      .sort((a, b) => b.content.n - a.content.n)[0]!;
    const head = {
      space: chair.space,
      n: last.content.n + 1,
      prev: last.hash,
      knows: [],
      at: '1971-05-05T00:00:00+07:00',
    };
    const early = await signEntry(signer, head, figure(7));
    expect(sure(await machines[0]!.server.push([early]))).toEqual([]);
    const { standing } = await chair.sync();
    expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([7]);
    const own = standing.counting.filter((readEntry) => readEntry.content.device === machines[0]!.device);
    expect(own.map(({ hash }) => hash)).toEqual([last.hash, early.hash]);
  });

  it('sends a strict policy and forbids framing, on every page', async () => {
    for (const path of ['/', '/health', '/v1/no-such']) {
      const { headers } = await fetch(`${ORIGIN}${path}`, {});
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.* frame-ancestors 'none'$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('refuses what is giant, too much, or no entry, and stays as it was', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const token = await tokenOf(fetch, chair.signer, space);
    const put = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
    const head = await count(space);
    const giant = JSON.stringify({ entries: ['x'.repeat(2_000_000)] });
    expect((await put(giant)).status).toBe(413);
    for (const stated of [String(giant.length), '-1', 'x'])
      expect([stated, (await put(giant, { 'content-length': stated })).status]).toEqual([stated, 413]);
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
    // Signed, in its turn, of an unknown kind: stored, unless it is too long.
    const last = sure(await chair.own.pull(0)).entries.at(-1);
    const unknown = (length: number) =>
      signEntry(chair.signer, { space, n: (last?.content.n ?? 0) + 1, prev: last?.hash ?? null, knows: [], at: AT }, {
        kind: 'of-tomorrow',
        text: 'x'.repeat(length),
      } as unknown as Fact);
    const whole = async (length: number) => {
      const { hash, body, signature } = await unknown(length);
      const answer = await (await put(JSON.stringify({ entries: [{ hash, body, signature }] }))).json();
      return [body.length > 64 * 1024, (answer as { refused: { code: string }[] }).refused.map(({ code }) => code)];
    };
    expect(await whole(65_400)).toEqual([true, ['malformed']]);
    expect(await whole(65_000)).toEqual([false, []]);
    expect(
      (await fetch(`${ORIGIN}/v1/spaces/${space}/entries?since=-1`, { headers: { authorization: `Bearer ${token}` } }))
        .status,
    ).toBe(400);
    // A space has a limit: the file that exceeds it is not stored, and those that fit still are.
    const bytes = new Uint8Array(3 * 1024 * 1024);
    sure(await chair.server.put(digestOf(bytes), bytes));
    const more = bytes.map(() => 1);
    expect(await chair.server.put(digestOf(more), more)).toMatchObject({ ok: false, refusal: { code: 'full' } });
    expect([...sure(await chair.server.has([digestOf(bytes), digestOf(more)]))]).toEqual([digestOf(bytes)]);
    expect(await count(space)).toBe(head + 1);
  });
}

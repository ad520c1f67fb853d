/**
 * The server's clock jumps by a year and back, with its database's, over the engine in this process: nobody is let in
 * by it, nobody stays shut out, and what is stored stays in its order.
 */
import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { communesOf } from '../../core/province/results.ts';
import type { Fact } from '../../core/share/fact.ts';
import { proofText } from '../../core/share/proof.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { newRate } from '../../server/rate.ts';
import { serve } from '../../server/serve.ts';
import { askLink, handIn } from '../../session/share/hand-in.ts';
import { linkDigest, newLinkKey } from '../../session/share/link-key.ts';
import { result, target } from '../unit/province/sent.ts';
import { figure, newSigner } from '../unit/share/people.ts';
import { ENGINES, type Opened, passes } from './engines.ts';
import { type Fetch, type Machine, newBook, newMachine, ORIGIN, sure, tokenOf } from './machines.ts';

const YEAR = 365 * 24 * 3_600_000;
const text = (words: string) => new TextEncoder().encode(words);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let opened: Opened;
let serving: Awaited<ReturnType<typeof serve>>;
const fetch: Fetch = async (address, init) =>
  serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
beforeAll(async () => {
  const embedded = ENGINES[0]?.[1];
  if (!embedded) throw new Error('no engine');
  opened = await embedded();
  serving = await serve(opened.engine, passes, { most: 8 * 1024 * 1024, log: () => {}, origin: ORIGIN });
});
afterAll(() => serving?.close());
// Only what the clock on the wall shows: timers go on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
const jump = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

const newShared = async () => newBook(fetch, await inviteFounder(opened.owner, ORIGIN), 'officer');
const readsWith = async (token: string, space: string) =>
  (await fetch(`${ORIGIN}/v1/spaces/${space}/entries`, { headers: { authorization: `Bearer ${token}` } })).status;

/** A link of the machine's making, open for a day. */
async function newLink(by: Machine, unit: string) {
  const form = text('{"form":1}');
  const { secret, key } = await newLinkKey();
  const until = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const fact: Fact = {
    ...{
      kind: 'link',
      key,
      secret: linkDigest(secret),
      unit,
      audience: 'village',
      period: '2025',
      until,
      instead: null,
    },
    form: { sha256: digestOf(form), size: form.length },
  };
  sure(await by.own.put(digestOf(form), form));
  await by.say(fact);
  await by.sync();
  return { origin: ORIGIN, secret, fetch };
}

it.each([YEAR, -YEAR])(
  'goes on through a jump of %d ms and back: nothing lost, nothing in another order',
  async (by) => {
    const { chair, machines } = await newShared();
    for (const [at, leap] of [0, by, -by, -by, by].entries()) {
      jump(leap);
      await machines[0]?.say(figure(at));
      await machines[0]?.sync();
      const { standing } = await chair.sync();
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual(
        Array.from({ length: at + 1 }, (_, value) => value),
      );
    }
  },
);

it('a token that was given while the clock was ahead is worth nothing once it is right again', async () => {
  const { space, chair } = await newShared();
  jump(YEAR);
  const ahead = await tokenOf(fetch, chair.signer, space);
  expect(await readsWith(ahead, space)).toBe(200);
  jump(-YEAR);
  expect(await readsWith(ahead, space)).toBe(401);
  const now = await tokenOf(fetch, chair.signer, space);
  expect(await readsWith(now, space)).toBe(200);
  // A clock behind gives no second hour to a token of before.
  jump(YEAR);
  expect(await readsWith(now, space)).toBe(401);
});

it('an answered question stays answered over a jump, however many log in meanwhile', async () => {
  const { space, chair } = await newShared();
  const post = (path: string, body: unknown) =>
    fetch(`${ORIGIN}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const { question } = (await (await post('/v1/questions', {})).json()) as { question: string };
  const proof = text(proofText(new URL(ORIGIN).host, space, question)) as Uint8Array<ArrayBuffer>;
  const answer = { space, key: chair.signer.key, question, signature: bytesToHex(await chair.signer.sign(proof)) };
  expect((await post('/v1/tokens', answer)).status).toBe(200);
  jump(YEAR);
  for (let login = 0; login < 5; login += 1) await tokenOf(fetch, chair.signer, space);
  jump(-YEAR);
  expect((await post('/v1/tokens', answer)).status).toBe(401);
});

it('an invitation lasts its seven days and no year, and those made while the clock was ahead use up no room', async () => {
  const { space, chair } = await newShared();
  const asks = async (code: string) => {
    const machine = await newMachine(fetch, space, code, await newSigner());
    await machine.sync().catch(() => {});
    const joined = await machine.say({ kind: 'joining', key: machine.signer.key, name: 'Máy mới' }).catch(() => null);
    return joined !== null && (await machine.server.push(joined)).ok;
  };
  const before = sure(await chair.server.invite());
  jump(YEAR);
  expect(await asks(before)).toBe(false);
  const ahead = sure(await chair.server.invite());
  for (let more = 1; more < 200; more += 1) sure(await chair.server.invite());
  expect((await chair.server.invite()).ok).toBe(false);
  jump(-YEAR);
  expect(await asks(ahead)).toBe(false);
  expect(await asks(sure(await chair.server.invite()))).toBe(true);
  expect(await asks(before)).toBe(true);
});

it('a link is late while the clock is ahead and open afterwards; its receipts and its limit an hour stay right', async () => {
  const { machines } = await newShared();
  const door = await newLink(machines[0] as Machine, 'Bản A');
  const first = sure(await handIn(door, 'a.xlsx', text('a')));
  expect(sure(await handIn(door, 'a.xlsx', text('a')))).toEqual(first);
  jump(YEAR);
  expect(await handIn(door, 'b.xlsx', text('b'))).toMatchObject({ ok: false, refusal: { code: 'late' } });
  jump(-YEAR);
  expect(sure(await handIn(door, 'b.xlsx', text('b'))).n).toBe(2);
  expect(sure(await handIn(door, 'b.xlsx', text('b'))).n).toBe(2);
  // The clock was behind: what came meanwhile, or would come later, is no hurry of today.
  jump(-YEAR);
  const old = await newLink(machines[0] as Machine, 'Bản B');
  for (let at = 0; at < 10; at += 1) sure(await handIn(old, `${at}.xlsx`, text(`bản ${at}`)));
  expect(await handIn(old, 'x.xlsx', text('x'))).toMatchObject({ ok: false, refusal: { code: 'too-often' } });
  jump(-YEAR);
  expect(sure(await handIn(old, 'x.xlsx', text('x'))).n).toBe(11);
  jump(2 * YEAR);
  expect(sure(await askLink(door)).receipts.map(({ name }) => name)).toEqual(['a.xlsx', 'b.xlsx']);
});

it('the result of a commune that the nation reads is the one the province counts, whenever it came', async () => {
  const { space, chair, machines } = await newBook(
    fetch,
    await inviteFounder(opened.owner, ORIGIN),
    'commune',
    'commune',
  );
  const days = ['2026-03-05', '2026-03-01', '2026-03-05', '2026-03-09', '2026-03-09', '2026-03-02'];
  for (const [at, asOf] of days.entries()) {
    jump(at % 2 === 0 ? YEAR : -YEAR);
    const machine = machines[at % 2] as Machine;
    await machine.say({
      kind: 'result',
      result: result('Xã A', { asOf, targets: [target('Tỷ lệ A', 'met', at, 100)] }),
    });
    await machine.sync();
    const inForce = communesOf((await chair.sync()).standing).flatMap(({ results }) =>
      results.map((result) => result.targets[0]?.a),
    );
    const read = await opened.owner.asOwner((query) =>
      query<{ a: number }>(
        'select t.a::int from share.last_target t join share.last_result r using (commune, period) where r.book = $1',
        [space],
      ),
    );
    expect([at, read.map(({ a }) => a)]).toEqual([at, inForce]);
  }
});

it('an address keeps its budget through any jump', () => {
  let now = Date.now();
  const rate = newRate(() => now, 60);
  const spent = () => Array.from({ length: 100 }, () => rate.spend('192.0.2.1', 1)).filter(Boolean).length;
  expect(spent()).toBe(60);
  for (const leap of [-YEAR, -YEAR]) {
    now += leap;
    expect(rate.spend('192.0.2.1', 1)).toBe(false);
  }
  now += 60_000 * 3;
  expect(spent()).toBeGreaterThan(50);
  now += 3 * YEAR;
  expect(spent()).toBe(60);
});

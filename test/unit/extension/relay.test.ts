/** Requests that the worker sends to servers for "Bàn chấm" in the extension, and requests it refuses. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fetchThroughWorker } from '../../../extension/share/fetch-through-worker.ts';
import { relayed } from '../../../extension/share/relay.ts';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/';
const ORIGIN = 'https://so-chung.dienbien.gov.vn';
const page = { url: `${OWN}marking/index.html` };
const asked = (address: string) => ({ relay: { address, method: 'GET', headers: {}, body: null } });

let reached: { address: string; init: RequestInit }[];
let bytes: Uint8Array<ArrayBuffer>;
const world = {
  own: OWN,
  mayReach: async (origin: string) => origin === ORIGIN,
  fetch: async (address: string, init: RequestInit) => {
    reached.push({ address, init });
    return new Response(bytes, { status: 201, headers: { 'x-chay-thu': '1', 'set-cookie': 'a=b' } });
  },
};
beforeEach(() => {
  [reached, bytes] = [[], new Uint8Array([1])];
});

it('carries any bytes to an allowed server and back, with nothing of the browser’s', async () => {
  vi.stubGlobal('chrome', { runtime: { sendMessage: (message: unknown) => relayed(message, page, world) } });
  bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7) % 256);
  const headers = { authorization: 'Bearer x' };
  const answer = await fetchThroughWorker(`${ORIGIN}/v1/files`, { method: 'PUT', headers, body: bytes });
  expect([answer.status, answer.headers.get('x-chay-thu')]).toEqual([201, '1']);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  const { init } = reached[0]!;
  expect(new Uint8Array(init.body as Uint8Array<ArrayBuffer>)).toEqual(bytes);
  expect(init).toMatchObject({ headers, credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
  vi.unstubAllGlobals();
});

it('asks no server the officer did not allow, nothing but what such a server answers to, and for no other page', async () => {
  for (const address of ['https://khac.vn/v1/questions', `${ORIGIN}/`, `${ORIGIN}/v2/x`, `${ORIGIN}/a/../b`, 'x'])
    expect([address, await relayed(asked(address), page, world)]).toEqual([address, null]);
  for (const url of [undefined, `${OWN}panel.html`, `${OWN}desk.html#marking/`, 'https://cong.vn/marking/'])
    expect(relayed(asked(`${ORIGIN}/v1/questions`), { url }, world)).toBeUndefined();
  for (const message of [null, {}, { name: 'shared.send', input: {} }, { relay: { address: ORIGIN } }])
    expect(relayed(message, page, world)).toBeUndefined();
  expect(reached).toEqual([]);
  expect(await relayed(asked(`${ORIGIN}/v1/questions`), page, world)).toMatchObject({ status: 201 });
});

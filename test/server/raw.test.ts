/** What the port makes of requests no client of ours sends: one behind another, hidden in a body, with rights in a trailer. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inviteFounder } from '../../server/invite-founder.ts';
import { openPort } from '../../server/listen.ts';
import { serve } from '../../server/serve.ts';
import { figure } from '../unit/share/people.ts';
import { ENGINES, passes } from './engines.ts';
import { type Fetch, type Machine, newBook, newMachine, ORIGIN, sure, tokenOf } from './machines.ts';

let port: Server;
let close: () => Promise<void>;
let space: string;
let chair: Machine;
let fetchHere: Fetch;
/** Heading lines of an officer, and of a viewer. */
let officer: string;
let viewer: string;
/** A push of an entry that the book would take from the officer. */
let push: string;

beforeAll(async () => {
  const [[, open]] = ENGINES as unknown as [(typeof ENGINES)[number]];
  const { engine, owner } = await open();
  const serving = await serve(engine, passes, { most: 64 << 20, log: () => {}, origin: ORIGIN });
  port = openPort(serving.app.fetch, { port: 0, hostname: '127.0.0.1' }, () => {});
  await once(port, 'listening');
  fetchHere = async (address, init) => serving.app.request(address, init);
  const book = await newBook(fetchHere, await inviteFounder(owner, ORIGIN), 'officer', 'viewer');
  ({ space, chair } = book);
  const [first, second] = book.machines as [Machine, Machine];
  const { host } = new URL(ORIGIN);
  officer = `host: ${host}\r\nauthorization: Bearer ${await tokenOf(fetchHere, first.signer, space)}\r\n`;
  viewer = `host: ${host}\r\nauthorization: Bearer ${await tokenOf(fetchHere, second.signer, space)}\r\n`;
  const [said] = await first.say(figure(1));
  const { hash, body, signature } = said!;
  push = JSON.stringify({ entries: [{ hash, body, signature }] });
  close = serving.close;
});
afterAll(async () => {
  port.close();
  port.closeAllConnections();
  await close();
});

/** Sends the bytes, then no more; gives the status of every answer, in order. */
async function statuses(bytes: string): Promise<readonly number[]> {
  const socket = connect((port.address() as AddressInfo).port, '127.0.0.1');
  let output = '';
  socket.on('data', (part) => {
    output += part.toString('latin1');
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.end(bytes);
  await once(socket, 'close');
  return [...output.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

async function entries(): Promise<number> {
  return sure(await (await newMachine(fetchHere, space, null, chair.signer)).server.pull(0)).entries.length;
}

const path = () => `/v1/spaces/${space}`;
const hidden = () =>
  `POST ${path()}/entries HTTP/1.1\r\n${officer}content-length: ${Buffer.byteLength(push)}\r\n\r\n${push}`;

it('answers requests sent in one piece in their order, each by the rights of its own heading', async () => {
  const callers = [officer, '', viewer, `host: x\r\nauthorization: Bearer x\r\n`];
  const addresses = Array.from({ length: 60 }, (_, at) => callers[at % callers.length] ?? '');
  const sent = addresses.map((heading) => `GET ${path()}/entries HTTP/1.1\r\n${heading || 'host: x\r\n'}\r\n`).join('');
  const wanted = addresses.map((heading) => (heading === officer || heading === viewer ? 200 : 401));
  expect(await statuses(sent)).toEqual(wanted);
});

it('gives no rights by what stands behind a body, and takes no request hidden in another', async () => {
  const before = await entries();
  const chunked = (heading: string, trailer: string) =>
    `POST ${path()}/entries HTTP/1.1\r\nhost: x\r\n${heading}transfer-encoding: chunked\r\n\r\n${Buffer.byteLength(push).toString(16)}\r\n${push}\r\n0\r\n${trailer}\r\n`;
  const rights = officer.split('\r\n')[1] ?? '';
  for (const trailer of ['', `${rights}\r\n`, `trailer: authorization\r\n${rights}\r\n`])
    expect(await statuses(chunked('', trailer))).toEqual([401]);
  const length = hidden().length;
  for (const heading of [
    `content-length: ${length}`,
    `content-length: 4\r\ntransfer-encoding: chunked`,
    `transfer-encoding: chunked\r\ncontent-length: ${length}`,
    `content-length: 0\r\ncontent-length: ${length}`,
    `content-length: 0, ${length}`,
    `content-length : ${length}`,
    'content-length: +0',
    'transfer-encoding: xchunked',
    'transfer-encoding: chunked, identity',
    `content-length: 0\r\n \t${length}`,
    `x: a\ncontent-length: ${length}`,
  ]) {
    const sent = `POST /v1/tokens HTTP/1.1\r\nhost: x\r\n${heading}\r\n\r\n${hidden()}`;
    const codes = await statuses(sent);
    expect([heading, codes.every((status) => status >= 400 && status < 500)]).toEqual([heading, true]);
    expect([heading, await entries()]).toEqual([heading, before]);
  }
  // Shown plainly, it is taken.
  expect(await statuses(hidden())).toEqual([200]);
  expect(await entries()).toBe(before + 1);
});

/** Bodies that do not come whole, or hardly come at all, and what the disk they wait on does not take. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultOf } from '../../server/answers.ts';
import { newBodies } from '../../server/bodies.ts';
import { faultCode } from '../../server/engine/engine.ts';
import { openPort } from '../../server/listen.ts';
import { newRate } from '../../server/rate.ts';

const broken = (parts: number) => {
  let left = parts;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(new Uint8Array(40 * 1024));
      else controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  return new Request('http://so-chung.test/', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
};

it('a body that is cut off is the sender’s matter, never a fault of the server', async () => {
  for (const parts of [0, 1, 5]) {
    const taken = newBodies().take(broken(parts), 1 << 20, async () => 'whole');
    const error = await taken.catch((thrown: unknown) => thrown);
    expect(faultOf(faultCode(error))).toMatchObject({ status: 400, word: 'cut-off' });
  }
  // The same code from the database's connection is to be tried again.
  expect(faultOf('ECONNRESET').status).toBe(503);
});

it('what hardly comes at all is given up, heading, small body or large, and holds no connection', async () => {
  const bodies = newBodies(undefined, 3, { start: 400, bytesPerSecond: 1 << 20 });
  const answer = async (request: Request) => {
    const taken = await bodies
      .take(request, 1 << 20, async (body) => new Response(`whole ${body.length}`))
      .catch((error: unknown) => Response.json({}, { status: faultOf(faultCode(error)).status }));
    return taken === 'too-large' ? new Response('too large') : taken;
  };
  const patience = { heading: 400, request: 60_000, checked: 50 };
  const server = openPort(answer, { port: 0, hostname: '127.0.0.1' }, () => {}, patience);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  /** Sends the text at once, then a letter again and again until it is cut off; gives what was answered. */
  const dripping = async (text: string, more: boolean) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    let heard = '';
    socket.on('data', (part) => {
      heard += String(part);
      if (!more) socket.end();
    });
    socket.write(text);
    const drip = setInterval(() => more && socket.writable && socket.write('a'), 20);
    await once(socket, 'close');
    clearInterval(drip);
    return heard.split('\r\n')[0];
  };
  const post = (length: string) => `POST / HTTP/1.1\r\nhost: x\r\n${length}\r\n\r\n`;
  expect(await dripping('POST / HTTP/1.1\r\nhost: x\r\nx-more: ', true)).toBe('HTTP/1.1 408 Request Timeout');
  expect(await dripping(post('content-length: 1000'), true)).toBe('HTTP/1.1 408 Request Timeout');
  expect(await dripping(post('content-length: 500000'), true)).toBe('HTTP/1.1 408 Request Timeout');
  expect(await dripping(`${post('content-length: 5')}abcde`, false)).toBe('HTTP/1.1 200 OK');
  expect(await dripping(`${post('content-length: 90000')}${'a'.repeat(90_000)}`, false)).toBe('HTTP/1.1 200 OK');
  server.close();
});

it('large bodies wait on the disk: a few at a time come into memory, and no file stays behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
  const bodies = newBodies(folder, 3);
  const body = new Uint8Array(200 * 1024).fill(7);
  let [now, most, waited] = [0, 0, 0];
  const sent = Array.from({ length: 20 }, () =>
    bodies.take(new Request('http://so-chung.test/', { method: 'POST', body }), 1 << 20, async (whole) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      waited = Math.max(waited, readdirSync(folder).length);
      now -= 1;
      return whole.length;
    }),
  );
  expect(new Set(await Promise.all(sent))).toEqual(new Set([body.length]));
  expect([most, waited > 3, readdirSync(folder)]).toEqual([3, true, []]);
  const tooLong = bodies.take(new Request('http://so-chung.test/', { method: 'POST', body }), 100_000, async () => 'x');
  expect([await tooLong, readdirSync(folder)]).toEqual(['too-large', []]);
  rmSync(folder, { recursive: true });
});

it('a full disk under bodies that wait is said to be full', async () => {
  const nowhere = newBodies('/dev/null/none').take(
    new Request('http://so-chung.test/', { method: 'POST', body: new Uint8Array(200 * 1024) }),
    1 << 20,
    async () => 'whole',
  );
  await expect(nowhere).rejects.toThrow();
  expect([faultOf('ENOSPC').status, faultOf('EDQUOT').status]).toEqual([507, 507]);
});

it('a clock that is set back shuts out no address', () => {
  let now = 10 * 3_600_000;
  const rate = newRate(() => now, 60);
  expect(rate.spend('192.0.2.1', 1)).toBe(true);
  now -= 3_600_000;
  for (let requests = 0; requests < 10; requests += 1) expect(rate.spend('192.0.2.1', 1)).toBe(true);
  now += 1000;
  expect(rate.spend('192.0.2.1', 1)).toBe(true);
});

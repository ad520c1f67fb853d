/**
 * The configurations of nginx and Caddy in docs/trien-khai.md, as they stand there, in front of the server: runs each
 * that is installed here (Debian: `nginx-light`, `caddy`).
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../core/share/named-bytes.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { openPort } from '../../server/listen.ts';
import { newRate } from '../../server/rate.ts';
import { serve } from '../../server/serve.ts';
import { figure } from '../unit/share/people.ts';
import { ENGINES, passes } from './engines.ts';
import { type Fetch, newBook, ORIGIN, sure, tokenOf } from './machines.ts';
import { tied } from './tied.ts';

const NAME = 'so-chung.tinh.gov.vn';
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-proxy-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The block of the document that begins with this line. */
function example(begin: string): string {
  const text = readFileSync('docs/trien-khai.md', 'utf8');
  const from = text.indexOf(`   ${begin}\n`);
  if (from < 0) throw new Error(`docs/trien-khai.md has no block "${begin}"`);
  return text.slice(from, text.indexOf('   ```', from)).replace(/^ {3}/gm, '');
}

/** Puts the addresses of this machine into a text in the place of the document's; each has to stand in it. */
function withAddresses(text: string, addresses: readonly (readonly [theirs: string, ours: string])[]): string {
  return addresses.reduce((now, [theirs, ours]) => {
    if (!now.includes(theirs)) throw new Error(`the example does not say ${theirs}`);
    return now.replaceAll(theirs, ours);
  }, text);
}

const CERTIFICATE = join(folder, 'so-chung.pem');
const KEY = join(folder, 'so-chung.key');

interface Ports {
  readonly port: number;
  readonly server: number;
}

const PROXIES = {
  nginx: ({ port, server }: Ports) => {
    const site = withAddresses(example('server {'), [
      ['listen 443', `listen 127.0.0.1:${port}`],
      ['127.0.0.1:8787', `127.0.0.1:${server}`],
      ['/etc/ssl/so-chung.pem', CERTIFICATE],
      ['/etc/ssl/so-chung.key', KEY],
    ]);
    mkdirSync(join(folder, 'nginx'), { recursive: true });
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (text) => `${text}_temp_path ${folder}/nginx/${text};`,
    );
    // One process: a worker would outlive a master that is killed.
    const main = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr; events {} http { access_log off; ${paths.join(' ')}\n${site} }`;
    writeFileSync(join(folder, 'nginx.conf'), main);
    return ['-p', folder, '-c', join(folder, 'nginx.conf')];
  },
  caddy: ({ port, server }: Ports) => {
    // Caddy fetches its own certificates; here the test supplies one.
    const site = withAddresses(example(`${NAME} {`), [
      [`${NAME} {`, `${NAME}:${port} {\n  tls ${CERTIFICATE} ${KEY}`],
      ['127.0.0.1:8787', `127.0.0.1:${server}`],
    ]);
    writeFileSync(join(folder, 'Caddyfile'), `{\n  admin off\n  auto_https disable_redirects\n}\n${site}`);
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
};

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  return port;
}

/** As a machine reaches the server over the proxy; `headers` besides its own. */
function fetchOver(port: number, headers: Readonly<Record<string, string>> = {}): Fetch {
  return async (address, init) => {
    const { pathname, search } = new URL(address);
    const sent = init.body === undefined || init.body === null ? null : Buffer.from(init.body as Uint8Array | string);
    const client = request({
      ...{ host: '127.0.0.1', port, servername: NAME, rejectUnauthorized: false },
      ...{ path: `${pathname}${search}`, method: init.method ?? 'GET' },
      headers: {
        ...(init.headers as Record<string, string>),
        ...{ ...headers, host: NAME },
        ...(sent ? { 'content-length': String(sent.length) } : {}),
      },
    });
    // A body that is refused before all of it is sent breaks the connection behind the answer.
    client.on('error', () => {}).end(sent ?? undefined);
    const [answer] = (await once(client, 'response')) as [IncomingMessage];
    const body = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
    const known = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
    return new Response(answer.statusCode === 204 ? null : body, {
      status: answer.statusCode ?? 0,
      headers: [...known] as [string, string][],
    });
  };
}

/** The server and one proxy in front of it. */
async function standing(program: keyof typeof PROXIES, rate = newRate(() => Date.now())) {
  const [[, open]] = ENGINES as unknown as [(typeof ENGINES)[number]];
  const { engine, owner } = await open();
  const settings = { most: 64 << 20, log: () => {}, origin: ORIGIN, proxyHeader: 'x-forwarded-for', rate };
  const serving = await serve(engine, passes, settings);
  const server = openPort(serving.app.fetch, { port: 0, hostname: '127.0.0.1' }, () => {});
  await once(server, 'listening');
  const ports = { port: await freePort(), server: (server.address() as AddressInfo).port };
  const child = spawn(...tied(program, PROXIES[program](ports)), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  running.push(child);
  let output = '';
  child.stderr?.on('data', (part) => {
    output += String(part);
  });
  const fetch = fetchOver(ports.port);
  for (let tries = 0; ; tries++) {
    if (
      await fetch('http://x/health', {}).then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      break;
    if (tries > 200 || child.exitCode !== null) throw new Error(output);
    await new Promise((done) => setTimeout(done, 50));
  }
  const close = async () => {
    child.kill();
    server.close();
    server.closeAllConnections();
    await serving.close();
  };
  return { owner, fetch, port: ports.port, close };
}

function isInstalled(program: string): boolean {
  return spawnSync(program, [program === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' }).status === 0;
}

for (const program of ['nginx', 'caddy'] as const) {
  const isHere = isInstalled(program);
  if (!isHere) process.stderr.write(`No ${program} here: its example in docs/trien-khai.md did not run.\n`);
  describe.runIf(isHere)(`${program} as in docs/trien-khai.md`, () => {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`],
        ...['-addext', `subjectAltName=DNS:${NAME}`, '-keyout', KEY, '-out', CERTIFICATE],
      ],
      { stdio: 'ignore' },
    );

    it('carries a book: logins, entries, files of 5 MB and no larger, news at once', async () => {
      const { owner, fetch, close } = await standing(program);
      const { space, chair, machines } = await newBook(fetch, await inviteFounder(owner, ORIGIN), 'officer');
      const [officer] = machines;
      const bytes = new Uint8Array(5 * 1024 * 1024).map((_, at) => (at * 7919) >> 3);
      const file = { name: 'bao-cao.xlsx', sha256: digestOf(bytes), size: bytes.length, replaces: null };
      await officer!.say({ kind: 'report', file });
      sure(await officer!.own.put(file.sha256, bytes));
      const token = await tokenOf(fetch, chair.signer, space);
      const live = await fetch(`${ORIGIN}/v1/spaces/${space}/live`, { headers: { authorization: `Bearer ${token}` } });
      const reader = live.body!.getReader();
      await reader.read();
      expect(await officer!.sync()).toMatchObject({ filesSent: 1, notTaken: [] });
      // A proxy that keeps the stream to itself lets the test run out of its time here.
      let heard = '';
      while (!heard.includes('data:')) heard += new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
      await officer!.say(...Array.from({ length: 300 }, (_, at) => figure(at)));
      await officer!.sync();
      expect(await chair.sync()).toMatchObject({ received: 301, filesReceived: 1, filesMissing: [] });
      const large = new Uint8Array(7 * 1024 * 1024);
      expect(await officer!.server.put(digestOf(large), large)).toMatchObject({ ok: false });
      await close();
    }, 120_000);

    it('shows nobody the measures, and lets nobody choose the address that limits go by', async () => {
      const { fetch, port, close } = await standing(
        program,
        newRate(() => 0, 60),
      );
      expect((await fetch('http://x/metrics', {})).status).toBe(404);
      // Behind the proxy all of this comes from this machine, which the server knows as no address.
      for (const claimed of ['203.0.113.7', '127.0.0.1', 'x']) {
        const claiming = fetchOver(port, { 'x-forwarded-for': claimed });
        for (let times = 0; times < 4; times++) expect((await claiming('http://x/no', {})).status).toBe(404);
      }
      await close();
    }, 120_000);
  });
}

/**
 * The book of a province on a server of its own over this machine's PostgreSQL: 130 communes push at once, one pulls,
 * 1,000 listen; what the province's page has to reckon; the nation's 3,321 communes; and beside it one workbook on a
 * shared drive. Needs Debian's `postgresql`; builds the server where that is missing or older than its sources. `--keep`
 * leaves the server running and prints an invitation to the page.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communesOf } from '../core/province/results.ts';
import { rollUp } from '../core/province/roll-up.ts';
import { type ReadEntry, verified } from '../core/share/entry.ts';
import type { Role } from '../core/share/role.ts';
import { standingOf } from '../core/share/standing.ts';
import { found } from '../core/share/writer.ts';
import { newBook, patchBook, readBook } from '../core/sheet/workbook/file.ts';
import { newKeyPair, newVerify, signerOf } from '../session/share/web-crypto.ts';
import { postgresPrograms, startCluster } from '../test/server/postgres-cluster.ts';
import { isSmallest, median, sized, table } from './measure.ts';
import { communeName, sentResult } from './province-data.ts';
import { AT, type Client, newClient, pushAll, tokenOf } from './sharing-clients.ts';

const PORT = 18_899;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const COMMUNES = sized(130, 3);
const UNITS = 23;
const MONTHS = 12;
const NATION = sized(3321, 30);
const LISTENERS = sized(1000, 20);
/** A machine may listen so often (server/live.ts). */
const LINES = 50;

const rows: (string | number)[][] = [];
const tell = (what: string, figure: string, wanted: string) => rows.push([what, figure, wanted]);
const at95 = (times: readonly number[]) => times.toSorted((x, y) => x - y)[Math.floor(times.length * 0.95)] ?? 0;
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Milliseconds of the processor that the server and its database have taken: what else the machine does does not count. */
function serverTime(): number {
  const postmaster = Number(readFileSync(join(cluster.folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
  const ticks = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isOurs = [String(server.pid), String(postmaster)].includes(pid) || Number(fields[1]) === postmaster;
    return isOurs ? [Number(fields[11]) + Number(fields[12])] : [];
  });
  return ticks.reduce((sum, number) => sum + number, 0) * 10;
}

/** Milliseconds of the processor that the work takes in this process. */
async function ownTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const programs = postgresPrograms();
if (!programs && isSmallest) {
  process.stdout.write('| no PostgreSQL on this machine: not run |\n');
  process.exit(0);
}
if (!programs) throw new Error('needs PostgreSQL >= 15 (apt install postgresql)');
const built = spawnSync(process.execPath, ['server/start.mjs', '--build'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) throw new Error('the server cannot be built');
const cluster = await startCluster(programs);
const env = {
  ...{ ...process.env, PORT: String(PORT), ORIGIN, SERVER_KEY: '07'.repeat(32) },
  // By the socket: over a loopback address a long answer of PostgreSQL waits 40 ms for an acknowledgement now and then.
  ...{ DATABASE_URL: cluster.socketUrl('postgres', 'may_chu'), OWNER_URL: cluster.socketUrl('postgres') },
};
const prepared = spawnSync(process.execPath, ['server/dist/main.js', 'prepare'], { env, encoding: 'utf8' });
if (prepared.status !== 0) throw new Error(prepared.stderr);
const invited = spawnSync(process.execPath, ['server/dist/main.js', '--invite'], { env, encoding: 'utf8' });
// As its systemd unit starts it.
const server = spawn(process.execPath, ['--max-semi-space-size=64', 'server/dist/main.js'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
server.stdout.resume();
for (let tries = 0; tries < 200; tries++) {
  if (
    await fetch(`${ORIGIN}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  )
    break;
  await new Promise((done) => setTimeout(done, 50));
}

/** A machine that the chair admitted. */
async function admitted(space: string, chair: Client, role: Role, name: string): Promise<Client> {
  const made = await chair.carrier.invite();
  if (!made.ok) throw new Error(made.refusal.message);
  const client = await newClient(ORIGIN, space, made.value);
  await pushAll(client, [await client.say({ kind: 'joining', key: client.signer.key, name })]);
  await pushAll(chair, [await chair.say({ kind: 'admission', device: client.device, role, name })]);
  return client;
}

/** A book with its chair and communes, all admitted. */
async function provinceOf(count: number) {
  const signer = await signerOf(await newKeyPair(false));
  const founding = await found(signer, AT, { name: 'Máy của tỉnh', title: 'Tỉnh Mẫu – chuyển đổi số 2026' });
  const space = founding.hash;
  const code = invited.stdout.trim().split('#')[1] ?? '';
  const chair = await newClient(ORIGIN, space, code, signer, [founding]);
  await pushAll(chair, [founding]);
  const communes: Client[] = [];
  for (let at = 0; at < count; at++) {
    communes.push(await admitted(space, chair, 'commune', communeName(at)));
  }
  return { space, chair, communes };
}

const memory = async () => {
  const text = await (await fetch(`${ORIGIN}/metrics`)).text();
  return Number(/^tds_memory_bytes (\d+)$/m.exec(text)?.[1]) / 1024 / 1024;
};

declare const gc: (() => void) | undefined;

/**
 * The clients' work is in the times too, on the same two cores; their garbage is cleared away before each burst. The
 * first burst opens 130 connections, and compiles in client and server what the later ones run: it has its own row.
 */
async function pushing({ communes }: Awaited<ReturnType<typeof provinceOf>>) {
  const burst = async (month: number) => {
    const entries = await Promise.all(
      communes.map((commune, at) => commune.say({ kind: 'result', result: sentResult(at, month, UNITS) })),
    );
    gc?.();
    return Promise.all(communes.map((commune, at) => timed(() => pushAll(commune, [entries[at] as ReadEntry]))));
  };
  const first = await burst(1);
  tell(
    `${COMMUNES} communes push at once for the first time since the server began: p50 / p95`,
    `${ms(median(first))} / ${ms(at95(first))}`,
    '–',
  );
  const times: number[] = [];
  const before = serverTime();
  for (let month = 1; month <= MONTHS; month++) times.push(...(await burst(month)));
  tell(
    `… then their month, ${MONTHS} times, the ${COMMUNES} clients on the same two cores: p50 / p95`,
    `${ms(median(times))} / ${ms(at95(times))}`,
    'p95 < 200 ms',
  );
  tell('… processor’s time of server and database for such 130', ms((serverTime() - before) / MONTHS), '–');
}

/** As from machines of their own: what each sends is made, and its connection open, before the instant. */
async function pushingFromAfar({ space, communes }: Awaited<ReturnType<typeof provinceOf>>) {
  const tokens = await Promise.all(communes.map((commune) => tokenOf(ORIGIN, commune, space)));
  const sockets = communes.map(() => connect(PORT, '127.0.0.1').setNoDelay(true));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const times: number[] = [];
  let taken = 0;
  const before = serverTime();
  for (let month = 1; month <= MONTHS; month++) {
    const requests = await Promise.all(
      communes.map(async (commune, at) => {
        const entry = await commune.say({ kind: 'result', result: sentResult(at, month, UNITS + 7) });
        const { hash, body, signature } = entry;
        const text = Buffer.from(JSON.stringify({ entries: [{ hash, body, signature }] }));
        const head = [
          `POST /v1/spaces/${space}/entries HTTP/1.1`,
          `host: 127.0.0.1:${PORT}`,
          `authorization: Bearer ${tokens[at]}`,
          `content-length: ${text.length}`,
        ];
        return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), text]);
      }),
    );
    const each = sockets.map((socket, at) =>
      timed(async () => {
        const answered = once(socket, 'data');
        socket.write(requests[at] as Buffer);
        const [answer] = await answered;
        if (/^HTTP\/1\.1 200 [\s\S]*"refused":\[\]/.test(String(answer))) taken++;
      }),
    );
    times.push(...(await Promise.all(each)));
  }
  for (const socket of sockets) socket.destroy();
  tell(
    `… the same as from machines elsewhere (requests made before the instant), ${taken} of ${COMMUNES * MONTHS} taken: p50 / p95`,
    `${ms(median(times))} / ${ms(at95(times))}`,
    'p95 < 200 ms',
  );
  tell('… processor’s time of server and database for such 130', ms((serverTime() - before) / MONTHS), '–');
}

/** Within a second, not at one instant. */
async function pushingApart({ communes }: Awaited<ReturnType<typeof provinceOf>>) {
  const times: number[] = [];
  for (let round = 1; round <= 6; round++) {
    const entries = await Promise.all(
      communes.map((commune, at) => commune.say({ kind: 'result', result: sentResult(at, 12, UNITS + round) })),
    );
    const each = communes.map(async (commune, at) => {
      await new Promise((done) => setTimeout(done, ((at * 7919) % COMMUNES) * (1000 / COMMUNES)));
      times.push(await timed(() => pushAll(commune, [entries[at] as ReadEntry])));
    });
    await Promise.all(each);
  }
  tell(
    `${COMMUNES} communes push within one second, 6 times: p50 / p95`,
    `${ms(median(times))} / ${ms(at95(times))}`,
    'p95 < 200 ms',
  );
}

async function pulling({ space, communes, chair }: Awaited<ReturnType<typeof provinceOf>>) {
  const [client] = communes;
  const times: number[] = [];
  for (let n = 0; n < 60; n++) times.push(await timed(() => client?.carrier.pull(0)));
  tell('one commune pulls its book: p50 / p95', `${ms(median(times))} / ${ms(at95(times))}`, '< 50 ms');
  const verify = newVerify();
  const [whole, checked, standing, sums]: number[][] = [[], [], [], []];
  for (let n = 0; n < 5; n++) {
    let entries: readonly ReadEntry[] = [];
    whole?.push(
      await timed(async () => {
        const pulled = await chair.carrier.pull(0);
        entries = pulled.ok ? pulled.value.entries : [];
      }),
    );
    checked?.push(await ownTime(() => verified(entries, verify)));
    let communesNow: ReturnType<typeof communesOf> = [];
    standing?.push(
      await ownTime(() => {
        communesNow = communesOf(standingOf(space, entries));
      }),
    );
    sums?.push(await ownTime(() => rollUp(communesNow)));
  }
  tell(`the province pulls all ${COMMUNES * MONTHS} results`, ms(median(whole ?? [])), '–');
  tell('… verifies each signature, processor’s time', ms(median(checked ?? [])), '–');
  tell('… finds what counts, processor’s time', ms(median(standing ?? [])), '–');
  tell(
    `roll-up of ${COMMUNES} communes (${COMMUNES * UNITS} units), ${MONTHS} months, processor’s time`,
    ms(median(sums ?? [])),
    '< 200 ms',
  );
}

/** Tokens of machines that may listen. */
async function listenersOf(space: string, chair: Client, count: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let at = 0; at < count; at++) {
    const viewer = await admitted(space, chair, 'viewer', `Máy xem ${at + 1}`);
    tokens.push(await tokenOf(ORIGIN, viewer, space));
  }
  return tokens;
}

async function listening({ space, chair, communes }: Awaited<ReturnType<typeof provinceOf>>) {
  const tokens = await listenersOf(space, chair, Math.ceil(LISTENERS / LINES));
  const before = await memory();
  const over = new AbortController();
  let heard: number[] = [];
  let sentAt = 0;
  await Promise.all(
    Array.from({ length: LISTENERS }, async (_, at) => {
      const answer = await fetch(`${ORIGIN}/v1/spaces/${space}/live`, {
        ...{ headers: { authorization: `Bearer ${tokens[at % tokens.length]}` }, signal: over.signal },
      });
      const reader = answer.body?.getReader();
      await reader?.read();
      void (async () => {
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
          heard.push(performance.now() - sentAt);
      })().catch(() => {});
    }),
  );
  const open = await memory();
  const times: number[] = [];
  let all = 0;
  for (let n = 0; n < 60; n++) {
    const client = communes[n % COMMUNES] as Client;
    const entry = await client.say({ kind: 'result', result: sentResult(n, 12, UNITS + 1) });
    heard = [];
    sentAt = performance.now();
    await pushAll(client, [entry]);
    for (let tries = 0; tries < 40 && heard.length < LISTENERS; tries++)
      await new Promise((done) => setTimeout(done, 25));
    all += heard.length;
    times.push(...heard);
  }
  const after = await memory();
  over.abort();
  tell(
    `${LISTENERS} listen, 60 pushes: heard by all, push → news p50 / p95`,
    `${all === 60 * LISTENERS ? 'all' : `${all} of ${60 * LISTENERS}`}, ${ms(median(times))} / ${ms(at95(times))}`,
    'all',
  );
  tell(
    'server’s memory: before, all listening, after',
    `${before.toFixed(0)}, ${open.toFixed(0)}, ${after.toFixed(0)} MB`,
    'flat',
  );
}

async function nation() {
  const units = Math.round(100_000 / NATION);
  const communes = Array.from({ length: NATION }, (_, at) => ({
    name: `${communeName(at)} ${at}`,
    results: [sentResult(at, 12, units)],
  }));
  const times: number[] = [];
  for (let n = 0; n < 5; n++) times.push(await ownTime(() => rollUp(communes)));
  tell(
    `roll-up of the nation: ${NATION} communes (${NATION * units} reports × 30 criteria), processor’s time`,
    ms(median(times)),
    '< 1 s',
  );
}

/** An hour in six seconds: each opens the one workbook at some moment, keeps it open ten minutes, writes its row, saves. */
async function oneWorkbook() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-drive-'));
  const path = join(folder, 'tong-hop.xlsx');
  const text = (row: number, value: string) => ({ row, column: 0, value: { kind: 'text', text: value } as const });
  writeFileSync(path, newBook([{ name: 'Các xã', cells: Array.from({ length: COMMUNES }, (_, at) => text(at, '–')) }]));
  await Promise.all(
    Array.from({ length: COMMUNES }, async (_, at) => {
      await new Promise((done) => setTimeout(done, ((at * 7919) % COMMUNES) * (5000 / COMMUNES)));
      const opened = readFileSync(path);
      await new Promise((done) => setTimeout(done, 1000));
      const saved = patchBook(opened, [
        { kind: 'write', sheet: 'Các xã', row: at, column: 0, value: { kind: 'text', text: communeName(at) } },
      ]);
      if (!saved.ok) throw new Error(saved.refusal.message);
      writeFileSync(`${path}.${at}`, saved.value.bytes);
      renameSync(`${path}.${at}`, path);
    }),
  );
  const book = readBook(readFileSync(path));
  const rowCount = book.ok
    ? [...(book.value.sheets[0]?.rows.values() ?? [])].flat().filter(({ value }) => value !== '–').length
    : 0;
  rmSync(folder, { recursive: true });
  tell(
    `naive: ${COMMUNES} communes fill one workbook on a drive within an hour, ten minutes each`,
    `${COMMUNES - rowCount} of ${COMMUNES} rows lost`,
    '0 lost',
  );
}

try {
  const book = await provinceOf(COMMUNES);
  await pushing(book);
  await pushingFromAfar(book);
  await pushingApart(book);
  await pulling(book);
  const stored = communesOf(
    standingOf(book.space, await book.chair.carrier.pull(0).then((all) => (all.ok ? all.value.entries : []))),
  );
  const results = stored.reduce((sum, { results }) => sum + results.length, 0);
  tell('the book: results lost of those pushed', `${COMMUNES * MONTHS - results} of ${COMMUNES * MONTHS}`, '0 lost');
  if (process.argv.includes('--keep')) {
    const made = await book.chair.carrier.invite();
    process.stdout.write(`${ORIGIN}/tinh/#${book.space}.${made.ok ? made.value : ''}\n`);
    const known = new Set<string>();
    for (;;) {
      // Every machine that asks is admitted, because this book is made up.
      const all = await book.chair.carrier.pull(0);
      for (const { content } of all.ok ? all.value.entries : []) {
        if (content.fact?.kind !== 'joining' || known.has(content.device)) continue;
        known.add(content.device);
        if (book.communes.some(({ device }) => device === content.device)) continue;
        await pushAll(book.chair, [
          await book.chair.say({ kind: 'admission', device: content.device, role: 'viewer', name: content.fact.name }),
        ]);
      }
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
  await listening(book);
  await nation();
  await oneWorkbook();
  process.stdout.write(`${table(['book of a province', 'measured', 'wanted'], rows)}\n`);
} finally {
  server.kill();
  await cluster.stop();
}
process.exit(0);

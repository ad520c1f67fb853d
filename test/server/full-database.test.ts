/**
 * The disk that PostgreSQL's own data or its log lies on is full, again and again, while machines send: what was
 * acknowledged stays, every refusal is one sentence, and the server goes on by itself once there is room.
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { inviteFounder } from '../../server/invite-founder.ts';
import { serve } from '../../server/serve.ts';
import { figure } from '../unit/share/people.ts';
import { openDatabase, passes } from './engines.ts';
import { type Fetch, type Machine, newBook, ORIGIN, sure } from './machines.ts';
import { postgresPrograms, startCluster } from './postgres-cluster.ts';

const bin = postgresPrograms() ?? '';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A disk of so many megabytes; null where this machine gives none. */
function smallDisk(megabytes: number): string | null {
  const disk = mkdtempSync(join(tmpdir(), 'thi-dua-so-dia-'));
  closing.push(() => {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  const options = `size=${megabytes}m,mode=0777`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0 ? disk : null;
}

/** Answers of the server by status, and those that are no sentence for an officer. */
async function serverOf(engine: Parameters<typeof serve>[0]) {
  const { app, close } = await serve(engine, passes, { most: 1 << 30, log: () => {}, origin: ORIGIN });
  closing.push(close);
  const answers = new Map<number, number>();
  const unworded: string[] = [];
  const fetch: Fetch = async (address, init) => {
    const answer = await app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
    const { message = '' } = answer.status < 400 ? {} : ((await answer.clone().json()) as { message?: string });
    if (answer.status >= 400 && !/^Máy chủ .+\.$/.test(message)) unworded.push(`${answer.status} ${message}`);
    return answer;
  };
  return { fetch, answers, unworded };
}

interface Acknowledged {
  readonly entries: Set<string>;
  readonly files: Set<string>;
}

/** Sends an entry and a file at a time until it was refused three times; what was acknowledged goes into the sets. */
async function sends(machine: Machine, { entries, files }: Acknowledged): Promise<void> {
  let waiting: Awaited<ReturnType<Machine['say']>> = [];
  for (let refused = 0; refused < 3; ) {
    waiting = [...waiting, ...(await machine.say(figure(entries.size)))];
    const bytes = new Uint8Array(randomBytes(1_500_000));
    const digest = createHash('sha256').update(bytes).digest('hex');
    if ((await machine.server.put(digest, bytes)).ok) files.add(digest);
    const pushed = await machine.server.push(waiting);
    if (pushed.ok) {
      expect(pushed.value).toEqual([]);
      for (const { hash } of waiting) entries.add(hash);
      waiting = [];
    } else refused += 1;
  }
}

it.for([
  { what: 'data', size: 170, rounds: [4000, 0] },
  { what: 'log', size: 60, rounds: [0] },
])(
  'loses nothing acknowledged when the disk of PostgreSQL’s $what is full, and goes on once there is room',
  { timeout: 120_000 },
  async ({ what, size, rounds }, context) => {
    const disk = bin === '' ? null : smallDisk(size);
    if (disk === null) {
      process.stderr.write('No PostgreSQL here, or no right to mount a small disk: a full database was not tried.\n');
      return context.skip();
    }
    const log = join(disk, 'wal');
    if (what === 'log') mkdirSync(log);
    const cluster = await (what === 'log' ? startCluster(bin, tmpdir(), log) : startCluster(bin, disk));
    closing.push(cluster.stop);
    const { engine, owner } = await openDatabase(cluster, 'postgres');
    const { fetch, answers, unworded } = await serverOf(engine);
    const { chair, machines } = await newBook(fetch, await inviteFounder(owner, ORIGIN), 'officer', 'officer');
    await owner.close();
    const acknowledged: Acknowledged = { entries: new Set(), files: new Set() };
    for (const free of rounds) {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'day'), new Uint8Array(Math.max(0, bavail * bsize - free * 1024)));
      await Promise.all(machines.map((machine) => sends(machine, acknowledged)));
      rmSync(join(disk, 'day'));
      // Without its log PostgreSQL may have ended: whoever watches over it starts it anew.
      if (spawnSync(join(bin, 'pg_isready'), ['-q', '-d', cluster.url('postgres')]).status !== 0) {
        await cluster.crash();
      }
      await expect.poll(async () => (await chair.server.pull(0)).ok, { timeout: 20_000, interval: 200 }).toBe(true);
      const there = new Set(sure(await chair.server.pull(0)).entries.map(({ hash }) => hash));
      expect([free, [...acknowledged.entries].filter((hash) => !there.has(hash))]).toEqual([free, []]);
      const held = sure(await chair.server.has([...acknowledged.files]));
      expect([free, [...acknowledged.files].filter((digest) => !held.has(digest))]).toEqual([free, []]);
      // What was refused is still on its machine, and goes out now.
      for (const machine of [...machines, chair]) expect((await machine.sync()).standing.idle).toEqual([]);
    }
    expect([unworded, [...answers.keys()].filter((status) => ![200, 503, 507].includes(status))]).toEqual([[], []]);
    expect([...answers.keys()].some((status) => status >= 500)).toBe(true);
  },
);

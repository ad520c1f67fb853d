/** A PostgreSQL of this machine (Debian's), started in a folder of its own for a test; null where there is none. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tied } from './tied.ts';

const HOME = '/usr/lib/postgresql';

export interface Cluster {
  readonly url: (database: string, user?: string) => string;
  /** The same by the socket in its folder, as docs/trien-khai.md connects a server on the same machine. */
  readonly socketUrl: (database: string, user?: string) => string;
  /** Runs a program of PostgreSQL on it. */
  readonly run: (program: string, ...args: readonly string[]) => void;
  /** The postmaster dies as with kill -9, where it runs, and is started again. */
  readonly crash: () => Promise<void>;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** The newest version that is installed, 15 or later. */
export function postgresPrograms(): string | null {
  if (!existsSync(HOME)) return null;
  const [newest] = readdirSync(HOME)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(join(HOME, String(version), 'bin/initdb')))
    .sort((a, b) => b - a);
  return newest === undefined ? null : join(HOME, String(newest), 'bin');
}

/** `place`: the folder that its own is made in; `log`: an empty folder for its write-ahead log, instead of one in there. */
export async function startCluster(bin: string, place = tmpdir(), log?: string): Promise<Cluster> {
  const folder = mkdtempSync(join(place, 'thi-dua-so-pg-'));
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  for (const own of log === undefined ? [folder] : [folder, log])
    if (owner.uid !== undefined) chownSync(own, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = { ...owner, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    join(bin, 'initdb'),
    [
      ...['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
      ...(log === undefined ? [] : ['-X', log]),
    ],
    options,
  );
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-h',
    '127.0.0.1',
    '-c',
    'shared_buffers=32MB',
    '-c',
    'wal_level=logical',
  ];
  const url = (database: string, user = 'postgres') => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const socketUrl = (database: string, user = 'postgres') =>
    `postgres://${user}@/${database}?host=${encodeURIComponent(folder)}&port=${port}`;
  const begin = async () => {
    let child = spawn(...tied(join(bin, 'postgres'), args), options);
    for (let tries = 0; ; tries += 1) {
      const { status } = spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      if (status === 0) return child;
      // What a killed one left running keeps its memory for a moment.
      if (child.exitCode !== null) child = spawn(...tied(join(bin, 'postgres'), args), options);
      if (tries > 400) throw new Error('PostgreSQL does not start');
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  let child = await begin();
  const ended = (childProcess: typeof child) =>
    new Promise((done) =>
      childProcess.exitCode === null && childProcess.signalCode === null ? childProcess.once('exit', done) : done(null),
    );
  return {
    folder,
    url,
    socketUrl,
    run: (program, ...rest) =>
      void execFileSync(join(bin, program), ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', ...rest], {
        ...owner,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    crash: async () => {
      const gone = ended(child);
      child.kill('SIGKILL');
      await gone;
      child = await begin();
    },
    stop: async () => {
      const gone = ended(child);
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** `npm run server` and the command line as officers and administrators run them, the server killed in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newFolder, runCli, write } from '../cli/command-line.ts';
import { figure } from '../unit/share/people.ts';

const PORT = '18787';
const folder = newFolder();
const servers: ChildProcess[] = [];
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL');
});

/** What the server says, and when it says something that fits. */
function startServer(port = PORT) {
  const env = { ...process.env, PORT: port, DATA: join(folder, 'may-chu'), DATABASE_URL: '' };
  const child = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  servers.push(child);
  let said = '';
  const take = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found[1] ?? found[0];
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return { child, until, said: () => said };
}

function sync(home: string, server: string, ...args: readonly string[]) {
  const done = runCli(folder, ['sync', '--server', server, '--home', join(folder, home), '--json', ...args]);
  expect(done.stderr).toBe('');
  return JSON.parse(done.stdout);
}

it('founds, invites, admits and brings together over the server; a kill -9 in mid-push loses and doubles nothing', async () => {
  const first = startServer();
  const link = await first.until(/--server "(\S+)" --found/);
  await first.until(/đang nghe/);
  expect(first.said()).toContain('CHẠY THỬ');
  const origin = new URL(link).origin;

  expect(sync('a', link, '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch')).toMatchObject({ begun: 'founded' });
  const used = runCli(folder, [
    'sync',
    '--server',
    link,
    '--home',
    join(folder, 'x'),
    '--found',
    'Khác',
    '--name',
    'X',
  ]);
  expect([used.code, used.stderr.trim().split('\n').length]).toEqual([2, 1]);
  const { invitation } = sync('a', origin, '--invite');
  const asked = sync('b', invitation, '--name', 'Máy Văn phòng');
  expect(asked).toMatchObject({ begun: 'asked', received: 0 });
  sync('a', origin, '--admit', asked.device.slice(0, 16), '--role', 'officer');
  // The invitation is spent: on another machine it is refused in one sentence.
  const late = runCli(folder, ['sync', '--server', invitation, '--home', join(folder, 'y'), '--name', 'Y']);
  expect(late).toMatchObject({ code: 2, stdout: '' });
  expect(late.stderr).toContain('nhờ chủ tịch mời lại');

  const facts = Array.from({ length: 1500 }, (_, at) => figure(at));
  const observations = facts.map((fact) => (fact.kind === 'observation' ? fact.observation : null));
  write(folder, 'so-lieu.json', JSON.stringify({ observations }));
  const pushing = spawn(
    process.execPath,
    [
      'cli/start.mjs',
      'sync',
      '--server',
      origin,
      '--home',
      join(folder, 'b'),
      '--captures',
      join(folder, 'so-lieu.json'),
    ],
    { stdio: 'ignore' },
  );
  const seen = first.said().length;
  while (!/"POST \/v1\/spaces\/:space\/entries","status":200/.test(first.said().slice(seen))) {
    await new Promise((done) => setTimeout(done, 5));
  }
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = startServer();
  if (pushing.exitCode === null) await once(pushing, 'exit');
  await second.until(/đang nghe/);
  expect(sync('b', origin)).toMatchObject({ observations: 1500, missing: [], idle: [] });
  expect(sync('a', origin)).toMatchObject({ observations: 1500, missing: [], idle: [], received: 1500 });

  // Nobody else opens the database meanwhile; nothing of anybody's stands in what the server says.
  const third = startServer('18788');
  await expect(third.until(/đang nghe/)).rejects.toThrow('đang được một máy chủ khác dùng');
  for (const secret of [asked.device, asked.space, 'Văn phòng', 'Ta Ma']) expect(second.said()).not.toContain(secret);
  // The machine remembers its server for its owner alone.
  const [space] = readdirSync(join(folder, 'a/so-chung'));
  expect(readFileSync(join(folder, 'a/so-chung', space!, 'may-chu.txt'), 'utf8').trim()).toBe(origin);
});

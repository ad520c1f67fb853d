/** `npm run server` and the command line as officers and administrators run them, the server killed in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder, runCli, write } from '../cli/command-line.ts';
import { builtAddIn } from '../host/built-addin.ts';
import { figure } from '../unit/share/people.ts';
import { serverProcess } from './server-process.ts';

const PORT = '18787';
const folder = newFolder();
const servers: ChildProcess[] = [];
let page: string;
// The page it gives out is that of the run: without one it would build its own.
beforeAll(async () => {
  page = (await builtAddIn()).folder;
}, 240_000);
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL');
});

const startServer = (port = PORT) => {
  const started = serverProcess(port, join(folder, 'may-chu'), page);
  servers.push(started.child);
  return started;
};

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

  const begun = sync('a', link, '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch');
  expect(begun).toMatchObject({ begun: 'founded' });
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
  const figures = (count: number) => {
    const facts = Array.from({ length: count }, (_, at) => figure(at));
    return JSON.stringify({
      observations: facts.map((fact) => (fact.kind === 'observation' ? fact.observation : null)),
    });
  };
  write(folder, 'mot.json', figures(1));
  const { invitation } = sync('a', origin, '--invite', '--captures', join(folder, 'mot.json'));
  const request = sync('b', invitation, '--name', 'Máy Văn phòng');
  expect(request).toMatchObject({ begun: 'asked', received: 0 });
  sync('a', origin, '--admit', request.device.slice(0, 16), '--role', 'officer');
  // Admitted after its request, the device sees the earlier entries.
  expect(sync('b', origin)).toMatchObject({ observations: 1, missing: [], idle: [] });
  // The invitation is spent: on another machine it is refused in one sentence.
  const late = runCli(folder, ['sync', '--server', invitation, '--home', join(folder, 'y'), '--name', 'Y']);
  expect(late).toMatchObject({ code: 2, stdout: '' });
  expect(late.stderr).toContain('nhờ chủ tịch mời lại');

  write(folder, 'so-lieu.json', figures(1500));
  // All output of the server until now has been read.
  await fetch(`${origin}/health`);
  await first.until(/"GET \/health"/);
  const seen = first.said().length;
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
  while (!/"POST \/v1\/spaces\/:space\/entries","status":200/.test(first.said().slice(seen))) {
    await new Promise((done) => setTimeout(done, 5));
  }
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = startServer();
  if (pushing.exitCode === null) await once(pushing, 'exit');
  await second.until(/đang nghe/);
  expect(sync('b', origin)).toMatchObject({ observations: 1500, missing: [], idle: [] });
  expect(sync('a', origin)).toMatchObject({ observations: 1500, missing: [], idle: [], received: 1499 });

  // A follower receives what another machine brings.
  const follower = spawn(
    process.execPath,
    ['cli/start.mjs', 'sync', '--server', origin, '--home', join(folder, 'a'), '--follow'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  servers.push(follower);
  let followed = '';
  follower.stdout.on('data', (chunk: Buffer) => {
    followed += chunk.toString();
  });
  while (!followed.includes('Các máy:')) await new Promise((done) => setTimeout(done, 20));
  write(folder, 'them.json', figures(1501));
  sync('b', origin, '--captures', join(folder, 'them.json'));
  while (!followed.includes('Nhận về 1 mục, gửi đi 0 mục.')) await new Promise((done) => setTimeout(done, 20));
  follower.kill();

  // Nobody else opens the database meanwhile; nothing of anybody's is in the server's output.
  const third = startServer('18788');
  await expect(third.until(/đang nghe/)).rejects.toThrow('đang được một máy chủ khác dùng');
  for (const secret of [request.device, request.space, 'Văn phòng', 'Ta Ma'])
    expect(second.said()).not.toContain(secret);
  // The machine remembers its server for its owner alone.
  const [space] = readdirSync(join(folder, 'a/so-chung'));
  expect(readFileSync(join(folder, 'a/so-chung', space!, 'may-chu.txt'), 'utf8').trim()).toBe(origin);

  // The founding machine is lost: the code on paper puts another in its place, on the server too.
  expect(sync('c', origin, '--recover', begun.recovery, '--name', 'Máy mới')).toMatchObject({ observations: 1501 });
  expect(sync('b', origin).devices).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Máy chủ tịch', revoked: true }),
      expect.objectContaining({ name: 'Máy mới', roles: ['chair'], revoked: false }),
    ]),
  );
}, 300_000);

/** The machine that gives out links runs out of disk at any moment: no link is ever open in the book that it has lost. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder, runCli } from '../cli/command-line.ts';
import { builtAddIn } from '../host/built-addin.ts';
import { serverProcess } from './server-process.ts';

const folder = newFolder();
const home = join(folder, 'nha');
let server: ChildProcess | undefined;
let page: string;
beforeAll(async () => {
  page = (await builtAddIn()).folder;
}, 240_000);
afterAll(() => {
  server?.kill('SIGKILL');
  spawnSync('umount', ['-l', home]);
});

/** Fills the disk of the machine but for so many bytes. */
function leave(bytes: number): void {
  const { bavail, bsize } = statfsSync(home);
  writeFileSync(join(home, 'day'), new Uint8Array(Math.max(0, bavail * bsize - bytes)));
}

it('a link is kept before it is open: a full disk costs none, and the next run shows each', async (context) => {
  mkdirSync(home);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', home]);
  if (mounted.status !== 0) {
    process.stderr.write('No right to mount a small disk here: the test of links on a full disk did not run.\n');
    return context.skip();
  }
  const started = serverProcess('18793', join(folder, 'may-chu'), page);
  server = started.child;
  const invitation = await started.until(/--server "(\S+)" --found/);
  await started.until(/đang nghe/);
  const { origin } = new URL(invitation);
  const begun = runCli(folder, ['sync', '--server', invitation, '--home', home, '--found', 'Xã', '--name', 'Máy']);
  expect([begun.code, begun.stderr]).toEqual([0, '']);
  const link = (unit: string) => {
    const args = ['link', 'ta-ma-2023-2030', '--server', origin, '--home', home, '--period', '2025', '--json'];
    const where = ['--unit', unit, '--audience', 'village', '--until', '2099-12-31', '-o', join(home, 'in')];
    return runCli(folder, [...args, ...where]);
  };
  const outcomes: (number | null)[] = [];
  for (const pages of [0, 1, 2, 3, 4, 5, 7, 10, 20, 200]) {
    leave(pages * 4096);
    const full = link(`Bản ${pages}`);
    outcomes.push(full.code);
    if (full.code !== 0) expect([full.code, full.stdout, full.stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    rmSync(join(home, 'day'));
    const after = link(`Bản ${pages}`);
    expect([pages, after.code, after.stderr]).toEqual([pages, 0, '']);
    const { links, open } = JSON.parse(after.stdout) as { links: { unit: string; link: string }[]; open: string[] };
    expect([pages, links.map(({ unit }) => unit), open]).toEqual([pages, [`Bản ${pages}`], []]);
    expect(links[0]?.link).toContain(origin);
  }
  // The disk was full at the first of them, and not at the last.
  expect([outcomes.at(0), outcomes.at(-1)]).toEqual([2, 0]);
}, 240_000);
